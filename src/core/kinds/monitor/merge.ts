import { type JsonObject, type JsonValue, same } from '../../lib/json.ts';
import type { Fingerprint } from '../../model/ids.ts';
import { partHash, recordedSettings } from '../fingerprint.ts';
import type { Conflict, Merged, Side } from '../merge/versions.ts';
import { ownedKeys, placeOfSetting, settingsOf } from './settings.ts';

/**
 * Merges a monitor setting by setting. The base is what was recorded of each setting that was sent; what the
 * configuration does not mention is Postman's alone. The hash of the base says who changed it, not what it was.
 */
export function mergeMonitors(
  { sent, ours, theirs }: { readonly sent: Fingerprint; readonly ours: JsonObject; readonly theirs: JsonObject },
  prefer: Side,
): Merged<JsonObject> {
  const recorded = recordedSettings(sent);
  const [our, their] = [settingsOf(ours), settingsOf(theirs)];
  let value = ours;
  const conflicts: Conflict[] = [];
  for (const what of ownedKeys(ours)) {
    const base = recorded.get(what);
    const isTheirs = base !== undefined && partHash(their[what]) !== base && !same(our[what], their[what]);
    if (!isTheirs) continue;
    const isOurs = partHash(our[what]) !== base;
    if (isOurs) conflicts.push(conflictOf(what, our[what], their[what]));
    if (!isOurs || prefer === 'theirs') value = withSetting(value, what, theirs);
  }
  return { value, conflicts };
}

const conflictOf = (what: string, ours: JsonValue | undefined, theirs: JsonValue | undefined): Conflict => ({
  at: [what],
  path: placeOfSetting(what).filter((key) => key !== undefined),
  base: undefined,
  ours,
  theirs,
  ...(what.startsWith('mail') ? { isSecret: true } : {}),
});

/** The content with one setting as another content has it. */
function withSetting(content: JsonObject, what: string, other: JsonObject): JsonObject {
  const [part, inner] = placeOfSetting(what);
  if (inner === undefined) return { ...content, [part]: other[part] };
  const [own, theirs] = [content[part], other[part]];
  const objectOf = (value: JsonValue | undefined): JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  return { ...content, [part]: { ...objectOf(own), [inner]: objectOf(theirs)[inner] } };
}
