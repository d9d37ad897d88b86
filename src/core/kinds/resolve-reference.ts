import { bareId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { DesiredResource } from '../model/resource.ts';
import { KINDS } from './index.ts';

/** Who looks for a resource, among what, and where problems go. */
export interface ReferenceSearch {
  readonly resources: readonly DesiredResource[];
  /** Who names it, at the head of a sentence; absent where an input does. */
  readonly by?: string | undefined;
  readonly place?: Pick<Problem, 'path' | 'position'>;
  /** The folder that paths are relative to, besides the working directory. */
  readonly base?: string;
  readonly problems: Problem[];
}

/** The resource that a name, path or id in the configuration means; a problem where no file holds it. */
export function resolveReference(
  kind: 'collection' | 'environment',
  wanted: string,
  { resources, by, place, base, problems }: ReferenceSearch,
): DesiredResource | undefined {
  const candidates = resources.filter((resource) => resource.kind === kind);
  const [found, ...others] = meantBy(wanted, { candidates, base });
  if (found && others.length === 0) return found;
  const who = by ? `${by} names` : `${kind} names`;
  const names = candidates.map(({ name }) => `"${name}"`).join(', ') || 'none';
  const paths = [found, ...others].map((resource) => resource?.file.path).join(', ');
  problems.push({
    code: 'unknown-name',
    ...(found
      ? {
          message: `${who} the ${kind} "${wanted}", and several files hold one: ${paths}`,
          remedy: 'Name the path.',
        }
      : {
          message: `${who} the ${kind} "${wanted}", and no file holds it`,
          remedy: `Name one of the ${kind}s that were read: ${names}.`,
        }),
    ...place,
  });
  return undefined;
}

interface Wanted {
  readonly candidates: readonly DesiredResource[];
  readonly base: string | undefined;
}

/** A path means one file; a name or an id may mean several. */
function meantBy(wanted: string, { candidates, base }: Wanted): readonly DesiredResource[] {
  // A collection in YAML is a directory, which may be written with a slash behind it.
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
