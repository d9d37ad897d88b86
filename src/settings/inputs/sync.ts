import type { InputRow } from './input-spec.ts';

/** How `plan` and `apply` treat what differs. */
export const syncInputs: readonly InputRow[] = [
  {
    name: 'prune',
    type: 'choice',
    values: ['true', 'false', 'force'],
    default: 'false',
    help: 'Delete resources that this tool created and whose file is gone; never any other. More than half of them at once needs `force`.',
  },
  {
    name: 'on-drift',
    type: 'choice',
    values: ['merge', 'overwrite', 'keep', 'fail'],
    default: 'merge',
    help: 'What to do with a resource that was changed in Postman since the last apply: `merge` (both survive; places that both changed are conflicts), `overwrite` (backed up and warned about), `keep` (leave it as it is in Postman) or `fail`.',
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
];
