// `npm run docs [-- --check]`: generates action.yml, tables of the documentation, and JSON Schemas from the tables in src/.
// Reads the emitted JavaScript in build/, so run `npm run build` first. `--check` writes nothing and fails when a file is
// out of date.
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

// The runner passes a default as if the user had set the input, and an input overrides the configuration file. So only an
// input that the file cannot set has a `default` here. The descriptions of the others name the default.
const actionInputs = INPUTS.map((input) => {
  const fallback = runnerDefault(input);
  const named = input.default === undefined ? input.defaultHelp : `\`${input.default}\``;
  const help = fallback === undefined && named ? `${input.help} Default: ${named}.` : input.help;
  return [
    `  ${input.name}:`,
    `    description: ${quoted(help)}`,
    '    required: false',
    ...(fallback === undefined ? [] : [`    default: ${quoted(fallback)}`]),
  ].join('\n');
});

function runnerDefault({ expression, inFile, default: value }) {
  if (expression) return `\${{ ${expression} }}`;
  return inFile === false ? value : undefined;
}

const actionOutputs = OUTPUTS.map(({ name, help }) => `  ${name}:\n    description: ${quoted(help)}`);

/** Replaces the text between the comments `begin NAME` and `end NAME`. Throws an `Error` where one is missing. */
const replaceBetween = (text, name, lines, [open, close] = ['# ', '']) => {
  const [begin, end] = [`${open}begin ${name}${close}`, `${open}end ${name}${close}`];
  const [at, to] = [text.indexOf(begin), text.indexOf(end)];
  if (at < 0 || to < at) throw new Error(`the comments "${begin}" and "${end}" are missing`);
  const indent = /[ \t]*$/.exec(text.slice(0, to))[0];
  return `${text.slice(0, at + begin.length)}\n${lines.join('\n')}\n${indent}${text.slice(to)}`;
};

/** Keys of the configuration whose values have keys. */
const INNER = ['collections', 'environments', 'suites', 'thresholds', 'monitors', 'contract-ignore'];

const htmlComment = ['<!-- ', ' -->'];
const config = configJsonSchema();
const withTables = (text, tables) =>
  Object.entries(tables).reduce((page, [name, lines]) => replaceBetween(page, name, lines, htmlComment), text);
const files = {
  'action.yml': (text) => replaceBetween(replaceBetween(text, 'inputs', actionInputs), 'outputs', actionOutputs),
  'README.md': (text) => withTables(text, { inputs: inputTables(), outputs: outputTable() }),
  'docs/configuration.md': (text) =>
    withTables(text, {
      inputs: inputSections(config),
      file: fileTable(config),
      ...Object.fromEntries(INNER.map((key) => [key, innerTable(config, key)])),
    }),
  'docs/errors.md': (text) => withTables(text, { kinds: failureTable(), problems: problemTable() }),
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
    console.error(`${name} is out of date. Run npm run build && npm run docs.`);
    stale += 1;
  } else {
    mkdirSync(new URL('.', url), { recursive: true });
    writeFileSync(url, after);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

/** The text of a file; empty when it cannot be read. */
function read(url) {
  try {
    return readFileSync(url, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}
