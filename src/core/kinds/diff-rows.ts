import { type JsonObject, keysOf, same } from '../lib/json.ts';
import { movedEntries } from '../lib/moved.ts';
import { nameKind } from '../lib/secret-names.ts';
import { changed, changedFrom, type Diff, type Difference, type DifferencePlace, textChange } from '../model/diff.ts';
import { descriptionText, isBlank, isSecretVariable, textOfValue } from './strip-variables.ts';

/** Rows before and after, and their place. */
export interface ComparedRows {
  readonly was: readonly JsonObject[];
  readonly is: readonly JsonObject[];
  readonly path: DifferencePlace;
}

/** Differences between two lists of variables, headers, parameters or fields, with their values; secrets as `***`. */
export function diffRows(what: string, { was: before, is: after, path }: ComparedRows): Diff {
  const [was, is] = [byKey(before), byKey(after)];
  const at = ({ key, id }: JsonObject): DifferencePlace => [...path, String(key ?? id)];
  const only = (rows: Rows, others: Rows): readonly JsonObject[] =>
    [...rows].flatMap(([key, row]) => (others.has(key) ? [] : [row]));
  const differences = [
    ...only(is, was).map((row) => addedOrRemoved('added', what, { row, path: at(row) })),
    ...only(was, is).map((row) => addedOrRemoved('removed', what, { row, path: at(row) })),
    ...[...is].flatMap(([key, row]): Diff => {
      const then = was.get(key);
      return then ? diffRow(what, { was: then, is: row, path: at(row) }) : [];
    }),
  ];
  return differences.length > 0 ? differences : movedRows(what, { was, is, path });
}

/** Rows by key; rows with a repeated key are numbered. */
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

const addedOrRemoved = (
  change: 'added' | 'removed',
  what: string,
  { row, path }: { readonly row: JsonObject; readonly path: DifferencePlace },
): Difference => {
  const difference: Difference = { change, what, path };
  if (row.value === undefined) return difference;
  return change === 'added' ? { ...difference, after: shownValue(row) } : { ...difference, before: shownValue(row) };
};

/** Keys of a row that have their own comparison, and its id. */
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
    ...changedFrom(what, { was: enabledWord(was), is: enabledWord(is), path }),
    ...changedFrom(`type of ${what}`, { was: typeOf(was), is: typeOf(is), path }),
    ...textChange(`description of ${what}`, {
      was: descriptionText(was.description),
      is: descriptionText(is.description),
      path,
    }),
    ...(others ? [changed(what, path)] : []),
  ];
}

const enabledWord = ({ enabled, disabled }: JsonObject): string =>
  enabled === false || disabled === true ? 'disabled' : 'enabled';

const typeOf = ({ type }: JsonObject): string => (typeof type === 'string' && type !== '' ? type : 'default');

/** Short names whose values may be secrets, besides those that `nameKind` knows. */
const SHORT_NAMES = /^(?:key|pass|pin|otp|sig|signature)$/i;

/** A value that consists of a reference to a variable. */
const REFERENCE = /^(?:\w+ )?\{\{[^{}]+\}\}$/;

/** Longer values are not shown: redaction would not find a credential that is truncated later. */
const LONGEST = 2_000;

function shownValue(row: JsonObject): string {
  const text = isBlank(row) ? '' : textOfValue(row.value ?? '');
  if (text === '') return '""';
  if (isSecretVariable(row)) return '***';
  const name = String(row.key ?? '');
  if (!REFERENCE.test(text) && (nameKind(name) !== undefined || SHORT_NAMES.test(name))) return '***';
  return text.length > LONGEST ? `${text.length} characters` : text;
}

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

/** The most moves that are listed one by one. */
const MOST_MOVES = 10;

/** A changed order: one difference for each moved entry, and one for the rest. */
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
  const listed = moved.slice(0, MOST_MOVES).map(
    ({ entry, after }): Difference => ({
      change: 'moved',
      what: what(entry),
      path: [...path, name(entry)],
      after: after === undefined ? 'now first' : `now after "${name(after)}"`,
    }),
  );
  const rest = moved.length - listed.length;
  const summary: Difference = { change: 'moved', what: 'order', path, after: `${rest} more in another place` };
  return rest > 0 ? [...listed, summary] : listed;
}
