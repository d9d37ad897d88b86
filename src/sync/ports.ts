import type { RunResult } from '../core/run.ts';
import type { Suite } from '../core/suite.ts';

/** Epoch milliseconds and waiting; the only source of time below the shells. */
export interface Clock {
  now(): number;
  /** Resolves after that many milliseconds, or rejects when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Where lines for people go while a run is under way. Lines may hold hostile text: the host makes them harmless. */
export interface Log {
  line(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  /** Lines that belong together under a title, folded where the host can. */
  group(title: string, lines: readonly string[]): void;
}

/** Runs suites in Newman. */
export interface SuiteRunner {
  /**
   * Runs every suite, `parallel` at once, and answers in the order given. A suite that fails, hangs or dies is a
   * result, not an error. No secret is in what comes back.
   */
  run(suites: readonly Suite[], policy: RunPolicy): Promise<readonly RunResult[]>;
}

/** What holds for all suites of a run. */
export interface RunPolicy {
  readonly parallel: number;
  /** No false green: nothing requested, nothing asserted and unlooked-at 5xx answers are failures. */
  readonly strict: boolean;
  /** URLs that must answer below 500 before the suites start. */
  readonly waitFor: readonly string[];
  readonly waitForTimeoutMs: number;
  /** External Newman reporters by name, from the working directory's `node_modules`. */
  readonly reporters: readonly string[];
  readonly reportDir: string;
  /** Ends the run early with what was done so far. */
  readonly signal?: AbortSignal;
}
