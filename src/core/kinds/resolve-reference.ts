import { bareId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { DesiredResource } from '../model/resource.ts';
import { KINDS } from './index.ts';

/** The resources to search, and the source of the reference. */
export interface ReferenceOptions {
  readonly resources: readonly DesiredResource[];
  /** The owner of the reference, as the subject of a message: `Suite "smoke"`. Absent for an input. */
  readonly by?: string | undefined;
  readonly place?: Pick<Problem, 'path' | 'position'>;
  /** Another folder that paths may be relative to, besides the working directory. */
  readonly base?: string;
  /** Receives the problem of a reference that cannot be resolved. */
  readonly problems: Problem[];
}

/** The resource that a name, path or id refers to; adds a problem if there is none, or more than one. */
export function resolveReference(
  kind: 'collection' | 'environment',
  wanted: string,
  { resources, by, place, base, problems }: ReferenceOptions,
): DesiredResource | undefined {
  const candidates = resources.filter((resource) => resource.kind === kind);
  const found = findAll(wanted, { candidates, base });
  if (found.length === 1) return found[0];
  const reference = `${by ?? kind} names the ${kind} "${wanted}"`;
  const reason = found.length === 0 ? notFound(kind, candidates) : ambiguous(found);
  problems.push({
    code: 'unknown-name',
    message: `${reference}, and ${reason.message}`,
    remedy: reason.remedy,
    ...place,
  });
  return undefined;
}

type Reason = Pick<Problem, 'message' | 'remedy'>;

function notFound(kind: string, candidates: readonly DesiredResource[]): Reason {
  const names = candidates.map(({ name }) => `"${name}"`).join(', ') || 'none';
  return { message: 'no file holds it', remedy: `Name one of the ${kind}s that were read: ${names}.` };
}

const ambiguous = (found: readonly DesiredResource[]): Reason => ({
  message: `several files hold one: ${found.map(({ file }) => file.path).join(', ')}`,
  remedy: 'Name the path.',
});

interface SearchOptions {
  readonly candidates: readonly DesiredResource[];
  readonly base: string | undefined;
}

/** A path identifies one file; several files may have a name or an id. */
function findAll(wanted: string, { candidates, base }: SearchOptions): readonly DesiredResource[] {
  // A collection in YAML is a directory, whose path may end with a slash.
  const path = wanted.replace(/\\/g, '/').replace(/^\.\/|(?<=.)\/$/g, '');
  const paths = base ? [path, `${base}/${path}`] : [path];
  const byPath = candidates.filter(({ file }) => paths.includes(file.path));
  if (byPath.length > 0) return byPath.slice(0, 1);
  const byName = candidates.filter(({ name }) => name === wanted);
  return byName.length > 0 ? byName : candidates.filter((resource) => hasId(resource, wanted));
}

function hasId({ kind, content }: DesiredResource, wanted: string): boolean {
  const id = KINDS[kind].idOf(content);
  return id !== undefined && bareId(id) === bareId(wanted);
}
