import type { JsonPath } from '../../../core/lib/json.ts';
import { asText } from '../as-text.ts';
import type { Node, ScriptEvent } from './newman-types.ts';

/** Shown for folders and requests without a name: the collection format does not require one. */
const UNNAMED = '(unnamed)';

/** Path of a folder or request in the collection's JSON; empty for the collection itself. */
export function itemPath(node: Node): JsonPath {
  const parent = node.parent();
  return parent ? [...itemPath(parent), 'item', parent.items?.members.indexOf(node) ?? -1] : [];
}

/** Path of a script in the collection's JSON. */
export function scriptPath(event: ScriptEvent): JsonPath | undefined {
  const owner = event.parent?.();
  return owner && [...itemPath(owner), 'event', owner.events?.members.indexOf(event) ?? -1, 'script'];
}

/** Names of the folders around a request, outermost first. */
export function foldersOf(node: Node): readonly string[] {
  const parent = node.parent();
  return parent?.parent() ? [...foldersOf(parent), nodeName(parent)] : [];
}

/** The name of a folder or request as text. */
export const nodeName = ({ name }: Node): string => (asText(name).trim() === '' ? UNNAMED : asText(name));
