import process from 'node:process';
import { messageOf } from '../core/model/errors.ts';
import { createEmulator } from '../emulator/index.ts';
import { type Flags, readEmulatorOptions } from './emulate-options.ts';
import { printProblems } from './problems.ts';
import { type SampleApi, startSampleApi } from './sample-api/index.ts';

/** Runs the emulator until SIGINT or SIGTERM. The first line on stdout is JSON with URL, key and workspace id. */
export async function emulate(flags: Flags): Promise<number> {
  const options = await readEmulatorOptions(flags);
  if (!options.ok) return printProblems(options.problems);
  const say = openLog();
  // Before the first line is written: its reader may send a signal immediately.
  const signal = untilSignal();
  const emulator = await createEmulator({ ...options.value, log: say }).catch(writeError);
  if (!emulator) return 2;
  const sample: SampleApi | undefined = flags.has('sample-api') ? await startSampleApi() : undefined;
  const { url, apiKey, workspaceId } = emulator;
  say(JSON.stringify({ url, apiKey, workspaceId, ...(sample ? { sampleApi: sample.url } : {}) }));
  await signal;
  const stopped = await Promise.all([emulator.close(), sample?.close()]).catch(writeError);
  return stopped ? 0 : 2;
}

/** Prints an error of starting or stopping, such as a port in use or a seed that cannot be read. */
function writeError(error: unknown): undefined {
  process.stderr.write(`${messageOf(error)}\n`);
}

/** Writes lines to stdout until it is closed: a script may read the first line and close the pipe. */
function openLog(): (line: string) => void {
  let isOpen = true;
  process.stdout.on('error', () => {
    isOpen = false;
  });
  return (line) => {
    if (isOpen) process.stdout.write(`${line}\n`);
  };
}

const untilSignal = (): Promise<void> =>
  new Promise((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
