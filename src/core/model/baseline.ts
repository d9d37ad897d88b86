/** The 95th percentile of a number of response times. */
export interface MeasuredLatency {
  readonly p95Ms: number;
  readonly samples: number;
}

/** How the response times of a suite or one of its requests compare with those of the baseline. */
export interface ComparedLatency {
  readonly suite: string;
  /** The request with its folders; absent for the suite as a whole. */
  readonly request?: string;
  readonly before: MeasuredLatency;
  readonly after: MeasuredLatency;
  /** Relative change of the 95th percentile: 0.25 is a rise by a quarter. */
  readonly change: number;
  /** The rise exceeds the threshold and is statistically significant. */
  readonly regressed: boolean;
}

/** A failure of the earlier report that no longer occurs. All iterations of a request count as one failure. */
export interface FixedFailure {
  readonly suite: string;
  /** Names of the folders around the request, outermost first. */
  readonly path: readonly string[];
  readonly request?: string;
  readonly assertion?: string;
}

/** The comparison of a run with an earlier report. */
export interface BaselineComparison {
  /** The commit of the earlier report. */
  readonly commit?: string;
  /** Failures that no longer occur although their requests ran again. */
  readonly fixed: readonly FixedFailure[];
  readonly latencies: readonly ComparedLatency[];
}
