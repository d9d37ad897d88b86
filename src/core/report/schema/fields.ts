import * as z from 'zod';
import { FAILURE_KINDS } from '../../model/verdict.ts';

export const text = z.string();
export const ms = z.number().nonnegative().describe('Milliseconds.');
export const epochMs = z.number().nonnegative().describe('Milliseconds since 1970-01-01 UTC.');
export const count = z.int().nonnegative();

/** Numbers of a run. Strict objects never get new fields. */
export const tally = z.strictObject({ total: count, failed: count });
export const failureKind = z.enum(FAILURE_KINDS);
export const position = z
  .strictObject({ line: z.int().positive(), column: z.int().positive() })
  .describe('Counts from 1.');
export const filePlace = position.extend({ file: text });
