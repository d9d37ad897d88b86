import { leavesFolder } from '../core/lib/contained-path.ts';
import { type JsonPath, omitUndefined } from '../core/lib/json.ts';
import { uid } from '../core/model/ids.ts';
import type { Problem } from '../core/model/problem.ts';
import type { ParsedConfig } from './config.ts';
import { type InputReader, outsidePath } from './input-reader.ts';
import { defaultSource, type SettingsSources } from './input-sources.ts';
import { resolveValues } from './run.ts';
import type { Config } from './schema.ts';
import type { ExtraValue, FileSelection, FileSettings } from './settings.ts';
import { readList } from './values.ts';

/** Reads which files belong to the desired state: from the input, else from the configuration, else by default. */
export function readFiles(read: InputReader, sources: SettingsSources): FileSettings {
  const globals = read.text('globals');
  return omitUndefined<FileSettings>({
    collections: selectionsOf('collections', { read, sources }),
    environments: selectionsOf('environments', { read, sources }),
    globals: globals === undefined ? undefined : globalsSelection(globals, sources),
    allowUnsupported: read.flag('allow-unsupported'),
    exclude: [
      '**/node_modules/**',
      '**/.git/**',
      `${(read.text('report-dir') ?? 'postman-report').replace(/^\.\//, '')}/**`,
    ],
  });
}

/** Relative to the file where the file names it, else to the working directory. */
function globalsSelection(pattern: string, { input, parsed, problems }: SettingsSources): FileSelection {
  if (input('globals') || !parsed) return { pattern, base: '', explicit: true };
  return placed({ pattern, base: parsed.base, explicit: true }, { parsed, at: ['globals'], problems });
}

interface SelectionSources {
  readonly read: InputReader;
  readonly sources: SettingsSources;
}

function selectionsOf(
  name: 'collections' | 'environments',
  { read, sources }: SelectionSources,
): readonly FileSelection[] {
  const given = sources.input(name)?.text;
  if (given !== undefined) return fromInput(given, defaultSource(name)?.text);
  const entries = sources.parsed?.config[name];
  if (entries === undefined)
    return readList(read.text(name) ?? '').map((pattern) => ({ pattern, base: '', explicit: false }));
  return entries.map((entry, index) => declared(entry, { at: [name, index], sources }));
}

/** The default glob may match nothing, also where a workflow writes it out. */
export const fromInput = (given: string, fallback: string | undefined): readonly FileSelection[] =>
  readList(given).map((pattern) => ({ pattern, base: '', explicit: pattern !== fallback }));

type Entry = NonNullable<Config['collections'] | Config['environments']>[number];

function declared(
  entry: Entry,
  { at, sources }: { readonly at: JsonPath; readonly sources: SettingsSources },
): FileSelection {
  const { parsed, problems } = sources;
  if (typeof entry === 'string')
    return placed({ pattern: entry, base: parsed?.base ?? '', explicit: true }, { parsed, at, problems });
  const values =
    'values' in entry && entry.values ? extraValues(entry.values, { at: [...at, 'values'], sources }) : undefined;
  const pinned = entry.uid === undefined ? undefined : uid(entry.uid);
  const selection = omitUndefined<FileSelection>({
    pattern: entry.path,
    base: parsed?.base ?? '',
    explicit: true,
    uid: pinned,
    values,
  });
  return placed(selection, { parsed, at: [...at, 'path'], problems });
}

type Values = NonNullable<Extract<NonNullable<Config['environments']>[number], object>['values']>;

function extraValues(
  values: Values,
  { at, sources }: { readonly at: JsonPath; readonly sources: SettingsSources },
): ReadonlyMap<string, ExtraValue> {
  const uploads = new Set(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'object' && value.upload ? [name] : [])),
  );
  const resolved = resolveValues(values, { at, sources });
  return new Map([...resolved].map(([name, value]) => [name, { value, upload: uploads.has(name) }]));
}

interface Placing {
  readonly parsed: ParsedConfig | undefined;
  readonly at: JsonPath;
  readonly problems: Problem[];
}

/** The selection with its place; a problem where it leads out of the checkout. */
function placed(selection: FileSelection, { parsed, at, problems }: Placing): FileSelection {
  if (!parsed) return selection;
  const place = { path: parsed.path, position: parsed.locate(at) };
  const { pattern, base } = selection;
  const isAbsolute = leavesFolder(pattern, Number.POSITIVE_INFINITY);
  const path = base === '' || isAbsolute ? pattern : `${base}/${pattern}`;
  if (parsed.depth !== undefined && leavesFolder(path, parsed.depth))
    problems.push({ code: 'unsafe-path', ...outsidePath(pattern), ...place });
  return { ...selection, place };
}
