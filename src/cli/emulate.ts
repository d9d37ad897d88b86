import process from 'node:process';
import { messageOf } from '../core/model/errors.ts';
import { createEmulator } from '../emulator/index.ts';
import { type Flags, readEmulatorOptions } from './emulate-options.ts';
import { tellProblems } from './problems.ts';
import { type SampleApi, startSampleApi } from './sample-api/index.ts';

/** Runs the emulator until a signal ends it. The first line on stdout is JSON: URL, key and workspace. */
export async function emulate(flags: Flags): Promise<number> {
  const options = await readEmulatorOptions(flags);
  if (!options.ok) return tellProblems(options.problems);
  const say = openLog();
  // Before the first line: whoever reads it may send a signal at once.
  const signal = untilSignal();
  const emulator = await createEmulator({ ...options.value, log: say }).catch(tell);
  if (!emulator) return 2;
  const sample: SampleApi | undefined = flags.has('sample-api') ? await startSampleApi() : undefined;
  const { url, apiKey, workspaceId } = emulator;
  say(JSON.stringify({ url, apiKey, workspaceId, ...(sample ? { sampleApi: sample.url } : {}) }));
  await signal;
  const stopped = await Promise.all([emulator.close(), sample?.close()]).catch(tell);
  return stopped ? 0 : 2;
}

/** Ports, seeds and states are tried, not checked: what they refuse is told in their own words. */
function tell(error: unknown): undefined {
  process.stderr.write(`${messageOf(error)}\n`);
}

/** Says lines for as long as someone listens: a script may read the first one and close the pipe. */
function openLog(): (line: string) => void {
  let heard = true;
  process.stdout.on('error', () => {
    heard = false;
  });
  return (line) => {
    if (heard) process.stdout.write(`${line}\n`);
  };
}

const untilSignal = (): Promise<void> =>
  new Promise((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
