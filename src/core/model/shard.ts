import type { ContractMode } from './contract.ts';

/** More machines than this share no run. */
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
  /** Row that it begins with, from 0. */
  readonly first: number;
  /** Row that it ends before. */
  readonly end: number;
}

/** What a shard's report tells about the whole run, so that the reports of all shards can be joined. */
export interface ReportedShard extends Shard {
  /** Names of the suites of all shards. */
  readonly suites: readonly string[];
  /** What the joined run is held to; absent without OpenAPI documents. */
  readonly contract?: ShardContract;
}

/** What joining coverage and deviations from OpenAPI documents needs, without the documents. */
export interface ShardContract {
  readonly mode: ContractMode;
  readonly documents: readonly string[];
  readonly operations: readonly DocumentedOperation[];
  readonly ignore: readonly { readonly operation: string; readonly pointer?: string; readonly reason: string }[];
  /** Share of the operations that must be tested, 0 to 1. */
  readonly leastCoverage?: number;
}

/** The part of an operation that coverage counts. */
export interface DocumentedOperation {
  readonly id: string;
  readonly tags: readonly string[];
  /** Keys of its responses: `200`, `4XX`, `default`. */
  readonly responses: readonly string[];
}
