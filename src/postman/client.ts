import { KINDS } from '../core/kinds/index.ts';
import { omitUndefined } from '../core/lib/json.ts';
import { PostmanError } from '../core/model/errors.ts';
import { bareId, type Uid, type WorkspaceId } from '../core/model/ids.ts';
import type { ListedResource, ResourceKind } from '../core/model/resource.ts';
import type { Postman, Upload } from '../sync/ports.ts';
import { updateAsynchronously } from './async-update.ts';
import {
  decodeContent,
  decodeCreated,
  decodeGlobals,
  decodeList,
  decodeMe,
  decodeWorkspace,
  decodeWorkspaces,
} from './decode.ts';
import type { Call } from './http/request.ts';
import { listMonitors, startMonitor } from './monitors.ts';
import type { Sender } from './sender.ts';

/** Resources per page of a list. */
const PAGE = 1000;

/** Kinds with a list, an id of their own and an envelope. */
type Element = Exclude<ResourceKind, 'globals'>;

const isElement = (kind: ResourceKind): kind is Element => kind !== 'globals';

const quoted = ({ kind, name }: { readonly kind: ResourceKind; readonly name: string }): string => `${kind} "${name}"`;

/** The Postman API over one sender: one short method for each endpoint. */
export function createPostman(sender: Sender): Postman {
  const send = <T>(call: Call<T>): Promise<T> => sender.send(call);
  return {
    me: () => send({ method: 'GET', path: '/me', what: "read the key's user and usage", decode: decodeMe }),
    workspace: (id) =>
      send({
        method: 'GET',
        path: `/workspaces/${encodeURIComponent(id)}`,
        what: `read workspace ${id}`,
        decode: decodeWorkspace,
      }),
    workspaces: () =>
      send({ method: 'GET', path: '/workspaces', what: 'list the workspaces', decode: decodeWorkspaces }),
    list: async (kind, workspace, name) =>
      named(await LISTS[kind](sender, omitUndefined<Listing>({ kind, workspace, name })), name),
    fetch: (resource) => send(fetchCall(resource)),
    create: (upload, workspace) => create(sender, { upload, workspace }),
    replace: (upload, uid) => replace(sender, { upload, uid }),
    remove: (resource) => remove(sender, resource),
    startMonitor: (monitor) => startMonitor(sender, monitor),
    use: () => sender.use(),
    serverNow: () => sender.serverNow(),
  };
}

const pathOf = (kind: Element, uid: Uid): string => `/${KINDS[kind].plural}/${encodeURIComponent(uid)}`;

const globalsPath = (workspace: string): string => `/workspaces/${encodeURIComponent(workspace)}/global-variables`;

const named = (list: readonly ListedResource[], name: string | undefined): readonly ListedResource[] =>
  list.filter((resource) => name === undefined || resource.name === name);

/** The list endpoint of each kind; globals have none. */
const LISTS: Readonly<Record<ResourceKind, (sender: Sender, listing: Listing) => Promise<readonly ListedResource[]>>> =
  {
    collection: (sender, listing) => listAll(sender, { ...listing, kind: 'collection' }),
    environment: (sender, listing) => listAll(sender, { ...listing, kind: 'environment' }),
    globals: async () => [],
    monitor: (sender, { workspace }) => listMonitors(sender, workspace),
  };

interface Listing {
  readonly kind: ResourceKind;
  readonly workspace: WorkspaceId;
  /** Only those of exactly this name. */
  readonly name?: string;
}

/** All pages of a list. Only collections have pages and a filter by name; other lists come in one response. */
async function listAll(
  sender: Sender,
  { kind, workspace, name }: Listing & { readonly kind: 'collection' | 'environment' },
): Promise<readonly ListedResource[]> {
  const seen = new Map<Uid, ListedResource>();
  for (;;) {
    const path = `/${KINDS[kind].plural}?${queryOf({ kind, workspace, name, offset: seen.size })}`;
    const what = `list the ${KINDS[kind].plural}`;
    const page = await sender.send({ method: 'GET', path, what, decode: (json) => decodeList(kind, json) });
    const before = seen.size;
    for (const resource of page.resources) seen.set(resource.uid, resource);
    const more = page.total === undefined ? page.resources.length === PAGE : seen.size < page.total;
    if (!more || seen.size === before) return [...seen.values()];
  }
}

function queryOf({
  kind,
  workspace,
  name,
  offset,
}: Omit<Listing, 'name'> & { readonly name: string | undefined; readonly offset: number }): string {
  const query = new URLSearchParams({ workspace });
  if (kind === 'collection' && name !== undefined) query.set('name', name);
  if (kind === 'collection' && name === undefined) {
    query.set('limit', String(PAGE));
    query.set('offset', String(offset));
  }
  return query.toString();
}

function fetchCall({
  kind,
  uid,
  name,
}: Pick<ListedResource, 'kind' | 'uid' | 'name'>): Call<ReturnType<typeof decodeContent>> {
  const what = `read ${quoted({ kind, name })}`;
  if (!isElement(kind)) return { method: 'GET', path: globalsPath(uid), what, decode: decodeGlobals };
  return { method: 'GET', path: pathOf(kind, uid), what, decode: (json) => decodeContent(json, kind) };
}

async function create(
  sender: Sender,
  { upload, workspace }: { readonly upload: Upload; readonly workspace: WorkspaceId },
): Promise<Uid> {
  const { kind, content, isRecord = false } = upload;
  const what = `create ${quoted(upload)}`;
  if (!isElement(kind)) throw new Error('A workspace has its globals already.');
  return sender.send({
    method: 'POST',
    path: `/${KINDS[kind].plural}?workspace=${encodeURIComponent(workspace)}`,
    body: JSON.stringify({ [kind]: content }),
    what,
    isRecord,
    decode: (json) => decodeCreated(json, kind),
  });
}

/**
 * From this size in bytes on, an update is sent as an asynchronous task: gateways time out (504) on updates of 10 MB
 * and more.
 */
const LARGE_BYTES = 5_000_000;

async function replace(sender: Sender, { upload, uid }: { readonly upload: Upload; readonly uid: Uid }): Promise<void> {
  const { kind, content, isRecord = false } = upload;
  const what = `update ${quoted(upload)}`;
  const isGlobals = !isElement(kind);
  const path = isGlobals ? globalsPath(uid) : pathOf(kind, uid);
  const body = JSON.stringify(isGlobals ? content : { [kind]: content });
  if (kind === 'collection' && body.length > LARGE_BYTES) {
    const updated = await updateAsynchronously(sender, { path, body, what });
    if (updated !== undefined && bareId(updated) !== bareId(uid))
      throw anotherResource(what, { uid, answered: updated });
    return;
  }
  const answered = await sender.send({
    method: 'PUT',
    path,
    body,
    what,
    isRecord,
    decode: (json) => (isGlobals ? uid : decodeCreated(json, kind)),
  });
  if (bareId(answered) !== bareId(uid)) throw anotherResource(what, { uid, answered });
}

/** A successful response that names another resource proves nothing about this one. */
const anotherResource = (
  what: string,
  { uid, answered }: { readonly uid: Uid; readonly answered: string },
): PostmanError =>
  new PostmanError({
    code: 'invalid',
    message: `Could not ${what}: it was sent to ${uid}, and Postman answered that it updated ${answered}.`,
    remedy: 'Look at both in Postman. A proxy or gateway may be in between; check api-url, and run it again.',
  });

async function remove(
  sender: Sender,
  { kind, uid, name }: Pick<ListedResource, 'kind' | 'uid' | 'name'>,
): Promise<void> {
  if (!isElement(kind)) throw new Error('Globals cannot be deleted.');
  try {
    await sender.send({
      method: 'DELETE',
      path: pathOf(kind, uid),
      what: `delete ${quoted({ kind, name })}`,
      decode: () => undefined,
    });
  } catch (error) {
    if (!(error instanceof PostmanError && error.code === 'not-found')) throw error;
  }
}
