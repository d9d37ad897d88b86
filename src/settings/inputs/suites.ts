import type { InputRow } from './input-spec.ts';

/** Which suites run, how often, and what makes them fail. */
export const suitesInputs = [
  {
    name: 'run',
    type: 'choices',
    values: ['newman', 'monitors', 'none'],
    default: 'newman',
    help: 'What to run: `newman`, `monitors` or both, or `none`. Monitors run only in `apply`.',
  },
  { name: 'suite', type: 'list', help: 'Names of the suites to run; by default, all.', example: ['Orders on staging'] },
  {
    name: 'environment',
    type: 'text',
    defaultHelp: 'the only one, else none',
    help: 'Name or path of the environment that suites run with, where the configuration has no `suites`.',
    example: 'Staging',
  },
  {
    name: 'variables',
    type: 'pairs',
    help: '`name=value` lines for runs only: never uploaded, masked in every output.',
    example: { baseUrl: 'https://staging.example.com' },
  },
  {
    name: 'parallel',
    type: 'count',
    min: 1,
    defaultHelp: 'number of CPUs',
    help: 'Number of suites that run at once.',
    example: 4,
  },
  {
    name: 'retries',
    type: 'count',
    min: 0,
    max: 10,
    default: '0',
    help: 'Most reruns of a failed suite. A suite that passes on a rerun counts as passed and is reported as flaky.',
    example: 1,
  },
  {
    name: 'strict',
    type: 'flag',
    default: 'true',
    help: 'Fail a suite that proves nothing: no request, no assertion, an answer of 500 or more whose assertions check neither status nor body, an upload whose file is missing or refused, or a truncated answer. `false`: warn instead.',
  },
  {
    name: 'shard',
    type: 'text',
    inFile: false,
    help: 'Part of the suites to run, such as `2/4`: the second of four. With the same `baseline` for all parts, they take about equally long. In `plan` and `apply`, only the first part accesses the workspace.',
  },
  {
    name: 'only-changed',
    type: 'flag',
    default: 'false',
    help: 'On pull requests, run only suites whose collection, environment, data, certificates or `paths` were changed.',
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
    example: 'reports/main.json',
  },
  {
    name: 'new-failures-only',
    type: 'flag',
    default: 'false',
    help: 'With a baseline: failures that are also in the baseline are warnings.',
  },
  {
    name: 'wait-for',
    type: 'list',
    help: 'URLs that must answer with a status below 500 before the suites start.',
    example: ['https://staging.example.com/health'],
  },
  {
    name: 'wait-for-timeout',
    type: 'duration',
    default: '60s',
    help: 'Longest time to wait for the URLs of `wait-for`.',
    example: '2m',
  },
] as const satisfies readonly InputRow[];
