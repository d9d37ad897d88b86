import type { Problem } from '../core/model/problem.ts';
import { COMMANDS, type Command } from '../settings/commands.ts';
import { INPUTS } from '../settings/inputs/index.ts';
import type { InputSpec, RawInputs } from '../settings/inputs/input-spec.ts';
import { readList, suggestion } from '../settings/values.ts';
import { ALIASES, COMMANDS_INSTEAD, INSTEAD, SHORT_FLAGS } from './newman-flags.ts';
import { acceptsInput, type ExtraFlag, USAGE, type Usage } from './usage.ts';

/** A parsed command line. */
export interface Arguments {
  readonly command: Command | 'auto' | 'help' | 'version';
  /** The command whose help is shown; absent for the general help. */
  readonly topic?: Command;
  readonly inputs: RawInputs;
  /** Values of the flags that are not inputs. A switch that is set has the value `true`. */
  readonly extras: ReadonlyMap<string, readonly string[]>;
  /** Arguments that are neither flags nor values of flags. */
  readonly operands: readonly string[];
  readonly problems: readonly Problem[];
}

const NOTHING = { inputs: new Map(), extras: new Map(), operands: [], problems: [] } as const;

/** Parses a command line, and collects every problem with it. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [first, ...rest] = argv;
  const command = commandOf(first);
  const helpOrVersion = parseHelpOrVersion(argv, command);
  if (helpOrVersion) return helpOrVersion;
  if (!command) return { ...NOTHING, command: 'help', problems: [unknownCommand(first ?? '')] };
  return new Parser(command).parse(rest);
}

const commandOf = (word: string | undefined): Command | 'auto' | undefined =>
  word === 'auto' ? word : COMMANDS.find((name) => name === word);

function parseHelpOrVersion(argv: readonly string[], command: Command | 'auto' | undefined): Arguments | undefined {
  const [first, second] = argv;
  const isHelp = argv.length === 0 || first === 'help' || argv.includes('--help') || argv.includes('-h');
  if (!isHelp) return first === '--version' || first === '-v' ? { ...NOTHING, command: 'version' } : undefined;
  const topic = first === 'help' ? commandOf(second) : command;
  if (first === 'help' && second !== undefined && !topic)
    return { ...NOTHING, command: 'help', problems: [unknownCommand(second)] };
  return { ...NOTHING, command: 'help', ...(topic && topic !== 'auto' ? { topic } : {}) };
}

const unknownCommand = (word: string): Problem => ({
  code: 'command-line',
  message: `"${word}" is not a command`,
  remedy:
    COMMANDS_INSTEAD[word] ??
    suggestion(word, COMMANDS) ??
    `Use one of ${COMMANDS.join(', ')}; --help shows what they do.`,
});

type Flag = { readonly extra: ExtraFlag } | { readonly spec: InputSpec; readonly negated: boolean };

/** The texts that a flag's value may come from: behind its equals sign, or in the next arguments. */
interface ValueSource {
  readonly given: string | undefined;
  readonly rest: string[];
}

/** What is wrong with an argument, and how to correct it. */
interface ArgumentProblem {
  readonly reason: string;
  readonly remedy: string;
}

class Parser {
  readonly #command: Command | 'auto';
  readonly #usage: Usage;
  readonly #accepted: readonly InputSpec[];
  readonly #inputs = new Map<string, string[]>();
  readonly #extras = new Map<string, string[]>();
  readonly #operands: string[] = [];
  readonly #problems: Problem[] = [];

  constructor(command: Command | 'auto') {
    const row = command === 'auto' ? 'apply' : command;
    this.#command = command;
    this.#usage = USAGE[row];
    this.#accepted = INPUTS.filter((input) => acceptsInput(row, input));
  }

  parse(argv: readonly string[]): Arguments {
    const words = [...argv];
    for (let word = words.shift(); word !== undefined; word = words.shift()) this.#parseWord(word, words);
    const { operand } = this.#usage;
    if (operand?.required && this.#operands.length === 0)
      this.#complain(operand.name, { reason: 'is missing', remedy: operand.help });
    const inputs = new Map([...this.#inputs].map(([name, values]) => [name, values.join('\n')]));
    inputs.set('command', this.#command);
    if (operand?.input && this.#operands.length > 0) inputs.set(operand.input, this.#operands.join('\n'));
    return {
      command: this.#command,
      inputs,
      extras: this.#extras,
      operands: this.#operands,
      problems: this.#problems,
    };
  }

  #parseWord(word: string, rest: string[]): void {
    const [, long, given] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const [, short] = /^-([a-zA-Z])$/.exec(word) ?? [];
    const name = long ?? (short === undefined ? undefined : this.#longFor(short));
    if (name === undefined && !word.startsWith('-') && this.#usage.operand) {
      this.#operands.push(word);
      return;
    }
    const [, reporter, option] = /^reporter-([a-z\d]+(?:-[a-z\d]+)*?)-([\w.-]+)$/i.exec(name ?? '') ?? [];
    const flag = name === undefined ? undefined : this.#find(ALIASES[name] ?? name);
    if (flag) this.#parseFlag(flag, { given, rest });
    else if (reporter && option && this.#find('reporter-options'))
      this.#parseReporterOption(`${reporter}.${option}`, { given, rest });
    else this.#complain(word.replace(/=.*$/s, ''), this.#unknown(name));
  }

  #longFor(short: string): string | undefined {
    return this.#usage.flags.find((flag) => flag.short === short)?.name ?? SHORT_FLAGS[short];
  }

  #parseFlag(flag: Flag, source: ValueSource): void {
    if ('extra' in flag) this.#parseExtra(flag.extra, source);
    else if (flag.negated) this.#set(flag.spec, 'false');
    else this.#parseInput(flag.spec, source);
  }

  #find(name: string): Flag | undefined {
    const extra = this.#usage.flags.find((flag) => flag.name === name);
    if (extra) return { extra };
    const spec = this.#accepted.find((input) => input.name === name && name !== 'command');
    if (spec) return { spec, negated: false };
    const positive = this.#accepted.find((input) => `no-${input.name}` === name && isSwitch(input));
    return positive && { spec: positive, negated: true };
  }

  #unknown(name: string | undefined): ArgumentProblem {
    if (name === undefined)
      return { reason: 'unexpected argument', remedy: 'Flags begin with two dashes; quote values with spaces.' };
    const reason = `${this.#command} has no such flag`;
    const instead = INSTEAD[name];
    if (instead !== undefined) return { reason, remedy: instead };
    const known = [...this.#accepted, ...this.#usage.flags].map((flag) => `--${flag.name}`);
    return { reason, remedy: suggestion(`--${name}`, known) ?? `${this.#command} --help lists all flags.` };
  }

  #parseInput(spec: InputSpec, { given, rest }: ValueSource): void {
    const value = given ?? (isSwitch(spec) ? switchValue(spec, rest) : this.#next(spec.name, rest));
    if (value === undefined) return;
    this.#set(spec, value);
    // Newman's -e names a file, which the globs of environments may not match.
    if (spec.name === 'environment' && isFile(value)) this.#add('environments', value);
  }

  #parseExtra({ name, value }: ExtraFlag, { given, rest }: ValueSource): void {
    const text = given ?? (value === undefined ? 'true' : this.#next(name, rest));
    if (text !== undefined) this.#extras.set(name, [...(this.#extras.get(name) ?? []), text]);
  }

  #parseReporterOption(name: string, { given, rest }: ValueSource): void {
    const isLast = rest.length === 0 || rest[0]?.startsWith('-');
    const value = given ?? (isLast ? 'true' : rest.shift());
    this.#add('reporter-options', `${name}=${value}`);
  }

  #set(spec: InputSpec, value: string): void {
    const values = isList(spec) ? readList(value) : [value];
    if (isList(spec) || spec.type === 'pairs') for (const entry of values) this.#add(spec.name, entry);
    else this.#inputs.set(spec.name, [...values]);
  }

  #add(name: string, value: string): void {
    this.#inputs.set(name, [...(this.#inputs.get(name) ?? []), value]);
  }

  #next(name: string, rest: string[]): string | undefined {
    if (rest.length > 0 && !rest[0]?.startsWith('--')) return rest.shift();
    this.#complain(`--${name}`, { reason: 'a value is missing', remedy: `Write --${name} VALUE.` });
    return undefined;
  }

  #complain(argument: string, { reason, remedy }: ArgumentProblem): void {
    this.#problems.push({ code: 'command-line', message: `${argument}: ${reason}`, remedy });
  }
}

const isFile = (value: string): boolean => /\.(json|ya?ml)$/i.test(value);

const isList = ({ type }: InputSpec): boolean => type === 'list' || type === 'choices';

/** An input that may be written as a bare flag: `--prune` means `--prune true`. */
const isSwitch = (spec: InputSpec): boolean =>
  spec.type === 'flag' || (spec.type === 'choice' && spec.values.includes('true'));

function switchValue(spec: InputSpec, rest: string[]): string {
  const values = 'values' in spec ? spec.values : ['true', 'false'];
  return values.includes(rest[0] ?? '') ? (rest.shift() ?? 'true') : 'true';
}
