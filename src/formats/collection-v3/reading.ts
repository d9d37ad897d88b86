import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../core/lib/json.ts';
import type { Position } from '../../core/lib/positions.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** The place in a file that a part of the document was read from. */
interface Origin {
  readonly file: YamlFile;
  readonly at: JsonPath;
  /** Keys of the part whose values are elsewhere in the file: key → path from the file's root. */
  readonly fields?: Readonly<Record<string, JsonPath>>;
  /** Set if the part is a list of the lines of a string: the number of its first line. */
  readonly line?: number;
}

/** A place in one of a tree's files. */
export interface TreePlace {
  readonly path: string;
  readonly position: Position;
}

/** Collects problems, notices and the origins of the document's parts while a tree is read. */
export class Reading {
  readonly problems: Problem[] = [];
  readonly notices: Notice[] = [];
  /** For each typed value (`$type`), the path of its file. */
  readonly typed: string[] = [];
  readonly #origins = new WeakMap<object, Origin>();

  /** Records the origin of a part of the document, and returns the part. */
  mark<T extends object>(documentPart: T, origin: Origin): T {
    this.#origins.set(documentPart, origin);
    return documentPart;
  }

  /** The file and position of a value of the document, or of its nearest parent with an origin. */
  locate(document: JsonObject, at: JsonPath): TreePlace | undefined {
    let value: JsonValue | undefined = document;
    let origin = this.#origins.get(document);
    for (const step of at) {
      value = childOf(value, step);
      const own = isContainer(value) ? this.#origins.get(value) : undefined;
      origin = own ?? (origin && inside(origin, step));
    }
    return origin && placeOf(origin);
  }
}

/**
 * The origin of a value without its own origin: the path in the parent's `fields`, or the same key or index in the
 * file.
 */
function inside(origin: Origin, step: string | number): Origin {
  if (origin.line !== undefined) return typeof step === 'number' ? { ...origin, line: step } : origin;
  return { file: origin.file, at: origin.fields?.[step] ?? [...origin.at, step] };
}

const placeOf = ({ file, at, line }: Origin): TreePlace => ({
  path: file.path,
  position: line === undefined ? file.locate(at) : file.locateLine(at, line),
});

const isContainer = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null;

function childOf(value: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isObject(value) ? value[step] : undefined;
}

/** A value of a file with its path there. */
export interface Part<T> {
  readonly value: T;
  readonly file: YamlFile;
  readonly at: JsonPath;
  readonly reading: Reading;
}

/** The value under a key. */
export const child = <T, K extends keyof T & string>(part: Part<T>, key: K): Part<T[K]> => ({
  ...part,
  value: part.value[key],
  at: [...part.at, key],
});

/** The values of a list. */
export const children = <T>(part: Part<readonly T[]>): readonly Part<T>[] =>
  part.value.map((value, index) => ({ ...part, value, at: [...part.at, index] }));

/** The part, or undefined if its value is undefined. */
export const given = <T>(part: Part<T | undefined>): Part<T> | undefined =>
  part.value === undefined ? undefined : (part as Part<T>);

/** The message and remedy of a problem. */
export interface Reason {
  readonly message: string;
  readonly remedy: string;
}

/** Reports a problem with a part. */
export function complain({ file, at, reading }: Part<unknown>, { message, remedy }: Reason): void {
  reading.problems.push({ path: file.path, position: file.locate(at), code: 'yaml-format', message, remedy });
}

/** Adds a notice about a part. */
export function note({ file, at, reading }: Part<unknown>, level: Notice['level'], message: string): void {
  reading.notices.push({ level, path: file.path, position: file.locate(at), message });
}
