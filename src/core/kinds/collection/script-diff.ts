import { type JsonObject, keysOf, objectOf, objectsOf, same, textOf } from '../../lib/json.ts';
import { lineDiff } from '../../lib/line-diff.ts';
import { changed, type Diff, type Difference, type DifferencePlace } from '../../model/diff.ts';

/** Scripts of a collection, folder or request that were added, removed or changed, with their changed lines. */
export function diffScripts(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const [was, is] = [scriptsOf(before), scriptsOf(after)];
  const differences = keysOf(was, is).flatMap((listen): Diff => {
    const [then, now] = [was[listen], is[listen]];
    if (then === now) return [];
    const lines = lineDiff(then ?? '', now ?? '');
    return [{ change: changeOf(then, now), what: scriptTitle(listen), path, lines }];
  });
  return differences.length > 0 || same(before.event, after.event) ? differences : [changed('scripts', path)];
}

/** The title of a script for an event: `pre-request script`, `test script`. */
export const scriptTitle = (listen: string): string => `${listen === 'prerequest' ? 'pre-request' : listen} script`;

const changeOf = (was: string | undefined, is: string | undefined): Difference['change'] => {
  if (was === undefined) return 'added';
  return is === undefined ? 'removed' : 'changed';
};

/** Scripts by event; several scripts of one event are joined. */
function scriptsOf(owner: JsonObject): Readonly<Record<string, string>> {
  const scripts: Record<string, string> = {};
  for (const event of objectsOf(owner.event)) {
    const { exec } = objectOf(event.script);
    const text = Array.isArray(exec) ? exec.map(String).join('\n') : textOf(exec);
    const listen = textOf(event.listen) ?? 'other';
    const earlier = scripts[listen];
    if (text) scripts[listen] = earlier === undefined ? text : `${earlier}\n${text}`;
  }
  return scripts;
}
