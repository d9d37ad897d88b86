// Writes what follows from the tables in src: action.yml's inputs, the README's tables, the reference of the configuration
// and the JSON Schemas of the configuration, the report and Postman's YAML files. Reads the emitted JavaScript in build/, so `npm run build` comes first. `--check` only compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { reportSchema } from '../build/core/report/report-schema.js';
import { SCHEMAS } from '../build/formats/collection-v3/schemas.js';
import { OUTPUTS } from '../build/render/output-table.js';
import { INPUTS } from '../build/settings/inputs/index.js';
import { configJsonSchema } from './docs/config-schema.mjs';
import { failureTable, problemTable } from './docs/errors.mjs';
import { inputTables, outputTable } from './docs/inputs.mjs';
import { fileTable, innerTable, inputSections } from './docs/reference.mjs';

const root = new URL('..', import.meta.url);
const check = process.argv.includes('--check');
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// The runner passes a default as if the user had written it, and an input wins over the configuration file: only what
// cannot stand in the file has its default here, the others tell it.
const actionInputs = INPUTS.map((input) => {
  const told = input.default === undefined ? input.defaultHelp : `\`${input.default}\``;
  const fallback = input.expression
    ? `\${{ ${input.expression} }}`
    : input.inFile === false
      ? input.default
      : undefined;
  const help = fallback === undefined && told ? `${input.help} Default: ${told}.` : input.help;
  return [
    `  ${input.name}:`,
    `    description: ${quoted(help)}`,
    '    required: false',
    ...(fallback === undefined ? [] : [`    default: ${quoted(fallback)}`]),
  ].join('\n');
});

const actionOutputs = OUTPUTS.map(({ name, help }) => `  ${name}:\n    description: ${quoted(help)}`);

const between = (text, name, lines, [open, close] = ['# ', '']) => {
  const [begin, end] = [`${open}begin ${name}${close}`, `${open}end ${name}${close}`];
  const [at, to] = [text.indexOf(begin), text.indexOf(end)];
  if (at < 0 || to < at) throw new Error(`${begin} … ${end} is not there`);
  const indent = /[ \t]*$/.exec(text.slice(0, to))[0];
  return `${text.slice(0, at + begin.length)}\n${lines.join('\n')}\n${indent}${text.slice(to)}`;
};

/** Keys of the configuration that hold keys of their own. */
const INNER = ['collections', 'environments', 'suites', 'thresholds', 'monitors', 'contract-ignore'];

const html = ['<!-- ', ' -->'];
const config = configJsonSchema();
const parts = (text, tables) =>
  Object.entries(tables).reduce((page, [name, lines]) => between(page, name, lines, html), text);
const files = {
  'action.yml': (text) => between(between(text, 'inputs', actionInputs), 'outputs', actionOutputs),
  'README.md': (text) => parts(text, { inputs: inputTables(), outputs: outputTable() }),
  'docs/configuration.md': (text) =>
    parts(text, {
      inputs: inputSections(config),
      file: fileTable(config),
      ...Object.fromEntries(INNER.map((key) => [key, innerTable(config, key)])),
    }),
  'docs/errors.md': (text) => parts(text, { kinds: failureTable(), problems: problemTable() }),
  'schema/postman-sync.schema.json': () => `${JSON.stringify(config, null, 2)}\n`,
};

files['schema/report.schema.json'] = () => {
  const schema = z.toJSONSchema(reportSchema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ title: 'postman-sync report (report.json)', ...schema }, null, 2)}\n`;
};

for (const [kind, schema] of Object.entries(SCHEMAS)) {
  const title = `Postman collection format v3: ${kind}`;
  const text = JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) }, null, 2);
  files[`schema/collection-v3/${kind}.schema.json`] = () => `${text}\n`;
}

let stale = 0;
for (const [name, render] of Object.entries(files)) {
  const url = new URL(name, root);
  const before = read(url);
  const after = render(before);
  if (before === after) continue;
  if (check) {
    console.error(`${name} is out of step with src: run npm run build && npm run docs`);
    stale += 1;
  } else {
    mkdirSync(new URL('.', url), { recursive: true });
    writeFileSync(url, after);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

function read(url) {
  try {
    return readFileSync(url, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}
