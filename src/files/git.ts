import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Longest time for one question to git, and for fetching one commit. */
const GIT_MS = 20_000;

const MOST_BYTES = 200 * 1024 * 1024;

/** What git answers in a folder, with a text on its standard input where it reads one; undefined where it fails. */
export async function git(
  cwd: string,
  args: readonly string[],
  { input = '' }: { readonly input?: string } = {},
): Promise<string | undefined> {
  try {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
    const asked = run('git', [...args], { cwd, env, timeout: GIT_MS, maxBuffer: MOST_BYTES });
    asked.child.stdin?.on('error', () => {});
    asked.child.stdin?.end(input);
    return (await asked).stdout;
  } catch {
    return undefined;
  }
}
