import * as z from 'zod';
import { KINDS } from '../core/kinds/index.ts';
import { isObject, type JsonObject, omitUndefined } from '../core/lib/json.ts';
import { type Uid, uid, workspaceId } from '../core/model/ids.ts';
import type { Account, UsageEntry } from '../core/model/limits.ts';
import type { ListedResource, ResourceKind } from '../core/model/resource.ts';
import type { Workspace } from '../sync/ports.ts';

/** The common fields of a resource in all lists. */
export const element = z.object({
  id: z.string(),
  uid: z.string().optional(),
  name: z.string(),
  updatedAt: z.string().optional(),
  createdAt: z.string().optional(),
});
const elements = z.array(element).optional();

const workspace = z.object({
  id: z.string(),
  name: z.string(),
  collections: elements,
  environments: elements,
  monitors: elements,
});

/** The envelope is optional: an example in Postman's documentation lacks it. */
const workspaceAnswer = z.union([z.object({ workspace }).transform((answer) => answer.workspace), workspace]);

/** Decodes `GET /workspaces/{id}`. */
export function decodeWorkspace(json: unknown): Workspace {
  const answer = workspaceAnswer.parse(json);
  const resources = Object.values(IN_WORKSPACE).flatMap((resourcesIn) => resourcesIn(answer));
  return { id: workspaceId(answer.id), name: answer.name, resources };
}

/** The resources of each kind in a workspace. Globals are not listed: every workspace has them. */
const IN_WORKSPACE: Readonly<Record<ResourceKind, (answer: z.infer<typeof workspace>) => readonly ListedResource[]>> = {
  collection: ({ collections = [] }) => collections.map((element) => listed('collection', element)),
  environment: ({ environments = [] }) => environments.map((element) => listed('environment', element)),
  monitor: ({ monitors = [] }) => monitors.map((element) => listed('monitor', element)),
  globals: ({ id }) => [{ kind: 'globals', uid: uid(id), name: 'Globals' }],
};

/** Converts an entry of a list. */
export function listed(kind: ResourceKind, entry: z.infer<typeof element>): ListedResource {
  const times = { updatedAt: dateOf(entry.updatedAt), createdAt: dateOf(entry.createdAt) };
  return omitUndefined<ListedResource>({ kind, uid: uid(entry.uid ?? entry.id), name: entry.name, ...times });
}

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
  const key = KINDS[kind].plural;
  const list = z.object({ [key]: z.array(element) }).parse(json)[key] ?? [];
  const { meta } = z.object({ meta: z.object({ total: z.number().optional() }).nullish() }).parse(json);
  const resources = list.map((element) => listed(kind, element));
  return meta?.total === undefined ? { resources } : { resources, total: meta.total };
}

/** Decodes `GET /workspaces`. */
export const decodeWorkspaces = (json: unknown): readonly { readonly id: string; readonly name: string }[] =>
  z.object({ workspaces: z.array(z.object({ id: z.string(), name: z.string() })) }).parse(json).workspaces;

/** Returns the object itself: a copy by zod would lack a key named `__proto__`. */
const anyObject = z.custom<JsonObject>(isObject, 'an object was expected');

/** Decodes the content in an envelope such as `{ "collection": … }`. */
export const decodeContent = (json: unknown, envelope: string): JsonObject =>
  z.object({ [envelope]: anyObject }).parse(json)[envelope] as JsonObject;

/** Decodes globals, which have no envelope. */
export const decodeGlobals = (json: unknown): JsonObject => {
  const globals = anyObject.parse(json);
  z.array(z.unknown()).parse(globals.values);
  return globals;
};

/** Decodes the uid of a created or updated resource. */
export function decodeCreated(json: unknown, envelope: string): Uid {
  const created = z.object({ [envelope]: z.object({ uid: z.string().min(1) }) }).parse(json);
  return uid(created[envelope]?.uid ?? '');
}

const amount = z.coerce.number();

const me = z.object({
  user: z.object({
    username: z.string().nullish(),
    fullName: z.string().nullish(),
    email: z.string().nullish(),
    id: z.union([z.string(), z.number()]),
    teamName: z.string().nullish(),
  }),
  operations: z
    .array(z.object({ name: z.string(), limit: amount.nullish(), usage: amount.nullish(), overage: amount.nullish() }))
    .nullish(),
});

/** Decodes `GET /me`. Service accounts have no username; guests and partners get no operations. */
export function decodeMe(json: unknown): Account {
  const { user, operations } = me.parse(json);
  const usage: UsageEntry[] = (operations ?? []).map(({ name, limit, usage: used, overage }) => ({
    name,
    limit: limit ?? 0,
    usage: used ?? 0,
    overage: overage ?? 0,
  }));
  const name = user.fullName || user.username || user.email || `user ${user.id}`;
  return { user: name, ...(user.teamName ? { team: user.teamName } : {}), usage };
}
