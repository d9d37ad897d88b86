import { KINDS } from '../core/kinds/index.ts';
import { type Decoder, filledText, list, nullish, number, object, optional, text } from '../core/lib/decoders.ts';
import { type JsonObject, omitUndefined } from '../core/lib/json.ts';
import { type Uid, uid, workspaceId } from '../core/model/ids.ts';
import type { Account, UsageEntry } from '../core/model/limits.ts';
import type { ListedResource, ResourceKind } from '../core/model/resource.ts';
import type { Workspace } from '../sync/ports.ts';

/** Decodes the common fields of a resource in all lists. */
export const element =
  (kind: ResourceKind): Decoder<ListedResource> =>
  (json) => {
    const entry = object(json);
    const id = text(entry.id);
    return omitUndefined<ListedResource>({
      kind,
      uid: uid(optional(text)(entry.uid) ?? id),
      name: text(entry.name),
      updatedAt: dateOf(optional(text)(entry.updatedAt)),
      createdAt: dateOf(optional(text)(entry.createdAt)),
    });
  };

/** Decodes `GET /workspaces/{id}`. The envelope is optional: an example in Postman's documentation lacks it. */
export function decodeWorkspace(json: unknown): Workspace {
  const answer = object(json);
  const workspace = object(answer.workspace ?? answer);
  const id = text(workspace.id);
  // Globals are not listed: every workspace has them.
  const globals: ListedResource = { kind: 'globals', uid: uid(id), name: 'Globals' };
  const resources = LISTED.flatMap((kind) => optional(list(element(kind)))(workspace[KINDS[kind].plural]) ?? []);
  return { id: workspaceId(id), name: text(workspace.name), resources: [...resources, globals] };
}

const LISTED = ['collection', 'environment', 'monitor'] as const;

/** Parses a time; undefined for other texts. */
export function dateOf(text: string | null | undefined): Date | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time);
}

/** Decodes a page of `GET /collections` or `GET /environments`; `total` is set if the server uses pages. */
export function decodeList(
  kind: 'collection' | 'environment',
  json: unknown,
): { readonly resources: readonly ListedResource[]; readonly total?: number } {
  const answer = object(json);
  const resources = list(element(kind))(answer[KINDS[kind].plural]);
  const total = optional(number)(nullish(object)(answer.meta)?.total);
  return omitUndefined<{ readonly resources: readonly ListedResource[]; readonly total?: number }>({
    resources,
    total,
  });
}

/** Decodes `GET /workspaces`. */
export const decodeWorkspaces = (json: unknown): readonly { readonly id: string; readonly name: string }[] =>
  list((entry) => ({ id: text(object(entry).id), name: text(object(entry).name) }))(object(json).workspaces);

/** Decodes the content in an envelope such as `{ "collection": … }`. */
export const decodeContent = (json: unknown, envelope: string): JsonObject => object(object(json)[envelope]);

/** Decodes globals, which have no envelope. */
export const decodeGlobals = (json: unknown): JsonObject => {
  const globals = object(json);
  list((value) => value)(globals.values);
  return globals;
};

/** Decodes the uid of a created or updated resource. */
export const decodeCreated = (json: unknown, envelope: string): Uid =>
  uid(filledText(decodeContent(json, envelope).uid));

/** Decodes `GET /me`. Service accounts have no username; guests and partners get no operations. */
export function decodeMe(json: unknown): Account {
  const { user, operations } = object(json);
  const { id, fullName, username, email, teamName } = object(user);
  const names = [fullName, username, email].map(nullish(text));
  const name = names.find((known) => known) ?? `user ${typeof id === 'number' ? id : text(id)}`;
  const team = nullish(text)(teamName) || undefined;
  return omitUndefined<Account>({ user: name, team, usage: nullish(list(usageEntry))(operations) ?? [] });
}

const usageEntry: Decoder<UsageEntry> = (json) => {
  const { name, limit, usage, overage } = object(json);
  return { name: text(name), limit: amount(limit), usage: amount(usage), overage: amount(overage) };
};

/** Decodes a number, which may be written as a text. */
const amount: Decoder<number> = (value) => number(Number(value ?? 0));
