import type { Execution } from '../../core/model/run-result.ts';

/** Requests of a folder, or of an iteration, in the order they were sent. */
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

/** Executions as the tree of their folders; with iterations, one branch for each of them. */
export function requestTree(
  executions: readonly Execution[],
  { iterations, isFailed }: { readonly iterations: number; readonly isFailed: (execution: Execution) => boolean },
): readonly TreeNode[] {
  const branch = ({ iteration, path }: Execution): readonly string[] =>
    iterations > 1 ? [`Iteration ${iteration}`, ...path] : path;
  return nodesOf(
    executions.map((execution) => ({ execution, path: branch(execution) })),
    isFailed,
  );
}

interface Placed {
  readonly execution: Execution;
  /** Folders that are still around it. */
  readonly path: readonly string[];
}

function nodesOf(placed: readonly Placed[], isFailed: (execution: Execution) => boolean): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = 0; at < placed.length; ) {
    const first = placed[at] as Placed;
    const [name] = first.path;
    if (name === undefined) {
      nodes.push(first.execution);
      at += 1;
      continue;
    }
    const end = endOfFolder(placed, { name, from: at });
    nodes.push(folderOf(name, placed.slice(at, end), isFailed));
    at = end;
  }
  return nodes;
}

function endOfFolder(
  placed: readonly Placed[],
  { name, from }: { readonly name: string; readonly from: number },
): number {
  let end = from;
  while (placed[end]?.path[0] === name) end += 1;
  return end;
}

function folderOf(name: string, placed: readonly Placed[], isFailed: (execution: Execution) => boolean): FolderNode {
  return {
    name,
    nodes: nodesOf(
      placed.map(({ execution, path }) => ({ execution, path: path.slice(1) })),
      isFailed,
    ),
    requests: placed.length,
    failed: placed.filter(({ execution }) => isFailed(execution)).length,
    ms: placed.reduce((sum, { execution: { responseMs = 0 } }) => sum + responseMs, 0),
  };
}
