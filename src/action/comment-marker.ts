import { createHash } from 'node:crypto';
import { oneLine, shorten } from '../render/escape.ts';
import type { RawInputs } from '../settings/inputs.ts';
import { DEFAULT_CONFIG } from '../settings/parse.ts';

/** What a comment is about: a matrix's jobs, two steps of a job and two configurations each keep one of their own. */
export interface CommentMarker {
  /** Workflow, job and step. */
  readonly step: readonly string[];
  readonly raw: RawInputs;
}

/** Inputs that tell one use of the action from another, besides the place it stands at: jobs of a reusable workflow share that. */
const TELLING = [
  ...['matrix', 'project', 'config', 'workspace', 'environment'],
  ...['collections', 'environments', 'suite', 'folder'],
];

/** The first line of a comment, which nobody sees and by which it is found again. */
export function markerOf({ step, raw }: CommentMarker): string {
  const parts = [...step, ...TELLING.map((name) => raw.get(name)?.trim() ?? '')];
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `<!-- postman-sync ${digest.slice(0, 24)} -->`;
}

/**
 * What people tell one of several comments by: the values of the job's matrix, as GitHub shows them behind the job's
 * name, and the inputs that choose what is looked at; undefined where there are none.
 */
export function labelOf(raw: RawInputs): string | undefined {
  const chosen = (['config', 'environment', 'suite'] as const).map((name) => raw.get(name)?.trim() ?? '');
  const words = [
    ...matrixValues(raw.get('matrix')),
    ...chosen.filter((word) => word !== '' && word !== DEFAULT_CONFIG),
  ];
  return shorten(oneLine(words.join(', ')), 100) || undefined;
}

function matrixValues(text: string | undefined): readonly string[] {
  try {
    const matrix: unknown = JSON.parse(text || 'null');
    const values = typeof matrix === 'object' && matrix !== null ? Object.values(matrix) : [];
    return values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
  } catch {
    return [];
  }
}
