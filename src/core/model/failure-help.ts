import type { Explanation } from './problem-codes.ts';
import type { FailureKind } from './verdict.ts';

/** The explanation of every kind of failure. A part of docs/errors.md is generated from this table. */
export const FAILURE_HELP: Readonly<Record<FailureKind, Explanation>> = {
  assertion: {
    means: 'An assertion failed.',
    why: 'The API answered differently from what the `pm.test` expects.',
    remedy: 'Open the file at the line of the message. The page shows request and response.',
  },
  request: {
    means: 'A request got no answer.',
    why: 'The address, DNS, the certificate or the server is wrong.',
    remedy: 'Check the address. `wait-for` waits until the API is up.',
  },
  script: {
    means: 'A script threw an error or took too long.',
    why: 'For example a variable that is undefined, or a `pm.test` without a function.',
    remedy: 'Open the file at the line of the message. `timeout-script` sets the longest time.',
  },
  'nothing-tested': {
    means: 'Nothing was requested, nothing was asserted, or `contract: fail` compared nothing.',
    why: 'A folder is empty, the requests have no `pm.test`, or no OpenAPI document describes them. A green run would be false.',
    remedy:
      'Add assertions; `strict: false` makes it a warning. For a contract: correct `servers` and paths of the document; only `contract: warn` makes it a warning.',
  },
  threshold: {
    means: 'A threshold was crossed.',
    why: 'Responses were slower, or more assertions failed, than `thresholds` allows.',
    remedy: 'The message has the value and the limit. The page sorts requests by time.',
  },
  timeout: {
    means: 'A suite took longer than its `timeout`.',
    why: 'One request hangs, or there are many iterations.',
    remedy: 'Look for the slow request on the page; set `timeout-request`, or raise `timeout`.',
  },
  monitor: {
    means: "A monitor's run did not succeed.",
    why: "A test failed in Postman's cloud, or the month's monitored requests are used up.",
    remedy: "Open the monitor's page, which the report links.",
  },
  drift: {
    means: 'A resource was changed in Postman, and `on-drift` is `fail`.',
    why: 'A colleague edited it since the last apply.',
    remedy: 'Run `pull`, commit, and apply; or choose another `on-drift`.',
  },
  conflict: {
    means: 'File and Postman both changed the same place.',
    why: 'Both were edited since the last apply. Nothing of this resource was written.',
    remedy: '`pull --theirs` or `pull --ours`, then commit ([pull.md](pull.md)).',
  },
  contract: {
    means: 'An answer or a request deviates from the OpenAPI document, or the coverage is too low.',
    why: 'The API and its document disagree.',
    remedy: 'Correct the API or the document, or list the deviation in `contract-ignore` ([contract.md](contract.md)).',
  },
  secret: {
    means: 'A credential in plain text would be uploaded.',
    why: 'A token stands in a file.',
    remedy: 'Revoke it, and use a variable ([secrets.md](secrets.md#what-to-do)).',
  },
  'rate-limit': {
    means: "Waiting for Postman's rate limit would take longer than `max-wait`.",
    why: 'Other jobs use the same key, or very much is written at once.',
    remedy: 'Run again at the time in the message, or raise `max-wait` ([limits.md](limits.md)).',
  },
  quota: {
    means: "The month's API calls do not suffice.",
    why: 'The quota of the plan is used up, or `quota-stop-at` is reached. Waiting does not help.',
    remedy: '`postman-sync status` shows the numbers. Wait for the next month, or change the plan.',
  },
  auth: {
    means: 'Postman refuses the key, or the key may not do this.',
    why: 'The key is expired or revoked, or its user may only read.',
    remedy: "Create a new key; check the user's role in the workspace.",
  },
  sync: {
    means: 'Postman refused a write, or the state kept changing.',
    why: 'The content breaks a rule of Postman, or two runs work on one project.',
    remedy: 'Follow the remedy of the message; use a `concurrency` group in the workflow.',
  },
  settings: {
    means: 'Settings or files are wrong. Nothing was sent to Postman.',
    why: 'The problems below say what.',
    remedy: 'Follow the file, line and remedy of each problem.',
  },
  network: {
    means: 'Postman or GitHub could not be reached, or answered with nonsense.',
    why: 'The network, a proxy or a certificate; or Postman is down.',
    remedy: 'Run it again; check the proxy and certificates ([limits.md](limits.md#failures)).',
  },
};
