import { posixCron } from '../kinds/monitor/cron.ts';
import { objectAt, placeOfSetting, settingsOf } from '../kinds/monitor/settings.ts';
import { isObject, type JsonObject, type JsonPath, type JsonValue, objectsOf, same, textOf } from '../lib/json.ts';
import type { YamlEdit } from '../lib/patch-yaml.ts';
import type { ResourceKind } from '../model/resource.ts';

/** The current and the new content of a file. */
export interface ContentChange {
  readonly was: JsonObject;
  readonly is: JsonObject;
}

/** Edits of the configuration for a monitor. Only settings that the configuration already has are edited. */
export function monitorEdits(
  config: unknown,
  { name, was, is }: ContentChange & { readonly name: string },
): readonly YamlEdit[] {
  const index = isObject(config) ? objectsOf(config.monitors).findIndex((monitor) => monitor.name === name) : -1;
  if (index === -1) return [];
  const [before, after] = [settingsOf(was), settingsOf(is)];
  return Object.keys(after).flatMap((what): readonly YamlEdit[] => {
    if (same(before[what], after[what])) return [];
    const place = placeOfSetting(what).flatMap((key) => key ?? []);
    return [{ at: ['monitors', index, ...(KEYS[place.join('.')] ?? place)], value: valueAt(is, place) }];
  });
}

/** Keys of the configuration that differ from the API's. */
const KEYS: Readonly<Record<string, JsonPath>> = {
  distribution: ['regions'],
  notificationLimit: ['notification-limit'],
};

/**
 * A value as the configuration has it: regions and e-mail addresses as lists of strings, cron patterns with five
 * fields.
 */
function valueAt(content: JsonObject, [part = '', inner]: readonly string[]): JsonValue | undefined {
  const value = inner === undefined ? content[part] : objectAt(content, part)[inner];
  if (inner === 'cron') return posixCron(textOf(value) ?? '');
  if (!Array.isArray(value)) return value ?? undefined;
  return objectsOf(value).flatMap((entry) => textOf(entry.region) ?? textOf(entry.email) ?? []);
}

/** A resource that was renamed in Postman. */
export interface Rename {
  readonly kind: ResourceKind;
  readonly was: string;
  readonly is: string;
}

/** Edits of the configuration where its suites, monitors or `environment` name renamed resources. */
export function referenceEdits(config: unknown, renames: readonly Rename[]): readonly YamlEdit[] {
  if (!isObject(config)) return [];
  const editsIn = (owner: JsonObject, at: JsonPath, kinds: readonly ResourceKind[]): readonly YamlEdit[] =>
    kinds.flatMap((kind) => {
      const rename = renames.find((candidate) => candidate.kind === kind && candidate.was === owner[kind]);
      return rename ? [{ at: [...at, kind], value: rename.is }] : [];
    });
  const lists = ['suites', 'monitors'].flatMap((key) =>
    objectsOf(config[key]).flatMap((entry, index) => editsIn(entry, [key, index], NAMED_KINDS)),
  );
  return [...editsIn(config, [], ['environment']), ...lists];
}

/** Kinds that a suite or a monitor names, under keys of the same name. */
const NAMED_KINDS: readonly ResourceKind[] = ['collection', 'environment', 'monitor'];

/** Edits of an environment or globals in YAML, variable by variable. */
export function variablesEdits({ was, is }: ContentChange): readonly YamlEdit[] {
  const [before, after] = [objectsOf(was.values), objectsOf(is.values)];
  const name = textOf(is.name);
  const renamed = name !== undefined && name !== was.name ? [{ at: ['name'], value: name }] : [];
  const isSameList = before.length === after.length && before.every(({ key }, index) => key === after[index]?.key);
  if (!isSameList) return [...renamed, ...listEdits(before, after)];
  return [
    ...renamed,
    ...after.flatMap((row, index) => rowEdits(['values', index], { was: before[index] ?? {}, is: row })),
  ];
}

/**
 * Edits if variables were added, removed or moved. Removals go from the end to the start, so that earlier indexes stay
 * valid; the order comes last. Variables with the same key cannot be told apart: the whole list is replaced.
 */
function listEdits(before: readonly JsonObject[], after: readonly JsonObject[]): readonly YamlEdit[] {
  const wanted = new Map(after.map((row) => [row.key, row]));
  const known = new Set(before.map(({ key }) => key));
  if (wanted.size < after.length || known.size < before.length) return [{ at: ['values'], value: after.map(yamlRow) }];
  const changes = before.flatMap((row, index) => {
    const next = wanted.get(row.key);
    return next ? rowEdits(['values', index], { was: row, is: next }) : [];
  });
  const gone = before.flatMap((row, index) =>
    wanted.has(row.key) ? [] : [{ at: ['values', index], value: undefined }],
  );
  const added = after.filter(({ key }) => !known.has(key)).map(yamlRow);
  const entries = added.map((row, index) => ({ at: ['values', before.length + index], value: row }));
  const present = [...before.filter(({ key }) => wanted.has(key)), ...added].map(({ key = '' }) => key);
  const order = after.map(({ key = '' }) => present.indexOf(key));
  const isOrdered = order.every((from, to) => from === to);
  return [...changes, ...entries, ...gone.reverse(), ...(isOrdered ? [] : [{ at: ['values'], order }])];
}

/** A variable as Postman's app writes it. */
const yamlRow = ({ key, value, type, enabled, description }: JsonObject): JsonObject => ({
  key: key ?? '',
  value: value ?? '',
  ...(type === 'secret' ? { type } : {}),
  ...(enabled === false ? { disabled: true } : {}),
  ...(description ? { description } : {}),
});

function rowEdits(at: JsonPath, { was, is }: ContentChange): readonly YamlEdit[] {
  const edit = (key: string, value: JsonValue | undefined): YamlEdit => ({ at: [...at, key], value });
  const isEnabled = (row: JsonObject): boolean => row.enabled !== false;
  const [wasEnabled, enabled] = [isEnabled(was), isEnabled(is)];
  return [
    ...(same(was.value, is.value) ? [] : [edit('value', is.value ?? '')]),
    ...(same(was.type ?? 'default', is.type ?? 'default') ? [] : [edit('type', is.type ?? 'default')]),
    ...(wasEnabled === enabled ? [] : [edit('disabled', enabled ? undefined : true)]),
    // Files may have `enabled: false` instead, which the app reads, too.
    ...(!wasEnabled && enabled ? [edit('enabled', undefined)] : []),
    ...(same(was.description || undefined, is.description || undefined)
      ? []
      : [edit('description', is.description || undefined)]),
  ];
}
