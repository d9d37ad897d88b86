// The README's tables of inputs and outputs. The essential inputs are visible; the others are in collapsed groups.
import { OUTPUTS } from '../../build/render/output-table.js';
import { COMMAND_SPECS } from '../../build/settings/commands.js';
import { INPUTS } from '../../build/settings/inputs/index.js';
import { INPUT_GROUPS } from '../../build/settings/inputs/input-spec.js';

/** The inputs that most workflows need. */
const ESSENTIALS = [
  'command',
  'postman-api-key',
  'workspace',
  'collections',
  'environments',
  'run',
  'prune',
  'on-drift',
  'config',
];

const cell = (text) => text.replaceAll('|', '\\|');

/** Whether a choice is valid in the action. Some commands exist only on the command line. */
const isActionValue = (value) => COMMAND_SPECS[value]?.kind !== 'cli' && value !== 'restore';

/** The values of an input in words, by its type. */
const VALUES = {
  text: () => 'text',
  path: () => 'path',
  list: () => 'list',
  flag: () => '`true`, `false`',
  duration: () => 'duration',
  share: () => 'percentage',
  pairs: () => '`name=value` lines',
  secret: () => 'secret',
  choice: ({ values }) =>
    values
      .filter(isActionValue)
      .map((value) => `\`${value}\``)
      .join(', '),
  choices: ({ values }) => `list of ${values.map((value) => `\`${value}\``).join(', ')}`,
  count: ({ min, max }) => (max === undefined ? `number, ${min} or more` : `number, ${min} to ${max}`),
};

const row = (input) => {
  const fallback = input.default === undefined ? (input.defaultHelp ?? '') : `\`${input.default}\``;
  return `| \`${input.name}\` | ${[VALUES[input.type](input), fallback, input.help].map(cell).join(' | ')} |`;
};

const table = (inputs) => ['| input | values | default | meaning |', '| --- | --- | --- | --- |', ...inputs.map(row)];

/** A table of the essential inputs, then a collapsed table of each group of other inputs. */
export function inputTables() {
  const rest = INPUTS.filter(({ name }) => !ESSENTIALS.includes(name));
  const groups = Object.entries(INPUT_GROUPS).flatMap(([group, title]) => {
    const own = rest.filter((input) => input.group === group);
    const summary = `<summary><b>${title}</b>: ${own.map(({ name }) => `<code>${name}</code>`).join(', ')}</summary>`;
    return own.length === 0 ? [] : ['', '<details>', summary, '', ...table(own), '', '</details>'];
  });
  return [...table(ESSENTIALS.map((name) => INPUTS.find((input) => input.name === name))), ...groups];
}

/** The table of all outputs. */
export const outputTable = () => [
  '| output | value |',
  '| --- | --- |',
  ...OUTPUTS.map(({ name, help }) => `| \`${name}\` | ${cell(help)} |`),
];
