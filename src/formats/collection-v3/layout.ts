import type { Notice } from '../../core/model/notice.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { TreeFile } from './yaml-file.ts';

/** A directory of a tree: the collection or a folder. */
export interface Directory {
  readonly name: string;
  /** Relative to the working directory. */
  readonly path: string;
  readonly definitions: TreeFile[];
  readonly requests: TreeFile[];
  readonly folders: Map<string, Directory>;
  /** Examples by the stem of their request's file. */
  readonly examples: Map<string, TreeFile[]>;
}

/** The files of a tree in their directories, and problems of misplaced files. */
export interface Layout {
  readonly root: Directory;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** The role of a file, from its path. */
type Role =
  | {
      readonly role: 'definition' | 'request' | 'misplaced' | 'legacy' | 'unnamed';
      readonly folders: readonly string[];
    }
  | { readonly role: 'example'; readonly folders: readonly string[]; readonly stem: string }
  | { readonly role: 'other' };

/** Sorts the files of a tree into its directories. The path `.` is the working directory. */
export function layoutOf(path: string, files: readonly TreeFile[], name = baseName(path)): Layout {
  const root = directory(path, name);
  const above = path === '.' ? 0 : path.length + 1;
  const problems: Problem[] = [];
  const notices: Notice[] = [];
  for (const file of files) {
    const role = roleOf(file, file.path.slice(above).split('/'));
    if (role.role === 'other') continue;
    if (role.role === 'misplaced' || role.role === 'legacy')
      problems.push({ path: file.path, code: 'yaml-format', ...WRONG[role.role] });
    else if (role.role === 'unnamed') notices.push({ level: 'warning', path: file.path, message: UNNAMED });
    else put(file, { role, into: folder(root, role.folders) });
  }
  return { root, problems: [...problems, ...clashes(root)], notices };
}

/** The name of a request or example: its file's name without the suffix. */
export const stemOf = (path: string): string => baseName(path).replace(/\.(request|example)\.ya?ml$/, '');

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const directory = (path: string, name: string): Directory => ({
  name,
  path,
  definitions: [],
  requests: [],
  folders: new Map(),
  examples: new Map(),
});

const REQUEST = /\.request\.ya?ml$/;

function roleOf({ text }: TreeFile, steps: readonly string[]): Role {
  const resources = steps.indexOf('.resources');
  if (resources !== -1) return resourceRole(steps.slice(resources + 1), steps.slice(0, resources));
  const folders = steps.slice(0, -1);
  const name = steps.at(-1) ?? '';
  if (REQUEST.test(name)) return { role: 'request', folders };
  if (/^(collection|folder)\.ya?ml$/.test(name) && /^(type|\$schema):/m.test(text)) return { role: 'legacy', folders };
  const isRequest = /\.ya?ml$/.test(name) && /^\$kind:\s*["']?[\w.]+-request/m.test(text);
  return isRequest ? { role: 'unnamed', folders } : { role: 'other' };
}

/** The role of a file in `.resources`: the definition of the directory, or an example of a request in it. */
function resourceRole([owner = '', kind, ...rest]: readonly string[], folders: readonly string[]): Role {
  const name = rest.at(-1) ?? kind ?? owner;
  if (kind === undefined && /^definition\.ya?ml$/.test(owner)) return { role: 'definition', folders };
  if (REQUEST.test(name)) return { role: 'misplaced', folders };
  const isExample = kind === 'examples' && rest.length === 1 && /\.example\.ya?ml$/.test(name);
  return isExample && owner.endsWith('.resources')
    ? { role: 'example', folders, stem: owner.slice(0, -'.resources'.length) }
    : { role: 'other' };
}

/** The folder at a path below the root; created if it is missing. */
function folder(root: Directory, steps: readonly string[]): Directory {
  let at = root;
  for (const name of steps) {
    const next = at.folders.get(name) ?? directory(`${at.path}/${name}`, name);
    at.folders.set(name, next);
    at = next;
  }
  return at;
}

function put(file: TreeFile, { role, into }: { readonly role: Role; readonly into: Directory }): void {
  if (role.role === 'definition') into.definitions.push(file);
  if (role.role === 'request') into.requests.push(file);
  if (role.role === 'example') into.examples.set(role.stem, [...(into.examples.get(role.stem) ?? []), file]);
}

const WRONG = {
  misplaced: {
    message: 'A request cannot be inside a ".resources" directory: Postman keeps definitions and examples there',
    remedy: 'Move the file beside ".resources"; rename a folder that is called ".resources".',
  },
  legacy: {
    message: 'This is the older layout of Postman\'s YAML format ("type:" in collection.yaml), which is not read',
    remedy: 'Export the collection with a current Postman app, or run "postman collection migrate" on its v2.1 JSON.',
  },
} as const;

const UNNAMED = 'The file holds a request, and is ignored as in Postman: its name must end with ".request.yaml".';

/** Names that are equal on Windows and macOS, and directories with two definitions. */
function clashes(at: Directory): readonly Problem[] {
  const folders = [...at.folders.values()];
  const requests = at.requests.map(({ path }) => ({ name: stemOf(path), path }));
  const [, second] = at.definitions;
  return [
    ...sameNames(folders, 'folder'),
    ...sameNames(requests, 'request'),
    ...(second ? [secondDefinition(second.path)] : []),
    ...folders.flatMap(clashes),
  ];
}

const secondDefinition = (path: string): Problem => ({
  path,
  code: 'yaml-format',
  message: 'The directory has two definitions',
  remedy: 'Keep one of them.',
});

function sameNames(
  entries: readonly { readonly name: string; readonly path: string }[],
  what: string,
): readonly Problem[] {
  const known = new Map<string, string>();
  return entries.flatMap(({ name, path }) => {
    const folded = name.toLowerCase().normalize('NFC');
    const first = known.get(folded);
    known.set(folded, first ?? path);
    if (first === undefined) return [];
    const message = `Another ${what} has the same name apart from upper and lower case: ${first}`;
    return [{ path, code: 'yaml-format', message, remedy: 'Rename one of them: Windows and macOS cannot hold both.' }];
  });
}
