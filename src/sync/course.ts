import type { RunRecord } from '../core/report/build-report.ts';
import type { Ports } from './ports.ts';

/** A trail that grows while the run goes on. */
export type Draft = { -readonly [K in keyof RunRecord]: RunRecord[K] } & { thrown: unknown[] };

/** What every step of a run has at hand. */
export interface Course {
  readonly draft: Draft;
  readonly ports: Ports;
}
