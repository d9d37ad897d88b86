import type { CheckedExchange } from '../core/contract/checker.ts';
import type { ApiFile } from '../core/contract/documents.ts';
import type { JsonObject, JsonPath } from '../core/lib/json.ts';
import type { AssertionResult, Exchange, Failure, RunOptions } from '../core/model/run-result.ts';
import type { SuitePart } from '../core/model/shard.ts';
import type { FailureKind } from '../core/model/verdict.ts';

/** One suite as its child process gets it: plain JSON, nothing left to look up but files. */
export interface Job {
  readonly collection: JsonObject;
  readonly environment: JsonObject;
  readonly globals: JsonObject;
  readonly options: RunOptions;
  /** The rows of the iteration data to run with; absent: all. */
  readonly rows?: Pick<SuitePart, 'first' | 'end'>;
  /** Texts that must not be seen. */
  readonly secrets: readonly string[];
  /** Keys of variables whose values are secret, whatever scripts set them to. */
  readonly secretKeys: readonly string[];
  readonly reporters: readonly ReporterJob[];
  /** OpenAPI documents that requests and answers are compared with. */
  readonly openapi?: readonly ApiFile[];
}

/** An external Newman reporter, already resolved. */
export interface ReporterJob {
  readonly name: string;
  /** Absolute path of its module; absent for Newman's own reporter `json`. */
  readonly module?: string;
  /** Absolute path of the folder that its files go to. */
  readonly exportDir: string;
  /** Its own options, where its files go included. */
  readonly options: Readonly<Record<string, string | boolean>>;
}

/** What the parent tells the child. */
export type ChildCommand =
  /** With `more`, another suite may follow: the process stays, if it is as good as new. */
  { readonly type: 'run'; readonly job: Job; readonly more: boolean } | { readonly type: 'stop' };

/** What a message of the child is: events, or that it waits for its next suite. */
export type ChildReport = readonly Event[] | 'ready';

/** Which item of the collection, in which iteration. */
export interface ItemPlace {
  /** Counts from 1. */
  readonly iteration: number;
  /** Where the item stands in the collection: `['item', 0, 'item', 2]`. */
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

/** What went wrong at a place, before its line in the file is known. */
export interface ItemFailure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly assertion?: string;
  /** Where the script that it happened in stands in the collection: `['item', 0, 'event', 1, 'script']`. */
  readonly script?: JsonPath;
  /** Line of the script, from 0, where it is known: of an assertion's `pm.test`, or of what threw. */
  readonly scriptLine?: number;
  /** Newman takes no notice of it: it fails strict runs only, and is a warning in others. */
  readonly strictOnly?: boolean;
  /** How many assertions of that name came before it in that script's run. */
  readonly occurrence?: number;
  readonly comparison?: NonNullable<Failure['comparison']>;
}

/** One item that has been executed: everything sent, asserted and gone wrong. */
export interface ItemRecord {
  readonly place: ItemPlace;
  readonly sent: readonly SentRequest[];
  readonly assertions: readonly AssertionResult[];
  readonly failures: readonly ItemFailure[];
  /** A script with assertions read the status or the body of the response; told of responses of 500 and more only. */
  readonly looked: boolean;
  /** Lines that its scripts wrote. */
  readonly console: readonly string[];
  /** The collection's own request, the last one where there were several. */
  readonly exchange?: Exchange;
}

/** What the child tells the parent; sent in batches. */
export type Event =
  | { readonly type: 'started'; readonly iterations: number; readonly items: number }
  | ({ readonly type: 'item' } & ItemRecord)
  /** Sent now and then: what is under way. */
  | { readonly type: 'at'; readonly place: ItemPlace }
  /** A value that a script gave to a secret variable. */
  | { readonly type: 'secret'; readonly text: string }
  /** An external reporter threw; the run goes on. */
  | { readonly type: 'reporter'; readonly name: string; readonly message: string }
  /** The run as a whole failed. */
  | { readonly type: 'broken'; readonly kind: FailureKind; readonly message: string; readonly file?: string }
  /** Milliseconds from Newman's first event to the end, without the start of the process. */
  | { readonly type: 'time'; readonly ranMs: number }
  | { readonly type: 'done' };

/** A list of headers. */
export interface HeaderList {
  readonly members: readonly { readonly key?: string; readonly value?: unknown; readonly disabled?: boolean }[];
}

/** Options that name a file which a run writes at its end. */
export const EXPORTS = ['exportEnvironment', 'exportGlobals', 'exportCollection', 'exportCookieJar'] as const;

/** An error of our own code: the suite and its author are not to blame. */
export const defectMessage = (error: unknown): string => {
  const { stack, message } = (error ?? {}) as Partial<Error>;
  return `This is a defect of postman-sync, not of the suite: ${stack ?? message ?? String(error)}. Report it with the collection.`;
};
