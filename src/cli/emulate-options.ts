import { readFile } from 'node:fs/promises';
import type { Checked, Problem } from '../core/model/problem.ts';
import {
  type EmulatorOptions,
  faultComplaints,
  faultHelp,
  parseProfile,
  profileComplaints,
} from '../emulator/index.ts';
import { readCount } from '../settings/values.ts';

/** The flags of a command with their values, in the order given. */
export type Flags = ReadonlyMap<string, readonly string[]>;

/** Where the emulator listens unless told otherwise. */
const PORT = 4010;
const HIGHEST_PORT = 65_535;

/** The emulator's options from its flags, or every problem with them at once. */
export async function readEmulatorOptions(flags: Flags): Promise<Checked<EmulatorOptions>> {
  const given = (name: string): string | undefined => flags.get(name)?.at(-1);
  const parts: readonly Checked<EmulatorOptions>[] = [
    countOf(flags, { name: 'port', min: 0, max: HIGHEST_PORT, as: (port) => ({ port }) }),
    countOf(flags, { name: 'rate-limit', min: 1, as: (rateLimit) => ({ rateLimit }) }),
    countOf(flags, { name: 'quota', min: 0, as: (quota) => ({ quota }) }),
    await profileOf(given('profile')),
    faultsOf(flags.get('fault') ?? []),
    textOf(given('seed'), (seedDir) => ({ seedDir })),
    textOf(given('state'), (stateDir) => ({ stateDir })),
  ];
  const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
  if (problems.length > 0) return { ok: false, problems };
  let options: EmulatorOptions = { port: PORT };
  for (const part of parts) options = { ...options, ...(part.ok ? part.value : {}) };
  return fine(options);
}

const fine = (value: EmulatorOptions): Checked<EmulatorOptions> => ({ ok: true, value });
const invalid = (...problems: readonly Problem[]): Checked<EmulatorOptions> => ({ ok: false, problems });

const textOf = (text: string | undefined, as: (text: string) => EmulatorOptions): Checked<EmulatorOptions> =>
  fine(text === undefined ? {} : as(text));

interface CountFlag {
  readonly name: string;
  readonly min: number;
  readonly max?: number;
  as(count: number): EmulatorOptions;
}

function countOf(flags: Flags, { name, as, ...bounds }: CountFlag): Checked<EmulatorOptions> {
  const text = flags.get(name)?.at(-1);
  if (text === undefined) return fine({});
  const read = readCount(text, bounds);
  return read.ok
    ? fine(as(read.value))
    : invalid({ code: 'command-line', message: `--${name}: ${read.message}`, remedy: read.remedy });
}

function faultsOf(faults: readonly string[]): Checked<EmulatorOptions> {
  const complaints = faultComplaints(faults);
  return complaints.length === 0
    ? fine({ faults })
    : invalid({ code: 'command-line', message: complaints.join('\n'), remedy: faultHelp });
}

/** JSON is YAML: its parser knows the place of every setting. It is loaded only for this. */
async function profileOf(path: string | undefined): Promise<Checked<EmulatorOptions>> {
  if (path === undefined) return fine({});
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (typeof text !== 'string') {
    const message = `The profile cannot be read (${text.code ?? text.message})`;
    return invalid({ path, code: 'file-unreadable', message, remedy: 'Check that it exists and may be read.' });
  }
  const { parseWithPositions } = await import('../core/lib/positions.ts');
  const document = parseWithPositions(text);
  const broken = document.syntaxErrors.map(({ message, position }) => ({
    path,
    position,
    code: 'file-syntax' as const,
    message: `The profile is not valid JSON: ${message}`,
    remedy: 'Mend the syntax at this place.',
  }));
  if (broken.length > 0) return invalid(...broken);
  const content = document.value();
  const complaints = profileComplaints(content).map(({ setting, unknown, message, remedy }) => ({
    path,
    position: document.locate(setting === undefined ? [] : [setting], unknown ? 'key' : undefined),
    code: unknown ? ('unknown-key' as const) : ('wrong-value' as const),
    message,
    remedy,
  }));
  return complaints.length > 0 ? invalid(...complaints) : fine({ profile: parseProfile(content) });
}
