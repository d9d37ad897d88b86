import { createHash } from 'node:crypto';
import { oneLine, shorten } from '../render/escape.ts';
import type { CommentScope } from '../settings/host-settings.ts';

/** The first line of a comment, invisible, by which the comment is found again. `step` is workflow, job and step. */
export function markerOf(step: readonly string[], { scope }: CommentScope): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([...step, ...scope]))
    .digest('hex');
  return `<!-- postman-sync ${digest.slice(0, 24)} -->`;
}

/** What people tell one of several comments by; undefined where there is only one. */
export const labelOf = ({ labels }: CommentScope): string | undefined =>
  shorten(oneLine(labels.join(', ')), 100) || undefined;
