import { type JsonObject, type JsonValue, keysOf, same } from '../lib/json.ts';
import { movedEntries } from '../lib/moved.ts';
import { nameKind } from '../lib/secret-names.ts';
import { changed, changedFrom, type Diff, type Difference, type DifferencePlace, textChange } from '../model/diff.ts';
import { descriptionText } from './strip-variables.ts';

/** Rows before and after, and where they are. */
export interface ComparedRows {
  readonly was: readonly JsonObject[];
  readonly is: readonly JsonObject[];
  readonly path: DifferencePlace;
}

/** Differences between two lists of variables, headers, parameters or fields: from what to what, secrets as `***`. */
export function diffRows(what: string, { was: before, is: after, path }: ComparedRows): Diff {
  const [was, is] = [byKey(before), byKey(after)];
  const at = ({ key, id }: JsonObject): DifferencePlace => [...path, String(key ?? id)];
  const added = [...is].flatMap(
    ([key, row]): Diff => (was.has(key) ? [] : [present('added', what, { row, path: at(row) })]),
  );
  const removed = [...was].flatMap(
    ([key, row]): Diff => (is.has(key) ? [] : [present('removed', what, { row, path: at(row) })]),
  );
  const others = [...is].flatMap(([key, row]): Diff => {
    const then = was.get(key);
    return then ? diffRow(what, { was: then, is: row, path: at(row) }) : [];
  });
  const listed = [...added, ...removed, ...others];
  return listed.length > 0 ? listed : movedRows(what, { was, is, path });
}

/** Rows by their key; those that repeat it are numbered. */
function byKey(rows: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const key = String(row.key ?? row.id);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [count === 1 ? key : `${key} ${count}`, row] as const;
    }),
  );
}

const present = (
  change: 'added' | 'removed',
  what: string,
  { row, path }: { readonly row: JsonObject; readonly path: DifferencePlace },
): Difference => {
  const difference: Difference = { change, what, path };
  if (row.value === undefined) return difference;
  return change === 'added' ? { ...difference, after: shownValue(row) } : { ...difference, before: shownValue(row) };
};

/** Keys of a row that are told in words of their own, and its id. */
const OWN = new Set(['key', 'id', 'value', 'type', 'enabled', 'disabled', 'description']);

function diffRow(
  what: string,
  { was, is, path }: { readonly was: JsonObject; readonly is: JsonObject; readonly path: DifferencePlace },
): Diff {
  const value = same(was.value, is.value)
    ? []
    : [{ ...changed(what, path), before: shownValue(was), after: shownValue(is) }];
  const others = keysOf(was, is).some((key) => !OWN.has(key) && !same(was[key], is[key]));
  return [
    ...value,
    ...changedFrom(what, { was: switchOf(was), is: switchOf(is), path }),
    ...changedFrom(`type of ${what}`, { was: typeOf(was), is: typeOf(is), path }),
    ...textChange(`description of ${what}`, {
      was: descriptionText(was.description),
      is: descriptionText(is.description),
      path,
    }),
    ...(others ? [changed(what, path)] : []),
  ];
}

const switchOf = ({ enabled, disabled }: JsonObject): string =>
  enabled === false || disabled === true ? 'disabled' : 'enabled';

const typeOf = ({ type }: JsonObject): string => (typeof type === 'string' && type !== '' ? type : 'default');

/** Names that promise a secret where nothing else is said. */
const SHORT_NAMES = /^(?:key|pass|pin|otp|sig|signature)$/i;

/** A value that is nothing but a reference to a variable. */
const REFERENCE = /^(?:\w+ )?\{\{[^{}]+\}\}$/;

/** Longer values are not shown: a part of a long credential would pass every search for the whole. */
const LONGEST = 2_000;

function shownValue(row: JsonObject): string {
  const text = textOfValue(row.value);
  if (text === '') return '""';
  if (row.type === 'secret' || row.secret === true) return '***';
  const name = String(row.key ?? '');
  if (!REFERENCE.test(text) && (nameKind(name) !== undefined || SHORT_NAMES.test(name))) return '***';
  return text.length > LONGEST ? `${text.length} characters` : text;
}

const textOfValue = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

type Rows = ReadonlyMap<string, JsonObject>;

const movedRows = (
  what: string,
  { was, is, path }: { readonly was: Rows; readonly is: Rows; readonly path: DifferencePlace },
): Diff =>
  movedTo(movedEntries([...was.keys()], [...is.keys()]), {
    what: () => what,
    name: (key) => String(is.get(key)?.key ?? key),
    path,
  });

/** Moves that are told each. */
const MOST_MOVES = 10;

/** Another order, by the names of the entries that have another place. */
export function movedTo(
  moved: ReturnType<typeof movedEntries>,
  {
    what,
    name,
    path,
  }: {
    readonly what: (entry: string) => string;
    readonly name: (entry: string) => string;
    readonly path: DifferencePlace;
  },
): Diff {
  const told = moved.slice(0, MOST_MOVES).map(
    ({ entry, after }): Difference => ({
      change: 'moved',
      what: what(entry),
      path: [...path, name(entry)],
      after: after === undefined ? 'now first' : `now after "${name(after)}"`,
    }),
  );
  const rest = moved.length - told.length;
  return rest > 0 ? [...told, { change: 'moved', what: 'order', path, after: `${rest} more in another place` }] : told;
}
