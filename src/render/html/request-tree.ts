import type { Execution } from '../../core/model/run-result.ts';

/** A folder, or an iteration, with its requests in the order in which they were sent. */
export interface FolderNode {
  readonly name: string;
  readonly nodes: readonly TreeNode[];
  readonly requests: number;
  readonly failed: number;
  /** Sum of the response times. */
  readonly ms: number;
}

/** A folder or a request. */
export type TreeNode = FolderNode | Execution;

/** Whether a node is a folder. */
export const isFolder = (node: TreeNode): node is FolderNode => 'nodes' in node;

/** Builds the tree of folders; with several iterations, the first level is the iteration. */
export function requestTree(
  executions: readonly Execution[],
  { iterations, isFailed }: { readonly iterations: number; readonly isFailed: IsFailed },
): readonly TreeNode[] {
  const branch = ({ iteration, path }: Execution): readonly string[] =>
    iterations > 1 ? [`Iteration ${iteration}`, ...path] : path;
  return nodesOf(
    executions.map((execution) => ({ execution, path: branch(execution) })),
    isFailed,
  );
}

interface TreeEntry {
  readonly execution: Execution;
  /** Folders of the request, from the level that is being built. */
  readonly path: readonly string[];
}

type IsFailed = (execution: Execution) => boolean;

function nodesOf(entries: readonly TreeEntry[], isFailed: IsFailed): readonly TreeNode[] {
  return consecutiveByFolder(entries).map(({ folder, first, inside }) =>
    folder === undefined ? first.execution : folderOf(folder, inside, isFailed),
  );
}

/** A request without a folder, or requests one after another in one folder. A folder that is left and entered again is two. */
interface Stretch {
  readonly folder: string | undefined;
  readonly first: TreeEntry;
  readonly inside: readonly TreeEntry[];
}

function consecutiveByFolder(entries: readonly TreeEntry[]): readonly Stretch[] {
  const stretches: (Stretch & { readonly inside: TreeEntry[] })[] = [];
  for (const entry of entries) {
    const [folder] = entry.path;
    const last = stretches.at(-1);
    if (last && folder !== undefined && last.folder === folder) last.inside.push(entry);
    else stretches.push({ folder, first: entry, inside: [entry] });
  }
  return stretches;
}

function folderOf(name: string, entries: readonly TreeEntry[], isFailed: IsFailed): FolderNode {
  return {
    name,
    nodes: nodesOf(
      entries.map(({ execution, path }) => ({ execution, path: path.slice(1) })),
      isFailed,
    ),
    requests: entries.length,
    failed: entries.filter(({ execution }) => isFailed(execution)).length,
    ms: entries.reduce((sum, { execution: { responseMs = 0 } }) => sum + responseMs, 0),
  };
}
