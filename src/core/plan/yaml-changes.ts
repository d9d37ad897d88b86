import { type JsonObject, type JsonPath, objectsOf } from '../lib/json.ts';
import { noun } from '../lib/text.ts';
import type { Difference } from '../model/diff.ts';
import type { Notice } from '../model/notice.ts';
import { type DesiredResource, placeIn } from '../model/resource.ts';

/** Whether a resource is written in YAML: in Postman's format, or in the configuration. */
export const isYaml = ({ file }: DesiredResource): boolean =>
  file.documentAt !== undefined || /\.ya?ml$/.test(file.document ?? file.path);

/** The most changes that get a notice each. The report's plan has all of them. */
const MOST_NOTICES = 50;

/** Notices about changes in Postman that the YAML files cannot hold, each with the file that it belongs to. */
export function yamlChanges(resource: DesiredResource, diff: readonly Difference[]): readonly Notice[] {
  const { kind, name } = resource;
  const notices = diff.slice(0, MOST_NOTICES).map((difference): Notice => {
    const place = placeIn(resource.file, itemPath(resource.file.content, difference.path));
    const message = `Changed in Postman, and to be written by hand: ${wordsFor(difference)} (${kind} "${name}").`;
    return { level: 'warning', message, ...place };
  });
  const rest = diff.length - notices.length;
  const message = `${rest} more ${noun(rest, 'change')} of the ${kind} "${name}" ${noun(rest, 'is', 'are')} in the report.`;
  return rest > 0 ? [...notices, { level: 'warning', message, path: resource.file.path }] : notices;
}

/** The path of the folder or request with these names; ends at the last one that the file has. */
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
