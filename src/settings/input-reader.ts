import { leavesFolder } from '../core/lib/contained-path.ts';
import type { Position } from '../core/lib/positions.ts';
import type { Problem } from '../core/model/problem.ts';
import type { ProblemCode } from '../core/model/problem-codes.ts';
import { type ChoiceOf, INPUTS, type InputName } from './inputs/index.ts';
import type { InputSpec } from './inputs/input-spec.ts';
import {
  type Complaint,
  type Parsed,
  readChoice,
  readCount,
  readDuration,
  readFlag,
  readList,
  readPairs,
  readShare,
} from './values.ts';

/** The text that a source gives for an input, with its place in the configuration. */
export interface Given {
  readonly text: string;
  /** The entries of a YAML list, which are not split at commas. */
  readonly entries?: readonly string[];
  /** A path is relative to this folder; absent or '' for the working directory. */
  readonly base?: string;
  /** A path may lead this many levels above the working directory; absent: anywhere. */
  readonly depth?: number;
  readonly place?: { readonly path: string; readonly position: Position };
}

/** Looks up an input in one source: the host, the file, a suite in the file, or the defaults. */
export type InputSource = (name: string) => Given | undefined;

const SPECS: ReadonlyMap<string, InputSpec> = new Map(INPUTS.map((spec) => [spec.name, spec]));

/** The row of {@link INPUTS} with this name. Throws for an unknown name, which is a mistake in the code. */
export function specOf(name: string): InputSpec {
  const spec = SPECS.get(name);
  if (!spec) throw new Error(`No input is named ${name}.`);
  return spec;
}

/** The problem with a path of the configuration that leads out of the checkout. */
export const outsidePath = (path: string): Complaint => ({
  message: `"${path}" lies outside of the checkout`,
  remedy: 'Name a path inside the checkout. Only an input or flag may name a path outside of it.',
});

/** On Windows, a path is absolute with a drive or a server before it, too. */
const isAbsolute = (path: string): boolean => /^(\/|[a-z]:|\\\\)/i.test(path);

/** The words that an input of type `choice` or `choices` accepts. */
function wordsOf(name: string): readonly string[] {
  const spec = specOf(name);
  return 'values' in spec ? spec.values : [];
}

/** Reads inputs from several sources and collects every problem. The first source that has an input wins. */
export class InputReader {
  readonly #sources: readonly InputSource[];
  readonly #problems: Problem[];

  constructor(sources: readonly InputSource[], problems: Problem[]) {
    this.#sources = sources;
    this.#problems = problems;
  }

  text(name: InputName): string | undefined {
    return this.#given(name)?.text;
  }

  /** A path relative to the working directory. */
  path(name: InputName<'path' | 'text'>): string | undefined {
    const { text, base } = this.#given(name) ?? {};
    return this.#contained(name, text !== undefined && base && !isAbsolute(text) ? `${base}/${text}` : text);
  }

  /** A folder to write to: relative to the working directory, even where the configuration names it. */
  folder(name: InputName<'path' | 'text'>): string | undefined {
    return this.#contained(name, this.text(name));
  }

  /** A pull request can edit a committed file: its paths outside of the checkout are problems and count as not given. */
  #contained(name: InputName, path: string | undefined): string | undefined {
    const depth = this.#given(name)?.depth;
    if (path === undefined || depth === undefined || !leavesFolder(path, depth)) return path;
    this.complain(name, outsidePath(path));
    return undefined;
  }

  list(name: InputName<'list' | 'choices'>): readonly string[] {
    const given = this.#given(name);
    return given?.entries ?? readList(given?.text ?? '');
  }

  flag(name: InputName<'flag'>): boolean {
    return this.#read(name, readFlag) ?? false;
  }

  durationMs(name: InputName<'duration'>): number | undefined {
    return this.#read(name, readDuration);
  }

  share(name: InputName<'share'>): number {
    return this.#read(name, readShare) ?? 1;
  }

  pairs(name: InputName<'pairs'>): ReadonlyMap<string, string> {
    return this.#read(name, readPairs) ?? new Map();
  }

  count(name: InputName<'count'>): number | undefined {
    const spec = specOf(name);
    return spec.type === 'count' ? this.#read(name, (text) => readCount(text, spec)) : undefined;
  }

  /** The given word, or the default where it is none of the input's words. */
  choice<Name extends InputName<'choice'>>(name: Name): ChoiceOf<Name> {
    return (this.#read(name, (text) => readChoice(text, wordsOf(name))) ??
      specOf(name).default ??
      '') as ChoiceOf<Name>;
  }

  choices(name: InputName<'choices'>): readonly string[] {
    return this.list(name).filter((text) => this.#check(name, readChoice(text, wordsOf(name))) !== undefined);
  }

  /** Adds a problem with an input, at the place where it is written. */
  complain(
    name: InputName,
    { code = 'wrong-value', message, remedy }: Complaint & { readonly code?: ProblemCode },
  ): void {
    const place = this.#given(name)?.place;
    this.#problems.push({ code, message: `${name}: ${message}`, remedy, ...place });
  }

  #given(name: InputName): Given | undefined {
    for (const source of this.#sources) {
      const given = source(name);
      if (given) return given;
    }
    return undefined;
  }

  #read<T>(name: InputName, read: (text: string) => Parsed<T>): T | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : this.#check(name, read(text));
  }

  #check<T>(name: InputName, read: Parsed<T>): T | undefined {
    if (read.ok) return read.value;
    this.complain(name, read);
    return undefined;
  }
}
