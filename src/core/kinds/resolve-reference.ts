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
  const candidates = resources.filter((one) => one.kind === kind);
  const found = candidates.find((one) => isMeant(one, { wanted, base }));
  if (found) return found;
  const names = candidates.map((one) => `"${one.name}"`).join(', ') || 'none';
  problems.push({
    message: `${by ? `${by} names` : `${kind} names`} the ${kind} "${wanted}", and no file holds it`,
    remedy: `Name one of the ${kind}s that were read: ${names}.`,
    ...place,
  });
  return undefined;
}

function isMeant(
  one: DesiredResource,
  { wanted, base }: { readonly wanted: string; readonly base: string | undefined },
): boolean {
  const path = wanted.replace(/\\/g, '/').replace(/^\.\//, '');
  const paths = base ? [path, `${base}/${path}`] : [path];
  const id = KINDS[one.kind].idOf(one.content);
  return one.name === wanted || paths.includes(one.file.path) || (id !== undefined && bareId(id) === bareId(wanted));
}
