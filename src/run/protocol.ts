import type { CheckedExchange } from '../core/contract/checker.ts';
import type { ApiFile } from '../core/contract/documents.ts';
import type { JsonObject, JsonPath } from '../core/lib/json.ts';
import type { AssertionResult, Exchange, Failure, RunOptions } from '../core/model/run-result.ts';
import type { SuitePart } from '../core/model/shard.ts';
import type { FailureKind } from '../core/model/verdict.ts';

/** One suite as sent to its child process: plain JSON with everything resolved except files. */
export interface Job {
  readonly collection: JsonObject;
  readonly environment: JsonObject;
  readonly globals: JsonObject;
  readonly options: RunOptions;
  /** The rows of the iteration data to run with; absent: all. */
  readonly rows?: Pick<SuitePart, 'first' | 'end'>;
  /** Secret texts, to be redacted. */
  readonly secrets: readonly string[];
  /** Names of variables whose values are secret, also the values that scripts set. */
  readonly secretKeys: readonly string[];
  readonly reporters: readonly ReporterJob[];
  /** OpenAPI documents that requests and answers are compared with. */
  readonly openapi?: readonly ApiFile[];
}

/** An external Newman reporter with its resolved module. */
export interface ReporterJob {
  readonly name: string;
  /** Absolute path of its module; absent for Newman's own reporter `json`. */
  readonly module?: string;
  /** Absolute path of the folder that its files go to. */
  readonly exportDir: string;
  /** The reporter's own options, including paths of its files. */
  readonly options: Readonly<Record<string, string | boolean>>;
}

/** Messages from the parent to the child. */
export type ChildCommand =
  /** With `more`, the process may be used for another suite, if the suite left nothing behind. */
  { readonly type: 'run'; readonly job: Job; readonly more: boolean } | { readonly type: 'stop' };

/** Messages from the child: events, or that it waits for its next suite. */
export type ChildReport = readonly Event[] | 'ready';

/** An item of the collection in one iteration. */
export interface ItemPlace {
  /** Counts from 1. */
  readonly iteration: number;
  /** Path of the item in the collection: `['item', 0, 'item', 2]`. */
  readonly at: JsonPath;
  /** Names of the folders around it, outermost first. */
  readonly path: readonly string[];
  readonly request: string;
}

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly code?: number;
  readonly startedMs: number;
  readonly responseMs?: number;
  readonly responseBytes?: number;
  /** Sent by a script (`pm.sendRequest`), not by the collection. */
  readonly byScript: boolean;
  readonly failed: boolean;
  /** Absent where no OpenAPI document describes it. */
  readonly contract?: CheckedExchange;
}

/** A failure of an item, before its line in the file is known. */
export interface ItemFailure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly assertion?: string;
  /** Path in the collection of the script that failed: `['item', 0, 'event', 1, 'script']`. */
  readonly script?: JsonPath;
  /** Line of the script, counted from 0, where it is known: of the `pm.test`, or of the statement that threw. */
  readonly scriptLine?: number;
  /** Newman ignores it. A failure in strict runs, a warning in others. */
  readonly strictOnly?: boolean;
  /** Number of earlier assertions of that name in the same run of the script. */
  readonly occurrence?: number;
  readonly comparison?: NonNullable<Failure['comparison']>;
}

/** One executed item with its requests, assertions and failures. */
export interface ItemRecord {
  readonly place: ItemPlace;
  readonly sent: readonly SentRequest[];
  readonly assertions: readonly AssertionResult[];
  readonly failures: readonly ItemFailure[];
  /** Whether a script with assertions read the status or the body. Set for responses of 500 and more only. */
  readonly looked: boolean;
  /** Lines that its scripts wrote. */
  readonly console: readonly string[];
  /** The request of the collection itself; the last one where there were several. */
  readonly exchange?: Exchange;
}

/** Events of the child, sent in batches. */
export type Event =
  | { readonly type: 'started'; readonly iterations: number; readonly items: number }
  | ({ readonly type: 'item' } & ItemRecord)
  /** The running item; sent at intervals. */
  | { readonly type: 'at'; readonly place: ItemPlace }
  /** A value that a script set a secret variable to. */
  | { readonly type: 'secret'; readonly text: string }
  /** An external reporter threw; the run goes on. */
  | { readonly type: 'reporter'; readonly name: string; readonly message: string }
  /** The run as a whole failed. */
  | { readonly type: 'aborted'; readonly kind: FailureKind; readonly message: string; readonly file?: string }
  /** Milliseconds from Newman's first event to the end, without the start of the process. */
  | { readonly type: 'time'; readonly ranMs: number }
  | { readonly type: 'done' };

/** A list of headers. */
export interface HeaderList {
  readonly members: readonly { readonly key?: string; readonly value?: unknown; readonly disabled?: boolean }[];
}

/** The message for an error of postman-sync itself, not of the suite. */
export const defectMessage = (error: unknown): string => {
  const { stack, message } = (error ?? {}) as Partial<Error>;
  return `This is a defect of postman-sync, not of the suite: ${stack ?? message ?? String(error)}. Report it with the collection.`;
};
