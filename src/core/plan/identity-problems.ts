import { KINDS } from '../kinds/index.ts';
import type { Problem } from '../model/problem.ts';
import { type DesiredResource, type ListedResource, namePlace, pinPlace, placeIn } from '../model/resource.ts';

/** Files whose resource is unclear, and the problem. */
export interface UnclearFiles {
  readonly problem: Problem;
  readonly paths: readonly string[];
}

/** The problem of several files with the same name, reported once for all of them. */
export function sameName(twins: readonly DesiredResource[]): UnclearFiles | undefined {
  const [first, again = first] = twins;
  if (!first || !again) return undefined;
  const { kind, name } = again;
  const paths = twins.map((twin) => twin.file.path);
  const article = kind === 'environment' ? 'an' : 'a';
  const problem = {
    code: 'ambiguous-name' as const,
    message: `${paths.join(', ')} each hold ${article} ${kind} "${name}", and nothing tells them apart in Postman`,
    remedy: twoFormatsRemedy(twins) ?? sameNameRemedy(again),
    ...namePlace(again),
  };
  return { problem, paths };
}

function sameNameRemedy({ kind, file: { path } }: DesiredResource): string {
  if (KINDS[kind].declaredIn === 'configuration') return `Give each ${kind} a name of its own.`;
  return `Give each a name of its own; or pin each to its uid in the configuration ({ path: ${path}, uid: … }); or leave all but one out ("!${path}" in ${KINDS[kind].plural}).`;
}

/**
 * The remedy for a directory in Postman's YAML format and a JSON file with the same name; undefined for other files.
 */
function twoFormatsRemedy(twins: readonly DesiredResource[]): string | undefined {
  const [tree, ...more] = twins.filter(({ file }) => file.documentAt !== undefined);
  if (!tree || more.length > 0) return undefined;
  const { path } = tree.file;
  return `These are two formats, YAML and JSON. If they are one collection, name the format to use, such as "collections: ${path}", or delete the other.`;
}

/** The problem of several files that the configuration pins to one resource. */
export const samePin = (files: readonly DesiredResource[], { uid }: ListedResource): Problem => {
  const [first, again = first] = files;
  const paths = files.map(({ file }) => file.path).join(', ');
  return {
    code: 'same-resource',
    message: `${paths} are pinned to the same resource (${uid})`,
    remedy: 'Correct the uid of one of them in the configuration.',
    ...(again ? pinPlace(again) : {}),
  };
};

/** The problem of several files that carry the id of one resource. */
export const sameId = (files: readonly DesiredResource[], { kind, uid, name }: ListedResource): Problem => {
  const [first, again = first] = files;
  const paths = files.map(({ file }) => file.path).join(', ');
  return {
    code: 'same-resource',
    message: `${paths} carry the same id: each would be the ${kind} "${name}" in Postman (${uid})`,
    remedy: `Remove the id from the copies; or pin each to a uid of its own in the configuration; or leave the copies out ("!PATH" in ${KINDS[kind].plural}).`,
    ...(again ? placeIn(again.file, again.kind === 'collection' ? ['info', '_postman_id'] : ['id']) : {}),
  };
};
