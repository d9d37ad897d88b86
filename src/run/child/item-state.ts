import { type JsonPath, redactStrings } from '../../core/lib/json.ts';
import type { AssertionResult } from '../../core/model/run-result.ts';
import type { ItemFailure, ItemPlace, ItemRecord, SentRequest } from '../protocol.ts';
import { cut } from './exchange.ts';
import type { RuntimeError, RuntimeRequest, RuntimeResponse } from './newman/newman-types.ts';

/** Most characters of a line of script output. */
export const CONSOLE_LENGTH = 500;

/** The item that is running. */
export interface ItemState {
  readonly place: ItemPlace;
  readonly sent: SentRequest[];
  readonly assertions: AssertionResult[];
  readonly failures: ItemFailure[];
  /** Output of its scripts. */
  readonly console: string[];
  /** Whether a script with assertions read the status or the body of the response. */
  looked?: boolean;
  last?: { readonly request: RuntimeRequest; readonly response: RuntimeResponse | undefined };
  script?: ScriptState;
}

/** The script that is running. */
export interface ScriptState {
  readonly path: JsonPath | undefined;
  readonly source: string;
  /** Names of its assertions so far. */
  readonly names: string[];
  /** An error that it threw and that is not reported yet. */
  thrown?: RuntimeError;
}

/** The state of an item at its start. */
export const newItem = (place: ItemPlace): ItemState => ({
  place,
  sent: [],
  assertions: [],
  failures: [],
  console: [],
});

/**
 * The item for the report. Texts are redacted at the item's end, because a script may print a value before that is
 * known to be secret.
 */
export function redactedItem(
  { place, sent, assertions, failures, console, looked = false }: ItemState,
  redact: (text: string) => string,
): ItemRecord {
  const safe = (text: string): string => cut(redact(text));
  return {
    place: { ...place, path: place.path.map(safe), request: safe(place.request) },
    sent: sent.map((request) => redactedRequest(request, safe)),
    assertions: assertions.map((assertion) => ({
      ...assertion,
      name: safe(assertion.name),
      ...(assertion.message === undefined ? {} : { message: safe(assertion.message) }),
    })),
    failures: failures.map((failure) => ({
      ...failure,
      message: safe(failure.message),
      ...(failure.assertion === undefined ? {} : { assertion: safe(failure.assertion) }),
      ...(failure.comparison === undefined ? {} : { comparison: redactStrings(failure.comparison, safe) }),
    })),
    looked,
    console: console.map((line) => cut(redact(line), CONSOLE_LENGTH)),
  };
}

function redactedRequest(request: SentRequest, safe: (text: string) => string): SentRequest {
  const { contract, url } = request;
  if (!contract) return { ...request, url: safe(url) };
  // Positions in OpenAPI documents hold no secrets.
  const deviations = contract.deviations.map((deviation) => ({
    ...deviation,
    pointer: safe(deviation.pointer),
    expected: safe(deviation.expected),
    actual: safe(deviation.actual),
  }));
  const defects = contract.defects?.map((defect) => ({ ...defect, message: safe(defect.message) }));
  return { ...request, url: safe(url), contract: { ...contract, deviations, ...(defects ? { defects } : {}) } };
}
