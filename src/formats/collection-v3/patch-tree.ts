import { formerItems } from '../../core/kinds/collection/graft.ts';
import { fingerprint } from '../../core/kinds/fingerprint.ts';
import { KINDS } from '../../core/kinds/index.ts';
import type { JsonObject } from '../../core/lib/json.ts';
import { readTree } from './read-tree.ts';
import { type TreeEdit, TreeWriter } from './tree-writer.ts';
import { UnwritableError } from './write-values.ts';
import type { TreeFile } from './yaml-file.ts';

/** A tree to change, with all text files below its directory. */
export interface TreeSource {
  readonly path: string;
  readonly name: string;
  readonly files: readonly TreeFile[];
}

/**
 * The edits of files that change a tree's content. Undefined if the files cannot hold the content: the edited tree is
 * read back, and must have the same fingerprint.
 */
export function patchTree({ path, name, files }: TreeSource, content: JsonObject): readonly TreeEdit[] | undefined {
  const read = (texts: readonly TreeFile[]) => readTree(path, texts.map(withoutBom), { allowUnsupported: true, name });
  const tree = read(files);
  if (tree.problems.length > 0) return undefined;
  const edits = editsFor(new TreeWriter({ tree, files, former: formerItems(content, tree.content) }), content);
  if (!edits) return undefined;
  const result = read(applyEdits(files, edits));
  const isEqual = fingerprint(KINDS.collection, result.content) === fingerprint(KINDS.collection, content);
  const isSound = result.problems.length === 0 && result.leftOut.length === tree.leftOut.length;
  return isEqual && isSound ? edits : undefined;
}

function editsFor(writer: TreeWriter, content: JsonObject): readonly TreeEdit[] | undefined {
  try {
    return writer.edits(content);
  } catch (error) {
    if (error instanceof UnwritableError) return undefined;
    throw error;
  }
}

/** The files after the edits. */
function applyEdits(files: readonly TreeFile[], edits: readonly TreeEdit[]): readonly TreeFile[] {
  const changed = new Set(edits.map(({ path }) => path));
  const written = edits.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
  return [...files.filter(({ path }) => !changed.has(path)), ...written];
}

const withoutBom = ({ path, text }: TreeFile): TreeFile => ({ path, text: text.replace(/^\uFEFF/, '') });
