import { type SuggestedGlobs, suggestFiles } from '../files/suggest-files.ts';

/** Folders without source files of the repository. */
const EXCLUDED = ['**/node_modules/**', '**/.git/**', '**/postman-report/**'];

/** Suggests globs that match Postman's exports in a repository. */
export const inspectRepository = (cwd: string): Promise<SuggestedGlobs> => suggestFiles(cwd, EXCLUDED);
