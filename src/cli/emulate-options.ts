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

/** The flags of a command with their values, in the order of the command line. */
export type Flags = ReadonlyMap<string, readonly string[]>;

/** The port of the emulator without `--port`. */
const DEFAULT_PORT = 4010;
const HIGHEST_PORT = 65_535;

/** The emulator's options from its flags, or every problem with them at once. */
export async function readEmulatorOptions(flags: Flags): Promise<Checked<EmulatorOptions>> {
  const last = (name: string): string | undefined => flags.get(name)?.at(-1);
  const parts: readonly Checked<EmulatorOptions>[] = [
    countOf(flags, { name: 'port', min: 0, max: HIGHEST_PORT, as: (port) => ({ port }) }),
    countOf(flags, { name: 'rate-limit', min: 1, as: (rateLimit) => ({ rateLimit }) }),
    countOf(flags, { name: 'quota', min: 0, as: (quota) => ({ quota }) }),
    await profileOf(last('profile')),
    faultsOf(flags.get('fault') ?? []),
    textOf(last('seed'), (seedDir) => ({ seedDir })),
    textOf(last('state'), (stateDir) => ({ stateDir })),
  ];
  const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
  if (problems.length > 0) return { ok: false, problems };
  let options: EmulatorOptions = { port: DEFAULT_PORT };
  for (const part of parts) if (part.ok) options = { ...options, ...part.value };
  return valid(options);
}

const valid = (value: EmulatorOptions): Checked<EmulatorOptions> => ({ ok: true, value });
const invalid = (...problems: readonly Problem[]): Checked<EmulatorOptions> => ({ ok: false, problems });

const textOf = (text: string | undefined, as: (text: string) => EmulatorOptions): Checked<EmulatorOptions> =>
  valid(text === undefined ? {} : as(text));

interface CountFlag {
  readonly name: string;
  readonly min: number;
  readonly max?: number;
  as(count: number): EmulatorOptions;
}

function countOf(flags: Flags, { name, as, ...bounds }: CountFlag): Checked<EmulatorOptions> {
  const text = flags.get(name)?.at(-1);
  if (text === undefined) return valid({});
  const read = readCount(text, bounds);
  return read.ok
    ? valid(as(read.value))
    : invalid({ code: 'command-line', message: `--${name}: ${read.message}`, remedy: read.remedy });
}

function faultsOf(faults: readonly string[]): Checked<EmulatorOptions> {
  const complaints = faultComplaints(faults);
  return complaints.length === 0
    ? valid({ faults })
    : invalid({ code: 'command-line', message: complaints.join('\n'), remedy: faultHelp });
}

/** Reads the profile with the YAML parser, which knows the place of every setting. The parser is loaded only here. */
async function profileOf(path: string | undefined): Promise<Checked<EmulatorOptions>> {
  if (path === undefined) return valid({});
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (typeof text !== 'string') {
    const message = `The profile cannot be read (${text.code ?? text.message})`;
    return invalid({ path, code: 'file-unreadable', message, remedy: 'Check that the file exists and can be read.' });
  }
  const { parseWithPositions } = await import('../core/lib/positions.ts');
  const document = parseWithPositions(text);
  const broken = document.syntaxErrors.map(({ message, position }) => ({
    path,
    position,
    code: 'file-syntax' as const,
    message: `The profile is not valid JSON: ${message}`,
    remedy: 'Correct the syntax at this position.',
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
  return complaints.length > 0 ? invalid(...complaints) : valid({ profile: parseProfile(content) });
}
