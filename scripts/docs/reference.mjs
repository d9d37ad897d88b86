// The tables of docs/configuration.md: all keys with their values and defaults.
import { stringify } from 'yaml';
import { INPUTS } from '../../build/settings/inputs/index.js';
import { INPUT_GROUPS } from '../../build/settings/inputs/input-spec.js';
import { anchorOf, defaultOf, FILE_DEFAULT, keysOf } from './config-schema.mjs';
import { exampleOf } from './examples.mjs';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text) => `\`${text}\``;

/** A table for each group of inputs, followed by an example with all its keys. */
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

/** A table of all keys inside `parent`, at any depth. */
export const innerTable = (schema, parent) =>
  table(keysOf(schema).filter(({ path }) => path.startsWith(`${parent}[].`) || path.startsWith(`${parent}.`)));

/** A table of the top-level keys that are not inputs. */
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

/** The description of a key. For a suite's key that is also a key of the whole file, a link to that key. */
function meaningOf(path, { description = '' }) {
  const whole = /^suites\[\]\.(.+)$/.exec(path)?.[1];
  const isSame =
    whole && (whole.startsWith('thresholds.') || defaultOf(path).text === FILE_DEFAULT) && whole !== 'variables';
  return isSame && exampleOf(whole) !== undefined
    ? `As [${code(whole)}](#${anchorOf(whole)}), for this suite.`
    : description;
}

/** The values of a key in words. */
function valuesOf(value, path) {
  const choices = choicesOf(value);
  if (choices.length > 0) return choices.map((choice) => code(String(choice))).join(', ');
  const example = exampleOf(path);
  const suchAs = example === undefined || typeof example === 'object' ? '' : `, such as ${code(example)}`;
  const type = [value.type ?? (value.anyOf ?? []).map((branch) => branch.type)].flat();
  if (value.errorMessage)
    return `${value.errorMessage
      .replace(/^Expected an? /, '')
      .replace(/[:,] .*$/, '')
      .replace(/\.$/, '')}${suchAs}`;
  if (type.includes('boolean') && type.length === 1) return '`true`, `false`';
  if (type.includes('integer')) return `whole number${rangeOf(value)}`;
  if (type.includes('array')) return type.includes('string') ? 'string or list of strings' : 'list';
  return type.includes('object') ? 'keys with values' : 'string';
}

/** The allowed values of a key or of its list's elements; empty when any value of the type is allowed. */
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

/** The example of a key. Flags and choices without one have the first value that is not the default. */
function exampleFor(path, value) {
  const given = exampleOf(path);
  if (given !== undefined) return given;
  const values = value.type === 'boolean' ? [true, false] : choicesOf(value);
  return values.find((candidate) => candidate !== value.default) ?? value.default;
}
