import { type SuggestedGlobs, suggestFiles } from '../files/suggest-files.ts';

/** Folders that hold nothing of the repository's own. */
const EXCLUDED = ['**/node_modules/**', '**/.git/**', '**/postman-report/**'];

/** The globs that match the exports of Postman in a repository. */
export const inspectRepository = (cwd: string): Promise<SuggestedGlobs> => suggestFiles(cwd, EXCLUDED);
