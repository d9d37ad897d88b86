import type { Execution, Failure, RunResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';

/** Addresses of everything on the page, the same from run to run. */
export interface Anchors {
  suite(run: RunResult): string;
  execution(execution: Execution): string;
  /** Of the first of several equal failures. */
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

const LONGEST = 120;

/** Gives an id to every suite, request and failure of the last attempts. */
export function anchorsOf({ runs }: Pick<Report, 'runs'>): Anchors {
  const used = new Map<string, number>(RESERVED.map((id) => [id, 1]));
  const ids = new Map<object, string>();
  const give = (thing: object, parts: readonly string[]): void => void ids.set(thing, unique(slugOf(parts), used));
  for (const run of runs) give(run, [run.suite]);
  for (const run of runs) {
    for (const execution of run.attempt.executions) give(execution, [run.suite, ...placeOf(execution)]);
  }
  for (const run of runs) {
    for (const failure of [...run.attempt.failures, ...run.attempt.warnings]) {
      const { path, request } = failure;
      give(failure, [run.suite, ...placeOf({ path, request }), failure.assertion ?? failure.kind]);
    }
  }
  const idOf = (thing: object): string => ids.get(thing) ?? '';
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

/** The id itself, or with a number where it is taken. */
function unique(id: string, used: Map<string, number>): string {
  const times = (used.get(id) ?? 0) + 1;
  used.set(id, times);
  return times === 1 ? id : unique(`${id}-${times}`, used);
}

/** `Create an order` → `create-an-order`; what is lost of other scripts and long texts is told by a checksum. */
function slugOf(parts: readonly string[]): string {
  const text = parts.join(' ');
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '');
  const isWhole = slug.length > 0 && slug.length <= LONGEST && !/(?![a-z])\p{L}/u.test(plain);
  return isWhole ? slug : [slug.slice(0, LONGEST), checksum(text)].filter(Boolean).join('-');
}

/** FNV-1a, in base 36. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
