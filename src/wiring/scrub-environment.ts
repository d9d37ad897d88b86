import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** A process's environment variables. Deleting one also hides it from programs that the process starts. */
type Environment = Record<string, string | undefined>;

/** Names of variables that hold inputs, keys, tokens and passwords. */
const CONFIDENTIAL =
  /^INPUT_|(?:^|_)(?:TOKEN|JWT|SECRET|PASSWORD|PASSWD|PASSPHRASE|PWD|PAT|KEY|APIKEY|CREDENTIALS?)(?:_|$)|(?:ACCESS|AUTH)TOKEN$|^AWS_(?:ACCESS|SESSION)/i;

/** Variables for the working directory, which {@link CONFIDENTIAL} takes for passwords. */
const HARMLESS: ReadonlySet<string> = new Set(['PWD', 'OLDPWD']);

/**
 * Deletes confidential variables of a process before it starts another process, and returns a copy of all variables. On
 * Linux, other processes of the user can read the variables that a process was started with, even after their deletion.
 * So they are overwritten in memory, too.
 */
export function scrubEnvironment(env: Environment, overwrite = overwriteOnLinux): Readonly<Environment> {
  const copy = { ...env };
  const names = Object.keys(env).filter((name) => CONFIDENTIAL.test(name) && !HARMLESS.has(name));
  for (const name of names) delete env[name];
  try {
    overwrite(names);
  } catch {
    // Other systems, and kernels that forbid it: at least programs that are started later do not get the variables.
  }
  return copy;
}

/** Index of `env_start`, field 50 of `/proc/self/stat`, in the fields after the program's name (proc(5)). */
const ENV_START = 47;

function overwriteOnLinux(names: readonly string[]): void {
  if (process.platform !== 'linux' || names.length === 0) return;
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const start = Number(fields[ENV_START]);
  const block = readFileSync('/proc/self/environ');
  const memory = openSync('/proc/self/mem', 'r+');
  try {
    for (const { offset, length } of rangesOf(names, block))
      writeSync(memory, Buffer.alloc(length, '*'), 0, length, start + offset);
  } finally {
    closeSync(memory);
  }
}

/** The values of variables in a block of `NAME=value` entries, each of which ends in a zero byte. */
function rangesOf(
  names: readonly string[],
  block: Buffer,
): readonly { readonly offset: number; readonly length: number }[] {
  const wanted = new Set(names);
  const ranges: { offset: number; length: number }[] = [];
  for (let at = 0; at < block.length; ) {
    const zero = block.indexOf(0, at);
    const end = zero < 0 ? block.length : zero;
    const equals = block.indexOf(0x3d, at);
    const name = block.toString('utf8', at, equals);
    if (equals > at && equals < end && wanted.has(name)) ranges.push({ offset: equals + 1, length: end - equals - 1 });
    at = end + 1;
  }
  return ranges;
}
