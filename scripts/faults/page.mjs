// The page about the results.
import { nothingWrong } from './world.mjs';

const KINDS = Object.keys(nothingWrong());

/** Rows of a table: for each group, how many of its cases had what wrong. */
function rowsOf(results, groupOf) {
  const groups = Map.groupBy ? Map.groupBy(results, groupOf) : groupBy(results, groupOf);
  return [...groups].map(([group, members]) => {
    const counts = KINDS.map((kind) => members.filter(({ wrong }) => wrong[kind].length > 0).length);
    return `| ${[group, members.length, ...counts].join(' | ')} |`;
  });
}

/** For Node 20. */
function groupBy(list, keyOf) {
  const groups = new Map();
  for (const each of list) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

const table = (first, rows) => [
  `| ${[first, 'cases', ...KINDS].join(' | ')} |`,
  `| --- |${' ---: |'.repeat(KINDS.length + 1)}`,
  ...rows,
];

/** docs/reliability.md. */
export const renderPage = ({ played, raced, seed, date }) => `# Reliability

Postman's API answers late, twice, not at all, or wrongly, and runs are killed. This page shows what \`apply\` makes of that.
\`npm run test:faults\` plays all of it again on your machine and writes this page. It needs no key and no network.

## What is played

Each case is a workspace with a colleague's collection and environment, and a repository with collections, environments,
globals and a monitor. A first \`apply\` runs under the fault, then one without it. Then one file is changed, one deleted and one
added, and both are repeated. A last \`plan\` must have nothing to do.

| column | a case counts where |
| --- | --- |
| lost | after the run without a fault, something is missing, or a colleague's resource was changed |
| doubled | something exists twice, or what was to be deleted is still there |
| hung | a run did not end |
| leaked | the API key or a secret value is in the output, the report or a backup |
| false green | a run passed, and the workspace was not as the repository says |
| not healed | the run without a fault failed, or the last plan still had something to do |

A fault hits one call of one apply, and every matching call of the other. Runs that are killed get SIGKILL after a random number of calls. A
number, the seed, repeats every random choice: \`npm run test:faults -- --only "killed, seed 7"\`. The faults are those of the
[emulator](emulator.md).

## Results

${date}, seed ${seed}: ${played.length + raced.length} cases.

### By fault

${table(
  'fault',
  rowsOf(played, ({ effect }) => effect),
).join('\n')}

### By endpoint

${table(
  'endpoint',
  rowsOf(played, ({ endpoint }) => `\`${endpoint}\``),
).join('\n')}

### Killed, and several at once

${table(
  'what',
  rowsOf(raced, ({ group }) => group),
).join('\n')}
`;
