// Compares postman-sync with Postman CLI 1.62.0 on the trees in __tests__/fixtures/v3. The tests do not run this; they use
// the results that it recorded. Postman CLI is not a dependency:
//   npm pack @postman/pm-bin-linux-x64@1.62.0 && tar xzf *.tgz
//   npm run build && POSTMAN_CLI=package/bin/postman npm run oracle:v3 [-- --record]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readTree } from '../../build/formats/collection-v3/read-tree.js';
import { differentFiles } from './compare-trees.mjs';
import { filesIn, postman, scratch, write } from './postman-cli.mjs';
import { startRequestLog } from './request-log.mjs';

const fixtures = fileURLToPath(new URL('../../__tests__/fixtures/v3/', import.meta.url));
const tree = join(fixtures, 'wire/Everything');
const cli = resolve(process.env.POSTMAN_CLI ?? 'postman');
const isRecording = process.argv.includes('--record');
if (!existsSync(cli)) throw new Error('Set POSTMAN_CLI to the binary of Postman CLI.');

/** The rules of Postman's linter that each file of lint.json violates. */
async function lint() {
  const root = scratch('lint');
  write(join(root, '.postman/resources.yaml'), 'workspace:\n  id: 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9\n');
  const collection = join(root, 'postman/collections/P');
  write(join(collection, '.resources/definition.yaml'), '$kind: collection\nname: P\n');
  const rows = JSON.parse(readFileSync(join(fixtures, 'lint.json'), 'utf8'));
  for (const { file, text } of rows) write(join(collection, file), text);
  const { stdout } = await postman(['workspace', 'lint', '-o', 'json'], { cli, cwd: root });
  const { diagnostics } = JSON.parse(stdout);
  return rows.map(({ file, text }) => {
    const own = diagnostics.filter(({ filePath }) => filePath === join(collection, file));
    return { file, text, rules: [...new Set(own.map(({ ruleId }) => ruleId))].sort() };
  });
}

/** Converts a tree to v2.1, has Postman CLI migrate it back, and returns the differences. */
async function migrate() {
  const texts = [...filesIn(tree)].map(([path, text]) => ({ path: `Everything/${path}`, text }));
  const { content } = readTree('Everything', texts, { allowUnsupported: false });
  const [file, out] = [join(scratch('in'), 'in.json'), scratch('out')];
  writeFileSync(file, JSON.stringify(content));
  await postman(['collection', 'migrate', file, '-o', out], { cli });
  const root = existsSync(join(out, '.resources')) ? out : join(out, 'Everything');
  return { document: content, differences: differentFiles(filesIn(tree), filesIn(root)) };
}

/** The requests that Postman CLI sends. */
async function wire() {
  const log = await startRequestLog();
  const environment = join(scratch('environment'), 'Echo.environment.yaml');
  write(environment, `name: Echo\nvalues:\n  - key: base\n    value: ${log.url}\n`);
  await postman(['collection', 'run', tree, '--no-report-events', '-e', environment], { cli });
  log.close();
  return log.requests;
}

let stale = 0;
for (const [name, compare] of Object.entries({ lint, migrate, wire })) {
  const path = join(fixtures, `${name}.json`);
  const result = `${JSON.stringify(await compare(), null, 2)}\n`;
  const isSame = existsSync(path) && readFileSync(path, 'utf8') === result;
  console.log(`${name}: ${isSame ? 'as recorded' : isRecording ? 'recorded' : 'differs from the recorded result'}`);
  if (isRecording) writeFileSync(path, result);
  else if (!isSame) stale += 1;
}
process.exitCode = stale > 0 ? 1 : 0;
