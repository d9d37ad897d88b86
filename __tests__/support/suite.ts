import type { RunOptions } from '../../src/core/model/run-result.ts';
import type { Suite } from '../../src/core/model/suite.ts';

/** The options of a suite by default. */
export const OPTIONS: RunOptions = {
  folder: [],
  bail: false,
  delayRequestMs: 0,
  insecure: false,
  ignoreRedirects: false,
  workingDir: '.',
};

/** A suite of an empty collection. */
export const aSuite = (
  name: string,
  { options, ...more }: Partial<Omit<Suite, 'options'>> & { readonly options?: Partial<RunOptions> } = {},
): Suite => ({
  name,
  collection: { path: `${name}.json`, content: { info: { name } }, bytes: 1, locate: () => ({ line: 1, column: 1 }) },
  options: { ...OPTIONS, ...options },
  retries: 0,
  blocking: true,
  thresholds: {},
  variables: new Map(),
  globalVariables: new Map(),
  ...more,
});
