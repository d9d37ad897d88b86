import type { InputRow } from './input-spec.ts';

/** The OpenAPI documents and what a deviation from them does. */
export const contractInputs = [
  {
    name: 'openapi',
    type: 'list',
    help: 'Globs of OpenAPI 3 documents that requests and answers are checked against.',
    example: ['api/openapi.yaml'],
  },
  {
    name: 'contract',
    type: 'choice',
    values: ['fail', 'warn', 'off'],
    default: 'warn',
    help: 'Effect of a deviation from the OpenAPI documents: `fail`, `warn` or `off`.',
  },
] as const satisfies readonly InputRow[];
