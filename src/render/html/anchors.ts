import type { Execution, Failure, RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';

/** Ids of the elements of a page, for links. They stay the same from run to run. */
export interface Anchors {
  suite(run: RunResult): string;
  execution(execution: Execution): string;
  /** Only the first failure of a group has an element. */
  failure(failure: Failure): string;
}

/** Ids of the page's own parts. */
const RESERVED = [
  'suites',
  'plan',
  'monitors',
  'limits',
  'problems',
  'conflicts',
  'contract',
  'coverage',
  'find',
  'tools',
  'passed',
];

const LONGEST_SLUG = 120;

/** Assigns an id to every suite, and to every request and failure of its last attempt. */
export function anchorsOf({ runs }: Pick<Report, 'runs'>): Anchors {
  const used = new Map<string, number>(RESERVED.map((id) => [id, 1]));
  const ids = new Map<object, string>();
  const assign = (target: object, parts: readonly string[]): void => void ids.set(target, unique(slugOf(parts), used));
  for (const run of runs) assign(run, [run.suite]);
  for (const run of runs) {
    for (const execution of run.attempt.executions) assign(execution, [run.suite, ...placeOf(execution)]);
  }
  for (const run of runs) {
    for (const failure of [...run.attempt.failures, ...run.attempt.warnings]) {
      const { path, request } = failure;
      assign(failure, [run.suite, ...placeOf({ path, request }), failure.assertion ?? failure.kind]);
    }
  }
  const idOf = (target: object): string => ids.get(target) ?? '';
  return { suite: idOf, execution: idOf, failure: idOf };
}

interface RequestPlace {
  readonly path: readonly string[];
  readonly request: string | undefined;
  readonly iteration?: number;
}

const placeOf = ({ path, request, iteration = 1 }: RequestPlace): readonly string[] => [
  ...path,
  ...(request === undefined ? [] : [request]),
  ...(iteration > 1 ? [`iteration ${iteration}`] : []),
];

/** The id, with a number appended if it is taken. */
function unique(id: string, used: Map<string, number>): string {
  const times = (used.get(id) ?? 0) + 1;
  used.set(id, times);
  return times === 1 ? id : unique(`${id}-${times}`, used);
}

/** `Create an order` → `create-an-order`. Long texts and other scripts lose letters, so a checksum is appended. */
function slugOf(parts: readonly string[]): string {
  const text = parts.join(' ');
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '');
  const isWhole = slug.length > 0 && slug.length <= LONGEST_SLUG && !/(?![a-z])\p{L}/u.test(plain);
  return isWhole ? slug : [slug.slice(0, LONGEST_SLUG), checksum(text)].filter(Boolean).join('-');
}

/** FNV-1a, in base 36. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
