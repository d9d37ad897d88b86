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

/** Kinds with a list endpoint, a uid and an envelope (`{ "collection": … }`). */
type ElementKind = Exclude<ResourceKind, 'globals'>;

const isElementKind = (kind: ResourceKind): kind is ElementKind => kind !== 'globals';

const quoted = ({ kind, name }: { readonly kind: ResourceKind; readonly name: string }): string => `${kind} "${name}"`;

/** The client of the Postman API: a short method for each endpoint, all over one sender. */
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
      withName(await LISTS[kind](sender, omitUndefined<ListOptions>({ kind, workspace, name })), name),
    fetch: (resource) => send(fetchCall(resource)),
    create: (upload, workspace) => create(sender, { upload, workspace }),
    replace: (upload, uid) => replace(sender, { upload, uid }),
    remove: (resource) => remove(sender, resource),
    startMonitor: (monitor) => startMonitor(sender, monitor),
    use: () => sender.use(),
    serverNow: () => sender.serverNow(),
  };
}

const pathOf = (kind: ElementKind, uid: Uid): string => `/${KINDS[kind].plural}/${encodeURIComponent(uid)}`;

const globalsPath = (workspace: string): string => `/workspaces/${encodeURIComponent(workspace)}/global-variables`;

/** Filters a list by exact name; the server's own filter may be missing or less strict. */
const withName = (list: readonly ListedResource[], name: string | undefined): readonly ListedResource[] =>
  list.filter((resource) => name === undefined || resource.name === name);

interface ListOptions {
  readonly kind: ResourceKind;
  readonly workspace: WorkspaceId;
  /** Only resources with exactly this name. */
  readonly name?: string;
}

type List = (sender: Sender, options: ListOptions) => Promise<readonly ListedResource[]>;

/** The list endpoint of each kind; globals have none. */
const LISTS: Readonly<Record<ResourceKind, List>> = {
  collection: (sender, options) => listAll(sender, { ...options, kind: 'collection' }),
  environment: (sender, options) => listAll(sender, { ...options, kind: 'environment' }),
  globals: async () => [],
  monitor: (sender, { workspace }) => listMonitors(sender, workspace),
};

/** Reads all pages of a list. Only collections have pages and a filter by name; other lists come in one response. */
async function listAll(
  sender: Sender,
  { kind, workspace, name }: ListOptions & { readonly kind: 'collection' | 'environment' },
): Promise<readonly ListedResource[]> {
  const seen = new Map<Uid, ListedResource>();
  for (;;) {
    const path = `/${KINDS[kind].plural}?${queryOf({ kind, workspace, name, offset: seen.size })}`;
    const what = `list the ${KINDS[kind].plural}`;
    const page = await sender.send({ method: 'GET', path, what, decode: (json) => decodeList(kind, json) });
    const before = seen.size;
    for (const resource of page.resources) seen.set(resource.uid, resource);
    const hasMore = page.total === undefined ? page.resources.length === PAGE : seen.size < page.total;
    if (!hasMore || seen.size === before) return [...seen.values()];
  }
}

interface PageOptions extends Omit<ListOptions, 'name'> {
  readonly name: string | undefined;
  readonly offset: number;
}

function queryOf({ kind, workspace, name, offset }: PageOptions): string {
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
  if (!isElementKind(kind)) return { method: 'GET', path: globalsPath(uid), what, decode: decodeGlobals };
  return { method: 'GET', path: pathOf(kind, uid), what, decode: (json) => decodeContent(json, kind) };
}

async function create(
  sender: Sender,
  { upload, workspace }: { readonly upload: Upload; readonly workspace: WorkspaceId },
): Promise<Uid> {
  const { kind, content, isRecord = false } = upload;
  const what = `create ${quoted(upload)}`;
  if (!isElementKind(kind)) throw new Error('A workspace has its globals already.');
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
  if (!isElementKind(kind)) {
    const body = JSON.stringify(content);
    await sender.send({ method: 'PUT', path: globalsPath(uid), body, what, isRecord, decode: () => undefined });
    return;
  }
  const update = { path: pathOf(kind, uid), body: JSON.stringify({ [kind]: content }), what };
  const isLarge = kind === 'collection' && update.body.length > LARGE_BYTES;
  const answered = isLarge
    ? await updateAsynchronously(sender, update)
    : await sender.send({ ...update, method: 'PUT', isRecord, decode: (json) => decodeCreated(json, kind) });
  if (answered !== undefined && bareId(answered) !== bareId(uid)) throw anotherResource(what, { uid, answered });
}

/** The error of a successful response that names another resource: it does not show that this one was updated. */
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
  if (!isElementKind(kind)) throw new Error('Globals cannot be deleted.');
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
