import { createHash } from 'node:crypto';
import { oneLine, shorten } from '../render/escape.ts';
import type { RawInputs } from '../settings/inputs.ts';

/** What a comment is about: a matrix's jobs, two steps of a job and two configurations each keep one of their own. */
export interface Identity {
  /** Workflow, job and step. */
  readonly step: readonly string[];
  readonly raw: RawInputs;
}

/** Inputs that tell one use of the action from another, besides the place it stands at. */
const TELLING = ['matrix', 'project', 'config', 'workspace', 'environment'] as const;

/** The first line of a comment, which nobody sees and by which it is found again. */
export function markerOf({ step, raw }: Identity): string {
  const parts = [...step, ...TELLING.map((name) => raw.get(name)?.trim() ?? '')];
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `<!-- postman-sync ${digest.slice(0, 24)} -->`;
}

/** The values of the job's matrix, as GitHub shows them behind the job's name; undefined without a matrix. */
export function labelOf(raw: RawInputs): string | undefined {
  try {
    const matrix: unknown = JSON.parse(raw.get('matrix') || 'null');
    const values = typeof matrix === 'object' && matrix !== null ? Object.values(matrix) : [];
    const words = values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
    return shorten(oneLine(words.join(', ')), 100) || undefined;
  } catch {
    return undefined;
  }
}
