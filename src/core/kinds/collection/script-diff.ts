import { isObject, type JsonObject, keysOf, objectsOf, same, textOf } from '../../lib/json.ts';
import { lineDiff } from '../../lib/line-diff.ts';
import { changed, type Diff, type DifferencePlace } from '../../model/diff.ts';

/** Scripts added, removed and changed, with their lines. */
export function diffScripts(before: JsonObject, after: JsonObject, path: DifferencePlace): Diff {
  const [was, is] = [scriptsOf(before), scriptsOf(after)];
  const differences = keysOf(was, is).flatMap((listen): Diff => {
    const [then, now] = [was[listen], is[listen]];
    const what = `${listen === 'prerequest' ? 'pre-request' : listen} script`;
    if (then === now) return [];
    const change = then === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [{ change, what, path, lines: lineDiff(then ?? '', now ?? '') }];
  });
  return differences.length > 0 || same(before.event, after.event) ? differences : [changed('scripts', path)];
}

/** Scripts by the event they listen to. */
function scriptsOf(owner: JsonObject): Readonly<Record<string, string>> {
  const scripts: Record<string, string> = {};
  for (const event of objectsOf(owner.event)) {
    const exec = isObject(event.script) ? event.script.exec : undefined;
    const text = Array.isArray(exec) ? exec.map(String).join('\n') : textOf(exec);
    const listen = textOf(event.listen) ?? 'other';
    if (text) scripts[listen] = `${scripts[listen] === undefined ? '' : `${scripts[listen]}\n`}${text}`;
  }
  return scripts;
}
