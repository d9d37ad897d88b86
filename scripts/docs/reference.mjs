// The tables of docs/configuration.md: every key with its values, its default and an example.
import { stringify } from 'yaml';
import { INPUTS } from '../../build/settings/inputs/index.js';
import { INPUT_GROUPS } from '../../build/settings/inputs/input-spec.js';
import { anchorOf, defaultOf, keysOf, OF_THE_FILE } from './config-schema.mjs';
import { exampleOf } from './examples.mjs';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text) => `\`${text}\``;

/** One table for each group of inputs, each with an example of every key. */
export function inputSections(schema) {
  const keys = new Map(keysOf(schema).map((key) => [key.path, key]));
  return Object.entries(INPUT_GROUPS).flatMap(([group, title]) => {
    const own = INPUTS.filter((spec) => spec.group === group).flatMap(({ name }) => keys.get(name) ?? []);
    if (own.length === 0) return [];
    const example = Object.fromEntries(own.map(({ path, value }) => [path, exampleFor(path, value)]));
    return [
      `### ${title}`,
      '',
      ...table(own),
      '',
      '```yaml',
      stringify(example, { lineWidth: 0 }).trimEnd(),
      '```',
      '',
    ];
  });
}

/** The keys inside of `parent`, as deep as they go. */
export const innerTable = (schema, parent) =>
  table(keysOf(schema).filter(({ path }) => path.startsWith(`${parent}[].`) || path.startsWith(`${parent}.`)));

/** Keys of the whole file that are no inputs. */
export const fileTable = (schema) =>
  table(keysOf(schema).filter(({ path }) => /^[\w-]+$/.test(path) && !INPUTS.some(({ name }) => name === path)));

const table = (keys) => [
  '| key | value | default | meaning |',
  '| --- | --- | --- | --- |',
  ...keys.map(({ path, value, required }) => {
    const fallback = required ? 'required' : (defaultOf(path).text ?? '');
    const anchor = `<a id="${anchorOf(path)}"></a>`;
    return `| ${anchor}${code(path)} | ${cell(valuesOf(value, path))} | ${cell(fallback)} | ${cell(meaningOf(path, value))} |`;
  }),
];

/** The description; of a suite's key that the whole file has too, a link to that. */
function meaningOf(path, { description = '' }) {
  const whole = /^suites\[\]\.(.+)$/.exec(path)?.[1];
  const isSame =
    whole && (whole.startsWith('thresholds.') || defaultOf(path).text === OF_THE_FILE) && whole !== 'variables';
  return isSame && exampleOf(whole) !== undefined
    ? `As [${code(whole)}](#${anchorOf(whole)}), for this suite.`
    : description;
}

/** What a key takes, in words. */
function valuesOf(value, path) {
  const choices = choicesOf(value);
  if (choices.length > 0) return choices.map((one) => code(String(one))).join(', ');
  const example = exampleOf(path);
  const such = example === undefined || typeof example === 'object' ? '' : `, such as ${code(example)}`;
  const type = [value.type ?? (value.anyOf ?? []).map((branch) => branch.type)].flat();
  if (value.errorMessage)
    return `${value.errorMessage
      .replace(/^Expected an? /, '')
      .replace(/[:,] .*$/, '')
      .replace(/\.$/, '')}${such}`;
  if (type.includes('boolean') && type.length === 1) return '`true`, `false`';
  if (type.includes('integer')) return `whole number${rangeOf(value)}`;
  if (type.includes('array')) return type.includes('string') ? 'string or list of strings' : 'list';
  return type.includes('object') ? 'keys with values' : 'string';
}

function choicesOf(value) {
  const here =
    value.enum ??
    (value.anyOf ?? []).flatMap((branch) => (branch.type === 'boolean' ? [true, false] : (branch.enum ?? [])));
  return here.length > 0 ? here : (value.items?.enum ?? []);
}

function rangeOf({ minimum, maximum }) {
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) return ` from ${minimum ?? 0} to ${maximum}`;
  return minimum > 0 ? `, ${minimum} or more` : '';
}

/** The example; of flags and choices the first value that is not the default. */
function exampleFor(path, value) {
  const given = exampleOf(path);
  if (given !== undefined) return given;
  const values = value.type === 'boolean' ? [true, false] : choicesOf(value);
  return values.find((one) => one !== value.default) ?? value.default;
}
