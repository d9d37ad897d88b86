export const id = 35;
export const ids = [35];
export const modules = {

/***/ 40035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPostman: () => (/* binding */ createPostman)
});

// EXTERNAL MODULE: ./build/core/kinds/index.js + 15 modules
var kinds = __webpack_require__(47134);
// EXTERNAL MODULE: ./build/core/lib/json.js
var json = __webpack_require__(3870);
// EXTERNAL MODULE: ./build/core/model/errors.js
var errors = __webpack_require__(31193);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var classic_schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/postman/async-update.js


const TASK = classic_schemas/* union */.KCZ([
    classic_schemas/* object */.Ikc({ task: classic_schemas/* object */.Ikc({ id: classic_schemas/* string */.YjP(), status: classic_schemas/* string */.YjP() }) }).transform((answer) => answer.task),
    classic_schemas/* object */.Ikc({ collection: classic_schemas/* object */.Ikc({ uid: classic_schemas/* string */.YjP() }) }).transform(() => ({ id: '', status: 'successful' })),
]);
const STATUS = classic_schemas/* object */.Ikc({ status: classic_schemas/* string */.YjP() });
/** How often to look, and how long in all: 300 looks of growing pauses are about 25 minutes. */
const LOOKS = 300;
const LONGEST_PAUSE_MS = 5_000;
/**
 * Replaces a large collection as a task (`Prefer: respond-async`) and waits for its end. A server that answers at once
 * is taken at its word. The task tells no reason when it fails.
 */
async function updateAsynchronously(sender, { path, body, what }) {
    const headers = { prefer: 'respond-async' };
    let { id, status } = await sender.send({
        method: 'PUT',
        path,
        body,
        headers,
        what,
        decode: (json) => TASK.parse(json),
    });
    for (let look = 1; status !== 'successful'; look += 1) {
        if (status === 'failed' || look > LOOKS)
            throw notDone(what, { id, status });
        await sender.pause(Math.min(LONGEST_PAUSE_MS, 500 * look));
        status = await statusOf(sender, { id, what });
    }
}
async function statusOf(sender, { id, what }) {
    const path = `/collection-updates-tasks/${encodeURIComponent(id)}`;
    try {
        return (await sender.send({ method: 'GET', path, what, decode: (json) => STATUS.parse(json) })).status;
    }
    catch (error) {
        if (error instanceof errors/* PostmanError */.Bk && error.code === 'not-found')
            throw notDone(what, { id, status: 'unknown' });
        throw error;
    }
}
const notDone = (what, { id, status }) => new errors/* PostmanError */.Bk({
    code: status === 'failed' ? 'invalid' : 'outcome-unknown',
    message: `Could not ${what}: Postman's task ${id} is "${status}", and gives no reason.`,
    remedy: 'Import the file in the Postman app, which names what is wrong with it, then run this again.',
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/coerce.js


function string(params) {
    return core._coercedString(schemas.ZodString, params);
}
function number(params) {
    return api/* _coercedNumber */.qG(classic_schemas/* ZodNumber */.rSt, params);
}
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodBoolean, params);
}
function bigint(params) {
    return core._coercedBigint(schemas.ZodBigInt, params);
}
function date(params) {
    return core._coercedDate(schemas.ZodDate, params);
}

// EXTERNAL MODULE: ./build/core/model/ids.js
var ids = __webpack_require__(29930);
;// CONCATENATED MODULE: ./build/postman/decode.js



/** What every list tells of a resource. */
const decode_element = classic_schemas/* object */.Ikc({
    id: classic_schemas/* string */.YjP(),
    uid: classic_schemas/* string */.YjP().optional(),
    name: classic_schemas/* string */.YjP(),
    updatedAt: classic_schemas/* string */.YjP().optional(),
});
const decode_elements = classic_schemas/* array */.YOg(decode_element).optional();
const workspace = classic_schemas/* object */.Ikc({
    id: classic_schemas/* string */.YjP(),
    name: classic_schemas/* string */.YjP(),
    collections: decode_elements,
    environments: decode_elements,
    monitors: decode_elements,
});
/** One of the documented examples lacks the wrapper. */
const workspaceAnswer = classic_schemas/* union */.KCZ([classic_schemas/* object */.Ikc({ workspace }).transform((answer) => answer.workspace), workspace]);
/** `GET /workspaces/{id}`. */
function decodeWorkspace(json) {
    const { id, name, collections = [], environments = [], monitors = [] } = workspaceAnswer.parse(json);
    return {
        id: (0,ids/* workspaceId */.RX)(id),
        name,
        resources: [
            ...collections.map((one) => listed('collection', one)),
            ...environments.map((one) => listed('environment', one)),
            ...monitors.map((one) => listed('monitor', one)),
            { kind: 'globals', uid: (0,ids/* uid */.Ld)(id), name: 'Globals' },
        ],
    };
}
/** An entry of a list. */
function listed(kind, one) {
    const updatedAt = one.updatedAt === undefined ? Number.NaN : Date.parse(one.updatedAt);
    const stamp = Number.isNaN(updatedAt) ? {} : { updatedAt: new Date(updatedAt) };
    return { kind, uid: (0,ids/* uid */.Ld)(one.uid ?? one.id), name: one.name, ...stamp };
}
/** A page of `GET /collections` or `GET /environments`; the total where the server pages. */
function decodeList(kind, json) {
    const key = `${kind}s`;
    const list = classic_schemas/* object */.Ikc({ [key]: classic_schemas/* array */.YOg(decode_element) }).parse(json)[key] ?? [];
    const { meta } = classic_schemas/* object */.Ikc({ meta: classic_schemas/* object */.Ikc({ total: classic_schemas/* number */.aig().optional() }).nullish() }).parse(json);
    const resources = list.map((one) => listed(kind, one));
    return meta?.total === undefined ? { resources } : { resources, total: meta.total };
}
/** `GET /workspaces`. */
const decodeWorkspaces = (json) => classic_schemas/* object */.Ikc({ workspaces: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ id: classic_schemas/* string */.YjP(), name: classic_schemas/* string */.YjP() })) }).parse(json).workspaces;
/** The very object: a copy of zod's would lack a key named `__proto__`. */
const anyObject = classic_schemas/* custom */.IeY(json/* isObject */.Gv, 'an object was expected');
/** The content inside an envelope such as `{ "collection": … }`. */
const decodeContent = (json, envelope) => classic_schemas/* object */.Ikc({ [envelope]: anyObject }).parse(json)[envelope];
/** Globals come without an envelope. */
const decodeGlobals = (json) => {
    const globals = anyObject.parse(json);
    classic_schemas/* array */.YOg(classic_schemas/* unknown */.L5J()).parse(globals.values);
    return globals;
};
/** The uid of what was created. */
function decodeCreated(json, envelope) {
    const created = classic_schemas/* object */.Ikc({ [envelope]: classic_schemas/* object */.Ikc({ uid: classic_schemas/* string */.YjP().min(1) }) }).parse(json);
    return (0,ids/* uid */.Ld)(created[envelope]?.uid ?? '');
}
const amount = number();
const me = classic_schemas/* object */.Ikc({
    user: classic_schemas/* object */.Ikc({
        username: classic_schemas/* string */.YjP().nullish(),
        fullName: classic_schemas/* string */.YjP().nullish(),
        email: classic_schemas/* string */.YjP().nullish(),
        id: classic_schemas/* union */.KCZ([classic_schemas/* string */.YjP(), classic_schemas/* number */.aig()]),
        teamName: classic_schemas/* string */.YjP().nullish(),
    }),
    operations: classic_schemas/* array */.YOg(classic_schemas/* object */.Ikc({ name: classic_schemas/* string */.YjP(), limit: amount.nullish(), usage: amount.nullish(), overage: amount.nullish() }))
        .nullish(),
});
/** `GET /me`. Service accounts have no username; guests and partners are told no operations. */
function decodeMe(json) {
    const { user, operations } = me.parse(json);
    const usage = (operations ?? []).map(({ name, limit, usage: used, overage }) => ({
        name,
        limit: limit ?? 0,
        usage: used ?? 0,
        overage: overage ?? 0,
    }));
    const name = user.fullName || user.username || user.email || `user ${user.id}`;
    return { user: name, ...(user.teamName ? { team: user.teamName } : {}), usage };
}

;// CONCATENATED MODULE: ./build/postman/monitors.js




const monitor = decode_element.extend({
    active: classic_schemas/* boolean */.zMY().optional(),
    collectionUid: classic_schemas/* string */.YjP().optional(),
    environmentUid: classic_schemas/* string */.YjP().nullish(),
});
const page = classic_schemas/* object */.Ikc({
    monitors: classic_schemas/* array */.YOg(monitor),
    meta: classic_schemas/* object */.Ikc({ nextCursor: classic_schemas/* string */.YjP().nullish() }).nullish(),
});
/** Every monitor of a workspace: 25 a page, which is also the most that Postman gives. */
async function listMonitors(sender, workspace) {
    const found = [];
    const seen = new Set();
    for (let cursor = ''; cursor !== undefined && !seen.has(cursor);) {
        seen.add(cursor);
        const query = new URLSearchParams({ workspace, ...(cursor === '' ? {} : { cursor }) });
        const path = `/monitors?${query}`;
        const { monitors, meta } = await sender.send({
            method: 'GET',
            path,
            what: 'list the monitors',
            decode: (json) => page.parse(json),
        });
        found.push(...monitors.map(shown));
        cursor = meta?.nextCursor || undefined;
    }
    return found;
}
const shown = (one) => ({
    ...listed('monitor', one),
    shows: (0,json/* omitUndefined */.Oy)({ active: one.active, collectionUid: one.collectionUid, environmentUid: one.environmentUid }),
});
const started = classic_schemas/* object */.Ikc({
    run: classic_schemas/* object */.Ikc({ info: classic_schemas/* object */.Ikc({ jobId: classic_schemas/* string */.YjP().nullish(), startedAt: classic_schemas/* string */.YjP().nullish() }) }),
});
/** Starts a run and does not wait for it. Postman answers 202 without a job id when it takes its time nevertheless. */
async function startMonitor(sender, { uid, name }) {
    const call = {
        method: 'POST',
        path: `/monitors/${encodeURIComponent(uid)}/run?async=true`,
        what: `run the monitor "${name}"`,
        ownAllowance: true,
        decode: (json) => started.parse(json).run.info,
    };
    try {
        const { jobId, startedAt } = await sender.send(call);
        return (0,json/* omitUndefined */.Oy)({ jobId: jobId ?? undefined, startedAt: dateOf(startedAt) });
    }
    catch (error) {
        throw error instanceof errors/* PostmanError */.Bk && error.code === 'quota-exhausted' ? usedUp(sender, { name, error }) : error;
    }
}
function dateOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? undefined : new Date(time);
}
/** The month's API calls may be what is used up; if not, it is the monitored requests. */
function usedUp(sender, { name, error }) {
    if (sender.use().limits.month?.remaining === 0)
        return error;
    return new errors/* PostmanError */.Bk({
        code: 'quota-exhausted',
        message: `Postman refuses to run the monitor "${name}": the month's monitored requests are used up.`,
        remedy: 'Wait for the next month, or ask a team admin for a larger plan; status shows monitor_request_runs.',
        status: error.status,
        reason: error.reason,
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/postman/client.js






/** Resources per page of a list. */
const PAGE = 1000;
const isElement = (kind) => kind !== 'globals';
const quoted = ({ kind, name }) => `${kind} "${name}"`;
/** The Postman API over one sender: one short method an endpoint. */
function createPostman(sender) {
    const send = (call) => sender.send(call);
    return {
        me: () => send({ method: 'GET', path: '/me', what: "read the key's user and usage", decode: decodeMe }),
        workspace: (id) => send({
            method: 'GET',
            path: `/workspaces/${encodeURIComponent(id)}`,
            what: `read workspace ${id}`,
            decode: decodeWorkspace,
        }),
        workspaces: () => send({ method: 'GET', path: '/workspaces', what: 'list the workspaces', decode: decodeWorkspaces }),
        list: async (kind, workspace, name) => named(await listKind(sender, (0,json/* omitUndefined */.Oy)({ kind, workspace, name })), name),
        fetch: (resource) => send(fetchCall(resource)),
        create: (upload, workspace) => create(sender, { upload, workspace }),
        replace: (upload, uid) => replace(sender, { upload, uid }),
        remove: (resource) => remove(sender, resource),
        startMonitor: (monitor) => startMonitor(sender, monitor),
        use: () => sender.use(),
        serverNow: () => sender.serverNow(),
    };
}
const pathOf = (kind, uid) => `/${kinds/* KINDS */.G[kind].plural}/${encodeURIComponent(uid)}`;
const globalsPath = (workspace) => `/workspaces/${encodeURIComponent(workspace)}/global-variables`;
const named = (list, name) => list.filter((one) => name === undefined || one.name === name);
function listKind(sender, listing) {
    const { kind, workspace } = listing;
    if (kind === 'globals')
        return Promise.resolve([]);
    return kind === 'monitor' ? listMonitors(sender, workspace) : listAll(sender, { ...listing, kind });
}
/** All pages of a list. A server that ignores paging answers everything at once; only collections know pages and names. */
async function listAll(sender, { kind, workspace, name }) {
    const seen = new Map();
    for (;;) {
        const path = `/${kinds/* KINDS */.G[kind].plural}?${queryOf({ kind, workspace, name, offset: seen.size })}`;
        const what = `list the ${kinds/* KINDS */.G[kind].plural}`;
        const page = await sender.send({ method: 'GET', path, what, decode: (json) => decodeList(kind, json) });
        const before = seen.size;
        for (const one of page.resources)
            seen.set(one.uid, one);
        const more = page.total === undefined ? page.resources.length === PAGE : seen.size < page.total;
        if (!more || seen.size === before)
            return [...seen.values()];
    }
}
function queryOf({ kind, workspace, name, offset, }) {
    const query = new URLSearchParams({ workspace });
    if (kind === 'collection' && name !== undefined)
        query.set('name', name);
    if (kind === 'collection' && name === undefined) {
        query.set('limit', String(PAGE));
        query.set('offset', String(offset));
    }
    return query.toString();
}
function fetchCall({ kind, uid, name, }) {
    const what = `read ${quoted({ kind, name })}`;
    if (!isElement(kind))
        return { method: 'GET', path: globalsPath(uid), what, decode: decodeGlobals };
    return { method: 'GET', path: pathOf(kind, uid), what, decode: (json) => decodeContent(json, kind) };
}
async function create(sender, { upload, workspace }) {
    const { kind, content, isRecord = false } = upload;
    const what = `create ${quoted(upload)}`;
    if (!isElement(kind))
        throw new Error('A workspace has its globals already.');
    return sender.send({
        method: 'POST',
        path: `/${kinds/* KINDS */.G[kind].plural}?workspace=${encodeURIComponent(workspace)}`,
        body: JSON.stringify({ [kind]: content }),
        what,
        isRecord,
        decode: (json) => decodeCreated(json, kind),
    });
}
/** From this size on an update is handed over as a task: gateways give up on slow ones (504) at 10 MB and more. */
const LARGE_BYTES = 5_000_000;
async function replace(sender, { upload, uid }) {
    const { kind, content, isRecord = false } = upload;
    const what = `update ${quoted(upload)}`;
    const isGlobals = !isElement(kind);
    const path = isGlobals ? globalsPath(uid) : pathOf(kind, uid);
    const body = JSON.stringify(isGlobals ? content : { [kind]: content });
    if (kind === 'collection' && body.length > LARGE_BYTES)
        return updateAsynchronously(sender, { path, body, what });
    await sender.send({
        method: 'PUT',
        path,
        body,
        what,
        isRecord,
        decode: (json) => (isGlobals ? undefined : decodeCreated(json, kind)),
    });
}
async function remove(sender, { kind, uid, name }) {
    if (!isElement(kind))
        throw new Error('Globals cannot be deleted.');
    try {
        await sender.send({
            method: 'DELETE',
            path: pathOf(kind, uid),
            what: `delete ${quoted({ kind, name })}`,
            decode: () => undefined,
        });
    }
    catch (error) {
        if (!(error instanceof errors/* PostmanError */.Bk && error.code === 'not-found'))
            throw error;
    }
}


/***/ })

};
