import type { Problem } from '../core/model/problem.ts';
import type { Secret } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { RunPolicy } from '../sync/ports.ts';
import type { OnProgress } from './event-collector.ts';
import type { RawAttempt } from './result/attempt.ts';

/** Runs a suite once. Retries, waiting, parallel runs and the judgement of the result are the runner's. */
export interface Engine {
  /** Problems with what the engine itself needs, such as reporters. */
  check(policy: RunPolicy): readonly Problem[];
  /** Called before the run: `count` suites are about to start at once. */
  prepare(count: number, policy: RunPolicy): void;
  /** Never rejects because of a suite. */
  runOnce(suite: Suite, options: RunOnceOptions): Promise<EngineResult>;
  /** Called after the last suite. */
  close(): void;
}

export interface RunOnceOptions {
  readonly policy: RunPolicy;
  /** Whether another run of a suite may follow. */
  readonly more: boolean;
  /** Called with the progress of the suite, for live output. */
  readonly onProgress?: OnProgress | undefined;
}

/** What happened, before `strict` and the thresholds are applied. */
export interface EngineResult {
  readonly raw: RawAttempt;
  /** Values that must not be shown: those of the suite, and those that scripts set. */
  readonly secrets: readonly Secret[];
  /** Lines that scripts wrote to the console. */
  readonly output: readonly string[];
}
