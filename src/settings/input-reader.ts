import { leavesFolder } from '../core/lib/contained-path.ts';
import type { Position } from '../core/lib/positions.ts';
import type { Problem } from '../core/model/problem.ts';
import type { ProblemCode } from '../core/model/problem-codes.ts';
import { INPUTS } from './inputs/index.ts';
import type { InputSpec } from './inputs/input-spec.ts';
import {
  type Parsed,
  readChoice,
  readCount,
  readDuration,
  readFlag,
  readList,
  readPairs,
  readShare,
} from './values.ts';

/** A text for an input, and the place in the configuration it is written at. */
export interface Given {
  readonly text: string;
  /** The entries of a YAML list, which are not split at commas. */
  readonly entries?: readonly string[];
  /** The folder that a path is relative to; absent or '' for the working directory. */
  readonly base?: string;
  /** How many levels above the working directory a path may lead; absent where it may lead anywhere. */
  readonly depth?: number;
  readonly place?: { readonly path: string; readonly position: Position };
}

/** One source of inputs: the host, the file, a suite in the file, the defaults. */
export type InputSource = (name: string) => Given | undefined;

const SPECS: ReadonlyMap<string, InputSpec> = new Map(INPUTS.map((spec) => [spec.name, spec]));

/** The row of {@link INPUTS} of that name. */
export function specOf(name: string): InputSpec {
  const spec = SPECS.get(name);
  if (!spec) throw new Error(`No input is named ${name}.`);
  return spec;
}

/** The problem with a path of the configuration that leads out of the checkout. */
export const outsidePath = (path: string): { readonly message: string; readonly remedy: string } => ({
  message: `"${path}" lies outside of the checkout`,
  remedy: 'Name a path inside of it; only an input or flag may name one outside.',
});

/** What is wrong with an input. */
interface Words {
  readonly code?: ProblemCode;
  readonly message: string;
  readonly remedy: string;
}

/** Reads inputs from several sources, of which the first one wins, and collects every problem. */
export class InputReader {
  readonly #layers: readonly InputSource[];
  readonly #problems: Problem[];

  constructor(layers: readonly InputSource[], problems: Problem[]) {
    this.#layers = layers;
    this.#problems = problems;
  }

  text(name: string): string | undefined {
    return this.#given(name)?.text;
  }

  /** A path relative to the working directory. */
  path(name: string): string | undefined {
    const given = this.#given(name);
    const isRelative = given !== undefined && !/^(\/|[a-z]:|\\\\)/i.test(given.text);
    return this.#contained(name, given?.base && isRelative ? `${given.base}/${given.text}` : given?.text);
  }

  /** A folder to write to, relative to the working directory wherever it is written. */
  folder(name: string): string | undefined {
    return this.#contained(name, this.text(name));
  }

  /** A path outside of the checkout in a committed file is a problem and counts as not given: a pull request can write it. */
  #contained(name: string, path: string | undefined): string | undefined {
    const depth = this.#given(name)?.depth;
    if (path === undefined || depth === undefined || !leavesFolder(path, depth)) return path;
    this.complain(name, outsidePath(path));
    return undefined;
  }

  list(name: string): readonly string[] {
    const given = this.#given(name);
    return given?.entries ?? readList(given?.text ?? '');
  }

  flag(name: string): boolean {
    return this.#read(name, readFlag) ?? false;
  }

  durationMs(name: string): number | undefined {
    return this.#read(name, readDuration);
  }

  share(name: string): number {
    return this.#read(name, readShare) ?? 1;
  }

  pairs(name: string): ReadonlyMap<string, string> {
    return this.#read(name, readPairs) ?? new Map();
  }

  count(name: string): number | undefined {
    const spec = specOf(name);
    return spec.type === 'count' ? this.#read(name, (text) => readCount(text, spec)) : undefined;
  }

  choice<T extends string>(name: string): T {
    const spec = specOf(name);
    const values = 'values' in spec ? spec.values : [];
    return (this.#read(name, (text) => readChoice(text, values)) ?? spec.default ?? '') as T;
  }

  choices(name: string): readonly string[] {
    const spec = specOf(name);
    const values = 'values' in spec ? spec.values : [];
    return this.list(name).filter((text) => this.#check(name, readChoice(text, values)) !== undefined);
  }

  /** Notes a problem with an input, at the place where it is written. */
  complain(name: string, { code = 'wrong-value', message, remedy }: Words): void {
    const place = this.#given(name)?.place;
    this.#problems.push({ code, message: `${name}: ${message}`, remedy, ...place });
  }

  #given(name: string): Given | undefined {
    for (const layer of this.#layers) {
      const given = layer(name);
      if (given) return given;
    }
    return undefined;
  }

  #read<T>(name: string, read: (text: string) => Parsed<T>): T | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : this.#check(name, read(text));
  }

  #check<T>(name: string, read: Parsed<T>): T | undefined {
    if (read.ok) return read.value;
    this.complain(name, read);
    return undefined;
  }
}
