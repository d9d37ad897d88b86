import type { JsonPath } from '../core/lib/json.ts';
import type { Problem } from '../core/model/problem.ts';
import type { ParsedConfig } from './config.ts';
import { InputReader, type InputSource, specOf } from './input-reader.ts';
import type { RawInputs } from './inputs/input-spec.ts';

/** The inputs of the host. An empty text counts as not given. */
export const rawSource =
  (raw: RawInputs): InputSource =>
  (name) => {
    const text = raw.get(name)?.trim();
    return text ? { text } : undefined;
  };

/** The keys of an object in the configuration file. */
export const fileSource =
  (
    parsed: Pick<ParsedConfig, 'path' | 'base' | 'depth' | 'locate'>,
    { object, at }: { readonly object: Readonly<Record<string, unknown>>; readonly at: JsonPath },
  ): InputSource =>
  (name) => {
    const value = object[name];
    if (value === undefined) return undefined;
    return {
      text: asText(value),
      ...(Array.isArray(value) ? { entries: value.map(String) } : {}),
      base: parsed.base,
      ...(parsed.depth === undefined ? {} : { depth: parsed.depth }),
      place: { path: parsed.path, position: parsed.locate([...at, name]) },
    };
  };

/** The documented defaults. */
export const defaultSource: InputSource = (name) => {
  const text = specOf(name).default;
  return text === undefined ? undefined : { text };
};

/** The text that an input would have for a value of the file: a list as lines, an object as `name=value` lines. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, entry]) => `${key}=${String(entry)}`)
    .join('\n');
}

/** Everything that settings are read from, and the list that collects their problems. */
export interface SettingsSources {
  readonly input: InputSource;
  readonly parsed?: ParsedConfig;
  readonly env: (name: string) => string | undefined;
  /** Names and globs that `{ env: NAME }` may read; empty or absent: any name that is not forbidden. */
  readonly allowEnv?: readonly string[];
  readonly cpus: number;
  readonly problems: Problem[];
}

/** The sources of one suite of the configuration. */
export interface SuiteSources extends Pick<SettingsSources, 'input' | 'problems'> {
  readonly parsed: ParsedConfig;
  /** The place of the suite in the configuration. */
  readonly at: JsonPath;
}

/** Reads the inputs of one suite: from the host, else the suite, else the top of the file, else the default. */
export function suiteReader(
  suite: Readonly<Record<string, unknown>>,
  { at, input, parsed, problems }: SuiteSources,
): InputReader {
  const own = fileSource(parsed, { object: suite, at });
  const top = fileSource(parsed, { object: parsed.config, at: [] });
  return new InputReader([input, own, top, defaultSource], problems);
}
