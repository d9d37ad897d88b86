import type { JsonObject } from '../core/lib/json.ts';
import type { Notice } from '../core/model/notice.ts';
import type { Problem } from '../core/model/problem.ts';
import { findTrees } from '../files/find-trees.ts';
import { readTreeSource } from '../files/trees.ts';

/** A collection in Postman's YAML format, read from disk. */
export interface ReadCollection {
  readonly content?: JsonObject;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** Reads the directory of a collection in Postman's YAML format. */
export async function readCollectionTree(
  directory: string,
  { cwd, allowUnsupported }: { readonly cwd: string; readonly allowUnsupported: boolean },
): Promise<ReadCollection> {
  const [path] = await findTrees(directory.replaceAll('\\', '/'), { cwd, exclude: [], base: '' });
  if (path === undefined) return { problems: [noCollection(directory)], notices: [] };
  const { source, problems, notices = [] } = await readTreeSource(path, cwd, { allowUnsupported });
  return { ...(source && { content: source.content }), problems, notices };
}

const noCollection = (directory: string): Problem => ({
  code: 'no-file',
  message: `${directory} is not the directory of a collection in Postman's YAML format`,
  remedy: 'Name a directory with *.request.yaml files, such as postman/collections/Orders.',
});
