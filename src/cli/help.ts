import { COMMAND_SPECS, COMMANDS, type Command } from '../settings/commands.ts';
import { INPUTS } from '../settings/inputs/index.ts';
import { INPUT_GROUPS, type InputGroup, type InputSpec } from '../settings/inputs/input-spec.ts';
import { SHORT_FLAGS } from './newman-flags.ts';
import { type ExtraFlag, USAGE } from './usage.ts';

/** Longest line, even on wider terminals. */
const MAX_WIDTH = 100;
const DEFAULT_WIDTH = 80;

/** The text of `--help`: one screen with every command. `width` is the terminal's, in characters. */
export function renderHelp(width = DEFAULT_WIDTH): string {
  return [
    ...wrap(
      'postman-sync keeps a Postman workspace in step with its repository and gates pull requests on API tests.',
      width,
    ),
    '',
    'Usage: postman-sync COMMAND [FLAGS]',
    '',
    'Commands',
    ...COMMANDS.flatMap((name) => row(name, COMMAND_SPECS[name].help, { width, column: 17 })),
    '',
    ...wrap(
      'postman-sync COMMAND --help shows the flags of a command. The command auto runs plan or apply, depending on the CI run.',
      width,
    ),
    ...wrap('Flags are also the inputs of the action and the keys of postman-sync.yaml.', width),
    '',
    'Environment',
    ...row('POSTMAN_API_KEY', 'the API key', { width, column: 30 }),
    ...row('POSTMAN_API_URL', 'base URL of the API, for the emulator', { width, column: 30 }),
    ...row('GITHUB_TOKEN, GITLAB_TOKEN', 'for comments on pull and merge requests', { width, column: 30 }),
    ...row('NO_COLOR, FORCE_COLOR', 'colours off or on', { width, column: 30 }),
    '',
    'Exit status',
    ...row('0', 'passed', { width, column: 7 }),
    ...row('1', 'the gate failed', { width, column: 7 }),
    ...row('2', 'wrong settings or files, nothing was sent', { width, column: 7 }),
    ...row('3', 'Postman or the network failed', { width, column: 7 }),
    ...row('4', 'changes are pending', { width, column: 7 }),
    ...row('130', 'stopped', { width, column: 7 }),
    '',
  ].join('\n');
}

/** The text of `COMMAND --help`: usage, two examples, and the flags of the command in groups. */
export function renderCommandHelp(command: Command, width = DEFAULT_WIDTH): string {
  const { operand, groups, flags, inputs = [], examples } = USAGE[command];
  const own = [
    ...flags.flatMap((flag) => extraRow(flag, width)),
    ...INPUTS.filter(({ name }) => inputs.includes(name)).flatMap((input) => inputRow(input, width)),
  ];
  const hasFlags = groups.length + own.length > 0;
  return [
    ...wrap(COMMAND_SPECS[command].help, width),
    '',
    `Usage: postman-sync ${[command, operand && (operand.required ? operand.name : `[${operand.name}]`), hasFlags && '[FLAGS]'].filter(Boolean).join(' ')}`,
    ...(operand ? ['', ...row(operand.name, operand.help, { width, column: columnOf(width) })] : []),
    '',
    'Examples',
    ...examples.map((example) => `  ${example}`),
    ...(own.length > 0 ? ['', 'Flags', ...own] : []),
    ...groups.flatMap((group) => groupRows(group, width)),
    '',
  ].join('\n');
}

/** The column in which the help of flags begins. */
const columnOf = (width: number): number => (width < DEFAULT_WIDTH ? 22 : 30);

/** Inputs that are not flags: the command's name, the matrix of GitHub, and the operands of `merge-reports`. */
const UNLISTED: ReadonlySet<string> = new Set(['command', 'matrix', 'reports']);

function groupRows(group: InputGroup, width: number): readonly string[] {
  const inputs = INPUTS.filter((input) => input.group === group && !UNLISTED.has(input.name));
  if (inputs.length === 0) return [];
  return ['', INPUT_GROUPS[group], ...inputs.flatMap((input) => inputRow(input, width))];
}

const extraRow = ({ name, short, value, help }: ExtraFlag, width: number): readonly string[] =>
  row(flagName(short, value ? `${name} ${value}` : name), help, { width, column: columnOf(width) });

function inputRow(input: InputSpec, width: number): readonly string[] {
  const fallback = input.default ?? input.defaultHelp;
  const help = `${input.help}${fallback ? ` [${fallback}]` : ''}`.replaceAll('`', '');
  return row(flagName(shortFor(input.name), `${input.name}${valueName(input)}`), help, {
    width,
    column: columnOf(width),
  });
}

const shortFor = (name: string): string | undefined =>
  Object.entries(SHORT_FLAGS).find(([, long]) => long === name)?.[0];

const flagName = (short: string | undefined, long: string): string => `${short ? `-${short}, ` : '    '}--${long}`;

/** The placeholder for an input's value: ` PATH`, ` true|false`. */
function valueName(input: InputSpec): string {
  if ('values' in input && input.values.length <= 3) return ` ${input.values.join('|')}`;
  const NAMES: Readonly<Record<InputSpec['type'], string>> = {
    text: ' TEXT',
    path: ' PATH',
    list: ' LIST',
    flag: '',
    duration: ' TIME',
    share: ' PERCENT',
    pairs: ' NAME=VALUE',
    secret: ' SECRET',
    choice: ' CHOICE',
    choices: ' LIST',
    count: ' N',
  };
  return NAMES[input.type];
}

interface RowOptions {
  readonly width: number;
  /** The column in which the text begins. */
  readonly column: number;
}

/** A name and its text side by side; a long name has a line of its own. */
function row(name: string, text: string, { width, column }: RowOptions): readonly string[] {
  const lines = wrap(text, Math.min(width, MAX_WIDTH) - column);
  const indent = ' '.repeat(column);
  const head = `  ${name}`;
  if (head.length + 2 > column) return [head, ...lines.map((line) => `${indent}${line}`)];
  return lines.map((line, index) => (index === 0 ? `${head.padEnd(column)}${line}` : `${indent}${line}`));
}

/** Wraps a text at spaces. Lines are at most `width` long, unless a single word is longer. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > Math.min(width, MAX_WIDTH)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
