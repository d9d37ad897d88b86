import type { SourceApiFile } from '../../core/contract/documents.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { RunResult, SuiteProgress } from '../../core/model/run-result.ts';
import type { Suite } from '../../core/model/suite.ts';

/** Runs suites in Newman. */
export interface SuiteRunner {
  /** Rows of a suite's iteration data; 0 where they cannot be read, which `check` reports. */
  countRows(suite: Suite): Promise<number>;
  /** Problems with what the suites need: data files, certificates, folders, reporters. */
  check(suites: readonly Suite[], policy: RunPolicy): Promise<readonly Problem[]>;
  /**
   * Runs every suite, `parallel` at the same time. Results keep the order. A suite that fails, hangs or crashes is a
   * result, not an error. Results hold no secrets.
   */
  run(suites: readonly Suite[], policy: RunPolicy): Promise<readonly RunResult[]>;
}

/** Options for all suites of a run. */
export interface RunPolicy {
  readonly parallel: number;
  /** No false green: no request, no assertion and unchecked 5xx responses are failures. */
  readonly strict: boolean;
  /** URLs that must answer below 500 before the suites start. */
  readonly waitFor: readonly string[];
  readonly waitForTimeoutMs: number;
  /** External Newman reporters by name, from the working directory's `node_modules`. */
  readonly reporters: readonly string[];
  /** Options of external reporters: `htmlextra.title` and its value. */
  readonly reporterOptions?: ReadonlyMap<string, string>;
  readonly reportDir: string;
  /** OpenAPI documents that requests and answers are compared with. */
  readonly openapi?: readonly SourceApiFile[];
  /** Ends the run early. The results so far are reported. */
  readonly signal?: AbortSignal;
}

/** Receives events of running suites; `index` is the suite's position in the list. */
export interface SuiteListener {
  /** Called before the first suite. */
  begin(total: number): void;
  progress(index: number, progress: SuiteProgress): void;
  ended(index: number, end: SuiteEnd): void;
}

/** A suite that has ended, with the output of its scripts; free of secrets. */
export interface SuiteEnd {
  readonly result: RunResult;
  readonly output: readonly string[];
}
