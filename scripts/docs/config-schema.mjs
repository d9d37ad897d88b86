// The JSON Schema of the configuration file: what zod emits, with what editors show on hover and for a wrong value.
import { z } from 'zod';
import { INPUTS } from '../../build/settings/inputs/index.js';
import { configSchema } from '../../build/settings/schema.js';
import { exampleOf } from './examples.mjs';

const PAGE = 'https://github.com/postman-sync/postman-sync/blob/main/docs/configuration.md';

/** The default of a suite's key that is also a key of the whole file. */
export const OF_THE_FILE = 'as for the whole file';

/** The place of a key in the reference: `suites[].name` has the anchor `suites-name`. */
export const anchorOf = (path) => path.replaceAll('[]', '').replaceAll('.*', '').replaceAll('.', '-');

export function configJsonSchema() {
  const schema = z.toJSONSchema(configSchema, {
    target: 'draft-7',
    override: ({ jsonSchema }) => joinScalars(jsonSchema),
  });
  for (const key of keysOf(schema)) explain(key);
  return {
    $id: 'https://raw.githubusercontent.com/postman-sync/postman-sync/main/schema/postman-sync.schema.json',
    title: 'postman-sync configuration',
    ...schema,
  };
}

/** Every key with its path and its schema, each before the keys inside it. */
export function keysOf(schema, prefix = '') {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return [{ path, value, required: schema.required?.includes(name) ?? false }, ...keysOf(value, path)];
  });
  const inner = [
    ...(schema.anyOf ?? []).map((branch) => [branch, prefix]),
    ...(schema.items ? [[schema.items, `${prefix}[]`]] : []),
    ...(typeof schema.additionalProperties === 'object' ? [[schema.additionalProperties, `${prefix}.*`]] : []),
  ];
  return [...own, ...inner.flatMap(([branch, at]) => keysOf(branch, at))];
}

/** `number | string` is one schema with two types: an editor then names the pattern that is expected, not the first type. */
function joinScalars(schema) {
  const { anyOf, expected } = schema;
  if (expected !== undefined) {
    delete schema.expected;
    const message = `Expected ${expected}.`;
    schema.errorMessage = message;
    schema.patternErrorMessage = message;
  }
  if (!anyOf?.every(({ type }) => typeof type === 'string' && type !== 'object' && type !== 'array')) return;
  delete schema.anyOf;
  if (anyOf.some((branch) => branch.enum)) {
    schema.enum = anyOf.flatMap((branch) => (branch.type === 'boolean' ? [true, false] : branch.enum));
    return;
  }
  Object.assign(schema, ...anyOf, { type: anyOf.map(({ type }) => type) });
}

/** Adds the default, an example and the text of the hover, which links to the reference. */
function explain({ path, value }) {
  const fallback = defaultOf(path);
  const example = exampleOf(path);
  if (fallback.value !== undefined) value.default = fallback.value;
  if (example !== undefined) value.examples = [example];
  const told = [
    value.description,
    ...(fallback.text ? [`Default: ${fallback.text}.`] : []),
    `[Reference](${PAGE}#${anchorOf(path)})`,
  ];
  value.markdownDescription = told.filter(Boolean).join('\n\n');
}

/** The default of a key as a value and as a text; keys of a suite have the file's. */
export function defaultOf(path) {
  if (path === 'monitors[].active' || /^monitors\[\]\.options\.(strictSSL|followRedirects)$/.test(path))
    return { value: true, text: '`true`' };
  if (path === 'suites[].blocking') return { value: true, text: '`true`' };
  if (/^monitors\[\]\.(regions|options|retry|notif)/.test(path)) return { text: 'as it is in Postman' };
  const spec = INPUTS.find(({ name }) => name === path);
  if (spec) {
    const text = spec.default === undefined ? spec.defaultHelp : `\`${spec.default}\``;
    return { value: inputDefault(spec), text };
  }
  const whole = /^suites\[\]\.(.+)$/.exec(path)?.[1];
  return whole && INPUTS.some(({ name }) => name === whole) ? { text: OF_THE_FILE } : {};
}

function inputDefault({ type, default: text }) {
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  if (type === 'count') return Number(text);
  return type === 'list' ? text.split(',') : text;
}
