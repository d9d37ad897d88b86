/** The 95th percentile of response times, and how many there were. */
export interface MeasuredLatency {
  readonly p95Ms: number;
  readonly samples: number;
}

/** How the response times of a suite or one of its requests compare with those of the baseline. */
export interface ComparedLatency {
  readonly suite: string;
  /** With its folders; absent for the suite as a whole. */
  readonly request?: string;
  readonly before: MeasuredLatency;
  readonly after: MeasuredLatency;
  /** 0.25 is a quarter more. */
  readonly change: number;
  /** It rose by more than the threshold, beyond what chance explains. */
  readonly regressed: boolean;
}

/** A failure of the earlier report that is gone; iterations of one request are one. */
export interface FixedFailure {
  readonly suite: string;
  /** Names of the folders around the request, outermost first. */
  readonly path: readonly string[];
  readonly request?: string;
  readonly assertion?: string;
}

/** The comparison of a run with an earlier report. */
export interface BaselineComparison {
  /** Of the earlier report. */
  readonly commit?: string;
  /** Failures that are gone, of requests that ran again. */
  readonly fixed: readonly FixedFailure[];
  readonly latencies: readonly ComparedLatency[];
}
