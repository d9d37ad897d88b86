/** The policy of a plan. */
export interface PlanPolicy {
  readonly prune: 'no' | 'yes' | 'force';
  readonly onDrift: 'merge' | 'overwrite' | 'keep' | 'fail';
}
