import type { InputRow } from './input-spec.ts';

/** How `plan` and `apply` treat differences between files and Postman. */
export const syncInputs = [
  {
    name: 'prune',
    type: 'choice',
    values: ['true', 'false', 'force'],
    default: 'false',
    help: 'Delete resources whose file is gone, but only those that postman-sync created. Deleting more than half of them at once needs `force`.',
  },
  {
    name: 'on-drift',
    type: 'choice',
    values: ['merge', 'overwrite', 'keep', 'fail'],
    default: 'merge',
    help: 'What to do with a resource that was changed in Postman since the last apply: `merge` (keep both sides; a place that both changed is a conflict), `overwrite` (with a backup and a warning), `keep` (leave it as it is in Postman) or `fail`.',
  },
  {
    name: 'verify',
    type: 'choice',
    values: ['changed', 'all'],
    default: 'changed',
    help: '`changed`: download only resources that may have changed since the last apply. `all`: download and compare everything.',
  },
  {
    name: 'secrets',
    type: 'choice',
    values: ['block', 'warn', 'allow'],
    default: 'block',
    help: 'Credentials in plain text found in files about to be uploaded: `block`, `warn` or `allow`.',
  },
] as const satisfies readonly InputRow[];
