import { posix } from 'node:path';
import { pathOptions } from '../core/model/path-options.ts';
import type { RunOptions } from '../core/model/run-result.ts';
import type { Suite } from '../core/model/suite.ts';
import { slug } from './preflight/reporters.ts';

/**
 * Adds a suite's name to the paths it exports to, where several suites would write the same file: `env.json` becomes
 * `env-orders.json`.
 */
export function withOwnExports(suites: readonly Suite[]): readonly Suite[] {
  const paths = suites.flatMap(({ options }) => pathOptions('written').flatMap((name) => options[name] ?? []));
  const isShared = (path: string): boolean => paths.indexOf(path) !== paths.lastIndexOf(path);
  return suites.map((suite) => {
    const own = pathOptions('written').flatMap((name) => {
      const path = suite.options[name];
      return path !== undefined && isShared(path) ? [[name, withName(path, suite.name)] as const] : [];
    });
    if (own.length === 0) return suite;
    const options: RunOptions = { ...suite.options, ...Object.fromEntries(own) };
    return { ...suite, options };
  });
}

const withName = (path: string, name: string): string => {
  const extension = posix.extname(path);
  return `${path.slice(0, path.length - extension.length)}-${slug(name)}${extension}`;
};
