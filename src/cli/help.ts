import { COMMAND_SPECS, COMMANDS } from '../settings/commands.ts';
import { INPUTS, type InputSpec } from '../settings/inputs.ts';
import { EXTRA_FLAGS } from './args.ts';

/** The text of `--help`. */
export function renderHelp(): string {
  return [
    'postman-sync: plan and apply for Postman, and a gate of API tests.',
    '',
    'Usage: postman-sync COMMAND [--flag VALUE …]',
    '',
    'Commands',
    ...COMMANDS.map((name) => `  ${name.padEnd(10)}${COMMAND_SPECS[name].help}`),
    '',
    'Flags are the inputs of the action and the keys of postman-sync.yaml. Lists take commas, and may be given again.',
    ...INPUTS.filter(({ name }) => name !== 'command').map(flagLine),
    ...Object.entries(EXTRA_FLAGS).flatMap(([name, flags]) => [
      '',
      `Flags of ${name}`,
      ...(flags ?? []).map(
        (flag) => `  --${`${flag.name}${flag.value ? ` ${flag.value}` : ''}`.padEnd(24)}${flag.help}`,
      ),
    ]),
    '',
    'Environment: POSTMAN_API_KEY, POSTMAN_API_URL, GITHUB_TOKEN.',
    'Exit status: 0 passed, 1 gate failed, 2 bad settings or files, 3 Postman or the network failed, 4 changes (plan --detailed-exitcode).',
    '',
  ].join('\n');
}

function flagLine(spec: InputSpec): string {
  const fallback = spec.default ?? spec.defaultHelp;
  return `  --${spec.name.padEnd(24)}${spec.help.replaceAll('`', '')}${fallback ? ` [${fallback.replaceAll('`', '')}]` : ''}`;
}
