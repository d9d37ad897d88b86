// The JSON Schema of the configuration file: the schema from zod, with texts that editors show on hover and for errors.
import { z } from 'zod';
import { INPUTS } from '../../build/settings/inputs/index.js';
import { configSchema } from '../../build/settings/schema.js';
import { exampleOf } from './examples.mjs';

const PAGE = 'https://github.com/postman-sync/postman-sync/blob/main/docs/configuration.md';

/** Text for the default of a suite's key that is also a key of the whole file. */
export const FILE_DEFAULT = 'as for the whole file';

/** The anchor of a key in docs/configuration.md, such as `suites-name` for `suites[].name`. */
export const anchorOf = (path) => path.replaceAll('[]', '').replaceAll('.*', '').replaceAll('.', '-');

/** The complete JSON Schema. */
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

/** Every key with its path and schema. A key comes before the keys inside it. */
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

/** Merges `number | string` into one schema with two types, so that editors show the expected form, not the first type. */
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

/** Adds the default, an example and the hover text with a link to docs/configuration.md. */
function explain({ path, value }) {
  const fallback = defaultOf(path);
  const example = exampleOf(path);
  if (fallback.value !== undefined) value.default = fallback.value;
  if (example !== undefined) value.examples = [example];
  const hoverTexts = [
    value.description,
    ...(fallback.text ? [`Default: ${fallback.text}.`] : []),
    `[Reference](${PAGE}#${anchorOf(path)})`,
  ];
  value.markdownDescription = hoverTexts.filter(Boolean).join('\n\n');
}

/** The default of a key as a value and as Markdown. Keys of a suite default to the same keys of the whole file. */
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
  return whole && INPUTS.some(({ name }) => name === whole) ? { text: FILE_DEFAULT } : {};
}

/** The default of an input, with the type that it has in the file. */
function inputDefault({ type, default: text }) {
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  if (type === 'count') return Number(text);
  return type === 'list' ? text.split(',') : text;
}
