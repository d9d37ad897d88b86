import type { RunOptions } from './run-result.ts';

type TextOption = {
  [K in keyof RunOptions]-?: Required<RunOptions>[K] extends string ? K : never;
}[keyof RunOptions];

/**
 * Every option that names a file or folder, and what happens to it. An option that is missing here does not compile.
 */
const PATH_OPTIONS = {
  iterationData: 'read',
  workingDir: 'folder',
  cookieJar: 'read',
  sslClientCert: 'read',
  sslClientKey: 'read',
  sslExtraCaCerts: 'read',
  sslClientCertList: 'read',
  exportEnvironment: 'written',
  exportGlobals: 'written',
  exportCollection: 'written',
  exportCookieJar: 'written',
} as const satisfies Readonly<Record<Exclude<TextOption, 'sslClientPassphrase'>, 'read' | 'folder' | 'written'>>;

type PathUse = (typeof PATH_OPTIONS)[PathOption];

/** An option that names a file or folder. */
export type PathOption = keyof typeof PATH_OPTIONS;

/** The options that name files or folders; with a use, only those. */
export const pathOptions = (use?: PathUse): readonly PathOption[] =>
  (Object.keys(PATH_OPTIONS) as PathOption[]).filter((option) => use === undefined || PATH_OPTIONS[option] === use);
