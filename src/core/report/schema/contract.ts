import * as z from 'zod';
import { count, filePlace, text } from './fields.ts';

const deviationPart = z.enum(['status', 'content-type', 'header', 'body', 'parameter', 'request-body']);

export const deviation = {
  part: deviationPart,
  pointer: text,
  expected: text,
  actual: text,
  document: filePlace.describe('The rule in the OpenAPI document.'),
};

export const defects = z
  .array(z.object({ message: text, document: filePlace }))
  .exactOptional()
  .describe('Parts of schemas that could not be checked.');

export const mode = z.enum(['fail', 'warn', 'off']);

export const contract = z.object({
  mode,
  documents: z.array(text),
  checked: count,
  deviating: count,
  violations: z.array(
    z.object({
      suite: text,
      request: text,
      path: z.array(text),
      iteration: z.int().positive(),
      operation: text,
      ...deviation,
      place: filePlace.exactOptional(),
      count,
    }),
  ),
  ignored: z.array(z.object({ operation: text, pointer: text, reason: text, count })),
  unchecked: z.array(z.object({ mediaType: text, count })).describe('Bodies with a schema that were not checked.'),
  defects,
  unmatched: z.array(text),
});

export const coverage = z.object({
  operations: count,
  tested: count,
  percent: z.number(),
  untested: z.array(text),
  responses: z.strictObject({ documented: count, tested: count }).exactOptional(),
  untestedResponses: z.array(text),
  tags: z.array(z.object({ tag: text, operations: count, tested: count })),
});
