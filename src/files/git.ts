import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Longest time for one question to git, and for fetching one commit. */
const GIT_MS = 20_000;

const MOST_BYTES = 200 * 1024 * 1024;

/** The answer of git in a folder, as text; undefined where it fails. */
export const git = async (cwd: string, args: readonly string[]): Promise<string | undefined> =>
  (await gitBytes(cwd, args))?.toString('utf8');

/** The answer of git in a folder; `input` is its standard input. Undefined where it fails. */
export async function gitBytes(cwd: string, args: readonly string[], input = ''): Promise<Buffer | undefined> {
  try {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
    const limits = { timeout: GIT_MS, maxBuffer: MOST_BYTES };
    const asked = run('git', [...args], { cwd, env, ...limits, encoding: 'buffer' });
    asked.child.stdin?.on('error', () => {});
    asked.child.stdin?.end(input);
    return (await asked).stdout;
  } catch {
    return undefined;
  }
}
