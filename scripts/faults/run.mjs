// `npm run test:faults`: combines every endpoint of the Postman API with every fault of the emulator, kills runs at random
// points, and starts several at once. Prints what was lost, doubled, hung or leaked, and writes docs/reliability.md.
//
//   npm run test:faults [-- --small] [--seed N] [--every N] [--only TEXT] [--out FILE]
//
// `--every 4` runs every fourth case. `--only` runs the cases whose name contains the text, and writes no page. FAULTS_BUILD
// is the folder with the emitted program (default: build).
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cases, playCase } from './matrix.mjs';
import { renderPage } from './page.mjs';
import { entryOf, playAppliers, playKill } from './races.mjs';
import { loader, nothingWrong } from './scenario.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const optionOf = (name, fallback) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback;
const small = process.argv.includes('--small');
const seed = Number(optionOf('--seed', '1'));
const only = optionOf('--only', undefined);
const every = Number(optionOf('--every', '1'));
const build = process.env.FAULTS_BUILD ?? `${root}build`;
const out = optionOf('--out', `${root}docs/reliability.md`);
const load = loader(build);
const say = (text) => process.stdout.write(`${text}\n`);

const seeds = (count) => Array.from({ length: count }, (_, index) => seed + index);

/** Cases in processes of their own. `listLag` is the number of lists that do not show a new resource yet. */
function racesWith(listLag) {
  const options = { entry: entryOf(build), profile: { listLag } };
  const lag = listLag === 0 ? '' : `, new resources missing in ${listLag} lists`;
  const several = (appliers) =>
    seeds(6).map((number) => ({
      group: `${appliers} runs at once${lag}`,
      name: `${appliers} runs at once, seed ${number}${lag}`,
      play: () => playAppliers(load, { ...options, appliers, seed: number }),
    }));
  const killed = seeds(12).map((number) => ({
    group: `killed at a random point${lag}`,
    name: `killed, seed ${number}${lag}`,
    play: () => playKill(load, { ...options, seed: number }),
  }));
  return [...killed, ...several(2), ...several(4)];
}

const races = small ? [] : [0, 8].flatMap(racesWith);

const SMALL = ['POST /collections: 504 after-apply', 'PUT /environments/*: reset'];
const matrix = cases
  .filter(({ spec }) => !small || SMALL.includes(spec))
  .map((entry) => ({ ...entry, name: entry.spec, play: () => playCase(load, entry) }));
const chosen = [...matrix, ...races].filter(
  // Shifts by one case with each endpoint, which has 24 faults, so that a part of the cases contains every fault.
  ({ name }, index) => (index + Math.floor(index / 24)) % every === 0 && (only === undefined || name.includes(only)),
);

/** Runs a case and prints its problems. A case that throws has failed. */
async function runCase(testCase) {
  const wrong = await testCase.play().catch((error) => ({ ...nothingWrong(), 'not healed': [String(error.stack)] }));
  const found = Object.entries(wrong).filter(([, texts]) => texts.length > 0);
  for (const [what, texts] of found) say(`✗ ${testCase.name}: ${what}: ${[...new Set(texts)].join(' | ')}`);
  if (only !== undefined && found.length === 0) say(`✓ ${testCase.name}`);
  return { ...testCase, wrong };
}

/** Runs the cases, `parallel` at a time. */
async function runAll(list, parallel) {
  const results = [];
  const queue = list.entries();
  const worker = async () => {
    for (const [index, testCase] of queue) results[index] = await runCase(testCase);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}

say(`Seed ${seed}. ${chosen.length} cases.`);
const [played, raced] = await Promise.all([
  runAll(
    chosen.filter(({ spec }) => spec),
    cpus().length,
  ),
  runAll(
    chosen.filter(({ spec }) => !spec),
    1,
  ),
]);
const bad = [...played, ...raced].filter(({ wrong }) => Object.values(wrong).some((texts) => texts.length > 0));
const page = renderPage({ played, raced, seed, date: new Date().toISOString().slice(0, 10) });
say(page.split('\n').slice(page.split('\n').indexOf('## Results')).join('\n'));
if (only === undefined) writeFileSync(out, page);
say(bad.length === 0 ? `All ${chosen.length} cases passed.` : `${bad.length} of ${chosen.length} cases failed.`);
if (bad.length > 0) say('Repeat a failed case with --only and its name.');
process.exit(bad.length === 0 ? 0 : 1);
