import type { Position } from '../lib/position.ts';

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
