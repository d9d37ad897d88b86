import type { Position } from '../lib/positions.ts';

/** A place in a file of the repository. */
export interface FilePlace extends Position {
  readonly file: string;
}

/** The part of an exchange that deviates from an OpenAPI document. */
export type DeviationPart = 'status' | 'content-type' | 'header' | 'body' | 'parameter' | 'request-body';

/**
 * A deviation of a suite's request or its answer from an OpenAPI document. Equal deviations of a request are counted.
 */
export interface Violation {
  readonly suite: string;
  readonly request: string;
  /** Names of the folders around the request. */
  readonly path: readonly string[];
  /** The iteration of the first occurrence; counts from 1. */
  readonly iteration: number;
  readonly operation: string;
  readonly part: DeviationPart;
  /** JSON pointer in the body, of the first occurrence; for a parameter or header it begins with the name. */
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
  /** The place of the violated rule in the OpenAPI document. */
  readonly document: FilePlace;
  /** The place of the request in its collection. */
  readonly place?: FilePlace;
  /** How often it occurred, over iterations and elements of arrays. */
  readonly count: number;
}

/** The share of the OpenAPI documents that the suites test. */
export interface Coverage {
  readonly operations: number;
  /** Operations with a request whose answer is asserted. */
  readonly tested: number;
  /** `tested` of `operations`, rounded down to a tenth. */
  readonly percent: number;
  /** Ids of the other operations. */
  readonly untested: readonly string[];
  /** Documented responses, and those among them that occurred and were asserted; absent where nothing was run. */
  readonly responses?: { readonly documented: number; readonly tested: number };
  /** Untested responses of tested operations: `GET /orders/{id} 404`. */
  readonly untestedResponses: readonly string[];
  readonly tags: readonly TagCoverage[];
}

/** The coverage of the operations with a tag. */
export interface TagCoverage {
  readonly tag: string;
  readonly operations: number;
  readonly tested: number;
}

/** A deviation of one execution. */
export type ExecutionDeviation = Pick<Violation, 'part' | 'pointer' | 'expected' | 'actual' | 'document'>;

/** A part of a document's schema that cannot be checked. */
export interface SchemaDefect {
  readonly message: string;
  readonly document: FilePlace;
}

/** The comparison of one execution with the OpenAPI documents. */
export interface ExecutionContract {
  readonly operation: string;
  /** Key of the documented response: `200`, `4XX`, `default`; absent for an undocumented status. */
  readonly response?: string;
  /** Media type of a body that has a schema and was not checked. */
  readonly unchecked?: string;
  readonly deviations: readonly ExecutionDeviation[];
  /** Absent without any. */
  readonly defects?: readonly SchemaDefect[];
  /** The place of the request in its collection; set where something deviates. */
  readonly place?: FilePlace;
}

/** Whether a deviation fails the run, is a warning, or is not looked for. */
export type ContractMode = 'fail' | 'warn' | 'off';

/** The comparison of a run with the OpenAPI documents. */
export interface ContractResult {
  readonly mode: ContractMode;
  /** Paths of the documents. */
  readonly documents: readonly string[];
  /** Answers whose operation is documented. */
  readonly checked: number;
  /** Answers that deviate. */
  readonly deviating: number;
  readonly violations: readonly Violation[];
  /** Deviations that a rule of the configuration accepts, with its reason. */
  readonly ignored: readonly {
    readonly operation: string;
    readonly pointer: string;
    readonly reason: string;
    readonly count: number;
  }[];
  /** Bodies that have a schema and were not checked, by media type. */
  readonly unchecked: readonly { readonly mediaType: string; readonly count: number }[];
  /** Defects of schemas that were applied, each once; absent without any. */
  readonly defects?: readonly SchemaDefect[];
  /** Requests that no document describes: method and path, each once. */
  readonly unmatched: readonly string[];
}
