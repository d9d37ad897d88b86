import type { JsonObject } from '../lib/json.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './resource.ts';
import type { RunOptions, Thresholds } from './run-result.ts';
import type { Secret } from './secret.ts';
import type { SuitePart } from './shard.ts';

/** One run of one collection, ready to be started: everything resolved to objects. */
export interface Suite {
  readonly name: string;
  readonly collection: SourceFile;
  readonly environment?: SuiteEnvironment;
  /** Values of the globals file. */
  readonly globals?: JsonObject;
  /** Given to runs only, never uploaded; they win over the environment's and the globals' values. */
  readonly variables: ReadonlyMap<string, Secret>;
  /** The same for the globals. */
  readonly globalVariables: ReadonlyMap<string, Secret>;
  readonly options: RunOptions;
  /** Reruns after a failure. */
  readonly retries: number;
  readonly blocking: boolean;
  readonly thresholds: Thresholds;
  /** Globs of other files whose change is a change of the suite, relative to the working directory. */
  readonly paths?: readonly string[];
  /** Shards may share the rows of its iteration data. */
  readonly split?: boolean;
  /** The rows that run here; absent: all. */
  readonly part?: SuitePart;
  /** Where the configuration declares it. */
  readonly place?: Pick<Problem, 'path' | 'position'>;
}

/** The environment of a suite. */
export interface SuiteEnvironment {
  readonly name: string;
  readonly file: SourceFile;
}
