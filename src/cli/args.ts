import type { Problem } from '../core/model/problem.ts';
import { COMMANDS, type Command } from '../settings/commands.ts';
import { INPUTS, type InputSpec, type RawInputs } from '../settings/inputs.ts';
import { readList, suggestion } from '../settings/values.ts';

/** A flag of one command that is no input. */
export interface ExtraFlag {
  readonly name: string;
  readonly help: string;
  /** What the value is called in the help; absent for a switch. */
  readonly value?: string;
}

/** Flags by command that are no inputs. */
export const EXTRA_FLAGS: Readonly<Partial<Record<Command, readonly ExtraFlag[]>>> = {
  plan: [{ name: 'detailed-exitcode', help: 'Exit with 4 when there are changes to apply.' }],
  emulate: [
    { name: 'port', value: 'PORT', help: 'Port to listen on; 0 takes any free one. Default 4010.' },
    { name: 'seed', value: 'DIR', help: 'Folder of collection and environment files to start with.' },
    { name: 'profile', value: 'FILE', help: 'JSON file with limits, header families and other behaviour.' },
    { name: 'rate-limit', value: 'N', help: 'Calls per window.' },
    { name: 'quota', value: 'N', help: 'Calls per month.' },
    {
      name: 'fault',
      value: 'SPEC',
      help: 'A fault to play, such as "PUT /collections/*: 504 after-apply @2"; may be given several times.',
    },
    { name: 'state', value: 'DIR', help: 'Folder to keep everything in, so that it survives a restart.' },
    { name: 'sample-api', help: 'Also start the sample API that the examples test.' },
  ],
};

/** What a word without a flag before it means to a command. */
export const OPERANDS: Readonly<Partial<Record<Command, string>>> = { convert: 'DIR' };

/** A command line, taken apart. */
export interface Arguments {
  readonly command: Command | 'help' | 'version';
  readonly inputs: RawInputs;
  /** Values of the command's own flags and operands; a switch that is on has the value `true`. */
  readonly extras: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

/** Takes a command line apart; every problem with it at once. */
export function parseArguments(argv: readonly string[]): Arguments {
  const [first, ...rest] = argv;
  const asked = askedFor(argv);
  if (asked) return { command: asked, inputs: new Map(), extras: new Map(), problems: [] };
  const command = COMMANDS.find((name) => name === first);
  if (!command)
    return { command: 'help', inputs: new Map(), extras: new Map(), problems: [unknownCommand(first ?? '')] };
  return new Parser(command).parse(rest);
}

function askedFor(argv: readonly string[]): 'help' | 'version' | undefined {
  if (argv.length === 0 || argv[0] === 'help' || argv.includes('--help') || argv.includes('-h')) return 'help';
  return argv[0] === '--version' || argv[0] === '-v' ? 'version' : undefined;
}

const unknownCommand = (word: string): Problem => ({
  message: `"${word}" is no command`,
  remedy: suggestion(word, COMMANDS) ?? `Commands are ${COMMANDS.join(', ')}; --help tells more.`,
});

type Flag = { readonly extra: ExtraFlag } | { readonly spec: InputSpec; readonly negated: boolean };

/** What follows a flag: the text behind its equals sign, and the words behind it. */
interface Rest {
  readonly given: string | undefined;
  readonly rest: string[];
}

interface Wrong {
  readonly reason: string;
  readonly remedy: string;
}

class Parser {
  readonly #command: Command;
  readonly #inputs = new Map<string, string[]>();
  readonly #extras = new Map<string, string[]>();
  readonly #problems: Problem[] = [];

  constructor(command: Command) {
    this.#command = command;
  }

  parse(argv: readonly string[]): Arguments {
    const words = [...argv];
    for (let word = words.shift(); word !== undefined; word = words.shift()) this.#word(word, words);
    const inputs = new Map([...this.#inputs].map(([name, values]) => [name, values.join('\n')]));
    inputs.set('command', this.#command);
    return { command: this.#command, inputs, extras: this.#extras, problems: this.#problems };
  }

  #word(word: string, rest: string[]): void {
    const operand = OPERANDS[this.#command];
    if (operand !== undefined && !word.startsWith('-')) this.#add(operand, word);
    else this.#flag(word, rest);
  }

  #flag(word: string, rest: string[]): void {
    const [, name, given] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const flag = name === undefined ? undefined : this.#find(name);
    if (!flag) this.#complain(word.replace(/=.*$/s, ''), this.#unknown(name));
    else if ('extra' in flag) this.#extra(flag.extra, { given, rest });
    else if (flag.negated) this.#set(flag.spec, 'false');
    else this.#input(flag.spec, { given, rest });
  }

  #find(name: string): Flag | undefined {
    const extra = EXTRA_FLAGS[this.#command]?.find((each) => each.name === name);
    if (extra) return { extra };
    const spec = INPUTS.find((each) => each.name === name && name !== 'command');
    if (spec) return { spec, negated: false };
    const positive = INPUTS.find((each) => `no-${each.name}` === name && isSwitch(each));
    return positive && { spec: positive, negated: true };
  }

  #unknown(name: string | undefined): Wrong {
    if (name === undefined) {
      return {
        reason: 'this stands for nothing here',
        remedy: 'Flags begin with two dashes; quote values that hold spaces.',
      };
    }
    const known = [...INPUTS, ...(EXTRA_FLAGS[this.#command] ?? [])].map((each) => `--${each.name}`);
    return {
      reason: `${this.#command} has no such flag`,
      remedy: suggestion(`--${name}`, known) ?? '--help lists all flags.',
    };
  }

  #input(spec: InputSpec, { given, rest }: Rest): void {
    const value = given ?? (isSwitch(spec) ? switchValue(spec, rest) : this.#next(spec.name, rest));
    if (value !== undefined) this.#set(spec, value);
  }

  #extra({ name, value }: ExtraFlag, { given, rest }: Rest): void {
    const text = given ?? (value === undefined ? 'true' : this.#next(name, rest));
    if (text !== undefined) this.#add(name, text);
  }

  #add(name: string, text: string): void {
    this.#extras.set(name, [...(this.#extras.get(name) ?? []), text]);
  }

  #set(spec: InputSpec, value: string): void {
    const values = isList(spec) ? readList(value) : [value];
    const earlier = isList(spec) || spec.type === 'pairs' ? (this.#inputs.get(spec.name) ?? []) : [];
    this.#inputs.set(spec.name, [...earlier, ...values]);
  }

  #next(name: string, rest: string[]): string | undefined {
    if (rest.length > 0 && !rest[0]?.startsWith('--')) return rest.shift();
    this.#complain(`--${name}`, { reason: 'a value is missing', remedy: `Write --${name} VALUE.` });
    return undefined;
  }

  #complain(what: string, { reason, remedy }: Wrong): void {
    this.#problems.push({ message: `${what}: ${reason}`, remedy });
  }
}

const isList = ({ type }: InputSpec): boolean => type === 'list' || type === 'choices';

/** An input that may be written as a bare flag: `--prune` means `--prune true`. */
const isSwitch = (spec: InputSpec): boolean =>
  spec.type === 'flag' || (spec.type === 'choice' && spec.values.includes('true'));

function switchValue(spec: InputSpec, rest: string[]): string {
  const values = 'values' in spec ? spec.values : ['true', 'false'];
  return values.includes(rest[0] ?? '') ? (rest.shift() ?? 'true') : 'true';
}
