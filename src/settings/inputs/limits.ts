import type { InputRow } from './input-spec.ts';

/** Rate limits and quota. */
export const limitsInputs = [
  {
    name: 'quota-warn-at',
    type: 'share',
    default: '80%',
    help: 'Share of the monthly quota at which to warn.',
    example: '80%',
  },
  {
    name: 'quota-stop-at',
    type: 'share',
    default: '100%',
    help: 'Share of the monthly quota at which to refuse to start a write.',
    example: '95%',
  },
  {
    name: 'max-wait',
    type: 'duration',
    default: '5m',
    help: 'Longest total time to wait on rate limits before giving up.',
    example: '10m',
  },
] as const satisfies readonly InputRow[];
