import type { InputRow } from './input-spec.ts';

/** Which suites run, how often, and what makes them fail. */
export const suitesInputs: readonly InputRow[] = [
  {
    name: 'run',
    type: 'choices',
    values: ['newman', 'monitors', 'none'],
    default: 'newman',
    help: 'What to run: any of `newman` and `monitors`, or `none`. `monitors` are run by `apply`.',
  },
  { name: 'suite', type: 'list', help: 'Names of the suites to run; by default, all.' },
  {
    name: 'environment',
    type: 'text',
    defaultHelp: 'the only one, else none',
    help: 'Name or path of the environment that suites run with, where the configuration has no `suites`.',
  },
  {
    name: 'variables',
    type: 'pairs',
    help: '`name=value` lines, given to runs only: never uploaded, masked in every output.',
  },
  {
    name: 'parallel',
    type: 'count',
    min: 1,
    defaultHelp: 'number of CPUs',
    help: 'Number of suites that run at once.',
  },
  {
    name: 'retries',
    type: 'count',
    min: 0,
    max: 10,
    default: '0',
    help: 'Reruns of a failed suite. One that passes on a rerun counts as passed and is reported as flaky.',
  },
  {
    name: 'strict',
    type: 'flag',
    default: 'true',
    help: 'No false green: nothing requested, nothing asserted, an answer of 500 or more whose assertions look at neither status nor body, an upload whose file is missing or refused, and an answer that is cut off, fail. `false`: these are warnings.',
  },
  {
    name: 'shard',
    type: 'text',
    inFile: false,
    help: 'Part of the suites to run, such as `2/4`: the second of four. Give the `baseline` to all, and the parts take equally long. Of `plan` and `apply`, only the first looks at the workspace.',
  },
  {
    name: 'only-changed',
    type: 'flag',
    default: 'false',
    help: 'On pull requests, run only suites whose collection, environment, data, certificates or `paths` the change touches.',
  },
  {
    name: 'since',
    type: 'text',
    defaultHelp: 'merge base of the pull request',
    inFile: false,
    help: 'Revision that `only-changed` compares with.',
  },
  {
    name: 'baseline',
    type: 'path',
    help: 'Earlier `report.json` whose failures and latencies the run is compared with. `auto`: from the artifact of the latest successful run on the base branch (GitHub; `actions: read`).',
  },
  {
    name: 'new-failures-only',
    type: 'flag',
    default: 'false',
    help: 'With a baseline: failures that the baseline has too are warnings.',
  },
  {
    name: 'wait-for',
    type: 'list',
    help: 'URLs that must answer (below 500) before the suites start.',
  },
  {
    name: 'wait-for-timeout',
    type: 'duration',
    default: '60s',
    help: 'Longest time to wait for the URLs of `wait-for`.',
  },
];
