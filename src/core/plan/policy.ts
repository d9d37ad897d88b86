/** What the plan is allowed to do. */
export interface PlanPolicy {
  readonly prune: 'no' | 'yes' | 'force';
  readonly onDrift: 'merge' | 'overwrite' | 'keep' | 'fail';
}
