import * as z from 'zod';
import { RESOURCE_KINDS } from '../../model/resource.ts';
import { count, position, text } from './fields.ts';

const difference = z.object({
  change: z.enum(['added', 'removed', 'changed', 'moved', 'renamed']),
  what: text,
  path: z.array(text),
  before: text.exactOptional(),
  after: text.exactOptional(),
  lines: z.array(text).exactOptional(),
  requests: count.exactOptional().describe('In a folder that was added or removed as a whole.'),
});

const conflict = z.object({
  reason: z.enum(['both-changed', 'no-base', 'adopted', 'deleted']),
  places: z.array(
    z.object({
      at: text,
      base: text.exactOptional(),
      ours: text.exactOptional(),
      theirs: text.exactOptional(),
      file: text.exactOptional(),
      position: position.exactOptional(),
    }),
  ),
});

export const change = z.object({
  action: z.enum(['create', 'update', 'delete', 'none']),
  kind: z.enum(RESOURCE_KINDS),
  name: text,
  path: text,
  uid: text.exactOptional(),
  drifted: z.boolean(),
  diff: z.array(difference),
  behind: z.array(difference).exactOptional().describe('Changes that Postman has and the repository lacks.'),
  isGone: z.boolean().exactOptional().describe('Deleted in Postman, still in the repository.'),
  conflict: conflict.exactOptional().describe('The conflict for which nothing of the resource is written.'),
  overwrites: z.literal(true).exactOptional().describe('Changes that only the other side has are discarded.'),
  edited: z.object({ at: text, by: text.exactOptional() }).exactOptional().describe('The last change in Postman.'),
  status: z.enum(['planned', 'applied', 'failed', 'skipped']),
  reason: text.exactOptional(),
});
