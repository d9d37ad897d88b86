import { leavesFolder } from '../core/lib/contained-path.ts';
import { type JsonPath, omitUndefined } from '../core/lib/json.ts';
import { uid } from '../core/model/ids.ts';
import { type InputReader, outsidePath } from './input-reader.ts';
import { defaultSource, type SettingsSources } from './input-sources.ts';
import { resolveValues } from './run.ts';
import type { Config } from './schema.ts';
import type { ExtraValue, FileSelection, FileSettings } from './settings.ts';
import { readList } from './values.ts';

/** Reads which files belong to the desired state: from the input, else the configuration, else the default. */
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

/** A globals file of the input is relative to the working directory; one of the configuration is relative to it. */
function globalsSelection(pattern: string, sources: SettingsSources): FileSelection {
  const { input, parsed } = sources;
  if (input('globals') || !parsed) return { pattern, base: '', explicit: true };
  return located({ pattern, base: parsed.base, explicit: true }, { at: ['globals'], sources });
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
  return entries.map((entry, index) => selectionOf(entry, { at: [name, index], sources }));
}

/** The selections of an input. The default glob may match nothing, even where a workflow writes it out. */
export const fromInput = (given: string, fallback: string | undefined): readonly FileSelection[] =>
  readList(given).map((pattern) => ({ pattern, base: '', explicit: pattern !== fallback }));

type Entry = NonNullable<Config['collections'] | Config['environments']>[number];

/** A value of the configuration: its place, and what reads it. */
interface EntryOptions {
  readonly at: JsonPath;
  readonly sources: SettingsSources;
}

function selectionOf(entry: Entry, { at, sources }: EntryOptions): FileSelection {
  const base = sources.parsed?.base ?? '';
  if (typeof entry === 'string') return located({ pattern: entry, base, explicit: true }, { at, sources });
  const values =
    'values' in entry && entry.values ? extraValues(entry.values, { at: [...at, 'values'], sources }) : undefined;
  const pinned = entry.uid === undefined ? undefined : uid(entry.uid);
  const selection = omitUndefined<FileSelection>({ pattern: entry.path, base, explicit: true, uid: pinned, values });
  return located(selection, { at: [...at, 'path'], sources });
}

type Values = NonNullable<Extract<NonNullable<Config['environments']>[number], object>['values']>;

function extraValues(values: Values, { at, sources }: EntryOptions): ReadonlyMap<string, ExtraValue> {
  const uploads = new Set(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'object' && value.upload ? [name] : [])),
  );
  const resolved = resolveValues(values, { at, sources });
  return new Map([...resolved].map(([name, value]) => [name, { value, upload: uploads.has(name) }]));
}

/** Adds where the selection is written. One of a committed file that leads out of the checkout is a problem. */
function located(selection: FileSelection, { at, sources }: EntryOptions): FileSelection {
  const { parsed, problems } = sources;
  if (!parsed) return selection;
  const place = { path: parsed.path, position: parsed.locate(at) };
  const { pattern, base } = selection;
  const isAbsolute = leavesFolder(pattern, Number.POSITIVE_INFINITY);
  const path = base === '' || isAbsolute ? pattern : `${base}/${pattern}`;
  if (parsed.depth === undefined) return { ...selection, place };
  if (leavesFolder(path, parsed.depth)) problems.push({ code: 'unsafe-path', ...outsidePath(pattern), ...place });
  return { ...selection, place, contained: true };
}
