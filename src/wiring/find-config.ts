import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { leavesFolder } from '../core/lib/contained-path.ts';
import type { Problem } from '../core/model/problem.ts';
import { findCheckout } from '../files/checkout.ts';
import { inspectPath } from '../files/inspect-path.ts';
import { relativeTo } from '../files/paths.ts';
import { type ConfigSource, DEFAULT_CONFIG } from '../settings/config.ts';
import type { HostSettings } from '../settings/host-settings.ts';

/** The text of the configuration, or why it cannot be read; empty where there is no configuration. */
export interface FoundConfig {
  readonly source?: ConfigSource;
  readonly problem?: Problem;
}

/** A file name that users mistake for the default. */
const NEARLY_DEFAULT = DEFAULT_CONFIG.replace(/yaml$/, 'yml');

/** Reads the configuration that the inputs name, else the default one if it exists. */
export async function findConfig({ config: given, command }: HostSettings, cwd: string): Promise<FoundConfig> {
  // The report may come from a fork, and so may a configuration beside it.
  if (!given && command === 'comment') return {};
  const path = relativeTo(cwd, given || DEFAULT_CONFIG);
  const refusal = await inspectPath(path, cwd);
  if (refusal)
    return { problem: { code: 'unsafe-path', message: `config: ${refusal.reason}`, remedy: refusal.remedy } };
  const { depth } = findCheckout(cwd);
  try {
    const text = await readFile(resolve(cwd, path), 'utf8');
    return { source: { path, text, ...(leavesFolder(path, depth) ? {} : { depth }) } };
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? error);
    if (given || code !== 'ENOENT') return { problem: unreadable(given || path, code) };
    return (await exists(resolve(cwd, NEARLY_DEFAULT))) ? { problem: MISNAMED } : {};
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const unreadable = (path: string, code: string): Problem => ({
  code: 'file-unreadable',
  message: `config: ${path} cannot be read (${code})`,
  remedy: 'Correct the path; it is relative to the working directory.',
});

/** A configuration with the extension `yml` is a problem, instead of being ignored silently. */
const MISNAMED: Problem = {
  code: 'no-file',
  message: `config: ${NEARLY_DEFAULT} is not read: the default file is ${DEFAULT_CONFIG}`,
  remedy: `Rename the file, or set config to ${NEARLY_DEFAULT}.`,
};
