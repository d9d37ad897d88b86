import type { Position } from '../lib/positions.ts';

/** A place in a file of the repository. */
export interface FilePlace extends Position {
  readonly file: string;
}

/** The part of an exchange that deviates from an OpenAPI document. */
export type DeviationPart = 'status' | 'content-type' | 'header' | 'body' | 'parameter' | 'request-body';

/** A deviation of a suite's request or its answer from an OpenAPI document; equal ones of one request are one. */
export interface Violation {
  readonly suite: string;
  readonly request: string;
  /** Names of the folders around the request. */
  readonly path: readonly string[];
  /** Of the first occurrence; counts from 1. */
  readonly iteration: number;
  readonly operation: string;
  readonly part: DeviationPart;
  /** JSON pointer in the body, of the first occurrence; for a parameter or header, its name stands before it. */
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
  /** The rule in the document. */
  readonly document: FilePlace;
  /** The request in its collection. */
  readonly place?: FilePlace;
  /** How often it occurred, over iterations and elements of arrays. */
  readonly count: number;
}

/** What the suites test of the OpenAPI documents. */
export interface Coverage {
  readonly operations: number;
  /** Operations with a request whose answer is asserted. */
  readonly tested: number;
  /** `tested` of `operations`, rounded down to a tenth. */
  readonly percent: number;
  /** Ids of the other operations. */
  readonly untested: readonly string[];
  /** Documented responses, and how many of them were answered and asserted; absent where only files are known. */
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

/** What the OpenAPI documents say of one execution. */
export interface ExecutionContract {
  readonly operation: string;
  /** Key of the documented response: `200`, `4XX`, `default`; absent for an undocumented status. */
  readonly response?: string;
  /** Media type of a body that has a schema and was not checked. */
  readonly unchecked?: string;
  readonly deviations: readonly ExecutionDeviation[];
  /** The request in its collection, where something deviates. */
  readonly place?: FilePlace;
}

/** How a deviation counts. */
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
  /** Accepted by a rule of the configuration, with its reason. */
  readonly ignored: readonly {
    readonly operation: string;
    readonly pointer: string;
    readonly reason: string;
    readonly count: number;
  }[];
  /** Bodies that have a schema and were not checked, by media type. */
  readonly unchecked: readonly { readonly mediaType: string; readonly count: number }[];
  /** Requests that no document describes: method and path, each once. */
  readonly unmatched: readonly string[];
}
