import { COMMAND_SPECS, COMMANDS, type Command } from '../settings/commands.ts';
import { INPUTS } from '../settings/inputs/index.ts';
import type { InputSpec } from '../settings/inputs/input-spec.ts';
import { showsInput, USAGE } from './usage.ts';

/** Shells that a completion script can be printed for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** One of {@link SHELLS}. */
export type Shell = (typeof SHELLS)[number];

/** A script that completes commands, flags and their values; generated from the tables of commands and inputs. */
export const renderCompletion = (shell: Shell): string => SCRIPTS[shell]();

/** A flag as completion scripts need it. */
interface CompletedFlag {
  readonly name: string;
  readonly help: string;
  /** The words to complete; empty for free texts. */
  readonly values: readonly string[];
  readonly isPath: boolean;
}

function flagsOf(command: Command): readonly CompletedFlag[] {
  const { flags } = USAGE[command];
  const inputs = INPUTS.filter(
    (input) => showsInput(command, input) && input.name !== 'command' && input.name !== 'matrix',
  );
  return [
    ...flags.map(({ name, help }) => ({ name, help, values: [], isPath: false })),
    ...inputs.map((input) => ({
      name: input.name,
      help: firstSentence(input.help),
      values: valuesOf(input),
      isPath:
        input.type === 'path' ||
        ['config', 'collections', 'environments', 'globals', 'report-dir'].includes(input.name),
    })),
  ];
}

const valuesOf = (input: InputSpec): readonly string[] => {
  if ('values' in input) return input.values;
  return input.type === 'flag' ? ['true', 'false'] : [];
};

const firstSentence = (text: string): string =>
  (/^.*?[.:](?=\s|$)/.exec(text)?.[0] ?? text).replace(/[.:]$/, '').replaceAll('`', '');

const operandsOf = (command: Command): readonly string[] => (command === 'completion' ? SHELLS : []);

const words = (list: readonly string[]): string => list.join(' ');

function bash(): string {
  const values = [...new Map(COMMANDS.flatMap(flagsOf).map((flag) => [flag.name, flag])).values()].filter(
    (flag) => flag.values.length > 0,
  );
  return `# bash completion for postman-sync; source it: source <(postman-sync completion bash)
_postman_sync() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "auto ${words(COMMANDS)} help" -- "$current"))
    return
  fi
  case $previous in
${values.map((flag) => `    --${flag.name}) words="${words(flag.values)}" ;;`).join('\n')}
  esac
  if [ -z "$words" ] && [[ $current == -* ]]; then
    case $command in
${COMMANDS.map((name) => `      ${name}) words="${words([...flagsOf(name).map((flag) => `--${flag.name}`), '--help'])}" ;;`).join('\n')}
    esac
  elif [ -z "$words" ]; then
    case $command in
      help) words="${words(COMMANDS)}" ;;
${COMMANDS.filter((name) => operandsOf(name).length > 0)
  .map((name) => `      ${name}) words="${words(operandsOf(name))}" ;;`)
  .join('\n')}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _postman_sync postman-sync
`;
}

const zshText = (text: string): string => text.replace(/['[\]:\\]/g, ' ');

function zsh(): string {
  const flagLine = ({ name, help, values, isPath }: CompletedFlag): string => {
    const pathAction = isPath ? ':path:_files' : '';
    const action = values.length > 0 ? `:value:(${words(values)})` : pathAction;
    return `        '--${name}[${zshText(help)}]${action}'`;
  };
  return `#compdef postman-sync
# zsh completion for postman-sync; source it: source <(postman-sync completion zsh)
_postman_sync() {
  local -a commands
  commands=(
${COMMANDS.map((name) => `    '${name}:${zshText(COMMAND_SPECS[name].help)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  (( CURRENT-- ))
  shift words
  case $command in
${COMMANDS.map((name) => {
  const lines = [...flagsOf(name).map(flagLine), `        '--help[Show the flags of ${name}]'`];
  const rest =
    operandsOf(name).length > 0 ? `        '1:operand:(${words(operandsOf(name))})'` : `        '*:file:_files'`;
  return `    ${name})\n      _arguments \\\n${[...lines, rest].join(' \\\n')}\n      ;;`;
}).join('\n')}
  esac
}
compdef _postman_sync postman-sync
`;
}

const fishText = (text: string): string => text.replace(/['\\]/g, ' ');

function fish(): string {
  const none = "'__fish_use_subcommand'";
  const lines = COMMANDS.flatMap((name) => [
    `complete -c postman-sync -n ${none} -f -a ${name} -d '${fishText(COMMAND_SPECS[name].help)}'`,
    ...flagsOf(name).map(({ name: flag, help, values }) => {
      const value = values.length > 0 ? ` -x -a '${words(values)}'` : '';
      return `complete -c postman-sync -n '__fish_seen_subcommand_from ${name}' -l ${flag} -d '${fishText(help)}'${value}`;
    }),
    ...operandsOf(name).map(
      (word) => `complete -c postman-sync -n '__fish_seen_subcommand_from ${name}' -f -a ${word}`,
    ),
  ]);
  return `# fish completion for postman-sync; source it: postman-sync completion fish | source\n${lines.join('\n')}\n`;
}

const SCRIPTS: Readonly<Record<Shell, () => string>> = { bash, zsh, fish };
