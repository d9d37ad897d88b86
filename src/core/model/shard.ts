import type { ContractMode } from './contract.ts';

/** The largest number of machines that may share a run. */
export const MOST_SHARDS = 1000;

/** One of several machines that share the suites of a run. */
export interface Shard {
  /** Counts from 1. */
  readonly index: number;
  readonly total: number;
}

/** The part of a suite that runs on one shard: some rows of its iteration data. */
export interface SuitePart {
  /** Counts from 1. */
  readonly index: number;
  readonly total: number;
  /** First row; counts from 0. */
  readonly first: number;
  /** The row after the last one. */
  readonly end: number;
}

/** The facts about the whole run in a shard's report. Joining the reports of all shards needs them. */
export interface ReportedShard extends Shard {
  /** Names of the suites of all shards. */
  readonly suites: readonly string[];
  /** The terms for the joined run; absent without OpenAPI documents. */
  readonly contract?: ShardContract;
}

/** The facts that joining coverage and deviations needs, so that the OpenAPI documents are not read again. */
export interface ShardContract {
  readonly mode: ContractMode;
  readonly documents: readonly string[];
  readonly operations: readonly DocumentedOperation[];
  readonly ignore: readonly { readonly operation: string; readonly pointer?: string; readonly reason: string }[];
  /** Share of the operations that must be tested, 0 to 1; absent where the shards together run only a part of the suites. */
  readonly leastCoverage?: number;
}

/** The part of an operation that coverage counts. */
export interface DocumentedOperation {
  readonly id: string;
  readonly tags: readonly string[];
  /** Keys of its responses: `200`, `4XX`, `default`. */
  readonly responses: readonly string[];
}
