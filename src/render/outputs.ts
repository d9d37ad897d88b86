import type { JsonValue } from '../core/lib/json.ts';
import type { Coverage } from '../core/model/contract.ts';
import { type ApiUse, quotaOf } from '../core/model/limits.ts';
import type { Failure, RunResult } from '../core/model/run-result.ts';
import type { Report, ReportedChange, ReportedPlan } from '../core/report/report.ts';
import { shorten, visible } from './escape.ts';
import { utf8Bytes } from './markdown/truncate.ts';
import { OUTPUTS, type OutputName } from './output-table.ts';
import { assertionTally, changeCounts, isBehind, requestTally } from './statistics.ts';

/** Paths of the written reports; absent for a report that was not written. */
export interface ReportPaths {
  readonly report?: string;
  readonly junit?: string;
  readonly html?: string;
  /** Address of the uploaded artifact. */
  readonly artifact?: string;
}

/** Most failures in the output `failures`. */
const LISTED_FAILURES = 50;

/** Most characters of one text inside a JSON output. */
const LONGEST_TEXT = 1000;
const LONGEST_NAME = 300;

/** Most bytes of one JSON output. GitHub refuses outputs of about a megabyte together, and then drops all of them. */
const LONGEST_OUTPUT = 250_000;

/** Most bytes of `failures`. A chat step passes it on as a variable, and Linux allows 128 KiB for one. */
const LONGEST_FAILURES = 120_000;

/** All outputs of the action by name; the text is empty for an unknown value. */
export function renderOutputs(report: Report, paths: ReportPaths = {}): ReadonlyMap<string, string> {
  const values: Readonly<Record<OutputName, string | number | undefined>> = {
    verdict: report.verdict,
    'failure-kinds': report.failureKinds.join(','),
    ...planOutputs(report.plan),
    'changed-files': report.changedFiles ? list(report.changedFiles) : undefined,
    ...testOutputs(report),
    ...contractOutputs(report),
    ...limitOutputs(report.api),
    report: paths.report,
    junit: paths.junit,
    html: paths.html,
    'artifact-url': paths.artifact,
  };
  return new Map(OUTPUTS.map(({ name }) => [name, String(values[name] ?? '')]));
}

function planOutputs(plan: ReportedPlan | undefined) {
  const { created, updated, deleted, unchanged, drifted } = changeCounts(plan);
  const changes = plan?.changes ?? [];
  const existing = changes.filter(({ action, uid }) => action !== 'delete' && uid !== undefined);
  return {
    plan: list(
      changes.map(({ action, kind, name, path, uid, drifted }) => ({
        action,
        kind,
        name,
        path,
        uid: uid ?? null,
        drifted,
      })),
    ),
    created,
    updated,
    deleted,
    unchanged,
    drifted,
    behind: changes.filter(isBehind).length,
    conflicts: list(changes.flatMap(conflictOutputs)),
    resources: object(existing.map(({ path, uid }) => [path, uid ?? null])),
  };
}

function conflictOutputs({ kind, name, path, conflict }: ReportedChange): readonly JsonValue[] {
  const places = conflict?.places ?? [];
  return places.map(({ at, base, ours, theirs }) => ({
    kind,
    name: bounded(name, LONGEST_NAME),
    path,
    at: bounded(at, LONGEST_NAME),
    base: bounded(base, LONGEST_TEXT),
    ours: bounded(ours, LONGEST_TEXT),
    theirs: bounded(theirs, LONGEST_TEXT),
  }));
}

function testOutputs(report: Report) {
  const [requests, assertions] = [requestTally(report), assertionTally(report)];
  return {
    'requests-total': requests.total,
    'requests-failed': requests.failed,
    'assertions-total': assertions.total,
    'assertions-failed': assertions.failed,
    flaky: report.runs.filter(({ flaky }) => flaky).length,
    failures: list(gatingFirst(report.runs).slice(0, LISTED_FAILURES).map(failureOutput), LONGEST_FAILURES),
    monitors: list(
      report.monitors.map(({ name, uid, status, assertions, requests }) => ({
        name,
        uid,
        status,
        assertions: { ...assertions },
        requests: { ...requests },
      })),
    ),
  };
}

const contractOutputs = ({ contract, coverage }: Report) => ({
  coverage: coverage && coverageOutput(coverage),
  'contract-violations': contract?.deviating,
});

function coverageOutput({ operations, tested, percent, untested }: Coverage): string {
  const head = JSON.stringify({ operations, tested, percent }).slice(0, -1);
  return `${head},"untested":${list(untested)}}`;
}

const gatingFirst = (runs: readonly RunResult[]): readonly Failure[] =>
  [...runs.filter(({ blocking }) => blocking), ...runs.filter(({ blocking }) => !blocking)].flatMap(
    ({ attempt }) => attempt.failures,
  );

const failureOutput = ({
  suite,
  iteration,
  path,
  request,
  assertion,
  message,
  file,
  position,
}: Failure): JsonValue => ({
  suite: bounded(suite, LONGEST_NAME),
  iteration: iteration ?? null,
  path: bounded(path.join(' / '), LONGEST_NAME),
  request: bounded(request, LONGEST_NAME),
  assertion: bounded(assertion, LONGEST_NAME),
  message: bounded(message, LONGEST_TEXT),
  file: file ?? null,
  line: position?.line ?? null,
});

const bounded = (text: string | undefined, max: number): string | null =>
  text === undefined ? null : shorten(visible(text), max);

function limitOutputs(api: ApiUse) {
  const { window } = api.limits;
  const quota = quotaOf(api);
  return {
    'rate-limit': window?.limit,
    'rate-limit-remaining': window?.remaining,
    'rate-limit-reset': window?.resetAt && Math.ceil(window.resetAt.getTime() / 1000),
    'quota-limit': quota?.limit,
    'quota-remaining': quota?.remaining,
    'quota-used': quota?.used,
    usage: object(api.usage.map(({ name, limit, usage, overage }) => [name, { limit, usage, overage }])),
    'api-calls': api.apiCalls,
    'waited-ms': Math.round(api.waitedMs),
  };
}

/** A JSON array of as many values as an output can hold. */
const list = (values: readonly JsonValue[], maxBytes = LONGEST_OUTPUT): string =>
  `[${fitting(
    values.map((value) => JSON.stringify(value)),
    maxBytes,
  ).join(',')}]`;

/** A JSON object of as many entries as an output can hold. */
const object = (entries: readonly (readonly [string, JsonValue])[]): string =>
  `{${fitting(
    entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`),
    LONGEST_OUTPUT,
  ).join(',')}}`;

function fitting(parts: readonly string[], maxBytes: number): readonly string[] {
  let left = maxBytes;
  const end = parts.findIndex((part) => {
    left -= utf8Bytes(part) + 1;
    return left < 0;
  });
  return end === -1 ? parts : parts.slice(0, end);
}
