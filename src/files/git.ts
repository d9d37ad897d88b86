import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Longest time for a git command. */
const GIT_MS = 20_000;

const MOST_BYTES = 200 * 1024 * 1024;

/** Runs git in a folder and returns its output as text; undefined if it fails. */
export const git = async (cwd: string, args: readonly string[]): Promise<string | undefined> =>
  (await gitBytes(cwd, args))?.toString('utf8');

/** Runs git in a folder and returns its output; undefined if it fails. `input` is its standard input. */
export async function gitBytes(cwd: string, args: readonly string[], input = ''): Promise<Buffer | undefined> {
  try {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
    const limits = { timeout: GIT_MS, maxBuffer: MOST_BYTES };
    const running = run('git', [...args], { cwd, env, ...limits, encoding: 'buffer' });
    running.child.stdin?.on('error', () => {});
    running.child.stdin?.end(input);
    return (await running).stdout;
  } catch {
    return undefined;
  }
}
