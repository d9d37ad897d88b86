import { FAILURE_KINDS } from '../core/model/verdict.ts';

/** Every output of the action, in the order of the documentation. `action.yml` and the README are generated from it. */
export const OUTPUTS = [
  {
    name: 'verdict',
    help: '`passed`, `failed` (the gate: tests, thresholds, drift with `on-drift: fail`, conflicts, blocked secrets) or `error`.',
  },
  {
    name: 'failure-kinds',
    help: `Kinds of the failures, comma-separated: ${FAILURE_KINDS.map((kind) => `\`${kind}\``).join(', ')}.`,
  },
  {
    name: 'plan',
    help: 'JSON array of `{action, kind, name, path, uid, drifted}`; `action` is `create`, `update`, `delete` or `none`.',
  },
  { name: 'created', help: 'Resources created (planned ones for `plan`).' },
  { name: 'updated', help: 'Resources updated (planned ones for `plan`).' },
  { name: 'deleted', help: 'Resources deleted (planned ones for `plan`).' },
  { name: 'unchanged', help: 'Resources in sync.' },
  { name: 'drifted', help: 'Resources changed in Postman since the last apply.' },
  { name: 'behind', help: 'Resources with changes in Postman that the repository lacks.' },
  {
    name: 'conflicts',
    help: 'JSON array of `{kind, name, path, at, base, ours, theirs}`: the places that were changed in the file and in Postman.',
  },
  { name: 'resources', help: 'JSON object, source path → uid.' },
  {
    name: 'changed-files',
    help: 'JSON array of the files that `pull` wrote, or would write with `--check`.',
  },
  { name: 'requests-total', help: 'Requests over all Newman suites.' },
  { name: 'requests-failed', help: 'Requests without an answer.' },
  { name: 'assertions-total', help: 'Assertions over all Newman suites.' },
  { name: 'assertions-failed', help: 'Assertions that failed.' },
  { name: 'flaky', help: 'Suites that passed on a rerun.' },
  {
    name: 'failures',
    help: 'JSON array of the first 50 failures: `{suite, iteration, path, request, assertion, message, file, line}`.',
  },
  {
    name: 'monitors',
    help: 'JSON array of `{name, uid, status, assertions: {total, failed}, requests: {total, failed}}`.',
  },
  {
    name: 'coverage',
    help: 'JSON object `{operations, tested, percent, untested: ["GET /orders/{id}", …]}`; empty without `openapi`.',
  },
  { name: 'contract-violations', help: 'Answers that deviate from the OpenAPI documents; empty without `openapi`.' },
  {
    name: 'rate-limit',
    help: 'Calls allowed in the current window, from the latest answer; empty when Postman reported no limit.',
  },
  { name: 'rate-limit-remaining', help: 'Calls left in the current window.' },
  { name: 'rate-limit-reset', help: 'End of the current window, as UTC epoch seconds.' },
  { name: 'quota-limit', help: 'Postman API calls per month; empty when unknown.' },
  { name: 'quota-remaining', help: 'Calls left this month.' },
  { name: 'quota-used', help: 'Calls used this month.' },
  {
    name: 'usage',
    help: 'JSON object of the operations of `GET /me`: name → `{limit, usage, overage}`; `{}` if the run did not need them.',
  },
  { name: 'api-calls', help: 'Postman API calls that this run made.' },
  { name: 'waited-ms', help: 'Milliseconds that this run waited for rate limits.' },
  { name: 'report', help: 'Path of `report.json`.' },
  { name: 'junit', help: 'Path of `junit.xml`.' },
  { name: 'html', help: 'Path of `index.html`.' },
  { name: 'artifact-url', help: 'Address of the artifact with `report-dir`; empty without an artifact.' },
] as const satisfies readonly { readonly name: string; readonly help: string }[];

/** The name of an output. */
export type OutputName = (typeof OUTPUTS)[number]['name'];
