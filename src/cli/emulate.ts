import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { createEmulator, type EmulatorOptions, parseProfile } from '../emulator/index.ts';
import { readCount } from '../settings/values.ts';
import { type SampleApi, startSampleApi } from './sample-api/index.ts';

type Extras = ReadonlyMap<string, readonly string[]>;

/** Where the emulator listens unless told otherwise. */
const PORT = 4010;

/** Runs the emulator until a signal ends it. The first line on stdout is JSON: URL, key and workspace. */
export async function emulate(extras: Extras): Promise<number> {
  const emulator = await start(extras).catch(refuse);
  if (!emulator) return 2;
  const sample: SampleApi | undefined = extras.has('sample-api') ? await startSampleApi() : undefined;
  const { url, apiKey, workspaceId } = emulator;
  process.stdout.write(
    `${JSON.stringify({ url, apiKey, workspaceId, ...(sample ? { sampleApi: sample.url } : {}) })}\n`,
  );
  await untilSignal();
  await Promise.all([emulator.close(), sample?.close()]);
  return 0;
}

async function start(extras: Extras): ReturnType<typeof createEmulator> {
  const last = (name: string): string | undefined => extras.get(name)?.at(-1);
  const [rateLimit, quota] = [numberOf('rate-limit', last('rate-limit')), numberOf('quota', last('quota'))];
  const [seedDir, stateDir, profile] = [last('seed'), last('state'), last('profile')];
  const options: EmulatorOptions = {
    port: numberOf('port', last('port')) ?? PORT,
    faults: extras.get('fault') ?? [],
    log: (line) => process.stdout.write(`${line}\n`),
    ...(seedDir === undefined ? {} : { seedDir }),
    ...(stateDir === undefined ? {} : { stateDir }),
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(quota === undefined ? {} : { quota }),
    ...(profile === undefined ? {} : { profile: parseProfile(JSON.parse(await readFile(profile, 'utf8'))) }),
  };
  return createEmulator(options);
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const read = readCount(text, { min: 0 });
  if (!read.ok) throw new Error(`--${name}: ${read.message}. ${read.remedy}`);
  return read.value;
}

function refuse(error: unknown): undefined {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  const said =
    code === 'EADDRINUSE'
      ? 'The port is taken. Choose another one with --port, or --port 0 for any free one.'
      : String(message ?? error);
  process.stderr.write(`The emulator cannot start: ${said}\n`);
}

const untilSignal = (): Promise<void> =>
  new Promise((stop) => {
    process.once('SIGINT', () => stop());
    process.once('SIGTERM', () => stop());
  });
