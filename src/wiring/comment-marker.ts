import { createHash } from 'node:crypto';
import { oneLine, shorten } from '../render/escape.ts';
import type { CommentScope } from '../settings/host-settings.ts';

/** The invisible first line of a comment. The next run finds the comment by it. `step` is workflow, job and step. */
export function markerOf(step: readonly string[], { scope }: CommentScope): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([...step, ...scope]))
    .digest('hex');
  return `<!-- postman-sync ${digest.slice(0, 24)} -->`;
}

/** The label in the title of a comment, to tell several comments apart; undefined where there is only one. */
export const labelOf = ({ labels }: CommentScope): string | undefined =>
  shorten(oneLine(labels.join(', ')), 100) || undefined;
