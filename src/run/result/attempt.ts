import type { SourceApiFile } from '../../core/contract/documents.ts';
import { omitUndefined } from '../../core/lib/json.ts';
import { type Attempt, type Execution, type Failure, responseTimes } from '../../core/model/run-result.ts';
import type { Suite } from '../../core/model/suite.ts';
import type { ItemFailure, ItemPlace, ItemRecord, SentRequest } from '../protocol.ts';
import { contractPlaces, type PlaceContract } from './contract-places.ts';
import { locate } from './locate.ts';
import { nothingTested, uncheckedServerError } from './strict.ts';
import { crossedThresholds, toleratesAssertions } from './thresholds.ts';

/** What a child process reported about one attempt of a suite. */
export interface RawAttempt {
  readonly startedAt: number;
  readonly durationMs: number;
  readonly iterations: number;
  readonly items: readonly ItemRecord[];
  /** Failures outside of any item. */
  readonly aborts: readonly Abort[];
}

/** Why an attempt ended early. */
export type Abort = Pick<Failure, 'kind' | 'message'> & {
  /** The item that was running. */
  readonly place?: ItemPlace | undefined;
  /** The file that caused it, if that is not the collection. */
  readonly file?: string | undefined;
};

/** A failure before `strict` and the thresholds are applied. */
interface JudgedFailure {
  readonly failure: Failure;
  /** A failure in strict runs only; otherwise a warning. */
  readonly strictOnly?: boolean;
}

export interface AttemptOptions {
  readonly strict: boolean;
  readonly redact: (text: string) => string;
  /** The OpenAPI documents that deviations refer to. */
  readonly openapi?: readonly SourceApiFile[] | undefined;
}

/**
 * Builds an attempt from what its child process reported: executions, failures with their positions in the file,
 * totals.
 */
export function buildAttempt(suite: Suite, raw: RawAttempt, { strict, redact, openapi }: AttemptOptions): Attempt {
  const place = contractPlaces(suite.collection, openapi ?? []);
  const executions = raw.items.flatMap((item) => executionsOf(item, place));
  const totals = count(raw.items);
  const times = responseTimes(executions.flatMap(({ responseMs }) => responseMs ?? []));
  const measured = {
    durationMs: raw.durationMs,
    assertions: totals.assertions,
    ...(times ? { responseTimes: times } : {}),
  };
  const forgiven = toleratesAssertions(suite.thresholds, totals.assertions.failed);
  const judged = [
    ...raw.items.flatMap((item) => failuresIn(suite, item)).map(hiding(redact)),
    ...abortFailures(suite, raw),
    ...untested(suite, raw),
  ];
  const warns = ({ failure, strictOnly }: JudgedFailure): boolean =>
    (strictOnly === true && !strict) || (forgiven && failure.kind === 'assertion');
  return {
    startedAt: raw.startedAt,
    iterations: raw.iterations,
    executions,
    failures: [
      ...judged.filter((each) => !warns(each)).map(({ failure }) => failure),
      ...crossedThresholds(suite.name, measured, suite.thresholds),
    ],
    warnings: judged.filter(warns).map(({ failure }) => failure),
    requests: totals.requests,
    ...measured,
  };
}

/** The item's requests in the order of sending. Assertions belong to the last request of the collection itself. */
function executionsOf({ place, sent, assertions, console, exchange }: ItemRecord, placed: PlaceContract): Execution[] {
  const { iteration, path, request } = place;
  const own = sent.findLastIndex(({ byScript }) => !byScript);
  const written = console.length > 0 ? { console } : {};
  const shown = (each: SentRequest, index: number): Execution => ({
    ...sentExecution(each, place),
    ...(each.contract ? { contract: placed(each.contract, place) } : {}),
    assertions: index === own ? assertions : [],
    ...(index === own ? { ...written, ...(exchange ? { exchange } : {}) } : {}),
  });
  const executions = sent.map(shown);
  // A script can skip its request and still assert.
  if (own !== -1 || assertions.length + console.length === 0) return executions;
  const startedMs = sent.at(-1)?.startedMs ?? 0;
  return [...executions, { iteration, path, request, method: '', url: '', startedMs, assertions, ...written }];
}

const sentExecution = (sent: SentRequest, { iteration, path, request }: ItemPlace): Omit<Execution, 'assertions'> =>
  omitUndefined<Omit<Execution, 'assertions'>>({
    iteration,
    path,
    request: sent.byScript ? `${request} → pm.sendRequest` : request,
    method: sent.method,
    url: sent.url,
    startedMs: sent.startedMs,
    code: sent.code,
    responseMs: sent.responseMs,
    responseBytes: sent.responseBytes,
    byScript: sent.byScript || undefined,
  });

function count(items: readonly ItemRecord[]): Pick<Attempt, 'requests' | 'assertions'> {
  const sent = items.flatMap((item) => item.sent);
  const asserted = items.flatMap((item) => item.assertions).filter(({ status }) => status !== 'skipped');
  return {
    requests: { total: sent.length, failed: sent.filter(({ failed }) => failed).length },
    assertions: { total: asserted.length, failed: asserted.filter(({ status }) => status === 'failed').length },
  };
}

function failuresIn(suite: Suite, item: ItemRecord): JudgedFailure[] {
  const failure = (itemFailure: ItemFailure): Failure =>
    omitUndefined<Failure>({
      ...placed(suite, item.place, itemFailure),
      kind: itemFailure.kind,
      assertion: itemFailure.assertion,
      message: itemFailure.message,
      comparison: itemFailure.comparison,
    });
  const unchecked = uncheckedServerError(item);
  return [
    ...item.failures.map((itemFailure) => ({
      failure: failure(itemFailure),
      strictOnly: itemFailure.strictOnly === true,
    })),
    ...(unchecked ? [{ failure: failure(unchecked), strictOnly: true }] : []),
  ];
}

/** A source line may hold a secret that the child process did not redact, since it never sends source lines. */
const hiding =
  (redact: AttemptOptions['redact']) =>
  (judged: JudgedFailure): JudgedFailure => {
    const { source } = judged.failure;
    return source === undefined ? judged : { ...judged, failure: { ...judged.failure, source: redact(source) } };
  };

const abortFailures = (suite: Suite, { aborts }: RawAttempt): JudgedFailure[] =>
  aborts.map(({ kind, message, place, file }) => {
    const where = place
      ? placed(suite, place, {})
      : { suite: suite.name, path: [], file: file ?? suite.collection.path };
    return { failure: { ...where, kind, message } };
  });

/** An attempt that failed otherwise needs no second message about missing requests or assertions. */
function untested(suite: Suite, { items, aborts }: RawAttempt): JudgedFailure[] {
  const { requests, assertions } = count(items);
  const message = nothingTested({ requests: requests.total, assertions: assertions.total });
  if (message === undefined || aborts.length > 0 || items.some(({ failures }) => failures.length > 0)) return [];
  const failure = {
    kind: 'nothing-tested' as const,
    suite: suite.name,
    path: [],
    message,
    file: suite.collection.path,
  };
  return [{ failure, strictOnly: true }];
}

const placed = (
  { name, collection }: Suite,
  { iteration, path, request, at }: ItemPlace,
  itemFailure: Partial<ItemFailure>,
) => ({
  suite: name,
  iteration,
  path,
  request,
  ...locate(collection, { ...itemFailure, at }),
});
