// Plays every endpoint of the Postman API against every fault of the emulator, kills runs at random points, and starts
// several at once. Prints what was lost, doubled, hung or leaked, and writes it to docs/reliability.md.
//
//   npm run test:faults [-- --small] [--seed N] [--every N] [--only TEXT] [--out FILE]
//
// `--every 4` plays every fourth case. `--only` plays the cases whose name contains the text, and writes no page. FAULTS_BUILD names the folder with the
// emitted program (default: build).
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cases, playCase } from './matrix.mjs';
import { renderPage } from './page.mjs';
import { entryOf, playAppliers, playKill } from './races.mjs';
import { loader, nothingWrong } from './world.mjs';

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

const seeds = (count) => Array.from({ length: count }, (_, at) => seed + at);

/** Cases in processes of their own; with `listLag`, lists show a new resource only after so many looks. */
function racesWith(listLag) {
  const setting = { entry: entryOf(build), profile: { listLag } };
  const lag = listLag === 0 ? '' : `, lists lag for ${listLag} looks`;
  const several = (appliers) =>
    seeds(6).map((number) => ({
      group: `${appliers} runs at once${lag}`,
      name: `${appliers} runs at once, seed ${number}${lag}`,
      play: () => playAppliers(load, { ...setting, appliers, seed: number }),
    }));
  const killed = seeds(12).map((number) => ({
    group: `killed at a random point${lag}`,
    name: `killed, seed ${number}${lag}`,
    play: () => playKill(load, { ...setting, seed: number }),
  }));
  return [...killed, ...several(2), ...several(4)];
}

const races = small ? [] : [0, 8].flatMap(racesWith);

const SMALL = ['POST /collections: 504 after-apply', 'PUT /environments/*: reset'];
const matrix = cases
  .filter(({ spec }) => !small || SMALL.includes(spec))
  .map((one) => ({ ...one, name: one.spec, play: () => playCase(load, one) }));
const chosen = [...matrix, ...races].filter(
  // A step of its own for each endpoint, so that a part of the cases has every fault.
  ({ name }, at) => (at + Math.floor(at / 24)) % every === 0 && (only === undefined || name.includes(only)),
);

/** Plays a case. One that throws has failed, too. */
async function play(one) {
  const wrong = await one.play().catch((error) => ({ ...nothingWrong(), 'not healed': [String(error.stack)] }));
  const found = Object.entries(wrong).filter(([, texts]) => texts.length > 0);
  for (const [what, texts] of found) say(`✗ ${one.name}: ${what}: ${[...new Set(texts)].join(' | ')}`);
  if (only !== undefined && found.length === 0) say(`✓ ${one.name}`);
  return { ...one, wrong };
}

/** Plays the cases, so many at the same time: most of them wait for sockets. */
async function playAll(list, atOnce) {
  const results = [];
  const queue = list.entries();
  const worker = async () => {
    for (const [at, one] of queue) results[at] = await play(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

say(`Seed ${seed}. ${chosen.length} cases.`);
const [played, raced] = await Promise.all([
  playAll(
    chosen.filter((one) => one.spec),
    cpus().length,
  ),
  playAll(
    chosen.filter((one) => !one.spec),
    1,
  ),
]);
const bad = [...played, ...raced].filter(({ wrong }) => Object.values(wrong).some((texts) => texts.length > 0));
const page = renderPage({ played, raced, seed, date: new Date().toISOString().slice(0, 10) });
say(page.split('\n').slice(page.split('\n').indexOf('## Results')).join('\n'));
if (only === undefined) writeFileSync(out, page);
say(bad.length === 0 ? `All ${chosen.length} cases passed.` : `${bad.length} of ${chosen.length} cases failed.`);
if (bad.length > 0) say('Repeat one of them with --only and its name.');
process.exit(bad.length === 0 ? 0 : 1);
