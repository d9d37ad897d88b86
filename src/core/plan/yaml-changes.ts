import { type JsonObject, type JsonPath, objectsOf } from '../lib/json.ts';
import type { Difference } from '../model/diff.ts';
import type { Notice } from '../model/notice.ts';
import { type DesiredResource, placeIn } from '../model/resource.ts';

/** Whether a resource is written in Postman's YAML format. */
export const isYaml = ({ file }: DesiredResource): boolean =>
  file.documentAt !== undefined || /\.ya?ml$/.test(file.path);

/** Changes that are told each; the report's plan holds them all. */
const MOST = 50;

/** What Postman has changed where the files cannot hold it, difference by difference, each with the YAML file that it belongs to. */
export function yamlChanges(resource: DesiredResource, diff: readonly Difference[]): readonly Notice[] {
  const { kind, name } = resource;
  const told = diff.slice(0, MOST).map((difference): Notice => {
    const place = placeIn(resource.file, itemPath(resource.file.content, difference.path));
    const message = `Changed in Postman, and to be written by hand: ${wordsFor(difference)} (${kind} "${name}").`;
    return { level: 'warning', message, ...place };
  });
  const rest = diff.length - told.length;
  const more = `${rest} more changes of the ${kind} "${name}" are in the report.`;
  return rest > 0 ? [...told, { level: 'warning', message: more, path: resource.file.path }] : told;
}

/** The folder or request that names lead to, as far as the file has it. */
function itemPath(content: JsonObject, names: readonly string[]): JsonPath {
  const at: (string | number)[] = [];
  let items = objectsOf(content.item);
  for (const name of names) {
    const index = items.findIndex((item) => item.name === name);
    if (index === -1) break;
    at.push('item', index);
    items = objectsOf(items[index]?.item);
  }
  return at;
}

function wordsFor({ change, what, path, before, after }: Difference): string {
  const texts = before === undefined && after === undefined ? '' : `: ${before ?? 'nothing'} → ${after ?? 'nothing'}`;
  return `${what} ${change}${path.length > 0 ? ` at ${path.join(' / ')}` : ''}${texts}`;
}
