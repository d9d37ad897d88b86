import type { Notice } from '../../core/model/notice.ts';
import type { ReportedPlan } from '../../core/report/report.ts';
import type { HostSettings } from '../../settings/host-settings.ts';

/** The clock; the only source of time below the shells. */
export interface Clock {
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The log for people. Lines may hold hostile text: the host escapes them. */
export interface Log {
  line(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  /**
   * Shows the progress of a step in place of the former text; without a text, removes it. Absent without a terminal.
   */
  progress?(text: string | undefined): void;
  /** Announces a long wait, with a countdown on a terminal. Returns the function to call at its end. */
  waiting(why: string, untilMs: number): () => void;
  /** Writes lines under a title; collapsed where the host supports it. */
  group(title: string, lines: readonly string[]): void;
}

/** A plan that is about to be applied. */
export interface Proposal {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly plan: ReportedPlan;
}

/** Shows a plan before the first write, and asks for approval on a terminal. False: the plan is declined. */
export type ReviewPlan = (proposal: Proposal) => Promise<boolean>;

/** Posts the comment that an earlier run's report folder holds. Throws a ProblemsError or an OutsideError. */
export type PostReport = (host: HostSettings) => Promise<readonly Notice[]>;
