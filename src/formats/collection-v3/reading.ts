import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../../core/lib/json.ts';
import type { Position } from '../../core/lib/positions.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** Where a part of the document comes from. */
interface Origin {
  readonly file: YamlFile;
  readonly at: JsonPath;
  /** Keys that the file has by another name: paths from the file's root. */
  readonly fields?: Readonly<Record<string, JsonPath>>;
  /** The part is a list of the lines of one string, and begins with this one. */
  readonly line?: number;
}

/** A place in one of a tree's files. */
export interface TreePlace {
  readonly path: string;
  readonly position: Position;
}

/** What the reading of one tree collects: problems, notices, and the origin of every part of the document. */
export class Reading {
  readonly problems: Problem[] = [];
  readonly notices: Notice[] = [];
  /** Files of values that have a type (`$type`), once for each value. */
  readonly typed: string[] = [];
  readonly #origins = new WeakMap<object, Origin>();

  /** Remembers where a part of the document comes from; answers with the part. */
  mark<T extends object>(made: T, origin: Origin): T {
    this.#origins.set(made, origin);
    return made;
  }

  /** The file and position of a value of the document; of its nearest parent that a file says. */
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

/** The origin of a value that has none of its own: the same key or index in the file, or what the parent says. */
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

/** A value of a file, and where it is in that file. */
export interface Part<T> {
  readonly value: T;
  readonly file: YamlFile;
  readonly at: JsonPath;
  readonly reading: Reading;
}

/** A value of a map. */
export const child = <T, K extends keyof T & string>(part: Part<T>, key: K): Part<T[K]> => ({
  ...part,
  value: part.value[key],
  at: [...part.at, key],
});

/** The values of a list. */
export const children = <T>(part: Part<readonly T[]>): readonly Part<T>[] =>
  part.value.map((value, index) => ({ ...part, value, at: [...part.at, index] }));

/** A part that is there. */
export const given = <T>(part: Part<T | undefined>): Part<T> | undefined =>
  part.value === undefined ? undefined : (part as Part<T>);

/** What is wrong with a part, or worth knowing about it. */
export interface Words {
  readonly message: string;
  readonly remedy: string;
}

/** Reports a problem with a part. */
export function complain({ file, at, reading }: Part<unknown>, { message, remedy }: Words): void {
  reading.problems.push({ path: file.path, position: file.locate(at), code: 'yaml-format', message, remedy });
}

/** Reports something that changes no verdict. */
export function note({ file, at, reading }: Part<unknown>, level: Notice['level'], message: string): void {
  reading.notices.push({ level, path: file.path, position: file.locate(at), message });
}
