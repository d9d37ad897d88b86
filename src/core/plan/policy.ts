/** What the plan is allowed to do. */
export interface PlanPolicy {
  readonly prune: 'no' | 'yes' | 'force';
  readonly onDrift: 'overwrite' | 'keep' | 'fail';
}
