import { type JsonObject, keysOf, objectsOf, omit, same, textOf } from '../../lib/json.ts';
import { movedEntries } from '../../lib/moved.ts';
import { changed, type Diff, type Difference, type DifferencePlace, renamed, textChange } from '../../model/diff.ts';
import { movedTo } from '../diff-rows.ts';
import { idOf, itemName } from './items.ts';

/** Examples of a request that were added, removed, renamed, changed or moved. */
export function diffExamples(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const [was, is] = [byId(before), byId(after)];
  const moved = movedEntries([...was.keys()], [...is.keys()]);
  return [
    ...[...is].flatMap(([id, now]) => {
      const then = was.get(id);
      return then ? diffExample(then, now, path) : [differenceOf('added', now, path)];
    }),
    ...[...was].filter(([id]) => !is.has(id)).map(([, then]) => differenceOf('removed', then, path)),
    ...movedTo(moved, { what: () => 'example', name: (id) => itemName(is.get(id) ?? {}), path }),
  ];
}

const differenceOf = (change: Difference['change'], example: JsonObject, path: DifferencePlace): Difference => ({
  change,
  what: 'example',
  path: [...path, itemName(example)],
});

/** Keys that have their own comparison, and keys that are ignored. */
const OWN = new Set(['id', 'uid', 'name', 'code', 'status', 'body']);

function diffExample(then: JsonObject, now: JsonObject, path: DifferencePlace): Diff {
  const here = [...path, itemName(now)];
  const hasOther = keysOf(then, now).some((key) => !OWN.has(key)) && !same(omit(then, OWN), omit(now, OWN));
  return [
    ...renamed('example', { was: itemName(then), is: itemName(now), path: here }),
    ...textChange('status of example', { was: statusOf(then), is: statusOf(now), path: here }),
    ...textChange('body of example', { was: textOf(then.body), is: textOf(now.body), path: here }),
    ...(hasOther ? [changed('example', here)] : []),
  ];
}

const statusOf = ({ code, status }: JsonObject): string =>
  [code, status].filter((part) => part !== undefined && part !== null).join(' ');

const byId = (item: JsonObject): ReadonlyMap<string, JsonObject> =>
  new Map(objectsOf(item.response).map((example) => [idOf(example) ?? itemName(example), example]));
