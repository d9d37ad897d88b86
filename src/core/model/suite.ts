import type { JsonObject } from '../lib/json.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './resource.ts';
import type { RunOptions, Thresholds } from './run-result.ts';
import type { Secret } from './secret.ts';
import type { SuitePart } from './shard.ts';

/** A run of a collection with all its options. All names and paths are resolved. */
export interface Suite {
  readonly name: string;
  readonly collection: SourceFile;
  readonly environment?: SuiteEnvironment;
  /** Values of the globals file. */
  readonly globals?: JsonObject;
  /** Values for the run, never uploaded. They override the values of the environment and the globals. */
  readonly variables: ReadonlyMap<string, Secret>;
  /** The same for global variables. */
  readonly globalVariables: ReadonlyMap<string, Secret>;
  readonly options: RunOptions;
  /** Reruns after a failure. */
  readonly retries: number;
  readonly blocking: boolean;
  readonly thresholds: Thresholds;
  /** Globs of other files that the suite depends on, relative to the working directory. */
  readonly paths?: readonly string[];
  /** Whether shards may share the rows of its iteration data. */
  readonly split?: boolean;
  /** The rows that run on this shard; absent: all. */
  readonly part?: SuitePart;
  /** The place of its declaration in the configuration. */
  readonly place?: Pick<Problem, 'path' | 'position'>;
}

/** The environment of a suite. */
export interface SuiteEnvironment {
  readonly name: string;
  readonly file: SourceFile;
}
