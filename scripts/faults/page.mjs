// Renders docs/reliability.md.
import { nothingWrong } from './scenario.mjs';

const KINDS = Object.keys(nothingWrong());

/** Table rows: for each group, the number of its cases with each kind of problem. */
function rowsOf(results, groupOf) {
  const groups = Map.groupBy ? Map.groupBy(results, groupOf) : groupBy(results, groupOf);
  return [...groups].map(([group, members]) => {
    const counts = KINDS.map((kind) => members.filter(({ wrong }) => wrong[kind].length > 0).length);
    return `| ${[group, members.length, ...counts].join(' | ')} |`;
  });
}

/** `Map.groupBy`, which Node 20 lacks. */
function groupBy(list, keyOf) {
  const groups = new Map();
  for (const member of list) groups.set(keyOf(member), [...(groups.get(keyOf(member)) ?? []), member]);
  return groups;
}

const table = (first, rows) => [
  `| ${[first, 'cases', ...KINDS].join(' | ')} |`,
  `| --- |${' ---: |'.repeat(KINDS.length + 1)}`,
  ...rows,
];

/** The page with all results. */
export const renderPage = ({ played, raced, seed, date }) => `# Reliability

Responses of Postman's API come late, are wrong, or never come, and runs are killed. This page shows how \`apply\` behaves
then. \`npm run test:faults\` repeats all cases on your machine and writes this page. It needs no key and no network.

## The cases

Each case is a workspace with a colleague's collection and environment, and a repository with collections, environments,
globals and a monitor. A first \`apply\` runs with the fault, a second one without it. Then one file is changed, one
deleted and one added, and both are repeated. A last \`plan\` must be empty.

| column | a case counts when |
| --- | --- |
| lost | after the run without a fault, something is missing, or a colleague's resource was changed |
| doubled | something exists twice, or what should have been deleted still exists |
| hung | a run did not end |
| leaked | the API key or a secret value is in the output, the report or a backup |
| false green | a run passed although the workspace did not match the repository |
| not healed | the run without a fault failed, or the last plan was not empty |

A fault affects one call of one \`apply\`, and every matching call of the other. Killed runs get SIGKILL after a random number
of calls. A seed repeats every random choice: \`npm run test:faults -- --only "killed, seed 7"\`. The faults are those of the
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
