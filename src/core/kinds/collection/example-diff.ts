import { type JsonObject, keysOf, objectsOf, omit, same, textOf } from '../../lib/json.ts';
import { movedEntries } from '../../lib/moved.ts';
import { changed, type Diff, type Difference, type DifferencePlace, textChange } from '../../model/diff.ts';
import { movedTo } from '../diff-rows.ts';
import { idOf, itemName } from './items.ts';

/** Examples added, removed, renamed, changed and in another order. */
export function diffExamples(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const [was, is] = [byId(before), byId(after)];
  const moved = movedEntries([...was.keys()], [...is.keys()]);
  return [
    ...[...is].flatMap(([id, now]) => {
      const then = was.get(id);
      return then ? diffExample(then, now, path) : [entry('added', now, path)];
    }),
    ...[...was].filter(([id]) => !is.has(id)).map(([, then]) => entry('removed', then, path)),
    ...movedTo(moved, { what: () => 'example', name: (id) => itemName(is.get(id) ?? {}), path }),
  ];
}

const entry = (change: Difference['change'], example: JsonObject, path: DifferencePlace): Difference => ({
  change,
  what: 'example',
  path: [...path, itemName(example)],
});

/** Keys with words of their own, and keys that are ignored. */
const OWN = new Set(['id', 'uid', 'name', 'code', 'status', 'body']);

function diffExample(then: JsonObject, now: JsonObject, path: DifferencePlace): Diff {
  const here = [...path, itemName(now)];
  const [was, is] = [itemName(then), itemName(now)];
  const renamed: Diff = was === is ? [] : [{ ...entry('renamed', now, path), before: was, after: is }];
  const rest = keysOf(then, now).some((key) => !OWN.has(key)) && !same(omit(then, OWN), omit(now, OWN));
  return [
    ...renamed,
    ...textChange('status of example', { was: statusOf(then), is: statusOf(now), path: here }),
    ...textChange('body of example', { was: textOf(then.body), is: textOf(now.body), path: here }),
    ...(rest ? [changed('example', here)] : []),
  ];
}

const statusOf = ({ code, status }: JsonObject): string =>
  [code, status].filter((part) => part !== undefined && part !== null).join(' ');

const byId = (item: JsonObject): ReadonlyMap<string, JsonObject> =>
  new Map(objectsOf(item.response).map((example) => [idOf(example) ?? itemName(example), example]));
