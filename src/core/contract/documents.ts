import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../lib/json.ts';
import type { Position } from '../lib/positions.ts';

/** A parsed file of an OpenAPI document. It is plain JSON, so that it can be sent to another process. */
export interface ApiFile {
  /** Relative to the working directory, with forward slashes. */
  readonly path: string;
  readonly value: JsonValue;
  /** Whether it is an OpenAPI document itself, not only a file that a document refers to. */
  readonly isRoot: boolean;
}

/** A file with a function that finds positions of its values. */
export interface SourceApiFile extends ApiFile {
  locate(at: JsonPath): Position;
}

/** A place in a file of an OpenAPI document. */
export interface ApiPlace {
  readonly file: string;
  readonly at: JsonPath;
}

/** A value of a document together with its place. */
export interface ApiNode extends ApiPlace {
  readonly value: JsonValue | undefined;
}

/** The longest chain of references. */
const MOST_HOPS = 50;

/** The files of OpenAPI documents; follows `$ref` within and between them. */
export class Documents {
  readonly #files: ReadonlyMap<string, JsonValue>;
  readonly #named = new Map<string, ReadonlyMap<string, JsonPath>>();

  constructor(files: readonly ApiFile[]) {
    this.#files = new Map(files.map(({ path, value }) => [path, value]));
  }

  /** The node at a place; its value is undefined if there is none. */
  node({ file, at }: ApiPlace): ApiNode {
    return { file, at, value: valueAt(this.#files.get(file), at) };
  }

  /** A member of an object or array. */
  child(node: ApiNode, ...steps: JsonPath): ApiNode {
    return { file: node.file, at: [...node.at, ...steps], value: valueAt(node.value, steps) };
  }

  /** The node at the end of a chain of references; undefined for a broken or circular chain. */
  follow(node: ApiNode): ApiNode | undefined {
    let here = node;
    for (let hops = 0; hops < MOST_HOPS; hops += 1) {
      const ref = refOf(here.value);
      if (ref === undefined) return here;
      const place = this.resolve(ref, here.file);
      if (!place) return undefined;
      here = this.node(place);
      if (here.value === undefined) return undefined;
    }
    return undefined;
  }

  /** The object at the end of a node's references, with its place; undefined for other values. */
  object(node: ApiNode): (ApiNode & { readonly value: JsonObject }) | undefined {
    const found = this.follow(node);
    return found && isObject(found.value) ? { ...found, value: found.value } : undefined;
  }

  /** The place that a reference in the file `from` names; undefined for an unknown file or anchor. */
  resolve(ref: string, from: string): ApiPlace | undefined {
    const [target = '', fragment = ''] = splitAt(ref, '#');
    const file = target === '' ? from : joinPath(from, target);
    if (!this.#files.has(file)) return this.#byName(target, fragment, from);
    if (fragment === '' || fragment.startsWith('/')) return { file, at: this.#stepsOf(file, pointerSteps(fragment)) };
    return this.#anchor(file, fragment);
  }

  /**
   * Whether several schemas have the `$dynamicAnchor` that a `$dynamicRef` names. The one that counts depends on the
   * references before it.
   */
  isAmbiguous(ref: string): boolean {
    const name = ref.slice(ref.indexOf('#') + 1);
    let count = 0;
    for (const value of this.#files.values())
      walk(value, ({ $dynamicAnchor }) => {
        if ($dynamicAnchor === name) count += 1;
      });
    return count > 1;
  }

  /** The steps as a path: numbers for elements of arrays, strings for members of objects. */
  #stepsOf(file: string, steps: readonly string[]): JsonPath {
    let value: JsonValue | undefined = this.#files.get(file);
    return steps.map((step) => {
      const key = Array.isArray(value) ? Number(step) : step;
      value = valueAt(value, [key]);
      return key;
    });
  }

  #anchor(file: string, name: string): ApiPlace | undefined {
    const at = this.#names(file).get(`#${name}`);
    return at && { file, at };
  }

  /** A schema with that `$id`, which a 3.1 document may refer to. */
  #byName(target: string, fragment: string, from: string): ApiPlace | undefined {
    for (const file of [from, ...this.#files.keys()]) {
      const at = this.#names(file).get(target);
      if (at && (fragment === '' || fragment.startsWith('/'))) return { file, at: [...at, ...pointerSteps(fragment)] };
    }
    return undefined;
  }

  #names(file: string): ReadonlyMap<string, JsonPath> {
    const known = this.#named.get(file);
    if (known) return known;
    const names = namesIn(this.#files.get(file));
    this.#named.set(file, names);
    return names;
  }
}

/** The `$ref` of a reference object. */
export const refOf = (value: JsonValue | undefined): string | undefined =>
  isObject(value) && typeof value.$ref === 'string' ? value.$ref : undefined;

/** A unique text for a place. */
export const placeKey = ({ file, at }: ApiPlace): string => `${file}#${pointerOf(at)}`;

/** A JSON pointer: `/items/0/id`. */
export const pointerOf = (at: JsonPath): string => at.map((step) => `/${pointerStep(step)}`).join('');

/** A name or index as a step of a JSON pointer. */
export const pointerStep = (step: string | number): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

/** The steps of a JSON pointer, percent-encoded or not. */
export const pointerSteps = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => decoded(step).replaceAll('~1', '/').replaceAll('~0', '~'));

/** The decoded text; unchanged if its percent-encoding is invalid. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Resolves a relative reference against the file that contains it. `..` cannot leave the working directory. */
export function joinPath(from: string, target: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return target;
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of decoded(target).split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The parts of a text before and after a separator. */
const splitAt = (text: string, separator: string): readonly [string, string] => {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

function valueAt(root: JsonValue | undefined, steps: JsonPath): JsonValue | undefined {
  let value = root;
  for (const step of steps) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** Every `$id`, `$anchor` (as `#name`) and `$dynamicAnchor` of a file. */
function namesIn(root: JsonValue | undefined): ReadonlyMap<string, JsonPath> {
  const names = new Map<string, JsonPath>();
  walk(root, (value, at) => {
    if (typeof value.$id === 'string') names.set(value.$id, at());
    for (const anchor of [value.$anchor, value.$dynamicAnchor]) {
      if (typeof anchor === 'string' && !names.has(`#${anchor}`)) names.set(`#${anchor}`, at());
    }
  });
  return names;
}

/** Visits every object of a value once, even if several YAML aliases refer to it. */
export function walk(root: JsonValue | undefined, visit: (value: JsonObject, at: () => JsonPath) => void): void {
  const [seen, steps]: [Set<unknown>, (string | number)[]] = [new Set(), []];
  const at = (): JsonPath => [...steps];
  const inner = (value: JsonValue | undefined): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isObject(value)) visit(value, at);
    const isList = Array.isArray(value);
    for (const [key, entry] of Object.entries(value) as [string, JsonValue][]) {
      if (typeof entry !== 'object') continue;
      steps.push(isList ? Number(key) : key);
      inner(entry);
      steps.pop();
    }
  };
  inner(root);
}
