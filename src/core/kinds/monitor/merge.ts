import { type JsonObject, type JsonValue, same } from '../../lib/json.ts';
import type { Fingerprint } from '../../model/ids.ts';
import { partHash, recordedSettings } from '../fingerprint.ts';
import type { Conflict, Merged, Side } from '../merge/versions.ts';
import { isMail, objectAt, ownedKeys, placeOfSetting, settingsOf } from './settings.ts';

/**
 * Merges a monitor setting by setting. The base is the hash of each setting in the state: it shows which side changed a
 * setting, not the former value. Settings that the configuration does not mention are not merged.
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
    const changedTheirs = base !== undefined && partHash(their[what]) !== base && !same(our[what], their[what]);
    if (!changedTheirs) continue;
    const changedOurs = partHash(our[what]) !== base;
    if (changedOurs) conflicts.push(conflictOf(what, our[what], their[what]));
    if (!changedOurs || prefer === 'theirs') value = withSetting(value, what, theirs);
  }
  return { value, conflicts };
}

const conflictOf = (what: string, ours: JsonValue | undefined, theirs: JsonValue | undefined): Conflict => ({
  at: [what],
  path: placeOfSetting(what).filter((key) => key !== undefined),
  base: undefined,
  ours,
  theirs,
  ...(isMail(what) ? { isSecret: true } : {}),
});

/** The content with the value that a setting has in another content. */
function withSetting(content: JsonObject, what: string, other: JsonObject): JsonObject {
  const [part, inner] = placeOfSetting(what);
  if (inner === undefined) return { ...content, [part]: other[part] };
  return { ...content, [part]: { ...objectAt(content, part), [inner]: objectAt(other, part)[inner] } };
}
