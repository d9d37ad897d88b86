export const id = 966;
export const ids = [966];
export const modules = {

/***/ 47134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ KINDS)
});

// EXTERNAL MODULE: ./build/core/lib/json.js
var json = __webpack_require__(3870);
;// CONCATENATED MODULE: ./build/core/kinds/collection/strip.js

const keys = (...names) => new Set(names);
/** What the Postman API and app add to things they store (collection GET example; exports of the app). */
const TIMES = ['createdAt', 'updatedAt', 'lastUpdatedBy', 'createdBy', 'updatedBy', 'owner'];
const EXPORT = ['_postman_variable_scope', '_postman_exported_at', '_postman_exported_using'];
const TOP = keys('id', 'uid', '_postman_id', 'isPublic', 'fork', ...TIMES, ...EXPORT);
const INFO = keys('_postman_id', 'uid', 'fork', '_exporter_id', '_collection_link', ...TIMES);
const ITEM = keys('id', 'uid', '_postman_id', ...TIMES);
const ID = keys('id');
/** What Postman knows of a variable has a type, and null is none (Postman API's description, `createEnvironment`); fields unknown to it travel as they are. */
const TYPED = keys('value', 'type', 'enabled', 'description');
/** Both hosts name the same schema; Postman answers with this one, so this one is sent. */
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
/** Whether a schema's URL means the collection format v2.1.0. */
const isV21 = (schema) => typeof schema === 'string' &&
    /^https:\/\/schema\.(get)?postman\.com\/json\/collection\/v2\.1\.0\/(collection\.json)?$/.test(schema);
/** A collection without the ids and stamps of items, examples, scripts and variables; all else as it is. */
function stripCollection(collection) {
    const { info } = collection;
    return {
        ...parts((0,json/* omit */.cJ)(collection, TOP)),
        ...((0,json/* isObject */.Gv)(info) ? { info: { ...(0,json/* omit */.cJ)(info, INFO), ...(isV21(info.schema) ? { schema: SCHEMA } : {}) } } : {}),
    };
}
/** An environment or globals file without ids and stamps; a value's type in today's words. */
const stripVariables = (container) => ({
    ...(0,json/* omit */.cJ)(container, TOP),
    ...(0,json/* mapped */.CV)(container, 'values', (value) => ({ ...(0,json/* withoutNulls */.Le)((0,json/* omit */.cJ)(value, ID), TYPED), ...typeOf(value) })),
});
/** The form that is compared: a variable has the empty value, is of type `default` and enabled unless it says otherwise. */
function canonicalVariables(container) {
    const stripped = stripVariables(container);
    const spelledOut = (variable) => ({ value: '', type: 'default', enabled: true, ...variable });
    return { ...stripped, ...(0,json/* mapped */.CV)(stripped, 'values', spelledOut) };
}
/** Older exports say `any` or `text` where the API says `default`. */
const typeOf = (value) => value.type === 'any' || value.type === 'text' ? { type: 'default' } : {};
const parts = (owner) => ({
    ...owner,
    ...(0,json/* mapped */.CV)(owner, 'item', (item) => ({ ...parts((0,json/* omit */.cJ)(item, ITEM)), ...request(item) })),
    ...(0,json/* mapped */.CV)(owner, 'response', (response) => ({ ...(0,json/* omit */.cJ)(response, ITEM), ...request(response, 'originalRequest') })),
    ...(0,json/* mapped */.CV)(owner, 'event', stripEvent),
    ...(0,json/* mapped */.CV)(owner, 'variable', stripVariable),
});
/** Path variables of a request's URL carry ids too. */
function request(owner, key = 'request') {
    const inner = owner[key];
    if (!(0,json/* isObject */.Gv)(inner) || !(0,json/* isObject */.Gv)(inner.url) || (0,json/* objectsOf */.iZ)(inner.url.variable).length === 0)
        return {};
    return { [key]: { ...inner, url: { ...inner.url, ...(0,json/* mapped */.CV)(inner.url, 'variable', stripVariable) } } };
}
function stripEvent(event) {
    const { script } = event;
    return { ...(0,json/* omit */.cJ)(event, ID), ...((0,json/* isObject */.Gv)(script) ? { script: (0,json/* omit */.cJ)(script, ID) } : {}) };
}
/** A variable's id is a stamp only beside a key; alone it is the variable's name (collection format v2.1). */
const stripVariable = (variable) => ('key' in variable ? (0,json/* omit */.cJ)(variable, ID) : variable);

;// CONCATENATED MODULE: ./build/core/kinds/collection/url.js

/** A URL as Postman takes it apart: variables stay as they are, what is not there has no key. */
function urlParts(raw) {
    const [, address = '', query, hash] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(raw) ?? [];
    const [, protocol, authority = '', path] = /^(?:([^/]*?):\/\/)?([^/]*)(?:\/(.*))?$/s.exec(address) ?? [];
    const [, host = '', port] = /^(.*?)(?::(\d+))?$/s.exec(authority) ?? [];
    return (0,json/* omitUndefined */.Oy)({
        protocol,
        host: host === '' ? undefined : host.split('.'),
        port,
        path: path?.split('/'),
        query: query?.split('&').map(parameter),
        hash,
    });
}
function parameter(text) {
    const [, key = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
    return (0,json/* omitUndefined */.Oy)({ key, value });
}
/** Keys of a URL that say in parts what `raw` says as a whole. */
const PARTS = new Set(['protocol', 'host', 'port', 'path', 'query', 'hash']);
/** A URL as an object without the parts that repeat what `raw` says; where they say anything else, all of it counts. */
function withoutRepetition(url) {
    if (typeof url === 'string')
        return url === '' ? undefined : { raw: url };
    if (!(0,json/* isObject */.Gv)(url))
        return undefined;
    const { raw } = url;
    if (raw === '' && Object.keys(url).length === 1)
        return undefined;
    if (typeof raw !== 'string')
        return url;
    const rest = (0,json/* omit */.cJ)(url, PARTS);
    return (0,json/* same */.FB)({ ...rest, ...urlParts(raw) }, url) ? rest : url;
}

;// CONCATENATED MODULE: ./build/core/kinds/collection/canonical.js



/**
 * A collection in the form that is compared. Postman writes the same thing in several ways and fills in what was left
 * out: a URL as a string or in parts, a script as a text or as lines, a list that is empty or not there at all.
 */
function canonicalCollection(collection) {
    const { info, ...stripped } = stripCollection(collection);
    return { ...canonicalOwner(stripped), ...((0,json/* isObject */.Gv)(info) ? { info: lean(info) } : {}) };
}
/** The collection, a folder or a request with what belongs to it. */
const canonicalOwner = (owner) => lean({
    ...owner,
    ...(0,json/* mapped */.CV)(owner, 'item', canonicalOwner),
    ...requestIn(owner, 'request'),
    ...(0,json/* mapped */.CV)(owner, 'response', (example) => lean({ ...withEntries(example), ...requestIn(example, 'originalRequest') })),
    ...(0,json/* mapped */.CV)(owner, 'event', canonicalEvent),
    ...(0,json/* mapped */.CV)(owner, 'variable', canonicalEntry),
});
/** What means the same whether it is empty or not there. */
const OPTIONAL = new Set([
    'cookie',
    'description',
    'event',
    'header',
    'packages',
    'protocolProfileBehavior',
    'requests',
    'response',
    'variable',
]);
/** Without what is optional and empty; a description as its text. */
function lean(object) {
    const entries = Object.entries(object).filter(([key, value]) => value !== undefined && !(OPTIONAL.has(key) && isEmpty(value)));
    return (0,json/* isObject */.Gv)(object.description)
        ? { ...Object.fromEntries(entries), ...described(object) }
        : Object.fromEntries(entries);
}
const isEmpty = (value) => value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
function described({ description }) {
    if (!(0,json/* isObject */.Gv)(description) || typeof description.content !== 'string')
        return {};
    const { content, type, ...rest } = description;
    const isPlain = type === undefined || type === 'text/plain' || type === 'text/markdown';
    return isPlain && Object.keys(rest).length === 0 ? { description: content } : {};
}
function requestIn(owner, key) {
    const request = typeof owner[key] === 'string' ? { url: owner[key] } : owner[key];
    if (!(0,json/* isObject */.Gv)(request))
        return {};
    const { url, body, ...rest } = request;
    return {
        [key]: lean({
            ...withEntries(rest),
            method: request.method ?? 'GET',
            url: withoutRepetition((0,json/* isObject */.Gv)(url) ? lean(withEntries(url)) : url),
            body: (0,json/* isObject */.Gv)(body) ? withEntries(body) : body,
        }),
    };
}
const LISTS = ['header', 'query', 'variable', 'urlencoded', 'formdata'];
/** With lists of keys and values, wherever they stand, in the form that is compared. */
function withEntries(owner) {
    const lists = LISTS.filter((key) => key in owner);
    return Object.assign({}, owner, ...lists.map((key) => (0,json/* mapped */.CV)(owner, key, canonicalEntry)));
}
/** The type that an entry has when none is given goes by several names. */
const PLAIN_TYPES = new Set(['any', 'default', 'text']);
const canonicalEntry = (entry) => lean({
    ...entry,
    type: PLAIN_TYPES.has(entry.type) ? undefined : entry.type,
    disabled: entry.disabled === false ? undefined : entry.disabled,
});
function canonicalEvent(event) {
    const { script } = event;
    if (!(0,json/* isObject */.Gv)(script))
        return event;
    return { ...event, script: lean({ ...script, type: script.type ?? 'text/javascript', exec: linesOf(script.exec) }) };
}
/** A script's lines, whether they come as one text or as a list. */
function linesOf(exec) {
    const lines = typeof exec === 'string' ? [exec] : (exec ?? null);
    if (!Array.isArray(lines) || !lines.some((line) => String(line).includes('\n')))
        return lines;
    return lines.flatMap((line) => typeof line === 'string' ? line.split('\n') : [line]);
}

;// CONCATENATED MODULE: ./build/core/model/diff.js
/** A difference of which nothing more can be shown. */
const changed = (what, path) => ({ change: 'changed', what, path });
/** A difference of two short texts; none where they are equal. */
const changedFrom = (what, { was, is, path }) => (was === is ? [] : [{ ...changed(what, path), before: was, after: is }]);

// EXTERNAL MODULE: ./build/core/kinds/variables.js
var kinds_variables = __webpack_require__(61123);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/core/model/ids.js
var ids = __webpack_require__(29930);
;// CONCATENATED MODULE: ./build/core/kinds/collection/items.js




/** Every folder and request of a collection, parents first. */
const itemNodes = (collection) => childrenOf(collection, undefined).flatMap(({ all }) => all);
/** The examples of a request. */
const exampleNodes = (request) => (0,json/* objectsOf */.iZ)(request.response).map((item) => {
    const content = remembered(() => hashOf(canonicalCollection({ item: [{ response: [nameless(item)] }] })));
    return nodeOf(item, { type: 'example', detail: Number(item.code ?? 0), parent: undefined, content });
});
/** The bare id of an item or example. */
function idOf(item) {
    const id = (0,json/* textOf */.b6)(item.id) ?? (0,json/* textOf */.b6)(item.uid) ?? (0,json/* textOf */.b6)(item._postman_id);
    return id === undefined ? undefined : (0,ids/* bareId */.yW)(id);
}
function childrenOf(owner, parent) {
    return (0,json/* objectsOf */.iZ)(owner.item).map((item) => {
        const { request } = item;
        const method = (0,json/* isObject */.Gv)(request) ? ((0,json/* textOf */.b6)(request.method) ?? 'GET') : 'GET';
        let below = [];
        const content = remembered(() => {
            const children = below.map(({ node }) => [node.title, node.content()]);
            return hashOf([canonicalCollection({ item: [(0,json/* omit */.cJ)(nameless(item), CHILDREN)] }), children]);
        });
        const isFolder = Array.isArray(item.item);
        const [type, detail] = isFolder ? ['folder', ''] : ['request', method];
        const node = nodeOf(item, { type, detail, parent, content });
        below = childrenOf(item, node);
        return { node, all: [node, ...below.flatMap(({ all }) => all)] };
    });
}
const NAMES = new Set(['name', 'id', 'uid', '_postman_id']);
const CHILDREN = new Set(['item', 'response']);
const nameless = (item) => (0,json/* omit */.cJ)(item, NAMES);
function nodeOf(item, { type, detail, ...rest }) {
    const name = (0,json/* textOf */.b6)(item.name) ?? '';
    const label = JSON.stringify([type, detail, name]);
    return {
        item,
        id: idOf(item),
        type,
        title: `${type} ${name}`,
        label,
        path: `${rest.parent?.path ?? ''}${label}`,
        ...rest,
    };
}
const hashOf = (value) => (0,external_node_crypto_.createHash)('sha256')
    .update(JSON.stringify((0,json/* sorted */.IP)(value)))
    .digest('base64url');
function remembered(compute) {
    let known;
    return () => {
        known ??= compute();
        return known;
    };
}

;// CONCATENATED MODULE: ./build/core/kinds/collection/request-diff.js




/** Keys with a differ of their own. */
const OWN = new Set(['method', 'url', 'header', 'body', 'auth']);
/** What changes in a request. */
function diffRequest({ was: before, is: after, path }) {
    const [was, is] = [objectOf(before), objectOf(after)];
    if ((0,json/* same */.FB)(was, is))
        return [];
    const others = (0,json/* keysOf */.YD)(was, is).filter((key) => !OWN.has(key) && !(0,json/* same */.FB)(was[key], is[key]));
    return [
        ...changedFrom('method', { was: (0,json/* textOf */.b6)(was.method) ?? 'none', is: (0,json/* textOf */.b6)(is.method) ?? 'none', path }),
        ...diffUrl(objectOf(was.url), objectOf(is.url), path),
        ...orPlain('headers', diffEntries('header', { was: was.header, is: is.header, path }), {
            was: was.header,
            is: is.header,
            path,
        }),
        ...diffBody({ was: was.body, is: is.body, path }),
        ...diffAuth({ was: was.auth, is: is.auth, path }),
        ...others.map((key) => changed(key, path)),
    ];
}
/** Another way to authenticate by its name; what it is given is a credential. */
const diffAuth = (auth) => orPlain('auth', changedFrom('auth', namesOf(auth, 'type')), auth);
function diffUrl(before, after, path) {
    const query = { was: queryOf(before), is: queryOf(after), path };
    const variables = { was: before.variable, is: after.variable, path };
    const told = [
        ...changedFrom('url', { was: shownUrl(before), is: shownUrl(after), path }),
        ...diffEntries('query parameter', query),
        ...diffEntries('path variable', variables),
    ];
    return orPlain('url', told, { was: before, is: after, path });
}
/** A URL without its query and user: those may hold secrets. */
const shownUrl = ({ raw }) => ((0,json/* textOf */.b6)(raw) ?? 'none').replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
const queryOf = ({ raw, query }) => query ?? urlParts((0,json/* textOf */.b6)(raw) ?? '').query;
function diffBody(body) {
    const modes = namesOf(body, 'mode');
    const [was, is] = [objectOf(body.was), objectOf(body.is)];
    const fields = ['urlencoded', 'formdata'].flatMap((mode) => modes.was === modes.is ? diffEntries('body field', { was: was[mode], is: is[mode], path: body.path }) : []);
    return orPlain('body', [...changedFrom('body', modes), ...fields], body);
}
/** Headers, parameters and fields by name alone: a value may be a credential. */
const diffEntries = (what, { was, is, path }) => (0,kinds_variables/* diffByKey */.oi)((0,json/* objectsOf */.iZ)(was), (0,json/* objectsOf */.iZ)(is))
    .filter(({ change }) => change !== 'moved')
    .map((one) => ({ ...one, what, path: [...path, ...one.path] }));
/** What was told of a difference; where there is one and nothing was, its name alone. */
const orPlain = (what, told, { was, is, path }) => told.length > 0 || (0,json/* same */.FB)(was, is) ? told : [changed(what, path)];
const namesOf = ({ was, is, path }, key) => ({
    was: (0,json/* textOf */.b6)(objectOf(was)[key]) ?? 'none',
    is: (0,json/* textOf */.b6)(objectOf(is)[key]) ?? 'none',
    path,
});
const objectOf = (value) => ((0,json/* isObject */.Gv)(value) ? value : {});

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/line.js + 1 modules
var line = __webpack_require__(37073);
;// CONCATENATED MODULE: ./build/core/kinds/collection/script-diff.js



/** Scripts added, removed and changed, with their lines. */
function diffScripts(before, after, path) {
    const [was, is] = [scriptsOf(before), scriptsOf(after)];
    const differences = (0,json/* keysOf */.YD)(was, is).flatMap((listen) => {
        const [then, now] = [was[listen], is[listen]];
        const what = `${listen === 'prerequest' ? 'pre-request' : listen} script`;
        if (then === now)
            return [];
        const change = then === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
        return [{ change, what, path, lines: lineDiff(then ?? '', now ?? '') }];
    });
    return differences.length > 0 || (0,json/* same */.FB)(before.event, after.event) ? differences : [changed('scripts', path)];
}
/** Scripts by the event they listen to. */
function scriptsOf(owner) {
    const scripts = {};
    for (const event of (0,json/* objectsOf */.iZ)(owner.event)) {
        const exec = (0,json/* isObject */.Gv)(event.script) ? event.script.exec : undefined;
        const text = Array.isArray(exec) ? exec.map(String).join('\n') : (0,json/* textOf */.b6)(exec);
        const listen = (0,json/* textOf */.b6)(event.listen) ?? 'other';
        if (text)
            scripts[listen] = `${scripts[listen] === undefined ? '' : `${scripts[listen]}\n`}${text}`;
    }
    return scripts;
}
/** Lines that differ beyond which no common ones are looked for: that would take minutes, and nobody would read it. */
const MOST_EDITS = 500;
/** Lines of one script that a plan shows. */
const MOST_LINES = 200;
/** Changed lines with one line of context around them, as far as anyone reads them. */
function lineDiff(before, after) {
    const [was, is] = [ended(before), ended(after)];
    const parts = (0,line/* diffLines */.Pp)(was, is, { maxEditLength: MOST_EDITS });
    if (!parts)
        return [rewritten(was, is)];
    const lines = parts.flatMap(({ value, added, removed }) => script_diff_linesOf(value).map((line) => `${added ? '+' : removed ? '-' : ' '}${line}`));
    const shown = withContext(lines);
    const rest = shown.length - MOST_LINES;
    return rest > 0 ? [...shown.slice(0, MOST_LINES), ` … and ${rest} more lines`] : shown;
}
const ended = (text) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
const script_diff_linesOf = (text) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
const rewritten = (was, is) => ` … rewritten: ${script_diff_linesOf(was).length} lines before, ${script_diff_linesOf(is).length} after`;
/** One line of context around changes; where lines are left out between changes, a line says so. */
function withContext(lines) {
    const isChange = (at) => /^[+-]/.test(lines[at] ?? '');
    const kept = [...lines.keys()].filter((at) => [at - 1, at, at + 1].some(isChange));
    return kept.flatMap((at, index) => {
        const last = kept[index - 1];
        const line = lines[at] ?? '';
        return last === undefined || last === at - 1 ? [line] : [' …', line];
    });
}

;// CONCATENATED MODULE: ./build/core/kinds/collection/diff.js






/** What an update changes in a collection: items by id, so that `after` must come from `graft`. No values of variables or headers. */
function diffCollections(before, after) {
    const [was, is] = [placed(before), placed(after)];
    const [old, kept] = [byKey(was), byKey(is)];
    return [
        ...diffInfo(before, after),
        ...diffOwner(before, after, []),
        ...is.flatMap((now) => {
            const then = old.get(now.key);
            return then ? diffItem(then, now) : [entry('added', now)];
        }),
        ...was.filter(({ key }) => !kept.has(key)).map((then) => entry('removed', then)),
        ...diffOrder(before, after, []),
    ];
}
const entry = (change, { item, path, isFolder }) => ({
    change,
    what: isFolder ? 'folder' : 'request',
    path: [...path, nameOf(item)],
});
function placed(owner, path = [], parentKey = '') {
    return (0,json/* objectsOf */.iZ)(owner.item).flatMap((item) => {
        const here = [...path, nameOf(item)];
        const isFolder = Array.isArray(item.item);
        const key = idOf(item) ?? JSON.stringify([isFolder, ...here]);
        return [{ item, path, key, parentKey, isFolder }, ...placed(item, here, key)];
    });
}
const byKey = (items) => new Map(items.map((item) => [item.key, item]));
function diffInfo(before, after) {
    const [was, is] = [infoOf(before), infoOf(after)];
    const [wasName, isName] = [(0,json/* textOf */.b6)(was.name) ?? '', (0,json/* textOf */.b6)(is.name) ?? ''];
    const renamed = wasName === isName ? [] : [{ change: 'renamed', what: 'collection', path: [], before: wasName, after: isName }];
    const others = (0,json/* keysOf */.YD)(was, is).filter((key) => key !== 'name' && !(0,json/* same */.FB)(was[key], is[key]));
    return [...renamed, ...others.map((key) => changed(key, []))];
}
const infoOf = (collection) => ((0,json/* isObject */.Gv)(collection.info) ? collection.info : {});
function diffItem(then, now) {
    const [wasName, isName] = [nameOf(then.item), nameOf(now.item)];
    const path = [...now.path, isName];
    const moved = then.parentKey === now.parentKey
        ? []
        : [
            {
                ...entry('moved', now),
                before: then.path.join(' / ') || 'the root',
                after: now.path.join(' / ') || 'the root',
            },
        ];
    const renamed = wasName === isName ? [] : [{ ...entry('renamed', now), before: wasName, after: isName }];
    return [
        ...moved,
        ...renamed,
        ...diffRequest({ was: then.item.request, is: now.item.request, path }),
        ...diffOwner(then.item, now.item, path),
        ...diffExamples(then.item, now.item, path),
    ];
}
/** Keys with a differ of their own, or none that means anything here. */
const diff_OWN = new Set(['info', 'item', 'request', 'response', 'event', 'auth', 'variable', 'name', 'id', 'uid']);
/** What collections, folders and requests have in common: scripts, auth, variables, description and keys nobody knows. */
function diffOwner(before, after, path) {
    const keys = (0,json/* keysOf */.YD)(before, after).filter((key) => !diff_OWN.has(key) && !(0,json/* same */.FB)(before[key], after[key]));
    const variables = (0,kinds_variables/* diffByKey */.oi)((0,json/* objectsOf */.iZ)(before.variable), (0,json/* objectsOf */.iZ)(after.variable));
    return [
        ...diffScripts(before, after, path),
        ...diffAuth({ was: before.auth, is: after.auth, path }),
        ...variables.map((one) => ({ ...one, path: [...path, ...one.path] })),
        ...keys.map((key) => changed(key, path)),
    ];
}
function diffExamples(before, after, path) {
    const [was, is] = [byId(before), byId(after)];
    const example = (change, item) => ({
        change,
        what: 'example',
        path: [...path, nameOf(item)],
    });
    return [
        ...(0,json/* objectsOf */.iZ)(after.response).flatMap((now) => {
            const then = was.get(idOf(now) ?? nameOf(now));
            if (!then)
                return [example('added', now)];
            const names = { before: nameOf(then), after: nameOf(now) };
            const renamed = names.before === names.after ? [] : [{ ...example('renamed', now), ...names }];
            const rest = (0,json/* same */.FB)({ ...then, ...IDENTITY }, { ...now, ...IDENTITY }) ? [] : [example('changed', now)];
            return [...renamed, ...rest];
        }),
        ...[...was].filter(([id]) => !is.has(id)).map(([, then]) => example('removed', then)),
        ...reordered('order of examples', { was: [...was.keys()], is: [...is.keys()], path }),
    ];
}
/** What does not count where two examples are compared. */
const IDENTITY = { id: null, uid: null, name: null };
const byId = (item) => new Map((0,json/* objectsOf */.iZ)(item.response).map((example) => [idOf(example) ?? nameOf(example), example]));
/** Siblings that stayed in their folder but stand in another order. */
function diffOrder(before, after, path) {
    const old = new Map((0,json/* objectsOf */.iZ)(before.item).map((item) => [idOf(item), item]));
    const below = (0,json/* objectsOf */.iZ)(after.item).flatMap((item) => {
        const then = old.get(idOf(item));
        return then && Array.isArray(item.item) ? diffOrder(then, item, [...path, nameOf(item)]) : [];
    });
    return [...reordered('order of items', { was: idsOf(before), is: idsOf(after), path }), ...below];
}
/** Whether what is there before and after stands in another order. */
function reordered(what, { was, is, path, }) {
    const [wasSet, isSet] = [new Set(was), new Set(is)];
    const [common, now] = [was.filter((id) => isSet.has(id)), is.filter((id) => wasSet.has(id))];
    return common.join() === now.join() ? [] : [{ change: 'moved', what, path }];
}
const idsOf = (owner) => (0,json/* objectsOf */.iZ)(owner.item).map((item) => idOf(item) ?? nameOf(item));
const nameOf = (item) => (0,json/* textOf */.b6)(item.name) ?? 'unnamed';

;// CONCATENATED MODULE: ./build/core/kinds/collection/match-items.js
/** Local nodes beside the remote ones that they continue. What one way of pairing has found, no later one questions. */
class ItemMatcher {
    pairs = new Map();
    #taken = new Set();
    #ours;
    #theirs;
    constructor(ours, theirs) {
        this.#ours = ours;
        this.#theirs = theirs;
    }
    /** Pairs nodes of the same key; of several, those of the same content first, then in their order. */
    by(keyOf) {
        for (const [ours, theirs] of this.#groups(keyOf)) {
            if (ours.length + theirs.length > 2)
                for (const [some, others] of together(ours, theirs, contentOf))
                    this.#inOrder(some, others);
            this.#inOrder(ours, theirs);
        }
        return this;
    }
    /** Pairs nodes whose key stands once on either side. */
    byUnique(keyOf) {
        for (const [ours, theirs] of this.#groups(keyOf))
            if (ours.length === 1 && theirs.length === 1)
                this.#inOrder(ours, theirs);
        return this;
    }
    /** Pairs folders that are still alone by what is in them: the first of their children that has a counterpart tells. */
    above() {
        for (const [our, their] of this.pairs) {
            const [home, there] = [our.parent, their.parent];
            if (home && there && !this.pairs.has(home) && !this.#taken.has(there))
                this.#pair(home, there);
        }
        return this;
    }
    /** Pairs the children of paired parents. */
    below(keyOf) {
        const numbers = new Map([[undefined, -1]]);
        for (const [index, pair] of [...this.pairs].entries())
            for (const node of pair)
                numbers.set(node, index);
        return this.by((node) => {
            const parent = numbers.get(node.parent);
            return parent === undefined ? undefined : `${parent} ${keyOf(node)}`;
        });
    }
    #groups(keyOf) {
        const theirs = this.#theirs.filter((node) => !this.#taken.has(node));
        const ours = this.#ours.filter((node) => !this.pairs.has(node));
        return ours.length === 0 || theirs.length === 0 ? [] : together(ours, theirs, keyOf);
    }
    #inOrder(ours, theirs) {
        const free = theirs.filter((node) => !this.#taken.has(node));
        for (const [index, node] of ours.filter((each) => !this.pairs.has(each)).entries()) {
            const counterpart = free[index];
            if (!counterpart)
                return;
            this.#pair(node, counterpart);
        }
    }
    #pair(our, their) {
        this.pairs.set(our, their);
        this.#taken.add(their);
    }
}
const contentOf = (node) => node.content();
function together(ours, theirs, keyOf) {
    const candidates = grouped(theirs, keyOf);
    return [...grouped(ours, keyOf)].flatMap(([key, nodes]) => {
        const found = candidates.get(key);
        return found ? [[nodes, found]] : [];
    });
}
function grouped(nodes, keyOf) {
    const groups = new Map();
    for (const node of nodes) {
        const key = keyOf(node);
        const group = key === undefined ? undefined : groups.get(key);
        if (group)
            group.push(node);
        else if (key !== undefined)
            groups.set(key, [node]);
    }
    return groups;
}

;// CONCATENATED MODULE: ./build/core/kinds/collection/graft.js



/** Finds for every local item and example the remote one that it continues. */
function counterparts(local, remote) {
    const pairs = itemPairs(itemNodes(local), itemNodes(remote));
    return new Map([...pairs].flatMap(([our, their]) => [
        ...idEntries(our.item, their.item),
        ...[...examplePairs(our.item, their.item)].flatMap(([a, b]) => idEntries(a.item, b.item)),
    ]));
}
/** The surest signs first: the id; path, method and name; what tells a moved or renamed one apart; the place in a folder. */
function itemPairs(ours, theirs) {
    const pairing = new ItemMatcher(ours, theirs)
        .by((node) => node.id && `${node.id} ${node.title}`)
        .by((node) => node.id)
        .by((node) => node.path)
        .byUnique((node) => `${node.label} ${node.content()}`)
        .byUnique((node) => node.label)
        .byUnique((node) => node.title)
        .byUnique((node) => `${node.type} ${node.content()}`)
        .above();
    for (let found = -1; found < pairing.pairs.size;) {
        found = pairing.pairs.size;
        pairing
            .below((node) => node.label)
            .below((node) => node.title)
            .below((node) => node.type);
    }
    return pairing.pairs;
}
/** Examples of a pair of requests: by id, by name and status, by content, by position. */
const examplePairs = (our, their) => new ItemMatcher(exampleNodes(our), exampleNodes(their))
    .by((node) => node.id && `${node.id} ${node.title}`)
    .by((node) => node.id)
    .by((node) => node.label)
    .by((node) => node.type).pairs;
function idEntries(our, their) {
    const id = idOf(their);
    return id === undefined ? [] : [[our, id]];
}
/** The ids that items and examples have themselves. */
const ownIds = (collection) => new Map(itemNodes(collection).flatMap(({ item }) => [item, ...(0,json/* objectsOf */.iZ)(item.response)].flatMap((each) => idEntries(each, each))));
/** The items below an owner with their counterparts' ids put on; `strip` has been at work on `stripped` already. */
function withIds(stripped, { original, ids }) {
    const below = {};
    for (const key of ['item', 'response']) {
        const [plain, full] = [stripped[key], original[key]];
        if (Array.isArray(plain) && Array.isArray(full))
            below[key] = plain.map((entry, index) => withId(entry, { original: full[index], ids }));
    }
    return { ...stripped, ...below };
}
function withId(entry, { original, ids }) {
    if (!(0,json/* isObject */.Gv)(entry) || !(0,json/* isObject */.Gv)(original))
        return entry;
    const id = ids.get(original);
    return { ...(id === undefined ? {} : { id }), ...withIds(entry, { original, ids }) };
}

;// CONCATENATED MODULE: ./build/core/kinds/collection/index.js





/** Collections of format v2.1.0, the only one that the API takes. */
const collection = {
    kind: 'collection',
    plural: 'collections',
    name: (content) => ((0,json/* isObject */.Gv)(content.info) ? (0,json/* textOf */.b6)(content.info.name) : undefined),
    idOf: (content) => ((0,json/* isObject */.Gv)(content.info) ? (0,json/* textOf */.b6)(content.info._postman_id) : undefined),
    check,
    strip: stripCollection,
    canonical: canonicalCollection,
    graft,
    diff: (before, after) => diffCollections(comparable(before), comparable(after)),
};
/** The form that is compared, items and examples with their ids. */
const comparable = (content) => withIds(canonicalCollection(content), { original: content, ids: ownIds(content) });
function graft(content, remote) {
    const grafted = withIds(stripCollection(content), { original: content, ids: counterparts(content, remote) });
    const id = collection.idOf(remote);
    if (id === undefined || !(0,json/* isObject */.Gv)(grafted.info))
        return grafted;
    return { ...grafted, info: { _postman_id: id, ...grafted.info } };
}
const EXPORT_AGAIN = 'Export the collection from Postman again, as "Collection v2.1".';
function check(content) {
    if ((0,json/* isObject */.Gv)(content.collection)) {
        const message = 'The collection is wrapped in a "collection" key, as the API answers it';
        return [{ at: ['collection'], message, remedy: 'Keep the object inside that key only.' }];
    }
    if (!(0,json/* isObject */.Gv)(content.info))
        return [{ at: [], message: 'There is no "info" object: this is no collection', remedy: EXPORT_AGAIN }];
    return [...checkInfo(content.info), ...checkItems(content, [])];
}
function checkInfo(info) {
    const complaints = [];
    if ((0,json/* textOf */.b6)(info.name) === undefined) {
        complaints.push({
            at: ['info', 'name'],
            message: 'The collection has no name',
            remedy: 'Give it one in info.name.',
        });
    }
    if (!isV21(info.schema)) {
        const schema = (0,json/* textOf */.b6)(info.schema) ?? 'none';
        complaints.push({
            at: ['info', 'schema'],
            message: `The collection's schema is not v2.1.0 (${schema})`,
            remedy: EXPORT_AGAIN,
        });
    }
    return complaints;
}
function checkItems(owner, at) {
    const items = owner.item;
    if (!Array.isArray(items))
        return [{ at: [...at, 'item'], message: '"item" is not an array', remedy: EXPORT_AGAIN }];
    return items.flatMap((item, index) => checkItem(item, [...at, 'item', index]));
}
function checkItem(item, at) {
    if (!(0,json/* isObject */.Gv)(item))
        return [{ at, message: 'An item is not an object', remedy: EXPORT_AGAIN }];
    if ('item' in item)
        return checkItems(item, at);
    if ((0,json/* isObject */.Gv)(item.request) || (0,json/* textOf */.b6)(item.request) !== undefined)
        return [];
    return [{ at, message: 'An item is neither a folder (item) nor a request (request)', remedy: EXPORT_AGAIN }];
}

;// CONCATENATED MODULE: ./build/core/kinds/environment.js



/** Environments; the API knows their shared (initial) values only. */
const environment = {
    kind: 'environment',
    plural: 'environments',
    name: (content) => (0,json/* textOf */.b6)(content.name),
    idOf: (content) => (0,json/* textOf */.b6)(content.id),
    check: (content) => [
        ...((0,json/* textOf */.b6)(content.name) === undefined
            ? [{ at: ['name'], message: 'The environment has no name', remedy: 'Give it one in "name".' }]
            : []),
        ...(0,kinds_variables/* checkValues */.Xj)(content),
    ],
    strip: stripVariables,
    canonical: canonicalVariables,
    graft: (content, remote) => (0,kinds_variables/* keepSecrets */.JY)(stripVariables(content), remote),
    leaving: kinds_variables/* withoutKept */.DA,
    diff: (before, after) => (0,kinds_variables/* diffVariables */.hD)(canonicalVariables(before), canonicalVariables(after)),
};

;// CONCATENATED MODULE: ./build/core/kinds/globals.js



/** A workspace has one set of globals; Postman gives it no name and no id of its own. */
const NAME = new Set(['name']);
const strip = (content) => (0,json/* omit */.cJ)(stripVariables(content), NAME);
const canonical = (content) => (0,json/* omit */.cJ)(canonicalVariables(content), NAME);
/** The workspace's globals. */
const globals = {
    kind: 'globals',
    plural: 'globals',
    name: () => 'Globals',
    idOf: () => undefined,
    check: kinds_variables/* checkValues */.Xj,
    strip,
    canonical,
    graft: (content, remote) => (0,kinds_variables/* keepSecrets */.JY)(strip(content), remote),
    leaving: kinds_variables/* withoutKept */.DA,
    diff: (before, after) => (0,kinds_variables/* diffVariables */.hD)(canonical(before), canonical(after)),
};

// EXTERNAL MODULE: ./build/core/kinds/monitor/cron.js
var monitor_cron = __webpack_require__(93703);
;// CONCATENATED MODULE: ./build/core/kinds/monitor/settings.js


const valueAt = (content, [key, inner]) => inner === undefined ? content[key] : objectAt(content, key)[inner];
/** The object under a key, empty where there is none. */
const objectAt = (content, key) => {
    const value = content[key];
    return (0,json/* isObject */.Gv)(value) ? value : {};
};
const amount = (value) => value || undefined;
const textsAt = (key) => (list) => {
    const texts = (0,json/* objectsOf */.iZ)(list).flatMap((entry) => (0,json/* textOf */.b6)(entry[key]) ?? []);
    return texts.length > 0 ? texts.sort() : undefined;
};
const SETTINGS = {
    name: { at: ['name'] },
    active: { at: ['active'], otherwise: true },
    cron: { at: ['schedule', 'cron'], canonical: (cron) => (0,monitor_cron/* canonicalCron */.$j)((0,json/* textOf */.b6)(cron) ?? '') },
    timezone: { at: ['schedule', 'timezone'] },
    'strict SSL': { at: ['options', 'strictSSL'], otherwise: false },
    'follow redirects': { at: ['options', 'followRedirects'], otherwise: true },
    'request timeout': { at: ['options', 'requestTimeout'], canonical: amount },
    'request delay': { at: ['options', 'requestDelay'], canonical: amount },
    regions: { at: ['distribution'], canonical: textsAt('region') },
    retries: { at: ['retry', 'attempts'], canonical: amount },
    'mail on error': { at: ['notifications', 'onError'], canonical: textsAt('email') },
    'mail on failure': { at: ['notifications', 'onFailure'], canonical: textsAt('email') },
    'notification limit': { at: ['notificationLimit'], canonical: amount },
};
const settingOf = (content, { at, canonical, otherwise }) => {
    const value = valueAt(content, at);
    return canonical ? canonical(value) : (value ?? otherwise);
};
/** The settings of a monitor one beside the other, in words. */
const settingsOf = (content) => Object.fromEntries(Object.entries(SETTINGS).map(([what, setting]) => [what, settingOf(content, setting)]));
/** The settings that the content says something of, an empty list included. */
const mentioned = (content) => Object.entries(SETTINGS).flatMap(([what, { at, otherwise }]) => valueAt(content, at) === undefined && otherwise === undefined ? [] : [what]);
/** What a setting is part of in the API's words. */
const partOf = (what) => SETTINGS[what]?.at[0] ?? what;

;// CONCATENATED MODULE: ./build/core/kinds/monitor/index.js




/** Monitors: a collection and an environment that Postman runs on a schedule. The API never lets them be changed. */
const monitor = {
    kind: 'monitor',
    plural: 'monitors',
    name: (content) => (0,json/* textOf */.b6)(content.name),
    idOf: () => undefined,
    check: () => [],
    strip: (content) => content,
    canonical: (content) => ({ ...watchedBy(content), ...settingsOf(content) }),
    graft: monitor_graft,
    diff: (before, after) => [
        ...fixed(before, after),
        ...differences(settingsOf(before), settingsOf(after)).map((one) => one.what === 'cron' ? { ...one, before: cronOf(before), after: cronOf(after) } : one),
    ],
    patch,
    fixed,
    mentioned: mentioned,
    fits: (content, { name, shows = {} }) => name === content.name &&
        fixed(content, shows).length === 0 &&
        settingsOf(content).active === settingsOf(shows).active,
};
function fixed(before, after) {
    return differences(watchedBy(before), watchedBy(after));
}
/** What the monitor runs. The API is given `collection` and answers `collectionUid`. */
const watchedBy = ({ collection, collectionUid, environment, environmentUid }) => ({
    collection: monitor_idOf(collection ?? collectionUid),
    environment: monitor_idOf(environment ?? environmentUid),
});
const monitor_idOf = (uid) => {
    const text = (0,json/* textOf */.b6)(uid);
    return text === undefined ? undefined : (0,ids/* bareId */.yW)(text);
};
const cronOf = (content) => (0,monitor_cron/* posixCron */.G6)((0,json/* textOf */.b6)(objectAt(content, 'schedule').cron) ?? '');
/** What the configuration does not mention stays as Postman has it. */
function monitor_graft(content, remote) {
    const kept = ['distribution', 'retry', 'notificationLimit'].filter((key) => remote[key] != null);
    const merged = ['options', 'notifications'].map((key) => [
        key,
        { ...filled(objectAt(remote, key)), ...objectAt(content, key) },
    ]);
    return { ...Object.fromEntries(kept.map((key) => [key, remote[key]])), ...content, ...Object.fromEntries(merged) };
}
/** Without nulls and zeros: the API answers them, and takes neither. */
const filled = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== 0));
function patch(content, remote) {
    const changed = differences(settingsOf(remote), settingsOf(content)).map(({ what }) => partOf(what));
    return Object.fromEntries([...new Set(changed)].map((key) => [key, content[key]]));
}
/** Addresses are named nowhere but in the file itself. */
const shown = (value, what) => {
    if (value === undefined || what.startsWith('mail'))
        return {};
    return { text: Array.isArray(value) ? value.join(', ') : String(value) };
};
function differences(before, after) {
    const names = Object.keys({ ...before, ...after });
    const changed = names.filter((what) => JSON.stringify(before[what]) !== JSON.stringify(after[what]));
    return changed.map((what) => {
        const [was, is] = [shown(before[what], what).text, shown(after[what], what).text];
        return {
            change: before[what] === undefined ? 'added' : after[what] === undefined ? 'removed' : 'changed',
            what,
            path: [],
            ...(was === undefined ? {} : { before: was }),
            ...(is === undefined ? {} : { after: is }),
        };
    });
}

;// CONCATENATED MODULE: ./build/core/kinds/index.js




/** Every kind that is synced, in the order in which they are written: what others depend on first. */
const KINDS = { environment: environment, globals: globals, collection: collection, monitor: monitor };


/***/ }),

/***/ 61123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DA: () => (/* binding */ withoutKept),
/* harmony export */   JY: () => (/* binding */ keepSecrets),
/* harmony export */   Xj: () => (/* binding */ checkValues),
/* harmony export */   hD: () => (/* binding */ diffVariables),
/* harmony export */   oi: () => (/* binding */ diffByKey),
/* harmony export */   tV: () => (/* binding */ withValues)
/* harmony export */ });
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3870);

/** Whether a variable is of type `secret` and has no value of its own: Postman's is kept then. */
const isBlankSecret = (variable) => variable.type === 'secret' && (variable.value === undefined || variable.value === null || variable.value === '');
/** The values of an environment or globals file that Postman would refuse. */
function checkValues(content) {
    const { values } = content;
    if (!Array.isArray(values)) {
        return [{ at: ['values'], message: '"values" is not an array', remedy: 'Export the file from Postman again.' }];
    }
    return values.flatMap((value, index) => {
        if ((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) && typeof value.key === 'string')
            return [];
        return [{ at: ['values', index], message: 'A variable has no "key"', remedy: 'Give it a key, or remove it.' }];
    });
}
/** Content in which a blank `secret` has the value that Postman has: a PUT would clear it otherwise. */
function keepSecrets(content, remote) {
    const theirs = byKey(remote);
    const { values } = content;
    if (!Array.isArray(values))
        return content;
    const kept = values.map((value) => {
        const their = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) && isBlankSecret(value) ? theirs.get(String(value.key)) : undefined;
        return (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) && their?.value !== undefined ? { ...value, value: their.value } : value;
    });
    return { ...content, values: kept };
}
/** A remote's content in which what is a blank `secret` in the file is blank too: that value is Postman's own affair. */
function withoutKept(remote, content) {
    const blank = new Map((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .iZ)(content.values)
        .filter(isBlankSecret)
        .map(({ key, value }) => [key, value]));
    const values = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .iZ)(remote.values).map((variable) => blank.has(variable.key) ? { ...variable, value: blank.get(variable.key) } : variable);
    return { ...remote, values };
}
/** Content in which the given variables have the given values; those it does not know are added as secrets. */
function withValues(content, values) {
    const known = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .iZ)(content.values).map((variable) => {
        const value = values.get(String(variable.key));
        return value ? { ...variable, value: value.reveal() } : variable;
    });
    const names = new Set(known.map((variable) => String(variable.key)));
    const added = [...values]
        .filter(([key]) => !names.has(key))
        .map(([key, value]) => ({ key, value: value.reveal(), type: 'secret', enabled: true }));
    return { ...content, values: [...known, ...added] };
}
const byKey = (content) => new Map((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .iZ)(content.values).map((value) => [String(value.key), value]));
/** Variables added, removed and changed, by name alone: a value may be a secret whatever its type says. */
function diffVariables(before, after) {
    const [was, is] = [(0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(before.name), (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(after.name)];
    const renamed = was && is && was !== is ? [{ change: 'renamed', what: 'environment', path: [], before: was, after: is }] : [];
    return [...renamed, ...diffByKey((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .iZ)(before.values), (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsOf */ .iZ)(after.values))];
}
/** Differences between two lists of variables. */
function diffByKey(before, after) {
    const [was, is] = [named(before), named(after)];
    const entry = (change, name) => ({
        change,
        what: 'variable',
        path: [name],
    });
    const added = [...is.keys()].filter((name) => !was.has(name)).map((name) => entry('added', name));
    const removed = [...was.keys()].filter((name) => !is.has(name)).map((name) => entry('removed', name));
    const changed = [...is]
        .filter(([name, text]) => was.has(name) && was.get(name) !== text)
        .map(([name]) => entry('changed', name));
    const listed = [...added, ...removed, ...changed];
    const reordered = listed.length === 0 && [...was.keys()].join('\n') !== [...is.keys()].join('\n');
    return reordered ? [{ change: 'moved', what: 'variables', path: [] }] : listed;
}
const named = (variables) => new Map(variables.map((variable) => [
    String(variable.key ?? variable.id),
    JSON.stringify((0,_lib_json_js__WEBPACK_IMPORTED_MODULE_0__/* .sorted */ .IP)({ ...variable, id: null })),
]));


/***/ }),

/***/ 40151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ jsonLocator),
/* harmony export */   ap: () => (/* binding */ endOfString),
/* harmony export */   t$: () => (/* binding */ positionAt)
/* harmony export */ });
/**
 * Finds the position of the value at a path in a valid JSON text; of its nearest parent when it is not there. Builds no
 * document: a collection of many megabytes costs no more than its text, and paths in its order are found in one pass.
 */
function jsonLocator(text) {
    const elements = new Map();
    let last = { offset: 0, position: { line: 1, column: 1 } };
    return (at) => {
        let offset = skipSpace(text, 0);
        for (const step of at) {
            const child = typeof step === 'string'
                ? memberOffset(text, offset, step)
                : elementOffset(text, { array: offset, elements }, step);
            if (child === undefined)
                break;
            offset = child;
        }
        const before = offset < last.offset ? undefined : last;
        last = { offset, position: positionAt(text, offset, before) };
        return last.position;
    };
}
/** Line and column of an offset, counted on from an earlier one where that is known. */
function positionAt(text, offset, earlier = { offset: 0, position: { line: 1, column: 1 } }) {
    let { line } = earlier.position;
    let start = earlier.offset - earlier.position.column + 1;
    const passed = text.slice(earlier.offset, offset);
    for (let end = passed.indexOf('\n'); end !== -1; end = passed.indexOf('\n', end + 1)) {
        line += 1;
        start = earlier.offset + end + 1;
    }
    return { line, column: offset - start + 1 };
}
function memberOffset(text, object, key) {
    if (text[object] !== '{')
        return undefined;
    for (let offset = skipSpace(text, object + 1); text[offset] === '"';) {
        const end = endOfString(text, offset);
        const value = skipSpace(text, skipSpace(text, end) + 1);
        if (JSON.parse(text.slice(offset, end)) === key)
            return value;
        offset = nextEntry(text, value);
    }
    return undefined;
}
function elementOffset(text, { array, elements }, index) {
    if (text[array] !== '[')
        return undefined;
    const known = elements.get(array);
    let { index: passed, offset } = known && known.index <= index ? known : { index: 0, offset: skipSpace(text, array + 1) };
    for (; passed < index && offset < text.length && text[offset] !== ']'; passed += 1)
        offset = nextEntry(text, offset);
    if (text[offset] === ']' || offset >= text.length)
        return undefined;
    elements.set(array, { index, offset });
    return offset;
}
/** Where the entry after a value begins, or the bracket that ends them. */
function nextEntry(text, value) {
    const end = skipSpace(text, endOfValue(text, value));
    return text[end] === ',' ? skipSpace(text, end + 1) : end;
}
function endOfValue(text, start) {
    const signs = /["[\]{},]/g;
    signs.lastIndex = start;
    let depth = 0;
    for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
        if (depth === 0 && /[\]},]/.test(sign[0]))
            return sign.index;
        if (sign[0] === '"')
            signs.lastIndex = endOfString(text, sign.index);
        else if (sign[0] !== ',')
            depth += /[[{]/.test(sign[0]) ? 1 : -1;
        if (depth === 0)
            return signs.lastIndex;
    }
    return text.length;
}
/** The offset after a string's closing quote: the first that no odd number of backslashes stands before. */
function endOfString(text, start) {
    for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
        let slashes = 0;
        while (text[quote - 1 - slashes] === '\\')
            slashes += 1;
        if (slashes % 2 === 0)
            return quote + 1;
    }
    return text.length;
}
function skipSpace(text, start) {
    const other = /[^\s]/g;
    other.lastIndex = start;
    return other.exec(text)?.index ?? text.length;
}


/***/ }),

/***/ 95194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ redactStrings)
/* harmony export */ });
/** A copy of a value in which every string has gone through `redact`; dates and numbers stay, keys stay. */
function redactStrings(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (Array.isArray(value))
        return value.map((entry) => redactStrings(entry, redact));
    if (typeof value !== 'object' || value === null || value instanceof Date)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, redactStrings(entry, redact)]));
}


/***/ }),

/***/ 59665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ FAILURE_KINDS),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   al: () => (/* binding */ inOrder)
/* harmony export */ });
/** What can go wrong in a run, as the output `failure-kinds` names it; the gate's own kinds first. */
const FAILURE_KINDS = [
    'assertion',
    'request',
    'script',
    'nothing-tested',
    'threshold',
    'timeout',
    'monitor',
    'drift',
    'secret',
    'rate-limit',
    'quota',
    'auth',
    'sync',
    'settings',
    'network',
];
const ERRORS = new Set(['rate-limit', 'quota', 'auth', 'sync', 'settings', 'network']);
/** The verdict over everything that went wrong: an error outweighs a failed gate. */
function verdictOf(kinds) {
    if (kinds.length === 0)
        return 'passed';
    return kinds.some((kind) => ERRORS.has(kind)) ? 'error' : 'failed';
}
/** The CLI's exit status: 0 passed, 1 gate failed, 2 bad settings or files, 3 Postman or the network failed. */
function exitCodeOf(kinds) {
    if (kinds.length === 0)
        return 0;
    if (verdictOf(kinds) === 'failed')
        return 1;
    return kinds.includes('settings') ? 2 : 3;
}
/** Each kind once, in the order of {@link FAILURE_KINDS}. */
const inOrder = (kinds) => {
    const present = new Set(kinds);
    return FAILURE_KINDS.filter((kind) => present.has(kind));
};


/***/ }),

/***/ 37875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B1: () => (/* binding */ renderReport)
});

// UNUSED EXPORTS: renderPlan, renderResult, renderStatus

// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(66082);
;// CONCATENATED MODULE: ./build/render/text/ansi.js
const ESC = '\u001b[';
/** The colours of a style. */
function ansiOf({ color }) {
    const sgr = (on, off) => (text) => color && text !== '' ? `${ESC}${on}m${text}${ESC}${off}m` : text;
    return { good: sgr(32, 39), bad: sgr(31, 39), warn: sgr(33, 39), dim: sgr(2, 22), bold: sgr(1, 22) };
}
/** Columns padded to the widest cell of each; the last one is left ragged. */
function columns(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.min(60, Math.max(...rows.map((row) => (row[column] ?? '').length))));
    return rows.map((row) => row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd());
}
/** Lines moved right by `spaces`. */
const indent = (lines, spaces) => lines.map((line) => (line === '' ? '' : ' '.repeat(spaces) + line));

// EXTERNAL MODULE: ./build/core/model/problem.js
var model_problem = __webpack_require__(15411);
// EXTERNAL MODULE: ./build/render/format.js
var format = __webpack_require__(14246);
// EXTERNAL MODULE: ./build/render/limits.js
var limits = __webpack_require__(1709);
// EXTERNAL MODULE: ./build/render/statistics.js
var statistics = __webpack_require__(146);
;// CONCATENATED MODULE: ./build/render/text/footer.js






/** What is left of the limits, each with a bar, and what this run took. */
function limitLines(api, style) {
    const paint = ansiOf(style);
    const rows = (0,limits/* limitRows */.X)(api, style);
    const waited = api.waitedMs > 0 ? `, ${(0,format/* duration */.p0)(api.waitedMs)} waited for limits` : '';
    if (rows.length === 0 && api.apiCalls === 0)
        return [];
    const table = columns(rows.map((row) => [row.name, (0,format/* bar */.M0)(row.share, 20), row.percent.padStart(5), row.used, row.note]));
    const shown = table.map((line, at) => paintShare(rows[at], paint)(line));
    return [paint.bold('Limits'), ...indent([...shown, `This run: ${(0,limits/* callsOf */.p)(api)}${waited}.`], 2)];
}
const paintShare = (row, paint) => row && row.share >= 1 ? paint.bad : row && row.share >= 0.8 ? paint.warn : (text) => text;
/** What is wrong, each with its place and its remedy; then what is worth knowing. */
function problemLines({ problems, errors, notices }, style) {
    const paint = ansiOf(style);
    return [
        ...notices.map(({ level, message }) => level === 'warning' ? paint.warn(`! ${(0,render_escape/* oneLine */.TN)(message)}`) : `· ${(0,render_escape/* oneLine */.TN)(message)}`),
        ...problems.flatMap((problem) => {
            const place = (0,render_escape/* oneLine */.TN)((0,model_problem/* placeOf */.$t)(problem));
            return [
                ...(place ? [place] : []),
                ...indent([paint.bad(`✗ ${(0,render_escape/* oneLine */.TN)(problem.message)}`), `  → ${(0,render_escape/* oneLine */.TN)(problem.remedy)}`], place ? 2 : 0),
            ];
        }),
        ...errors.flatMap((error) => [
            paint.bad(`✗ ${statistics/* KIND_WORDS */.Pv[error.kind]}: ${(0,render_escape/* oneLine */.TN)(error.message)}`),
            `  → ${(0,render_escape/* oneLine */.TN)(error.remedy)}`,
        ]),
    ];
}
/** The last line: the verdict and the facts beside it. */
function verdictLine(report, style) {
    const paint = ansiOf(style);
    const colour = report.verdict === 'passed' ? paint.good : paint.bad;
    const mark = report.verdict === 'passed' ? '✓' : '✗';
    const facts = [...(0,statistics/* headlineFacts */.gp)(report), (0,format/* duration */.p0)(report.durationMs)].join(' · ');
    return `${colour(paint.bold(`${mark} ${statistics/* VERDICT_WORDS */._G[report.verdict]}`))}: ${facts}`;
}

// EXTERNAL MODULE: ./build/render/difference.js
var render_difference = __webpack_require__(96830);
;// CONCATENATED MODULE: ./build/render/text/plan.js





/** The plan as lines: every pending change with its differences, the unchanged ones as a count. */
function planLines(report, style) {
    const { plan, workspace } = report;
    if (!plan)
        return [];
    const paint = ansiOf(style);
    const where = workspace ? ` for ${(0,render_escape/* oneLine */.TN)(workspace.name)}` : '';
    const pending = (0,statistics/* pendingChanges */.Pn)(plan);
    if (pending.length === 0)
        return [`${paint.bold(`Plan${where}`)}: ${inSync(plan)}`];
    return [
        paint.bold(`Plan${where}`),
        '',
        ...changeLines(pending, style),
        '',
        `${(0,statistics/* planWords */.DO)({ ...plan, applied: false })}, ${(0,statistics/* changeCounts */.Zg)(plan).unchanged} unchanged; costs ${(0,format/* plural */.LS)(plan.cost, 'API call')}.`,
    ];
}
function inSync(plan) {
    const { unchanged, drifted } = (0,statistics/* changeCounts */.Zg)(plan);
    const left = drifted > 0 ? `, ${drifted} left as changed in Postman` : '';
    return plan.changes.length === 0
        ? 'nothing to sync.'
        : `no changes, ${(0,format/* plural */.LS)(unchanged, 'resource')} in sync${left}.`;
}
function changeLines(changes, style) {
    const paint = ansiOf(style);
    const heads = columns(changes.map(({ kind, name, path }) => [kind, (0,render_escape/* oneLine */.TN)(name), (0,render_escape/* oneLine */.TN)(path)]));
    return changes.flatMap((change, at) => {
        const sign = render_difference/* ACTION_SIGNS */.mX[change.action];
        const drift = change.drifted ? paint.warn('  (changed in Postman since the last apply)') : '';
        return [`  ${paintSign(sign, paint)(`${sign} ${heads[at] ?? ''}`)}${drift}`, ...indent(diffText(change, style), 6)];
    });
}
const paintSign = (sign, paint) => sign === '+' ? paint.good : sign === '-' ? paint.bad : sign === '~' ? paint.warn : paint.dim;
/** What changes in one resource, as far as anyone reads it in a log. */
function diffText({ diff }, style) {
    const lines = diff.flatMap((difference) => differenceText(difference, style));
    const rest = lines.length - render_difference/* SHOWN_LINES */.sG;
    if (rest <= 0)
        return lines;
    return [...lines.slice(0, render_difference/* SHOWN_LINES */.sG), ansiOf(style).dim(`… and ${(0,format/* plural */.LS)(rest, 'more line')} in report.json`)];
}
function differenceText(difference, style) {
    const paint = ansiOf(style);
    const cut = (line, used) => style.width ? (0,render_escape/* shorten */.ml)(line, Math.max(20, style.width - used)) : line;
    const sign = render_difference/* DIFFERENCE_SIGNS */.$o[difference.change];
    return [
        `${paintSign(sign, paint)(sign)} ${cut((0,render_difference/* differenceWords */.XY)(difference), 8)}`,
        ...(0,render_difference/* differenceLines */.Ze)(difference).map((line) => `    ${paintSign(line.sign, paint)(cut(`${line.sign} ${line.rest}`, 10))}`),
    ];
}
/** What became of an applied plan, failures and skips with their reasons. */
function outcomeLines({ plan }, style) {
    if (!plan?.applied || (0,statistics/* pendingChanges */.Pn)(plan).length === 0)
        return [];
    const paint = ansiOf(style);
    const undone = (0,statistics/* pendingChanges */.Pn)(plan).filter(({ status }) => status === 'failed' || status === 'skipped');
    return [
        `${paint.bold('Applied')}: ${(0,statistics/* planWords */.DO)(plan)}`,
        ...undone.map(({ status, kind, name, reason }) => {
            const line = `  ${status === 'failed' ? '✗' : '○'} ${kind} ${(0,render_escape/* oneLine */.TN)(name)} ${status}${reason ? `: ${(0,render_escape/* oneLine */.TN)(reason)}` : ''}`;
            return status === 'failed' ? paint.bad(line) : paint.warn(line);
        }),
    ];
}

// EXTERNAL MODULE: ./build/render/failures.js
var failures = __webpack_require__(10382);
// EXTERNAL MODULE: ./build/render/monitors.js
var monitors = __webpack_require__(32994);
;// CONCATENATED MODULE: ./build/render/text/suites.js






/** Failures shown in full for each suite; the report has the rest. */
const SHOWN = 50;
const LONGEST_MESSAGE = 2000;
/** Every suite on a line, failed ones with their failures, each of which begins with its place in the file. */
function suiteLines({ runs }, style) {
    if (runs.length === 0)
        return [];
    const paint = ansiOf(style);
    const rows = columns(runs.map((run) => cells(run)));
    return [
        paint.bold('Suites'),
        ...runs.flatMap((run, at) => [`  ${markOf(run, paint)} ${rows[at] ?? ''}`, ...indent(detailLines(run, paint), 4)]),
    ];
}
function markOf({ status, blocking, flaky }, paint) {
    if (status === 'passed')
        return flaky ? paint.warn('✓') : paint.good('✓');
    return blocking ? paint.bad('✗') : paint.warn('✗');
}
function cells({ suite, attempt, flaky, blocking, status, earlier }) {
    const { requests, assertions } = attempt;
    const marks = [
        ...(flaky ? [`flaky: passed on run ${earlier.length + 1}`] : []),
        ...(status === 'failed' && earlier.length > 0 ? [`failed ${earlier.length + 1} times`] : []),
        ...(blocking ? [] : ['does not gate']),
    ];
    return [
        (0,render_escape/* oneLine */.TN)(suite),
        (0,format/* plural */.LS)(requests.total, 'request'),
        (0,format/* plural */.LS)(assertions.total, 'assertion') + (assertions.failed > 0 ? `, ${(0,format/* count */.U9)(assertions.failed)} failed` : ''),
        `${(0,format/* duration */.p0)(attempt.durationMs)}${marks.length > 0 ? `  (${marks.join(', ')})` : ''}`,
    ];
}
function detailLines(run, paint) {
    const told = (0,failures/* groupFailures */.B)(run.flaky ? (run.earlier.at(-1)?.failures ?? []) : run.attempt.failures, run);
    const shown = told.slice(0, SHOWN).flatMap((failure) => failureLines(failure, run.flaky ? paint.warn : paint.bad));
    const rest = told.length - SHOWN;
    return [
        ...shown,
        ...(rest > 0 ? [paint.dim(`… and ${(0,format/* plural */.LS)(rest, 'more failure')}: see the report.`)] : []),
        ...(0,failures/* groupFailures */.B)(run.attempt.warnings, run)
            .slice(0, SHOWN)
            .flatMap((warning) => failureLines(warning, paint.warn)),
    ];
}
function failureLines(group, paint) {
    const { failure } = group;
    const which = (0,failures/* whichOf */.D)(group);
    const where = (0,render_escape/* oneLine */.TN)((0,statistics/* whereOf */.de)(failure)) || statistics/* KIND_WORDS */.Pv[failure.kind];
    const message = (0,render_escape/* shorten */.ml)((0,render_escape/* harmless */.Is)(failure.message).trim(), LONGEST_MESSAGE).split('\n');
    const place = (0,render_escape/* oneLine */.TN)((0,statistics/* fileOf */.W7)(failure));
    return [
        ...(place ? [place] : []),
        ...indent([paint(which ? `${where} (${which})` : where), ...message], place ? 2 : 0),
    ];
}
/** Every monitor on a line. */
function monitorLines({ monitors }, style) {
    if (monitors.length === 0)
        return [];
    const paint = ansiOf(style);
    const rows = columns(monitors.map((monitor) => monitorCells(monitor)));
    return [
        paint.bold('Monitors'),
        ...monitors.flatMap((monitor, at) => [
            `  ${signOf(monitor, paint)} ${rows[at] ?? ''}`,
            ...(monitor.message ? [`    ${(0,render_escape/* oneLine */.TN)(monitor.message)}`] : []),
            ...pageLines(monitor),
        ]),
    ];
}
/** The page of a monitor that did not pass, where the message does not name it already. */
function pageLines(monitor) {
    const { link, message = '' } = monitor;
    return link === undefined || monitor.passed || message.includes(link) ? [] : [`    ${(0,render_escape/* oneLine */.TN)(link)}`];
}
function signOf(monitor, paint) {
    if (monitor.passed)
        return paint.good('✓');
    return monitor.blocking ? paint.bad('✗') : paint.warn('✗');
}
function monitorCells(monitor) {
    const { name, status, requests, assertions } = monitor;
    const before = (0,render_escape/* oneLine */.TN)((0,monitors/* beforeWords */.JD)(monitor));
    return [
        (0,render_escape/* oneLine */.TN)(name),
        (0,render_escape/* oneLine */.TN)(status),
        (0,format/* plural */.LS)(requests.total, 'request'),
        (0,format/* plural */.LS)(assertions.total, 'assertion') + (assertions.failed > 0 ? `, ${(0,format/* count */.U9)(assertions.failed)} failed` : ''),
        (0,monitors/* latencyOf */.Wg)(monitor),
        ...(before ? [`(before: ${before})`] : []),
        ...(0,monitors/* monitorMarks */.nN)(monitor),
    ];
}

;// CONCATENATED MODULE: ./build/render/text.js





/** Everything a person wants to read about a run, in the order of a command's work. Commands no runner. */
function renderReport(report, style) {
    if (report.command === 'status')
        return renderStatus(report, style);
    return [renderPlan(report, style), renderResult(report, style)].filter(Boolean).join('\n');
}
/** What was planned, like `terraform plan`; empty where no plan was made. Ends with a line feed; commands no runner. */
function renderPlan(report, style) {
    return assemble([planLines(report, style)]);
}
/** Everything but the plan: outcome, suites, monitors, limits, problems and, last, the verdict. Commands no runner. */
function renderResult(report, style) {
    return assemble([
        outcomeLines(report, style),
        suiteLines(report, style),
        monitorLines(report, style),
        limitLines(report.api, style),
        problemLines(report, style),
        [verdictLine(report, style)],
    ]);
}
/** Whose key it is, and every limit and operation with what is used of it; problems where there were any. */
function renderStatus(report, style) {
    const failed = report.verdict === 'passed' ? [] : [verdictLine(report, style)];
    return assemble([
        accountLines(report, style),
        limitLines(report.api, { ...style, all: true }),
        problemLines(report, style),
        failed,
    ]);
}
function accountLines({ account, workspace }, style) {
    const paint = ansiOf(style);
    return [
        ...(account ? [`${paint.bold('User')}       ${(0,render_escape/* oneLine */.TN)(account.user)}`] : []),
        ...(account?.team ? [`${paint.bold('Team')}       ${(0,render_escape/* oneLine */.TN)(account.team)}`] : []),
        ...(workspace ? [`${paint.bold('Workspace')}  ${(0,render_escape/* oneLine */.TN)(workspace.name)} (${(0,render_escape/* oneLine */.TN)(workspace.id)})`] : []),
    ];
}
/** Sections with an empty line between them, made harmless as a whole: pieces could join to a command. */
function assemble(sections) {
    const shown = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
    return shown.length === 0 ? '' : `${(0,render_escape/* disarm */.Jt)(shown.join('\n\n'))}\n`;
}


/***/ }),

/***/ 33766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ waitLine),
/* harmony export */   U: () => (/* binding */ countdownLine)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14246);

/** A wait in one line: why, and until when. */
const waitLine = (why, untilMs) => `${why}, until ${new Date(untilMs).toISOString().slice(11, 19)} UTC.`;
/** The same with the time that is left, for someone who watches. */
const countdownLine = (why, leftMs) => `${why}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(Math.ceil(leftMs / 1000) * 1000)} to go`;


/***/ }),

/***/ 91548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readRows),
/* harmony export */   t: () => (/* binding */ DataFileError)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_lib_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3870);
/* harmony import */ var _core_lib_json_positions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40151);
/* harmony import */ var _core_model_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31193);





/** A data file that cannot be used: the reason, and what to do about it. */
class DataFileError extends Error {
    name = 'DataFileError';
    reason;
    remedy;
    constructor(reason, remedy) {
        super(`${reason}. ${remedy}`);
        this.reason = reason;
        this.remedy = remedy;
    }
}
const A_ROW_EACH = 'Give it a row for each iteration.';
/** The rows of an iteration data file, CSV or JSON by what is in it; throws a DataFileError when there are none. */
async function readRows(path, folder = '') {
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, path)).catch((error) => {
        const why = error.code === 'ENOENT' ? 'it does not exist' : error.message;
        throw new DataFileError(`The data file "${path}" cannot be read: ${why}`, 'Check `iteration-data`.');
    });
    const text = decode(bytes);
    if (text.trim() === '')
        throw new DataFileError(`The data file "${path}" is empty`, A_ROW_EACH);
    const rows = /^\s*[[{]/.test(text) || path.toLowerCase().endsWith('.json') ? jsonRows(path, text) : await csvRows(path, text);
    if (rows.length === 0)
        throw new DataFileError(`The data file "${path}" has no rows`, A_ROW_EACH);
    return rows;
}
function jsonRows(path, text) {
    const value = parse(path, text);
    if (!Array.isArray(value) || !value.every((row) => (0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(row))) {
        throw new DataFileError(`The data file "${path}" is not an array of objects`, 'Write one object for each iteration.');
    }
    return value;
}
function parse(path, text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new DataFileError(`The data file "${path}" is not valid JSON: ${placed(reason(error), text)}`, 'Correct it there.');
    }
}
/** The options are Newman's own, so that a file means the same here and there. */
async function csvRows(path, text) {
    const { default: parseCsv } = await Promise.all(/* import() */[__webpack_require__.e(846), __webpack_require__.e(535)]).then(__webpack_require__.t.bind(__webpack_require__, 90535, 19));
    try {
        return parseCsv(text, {
            columns: true,
            escape: '"',
            cast: (value, { quoting }) => (quoting ? value : numberOr(value)),
            trim: true,
            relax: true,
            relax_column_count: true,
            bom: true,
        });
    }
    catch (error) {
        throw new DataFileError(`The data file "${path}" is not valid CSV: ${reason(error)}`, 'Correct it there.');
    }
}
/** What Newman takes for a number when it is not in quotes; `007` is 7. */
function numberOr(value) {
    if (/^[-+]?[1-9]\d*$/.test(value))
        return Number.parseInt(value, 10);
    return Number(value) - Number.parseFloat(value) + 1 >= 0 ? Number.parseFloat(value) : value;
}
/** UTF-8, UTF-16 with a byte order mark, or Latin-1 when it is not UTF-8. */
function decode(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return new TextDecoder('utf-16le').decode(bytes);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return bytes.toString('latin1');
    }
}
/** A parser that tells a position tells it in characters, and people look for a line. */
const placed = (why, text) => why.replace(/(?: in JSON)? at position (\d+).*/, (_, offset) => {
    const { line, column } = (0,_core_lib_json_positions_js__WEBPACK_IMPORTED_MODULE_4__/* .positionAt */ .t$)(text, Number(offset));
    return ` (line ${line}, column ${column})`;
});
const reason = (error) => (0,_core_model_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error).replace(/\.$/, '');


/***/ }),

/***/ 21042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Pl: () => (/* binding */ safeUrl),
/* harmony export */   YN: () => (/* binding */ credentialsOf),
/* harmony export */   aI: () => (/* binding */ secretKeysOf),
/* harmony export */   tV: () => (/* binding */ isSensitive)
/* harmony export */ });
/* harmony import */ var _core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3870);
/* harmony import */ var _core_model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82250);


/** Names of headers, query parameters and body fields whose values are credentials, whoever set them. */
const SENSITIVE = /auth|cookie|token|secret|passw|api[-_]?key|x-key|credential|signature|session/i;
/** Keys inside an `auth` block whose values are credentials. */
const AUTH_SECRETS = new Set([
    'password',
    'token',
    'accessToken',
    'refreshToken',
    'clientSecret',
    'secretKey',
    'sessionToken',
    'secret',
    'consumerSecret',
    'tokenSecret',
    'authKey',
    'clientToken',
    'privateKey',
    'value',
]);
/** Headers that carry nothing but a credential. */
const CREDENTIAL = /^(?:proxy-)?authorization$/i;
/** The credentials in a request's own headers, without the scheme's name: `Bearer` and `Basic` are no secrets. */
const credentialsOf = (headers) => (headers?.members ?? [])
    .filter(({ key = '' }) => CREDENTIAL.test(key))
    .map(({ value }) => String(value ?? '').replace(/^[\w-]+\s+/, ''))
    .filter((text) => text !== '');
/** Whether a header, parameter or field of that name holds a credential. */
const isSensitive = (name) => SENSITIVE.test(name);
/** The URL without user and password, and with credentials in its query blanked out. */
function safeUrl(url) {
    return url
        .replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#@]*@/i, '$1')
        .replace(/([?&])([^=&#]+)=([^&#]*)/g, (whole, mark, name) => isSensitive(name) ? `${mark}${name}=***` : whole);
}
/** Everything of a suite that must not be seen: its variables, values marked secret, credentials written out in `auth`. */
function secretsOf({ variables, environment, globals, collection, options }) {
    const scopes = [environment?.file.content, globals].map((scope) => scope?.values);
    const marked = [...scopes, collection.content.variable].flatMap((values) => (0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsOf */ .iZ)(values)).filter(isMarked);
    const texts = [
        ...marked.map(({ value }) => (0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(value)),
        ...authTexts(collection.content),
        options.sslClientPassphrase,
    ];
    return [...variables.values(), ...texts.filter((text) => text !== undefined).map((text) => new _core_model_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(text))];
}
/** Keys of the variables whose values are secret, whatever a script sets them to. */
function secretKeysOf({ variables, environment, globals, collection }) {
    const marked = [environment?.file.content.values, globals?.values, collection.content.variable]
        .flatMap((values) => (0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsOf */ .iZ)(values))
        .filter(isMarked);
    return [
        ...new Set([...variables.keys(), ...marked.map(({ key }) => (0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(key)).filter((key) => key !== undefined)]),
    ];
}
const isMarked = (variable) => variable.type === 'secret' || variable.secret === true;
/** Literal credentials inside the `auth` blocks of a collection; those that only name a variable are none. */
function authTexts(value) {
    if (Array.isArray(value))
        return value.flatMap((entry) => authTexts(entry));
    if (!(0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return [];
    return Object.entries(value).flatMap(([key, entry]) => {
        if (key === 'auth' && (0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(entry))
            return Object.values(entry).flatMap((parameters) => credentialsIn(parameters));
        return key === 'item' || key === 'request' ? authTexts(entry) : [];
    });
}
/** Version 2.1 lists parameters as key and value, version 2.0 has an object. */
function credentialsIn(parameters) {
    const pairs = Array.isArray(parameters)
        ? (0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsOf */ .iZ)(parameters).map(({ key, value }) => [key, value])
        : Object.entries((0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(parameters) ? parameters : {});
    return pairs.flatMap(([key, value]) => {
        const text = (0,_core_lib_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(value);
        return typeof key === 'string' && AUTH_SECRETS.has(key) && text && !text.includes('{{') ? [text] : [];
    });
}


/***/ }),

/***/ 69909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ execute)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/core/lib/redact-strings.js
var redact_strings = __webpack_require__(95194);
// EXTERNAL MODULE: ./build/core/model/problem.js
var model_problem = __webpack_require__(15411);
// EXTERNAL MODULE: ./build/core/model/secret.js
var secret = __webpack_require__(82250);
// EXTERNAL MODULE: ./build/core/lib/json.js
var json = __webpack_require__(3870);
// EXTERNAL MODULE: ./build/core/model/errors.js
var errors = __webpack_require__(31193);
// EXTERNAL MODULE: ./build/core/model/verdict.js
var verdict = __webpack_require__(59665);
// EXTERNAL MODULE: ./build/core/model/limits.js
var limits = __webpack_require__(99270);
;// CONCATENATED MODULE: ./build/core/plan/budget.js


/** The error that keeps a sync from starting, where the month cannot carry its calls; undefined where it can, or where Postman said nothing of a month. */
function quotaRefusal(cost, quota, { quotaStopAt }) {
    const calls = cost.writes + runCalls(cost);
    if (!quota || calls === 0 || (0,limits/* isUnlimited */.Ul)(quota.limit ?? 0))
        return undefined;
    const { limit, remaining } = quota;
    const left = limit === undefined ? remaining : Math.floor(limit * quotaStopAt + ROUNDING) - (limit - remaining);
    if (calls <= left)
        return undefined;
    const used = limit === undefined ? `${remaining} are left` : `${limit - remaining} of ${limit} are used`;
    const stop = quotaStopAt < 1 && limit !== undefined ? `, and quota-stop-at allows ${left + limit - remaining}` : '';
    return new errors/* PostmanError */.Bk({
        code: 'quota-exhausted',
        message: `${costWords(cost)}, ${calls - left} more than the month has left (${used}${stop}). Nothing was written.`,
        remedy: 'Wait for the next month, apply fewer files at once, raise quota-stop-at, or ask a team admin for a larger plan.',
    });
}
/** What binary fractions lack: 58% of 100 is 58. */
const ROUNDING = 1e-6;
/** A monitor that is run takes a look at its last run, the start, and a look at its end at least; the usage is asked for once. */
const runCalls = ({ monitors }) => (monitors === 0 ? 0 : 1 + 3 * monitors);
function costWords(cost) {
    const runs = `running ${cost.monitors === 1 ? 'the monitor' : `the ${cost.monitors} monitors`}`;
    if (cost.writes === 0)
        return `R${runs.slice(1)} takes at least ${runCalls(cost)} API calls`;
    return `Applying the plan takes ${cost.writes} API calls${cost.monitors === 0 ? '' : ` and ${runs} at least ${runCalls(cost)}`}`;
}
/** The warning from `quota-warn-at` on. */
function quotaNotices(api, { quotaWarnAt }) {
    const { limit = 0, used = 0, remaining = 0 } = (0,limits/* quotaOf */.Ot)(api) ?? {};
    if (limit === 0 || (0,limits/* isUnlimited */.Ul)(limit) || used / limit < quotaWarnAt)
        return [];
    const percent = Math.floor((used / limit) * 100);
    return [
        {
            level: 'warning',
            message: `${percent}% of the monthly quota of Postman API calls is used: ${used} of ${limit}, ${remaining} left.`,
        },
    ];
}
const monitored = (usage) => usage.find(({ name, limit }) => name === 'monitor_request_runs' && !(0,limits/* isUnlimited */.Ul)(limit));
/** The error that keeps monitors from being run, where the month cannot carry them; a plan that is beyond its limit already pays for more. */
function monitorRefusal(cost, usage, { quotaStopAt }) {
    const entry = monitored(usage);
    if (!entry || entry.overage > 0 || cost.monitors === 0)
        return undefined;
    const allowed = Math.floor(entry.limit * quotaStopAt);
    const left = Math.max(0, allowed - entry.usage);
    if (left >= Math.max(1, cost.requests))
        return undefined;
    const stop = quotaStopAt < 1 ? `, and quota-stop-at allows ${allowed}` : '';
    const runs = cost.monitors === 1 ? 'Running the monitor' : `Running the ${cost.monitors} monitors`;
    return new errors/* PostmanError */.Bk({
        code: 'quota-exhausted',
        message: `${runs} takes about ${cost.requests} monitored requests (requests × regions), and the month has ${left} left (${entry.usage} of ${entry.limit} are used${stop}). No monitor was run.`,
        remedy: 'Wait for the next month, run fewer monitors or regions, raise quota-stop-at, or ask a team admin for a larger plan.',
    });
}
/** The warning before monitors are run: from `quota-warn-at` on, and where they are paid for by themselves. */
function monitorNotices(cost, usage, { quotaWarnAt }) {
    const entry = monitored(usage);
    if (!entry || entry.limit === 0 || (entry.usage + cost.requests) / entry.limit < quotaWarnAt)
        return [];
    const beyond = entry.overage > 0 ? `, ${entry.overage} of them beyond the plan` : '';
    const message = `Of the month's ${entry.limit} monitored requests ${entry.usage} were used before this run${beyond}; it takes about ${cost.requests}.`;
    return [{ level: 'warning', message }];
}

;// CONCATENATED MODULE: ./build/core/plan/change.js
/** The name of the resource that a change is about. */
const nameOf = (change) => ('after' in change ? change.after.name : change.before.name);
/** The source path of the resource that a change is about. */
const pathOf = (change) => ('after' in change ? change.after.file.path : change.path);
/** The kind of the resource that a change is about. */
const kindOf = (change) => 'after' in change ? change.after.kind : change.before.kind;
/** The uid, where the resource already has one. */
const uidOf = (change) => ('before' in change ? change.before.uid : undefined);
/** Why a change cannot even be planned. */
const unreadOf = (change) => change.action === 'none' ? change.unread : undefined;
/** Whether the resource was changed in Postman since the last apply. */
const isDrifted = (change) => change.action !== 'create' && change.drifted;

;// CONCATENATED MODULE: ./build/core/report/results.js

/** The result of a step that did nothing. */
const NOTHING = { notices: [], errors: [] };
/** The result of a step that ended with an exception. */
const failedStep = (error) => ({ notices: [], errors: [error] });
/** The problems in the user's material among the errors. */
const problemsIn = (errors) => errors.flatMap((error) => (error instanceof model_problem/* ProblemsError */.FQ ? error.problems : []));

;// CONCATENATED MODULE: ./build/core/report/build-report.js







/** The report of a run, whatever became of it. */
function buildReport({ run, policy, result, api: calls }) {
    const { sync, tests } = result;
    const steps = [result, sync, tests].filter((step) => step !== undefined);
    const thrown = steps.flatMap((step) => step.errors);
    const problems = problemsIn(thrown);
    const errors = errorsOf(thrown, result);
    const account = steps.map((step) => step.account).find((known) => known !== undefined);
    const api = { ...calls, usage: account?.usage ?? [] };
    const kinds = (0,verdict/* inOrder */.al)([
        ...problems.map(kindOfProblem),
        ...errors.map((error) => error.kind),
        ...(policy?.onDrift === 'fail' ? driftKinds(sync) : []),
        ...(tests ? gateKinds(tests) : []),
    ]);
    return (0,json/* omitUndefined */.Oy)({
        version: 2,
        tool: { name: 'postman-sync', version: run.version },
        command: run.command,
        project: run.project,
        workspace: sync?.workspace,
        account: account && ownerOf(account),
        commit: run.commit,
        startedAt: run.startedAt,
        durationMs: run.endedAt - run.startedAt,
        verdict: (0,verdict/* verdictOf */.Vj)(kinds),
        failureKinds: kinds,
        problems,
        errors,
        notices: [...steps.flatMap((step) => step.notices), ...(policy ? quotaNotices(api, policy) : [])],
        plan: sync?.plan && reportPlan(sync.plan, sync.outcomes),
        runs: tests?.runs ?? [],
        monitors: tests?.monitors ?? [],
        api,
    });
}
const ownerOf = ({ user, team }) => (0,json/* omitUndefined */.Oy)({ user, team });
const kindOfProblem = (problem) => problem.kind ?? 'settings';
/** What was thrown, and the error of each failed change; each message once. */
function errorsOf(thrown, { sync, tests }) {
    const failures = sync?.outcomes?.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.error] : [])) ?? [];
    const unread = sync?.plan?.changes.flatMap((change) => unreadOf(change) ?? []) ?? [];
    const others = thrown.filter((error) => !(error instanceof model_problem/* ProblemsError */.FQ));
    const reported = [...others, ...unread, ...failures].map(reportError);
    const all = tests?.nothingToRun ? [...reported, NOTHING_TO_RUN] : reported;
    return [...new Map(all.map((error) => [error.message, error])).values()];
}
const NOTHING_TO_RUN = {
    kind: 'nothing-tested',
    message: 'No collection was found, so nothing was tested.',
    remedy: 'Name collections to test, or say run: none; strict: false makes this pass.',
};
const KIND_OF_CODE = {
    unauthorized: 'auth',
    forbidden: 'auth',
    'not-found': 'sync',
    'rate-limited': 'rate-limit',
    'quota-exhausted': 'quota',
    invalid: 'sync',
    conflict: 'sync',
    'too-large': 'sync',
    unavailable: 'network',
    'outcome-unknown': 'sync',
    stopped: 'sync',
};
function reportError(error) {
    if (error instanceof errors/* PostmanError */.Bk)
        return { kind: KIND_OF_CODE[error.code], message: error.message, remedy: error.remedy };
    if (error instanceof errors/* OutsideError */.Cp)
        return { kind: error.kind, message: error.message, remedy: error.remedy };
    const said = (0,errors/* messageOf */.bD)(error);
    return {
        kind: 'sync',
        message: `postman-sync itself failed: ${said}`,
        remedy: 'This is a defect: please report it with the command and this message.',
    };
}
const driftKinds = (sync) => sync?.plan?.changes.some(isDrifted) ? ['drift'] : [];
function gateKinds({ runs, monitors }) {
    const suites = runs.filter((run) => run.blocking && run.status === 'failed');
    const failed = monitors.filter(({ blocking, passed }) => blocking && !passed);
    return [
        ...suites.flatMap((run) => run.attempt.failures.map((failure) => failure.kind)),
        ...failed.flatMap(({ status }) => status === 'timeout' ? ['timeout', 'monitor'] : ['monitor']),
    ];
}
function reportPlan(plan, outcomes) {
    const byChange = new Map(outcomes?.map((outcome) => [outcome.change, outcome]));
    return {
        applied: outcomes !== undefined,
        cost: plan.cost,
        changes: plan.changes.map((change) => reportChange(change, byChange.get(change))),
    };
}
function reportChange(change, outcome) {
    return (0,json/* omitUndefined */.Oy)({
        action: change.action,
        kind: kindOf(change),
        name: nameOf(change),
        path: pathOf(change),
        uid: outcome?.status === 'applied' ? outcome.uid : uidOf(change),
        drifted: isDrifted(change),
        diff: 'diff' in change ? change.diff : [],
        status: statusOf(change, outcome),
        reason: reasonOf(change, outcome),
    });
}
function statusOf(change, outcome) {
    if (unreadOf(change))
        return 'failed';
    if (!outcome)
        return 'planned';
    return change.action === 'none' ? 'applied' : outcome.status;
}
const REASONS = {
    'plan-only': 'this was a plan only',
    quota: 'the monthly quota does not allow it',
    drift: 'a resource was changed in Postman (on-drift: fail)',
    'earlier-failure': 'an earlier failure made it pointless',
    stopped: 'the run was stopped from outside before',
};
function reasonOf(change, outcome) {
    const error = outcome?.status === 'failed' ? outcome.error : unreadOf(change);
    if (error)
        return error.message;
    return outcome?.status === 'skipped' && change.action !== 'none' ? REASONS[outcome.reason] : undefined;
}

// EXTERNAL MODULE: ./build/settings/parse.js + 14 modules
var parse = __webpack_require__(62229);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/core/kinds/fingerprint.js


/**
 * The hash of a resource's canonical form. Ids, owners, timestamps, nulls and the order of keys do not count; everything
 * else does, unknown fields included. Equal content has equal fingerprints on every machine.
 */
const fingerprint = (kind, content) => hash(kind.canonical(content));
/**
 * What is recorded of what was sent: its fingerprint. Of a kind whose files leave some of it to Postman, one for each
 * setting that `by` mentions: what Postman makes of the others is no drift.
 */
function fingerprintOfSent(kind, content, by = content) {
    if (!kind.mentioned)
        return fingerprint(kind, content);
    const canonical = kind.canonical(content);
    return kind
        .mentioned(by)
        .map((key) => `${key}=${partHash(canonical[key])}`)
        .join(';');
}
/** Whether what is in Postman still is what was recorded of it. */
function isAsSent(kind, sent, content) {
    if (!kind.mentioned || !sent.includes('='))
        return sent === fingerprint(kind, content);
    const canonical = kind.canonical(content);
    return sent.split(';').every((part) => {
        const [key = '', hashed] = part.split('=');
        return hashed === partHash(canonical[key]);
    });
}
const PART_LENGTH = 11;
const partHash = (value) => hash(value ?? null).slice(0, PART_LENGTH);
const hash = (value) => (0,external_node_crypto_.createHash)('sha256')
    .update(JSON.stringify((0,json/* sorted */.IP)(value)))
    .digest('base64url');

// EXTERNAL MODULE: ./build/core/kinds/index.js + 15 modules
var core_kinds = __webpack_require__(47134);
// EXTERNAL MODULE: ./build/core/kinds/variables.js
var variables = __webpack_require__(61123);
// EXTERNAL MODULE: ./build/core/model/ids.js
var model_ids = __webpack_require__(29930);
;// CONCATENATED MODULE: ./build/core/model/resource.js
/** Where a value of a source stands, for a problem with it. */
const placeIn = (file, at) => ({
    path: file.document ?? file.path,
    position: file.locate(at),
});
/** Where a resource is pinned; its source, where nobody knows. */
const pinPlace = ({ pinned, file }) => pinned?.place ?? placeIn(file, []);
/** Where the name of a resource stands. */
const namePlace = ({ kind, file }) => placeIn(file, kind === 'collection' ? ['info', 'name'] : ['name']);

;// CONCATENATED MODULE: ./build/core/kinds/resolve-reference.js


/** The resource that a name, path or id in the configuration means; a problem where no file holds it. */
function resolveReference(kind, wanted, { resources, by, place, base, problems }) {
    const candidates = resources.filter((one) => one.kind === kind);
    const found = candidates.find((one) => isMeant(one, { wanted, base }));
    if (found)
        return found;
    const names = candidates.map((one) => `"${one.name}"`).join(', ') || 'none';
    problems.push({
        message: `${by ? `${by} names` : `${kind} names`} the ${kind} "${wanted}", and no file holds it`,
        remedy: `Name one of the ${kind}s that were read: ${names}.`,
        ...place,
    });
    return undefined;
}
function isMeant(one, { wanted, base }) {
    const path = wanted.replace(/\\/g, '/').replace(/^\.\//, '');
    const paths = base ? [path, `${base}/${path}`] : [path];
    const id = core_kinds/* KINDS */.G[one.kind].idOf(one.content);
    return one.name === wanted || paths.includes(one.file.path) || (id !== undefined && (0,model_ids/* bareId */.yW)(id) === (0,model_ids/* bareId */.yW)(wanted));
}

;// CONCATENATED MODULE: ./build/core/plan/references.js
/** The content with the uids of what it refers to; where there is none yet, the source path stands in its place. */
function bind({ content, refers }, uids = new Map()) {
    const bound = Object.entries(refers ?? {}).map(([key, path]) => [key, uids.get(path) ?? path]);
    return { ...content, ...Object.fromEntries(bound) };
}
/** Source paths that a resource refers to and that have no resource yet. */
const unbound = ({ refers }, uids) => Object.values(refers ?? {}).filter((path) => !uids.has(path));

;// CONCATENATED MODULE: ./build/core/plan/build-monitors.js





/** Names the monitors that the configuration wants, or says what they name and nobody has. */
function buildMonitors(requests, resources) {
    const problems = [];
    const monitors = requests.map((request) => monitorOf(request, refersOf(request, { resources, problems })));
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: monitors };
}
function refersOf(request, { resources, problems }) {
    const { name, collection, environment, document, base } = request;
    const search = (kind, wanted) => {
        const place = { path: document, position: request.locate([kind]) };
        return resolveReference(kind, wanted, { resources, by: `The monitor "${name}"`, place, base, problems })?.file.path;
    };
    return (0,json/* omitUndefined */.Oy)({
        collection: search('collection', collection),
        environment: environment === undefined ? undefined : search('environment', environment),
    });
}
function monitorOf(request, refers) {
    const { name, pinned } = request;
    const content = { name, ...request.content };
    return (0,json/* omitUndefined */.Oy)({
        kind: 'monitor',
        name,
        file: sourceOf(request, content),
        content,
        refers,
        fingerprint: fingerprint(core_kinds/* KINDS */.G.monitor, bind({ content, refers })),
        pinned: pinned && { uid: pinned, place: { path: request.document, position: request.locate(['uid']) } },
    });
}
const sourceOf = ({ name, document, locate }, content) => ({
    path: `${document}#monitors/${name}`,
    document,
    content,
    bytes: JSON.stringify(content).length,
    locate,
});

;// CONCATENATED MODULE: ./build/core/plan/desired.js







/** Checks the files and names what they and the configuration want to exist, or says everything that is wrong with them. */
function buildDesiredState(loaded, declared = []) {
    const complaints = loaded.flatMap(complaintsOf);
    const files = loaded.flatMap((one) => resourceOf(one) ?? []);
    const monitors = buildMonitors(declared, files);
    const resources = [...files, ...(monitors.ok ? monitors.value : [])];
    const wrong = monitors.ok ? [] : monitors.problems;
    const problems = [...complaints, ...wrong, ...sharedNames(resources), ...sharedIds(resources)];
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { resources } };
}
function complaintsOf({ kind, file }) {
    return core_kinds/* KINDS */.G[kind].check(file.content).map(({ at, message, remedy }) => ({
        message,
        remedy,
        ...placeIn(file, at),
    }));
}
function resourceOf({ kind, file, pinned, uploads }) {
    const name = core_kinds/* KINDS */.G[kind].name(file.content);
    if (name === undefined)
        return undefined;
    const content = uploads ? (0,variables/* withValues */.tV)(file.content, uploads) : file.content;
    return (0,json/* omitUndefined */.Oy)({
        kind,
        name,
        file,
        content,
        fingerprint: fingerprint(core_kinds/* KINDS */.G[kind], content),
        pinned,
    });
}
/** Postman allows two resources of one name; a repository that has them could not tell them apart. */
function sharedNames(resources) {
    return repeated(resources, (one) => `${one.kind} ${one.name}`).map(([first, again]) => ({
        message: `The ${again.kind} "${again.name}" stands in ${first.file.path} already`,
        remedy: 'Rename one of them, or take one of the files out of the globs.',
        ...namePlace(again),
    }));
}
/** Two files for one resource: the second would overwrite what the first has written. */
function sharedIds(resources) {
    const identity = ({ kind, pinned, file }) => {
        const id = pinned?.uid ?? core_kinds/* KINDS */.G[kind].idOf(file.content);
        return id === undefined ? undefined : (0,model_ids/* bareId */.yW)(id);
    };
    return repeated(resources, identity).map(([first, again]) => ({
        message: `${again.file.path} and ${first.file.path} are the same ${again.kind} (${identity(again)})`,
        ...(again.pinned
            ? { remedy: 'Correct the uid of one of them in the configuration.', ...pinPlace(again) }
            : {
                remedy: 'Keep one of them, or give the copy an identity of its own by removing its id.',
                ...placeIn(again.file, again.kind === 'collection' ? ['info', '_postman_id'] : ['id']),
            }),
    }));
}
/** Each entry whose key another one had before, with that one. */
function repeated(entries, keyOf) {
    const first = new Map();
    return entries.flatMap((entry) => {
        const key = keyOf(entry);
        if (key === undefined)
            return [];
        const earlier = first.get(key);
        if (earlier === undefined)
            first.set(key, entry);
        return earlier === undefined ? [] : [[earlier, entry]];
    });
}

;// CONCATENATED MODULE: ./build/core/suites/build-suites.js


/** Puts suites together from the files they name, or says which names are wrong. */
function buildSuites(requests, sources) {
    const problems = [];
    const suites = requests.flatMap((request) => {
        const search = { ...request, by: request.place && `The suite "${request.name}"`, ...sources, problems };
        const collection = resolveReference('collection', request.collection, search);
        const environment = request.environment === undefined ? undefined : resolveReference('environment', request.environment, search);
        return collection ? [suiteOf(request, { collection, environment, sources })] : [];
    });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: suites };
}
function suiteOf(request, { collection, environment, sources }) {
    const globals = sources.resources.find((one) => one.kind === 'globals');
    const values = environment ? sources.runValues.get(environment.file.path) : undefined;
    return (0,json/* omitUndefined */.Oy)({
        name: request.name,
        collection: collection.file,
        environment: environment && { name: environment.name, file: environment.file },
        globals: globals?.content,
        variables: new Map([...(values ?? []), ...request.variables]),
        options: request.options,
        retries: request.retries,
        blocking: request.blocking,
        thresholds: request.thresholds,
        place: request.place,
    });
}

;// CONCATENATED MODULE: ./build/sync/suites.js


/**
 * The suites of a run: those of the configuration, or every collection with the one environment there is; and its
 * monitors. Throws a ProblemsError where something that was asked for does not exist.
 */
function chooseSuites(run, { resources, material }) {
    const all = { newman: run.suites ?? implied(run, resources), monitors: run.monitorSuites };
    const [requests, monitors] = [run.newman ? all.newman : [], run.monitors ? all.monitors : []];
    if (run.monitors && monitors.length === 0)
        throw new model_problem/* ProblemsError */.FQ([NO_MONITORS]);
    checkOnly(run, all);
    const chosen = (all) => run.only.length === 0 ? all : all.filter(({ name }) => run.only.includes(name));
    const suites = (0,model_problem/* orThrow */.aU)(buildSuites(chosen(requests), { resources, runValues: material.runValues }));
    return { suites, monitors: chosen(monitors) };
}
const NO_MONITORS = {
    message: 'run: monitors are to be run, and the configuration declares none',
    remedy: 'Declare them under monitors, or take monitors out of run.',
};
function implied(run, resources) {
    const environments = resources.filter((one) => one.kind === 'environment');
    const only = environments.length === 1 ? environments[0]?.file.path : undefined;
    const environment = run.environment ?? only;
    return resources
        .filter((one) => one.kind === 'collection')
        .map((one) => ({
        ...run.defaults,
        name: one.name,
        collection: one.file.path,
        blocking: true,
        ...(environment === undefined ? {} : { environment }),
    }));
}
function checkOnly(run, all) {
    const problems = run.only.flatMap((name) => {
        const runners = ['newman', 'monitors'].filter((one) => all[one].some((suite) => suite.name === name));
        const [runner] = runners;
        if (runners.some((one) => run[one]))
            return [];
        return [runner ? notRun(name, runner) : unknown(name, [...all.newman, ...all.monitors])];
    });
    if (problems.length > 0)
        throw new model_problem/* ProblemsError */.FQ(problems);
}
const notRun = (name, runner) => ({
    message: `suite: "${name}" is a suite of ${runner}, and run does not name ${runner}`,
    remedy: `Add ${runner} to run, or leave the suite out.`,
});
const unknown = (name, suites) => ({
    message: `suite: there is no suite "${name}"`,
    remedy: `Name one of ${suites.map((suite) => `"${suite.name}"`).join(', ')}.`,
});

;// CONCATENATED MODULE: ./build/sync/read-repository.js



/** Reads the files and checks that every suite can run with them. Throws a ProblemsError before anything is sent. */
async function readRepository(settings, { files, runner, signal }) {
    const material = await files.read(settings.files);
    const desired = desiredOf(material, settings);
    const { suites, monitors } = chooseSuites(settings.run, { resources: desired.resources, material });
    const policy = policyOf(settings, signal);
    const problems = await runner.check(suites, policy);
    if (problems.length > 0)
        throw new model_problem/* ProblemsError */.FQ(problems);
    return { material, desired, suites, monitors, policy };
}
/** The desired state, or every problem with finding, parsing and understanding the files, at once. */
function desiredOf({ loaded, problems }, settings) {
    const desired = buildDesiredState(loaded, settings.monitors);
    if (problems.length > 0)
        throw new model_problem/* ProblemsError */.FQ([...problems, ...(desired.ok ? [] : desired.problems)]);
    return (0,model_problem/* orThrow */.aU)(desired);
}
function policyOf({ run, report }, signal) {
    const { parallel, strict, waitFor, waitForTimeoutMs } = run;
    const policy = { parallel, strict, waitFor, waitForTimeoutMs, reporters: report.external, reportDir: report.dir };
    return { ...policy, ...(signal ? { signal } : {}) };
}

;// CONCATENATED MODULE: ./build/core/suites/monitor-run.js

/** The latest run that a monitor's own answer tells of. */
function lastRunOf({ lastRun }) {
    if (!(0,json/* isObject */.Gv)(lastRun))
        return undefined;
    return (0,json/* omitUndefined */.Oy)({
        status: (0,json/* textOf */.b6)(lastRun.status) ?? 'unknown',
        jobId: (0,json/* textOf */.b6)(lastRun.jobId),
        startedAt: dateOf(lastRun.startedAt),
        finishedAt: dateOf(lastRun.finishedAt),
        stats: (0,json/* isObject */.Gv)(lastRun.stats) ? numbersOf(lastRun.stats) : undefined,
    });
}
function dateOf(value) {
    const time = Date.parse((0,json/* textOf */.b6)(value) ?? '');
    return Number.isNaN(time) ? undefined : new Date(time);
}
function numbersOf(stats) {
    const tally = (value) => ({
        total: (0,json/* isObject */.Gv)(value) ? amountOf(value.total) : 0,
        failed: (0,json/* isObject */.Gv)(value) ? amountOf(value.failed) : 0,
    });
    return (0,json/* omitUndefined */.Oy)({
        assertions: tally(stats.assertions),
        requests: tally(stats.requests),
        latencyMs: typeof stats.responseLatency === 'number' ? stats.responseLatency : undefined,
    });
}
const amountOf = (value) => (typeof value === 'number' ? value : 0);
/** How far two of the server's clocks may tell the same moment apart. */
const BLUR_MS = 10_000;
/** Whether the latest run is the one that was started, and over. Where Postman tells no job id, it is the next one after the one before. */
function isOver(run, { before, started }) {
    if (!run?.finishedAt || run.status.toLowerCase() === 'running')
        return false;
    if (started.jobId !== undefined && run.jobId === started.jobId)
        return true;
    if (before && isSame(run, before))
        return false;
    // A run of another job may be a scheduled one: it is ours only if it did not begin before.
    const blurMs = started.jobId !== undefined && run.jobId !== undefined ? 0 : BLUR_MS;
    const earliest = (started.startedAt?.getTime() ?? Number.NEGATIVE_INFINITY) - blurMs;
    return !run.startedAt || run.startedAt.getTime() >= earliest;
}
function isSame(a, b) {
    if (a.jobId !== undefined && b.jobId !== undefined)
        return a.jobId === b.jobId;
    if (a.startedAt && b.startedAt)
        return a.startedAt.getTime() === b.startedAt.getTime();
    return a.finishedAt?.getTime() === b.finishedAt?.getTime();
}
/** Why a finished run is not a pass; empty when it is one. The length of Postman's list of failures tells nothing. */
function shortcomings({ status, stats }, { strict }) {
    const { assertions, requests } = stats ?? { assertions: NONE, requests: NONE };
    return [
        ...(status.toLowerCase() === 'success' ? [] : [`Postman says "${status}"`]),
        ...(assertions.failed > 0 ? [`${assertions.failed} of ${assertions.total} assertions failed`] : []),
        ...(requests.failed > 0 ? [`${requests.failed} of ${requests.total} requests failed`] : []),
        ...(strict && !stats ? ['Postman told no numbers of the run'] : []),
        ...(strict && stats && requests.total === 0 ? ['nothing was requested'] : []),
        ...(strict && stats && requests.total > 0 && assertions.total === 0 ? ['nothing was asserted'] : []),
    ];
}
const NONE = { total: 0, failed: 0 };
/** Requests that a run of a collection sends at least once each, in every region. */
const requestsOf = (collection, regions) => leaves(collection.item) * Math.max(1, regions);
function leaves(items) {
    if (!Array.isArray(items))
        return 0;
    return items.reduce((sum, item) => sum + ((0,json/* isObject */.Gv)(item) && 'item' in item ? leaves(item.item) : 1), 0);
}

;// CONCATENATED MODULE: ./build/core/suites/monitor-result.js



const NO_NUMBERS = { assertions: { total: 0, failed: 0 }, requests: { total: 0, failed: 0 } };
/** The page of a monitor in Postman. */
const linkTo = (workspace, uid) => `https://go.postman.co/workspace/${encodeURIComponent(workspace)}/monitor/${encodeURIComponent((0,model_ids/* bareId */.yW)(uid))}`;
/** What a finished run came to: Postman's word and its numbers decide. */
function finishedResult({ name, uid, blocking }, { run, before, link, strict, }) {
    const reasons = shortcomings(run, { strict });
    const { startedAt, finishedAt } = run;
    return (0,json/* omitUndefined */.Oy)({
        name,
        uid,
        blocking,
        link,
        status: run.status,
        passed: reasons.length === 0,
        ...(run.stats ?? NO_NUMBERS),
        message: reasons.length === 0 ? undefined : `${reasons.join('; ')}.`,
        durationMs: startedAt && finishedAt ? Math.max(0, finishedAt.getTime() - startedAt.getTime()) : undefined,
        before: before?.stats && { status: before.status, ...before.stats },
    });
}
/** What is to be told of a run whose end nobody has seen, or that never began. */
const unfinishedResult = ({ name, uid, blocking }, { status, message, link, }) => (0,json/* omitUndefined */.Oy)({ name, uid, blocking, status, passed: false, ...NO_NUMBERS, message, link });

;// CONCATENATED MODULE: ./build/sync/concurrency.js
/** Maps entries with at most `limit` at once; results keep the order. The first error stops what has not begun and is thrown. */
async function mapLimited(entries, limit, map) {
    const results = [];
    const queue = entries.entries();
    let failed = false;
    const worker = async () => {
        for (const [index, entry] of queue) {
            if (failed)
                return;
            try {
                results[index] = await map(entry);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, entries.length) }, worker));
    return results;
}

;// CONCATENATED MODULE: ./build/sync/monitor-run.js


/** Pauses between looks at a run: each half as long again as the one before. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 20_000;
const GROWTH = 1.5;
/** The run before, where there can be one; resolves when it is the monitor's turn to be started. */
async function prepareRun(monitor, options) {
    const { turnstile, isNew, signal } = options;
    const before = isNew ? undefined : await look(monitor, options);
    await turnstile.run(() => Promise.resolve(), signal);
    return before;
}
/**
 * Starts a run; throws where it was not started. A start that nobody knows the outcome of is waited for like any other:
 * to start it again could run it twice. Its answer may take minutes; nobody else has to wait for that.
 */
async function startRun(monitor, { postman }) {
    try {
        return await postman.startMonitor(monitor);
    }
    catch (error) {
        if (error instanceof errors/* PostmanError */.Bk && error.code === 'outcome-unknown')
            return {};
        throw error;
    }
}
/** Waits for the end of a run; undefined where it did not end in time. */
async function endOfRun(monitor, begun, options) {
    const { clock, timeoutMs, signal } = options;
    const deadlineMs = clock.now() + timeoutMs;
    for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS)) {
        await clock.sleep(Math.max(0, Math.min(pauseMs, deadlineMs - clock.now())), signal);
        const run = await look(monitor, options);
        if (isOver(run, begun))
            return run;
        if (clock.now() >= deadlineMs)
            return undefined;
    }
}
const look = async (monitor, { postman, turnstile, signal }) => lastRunOf(await turnstile.run(() => postman.fetch(monitor), signal));

;// CONCATENATED MODULE: ./build/sync/monitor-target.js


/** The monitor that a suite names, as it is in Postman by now. */
function targetOf({ monitor, blocking, timeoutMs }, { desired, outcomes }) {
    const resource = desired.resources.find(({ kind, name }) => kind === 'monitor' && name === monitor);
    const ends = new Map(outcomes.filter(({ change }) => change.action !== 'delete').map((outcome) => [pathOf(outcome.change), outcome]));
    const end = ends.get(resource?.file.path ?? '');
    const uid = end?.status === 'applied' ? end.uid : end && uidOf(end.change);
    const needed = resource ? [resource.file.path, ...Object.values(resource.refers ?? {})] : [];
    const behind = desired.resources.find(({ file }) => needed.includes(file.path) && !isInStep(ends.get(file.path)));
    const obstacle = behind && `the ${behind.kind} "${behind.name}" is not in step with the repository`;
    const isNew = end?.change.action === 'create';
    return { name: monitor, uid: uid ?? '', blocking, isNew, timeoutMs, resource, ...(obstacle ? { obstacle } : {}) };
}
const isInStep = (outcome) => outcome !== undefined &&
    outcome.status !== 'failed' &&
    (outcome.status === 'applied' || outcome.change.action === 'none');
/** What running them takes, as far as the files tell. */
function costOf(targets, { desired }) {
    const contents = new Map(desired.resources.map(({ file, content }) => [file.path, content]));
    const requests = targets.map(({ resource }) => {
        const regions = resource?.content.distribution;
        return requestsOf(contents.get(resource?.refers?.collection ?? '') ?? {}, Array.isArray(regions) ? regions.length : 1);
    });
    return { monitors: targets.length, requests: requests.reduce((sum, one) => sum + one, 0) };
}

;// CONCATENATED MODULE: ./build/sync/throttle.js
/** Lets one caller through at a time: each a given time after the one before has begun, and not before that has ended. */
class Throttle {
    #clock;
    #gapMs;
    #opensAtMs = Number.NEGATIVE_INFINITY;
    #free = Promise.resolve();
    constructor(clock, gapMs) {
        this.#clock = clock;
        this.#gapMs = gapMs;
    }
    /** Does the work when it is the caller's turn, in the order in which they came; rejects when the signal aborts before. */
    async run(work, signal) {
        const before = this.#free;
        let leave = () => { };
        this.#free = new Promise((resolve) => {
            leave = resolve;
        });
        await before;
        try {
            const waitMs = this.#opensAtMs - this.#clock.now();
            signal?.throwIfAborted();
            if (waitMs > 0)
                await this.#clock.sleep(waitMs, signal);
            this.#opensAtMs = this.#clock.now() + this.#gapMs;
            return await work();
        }
        finally {
            leave();
        }
    }
}

;// CONCATENATED MODULE: ./build/sync/run-monitors.js








/** Runs at once: Postman runs up to 200 of one monitor and 500 of a team (learning center, "Monitoring FAQs"). */
const PARALLEL = 50;
/** Postman allows ten calls about monitors in ten seconds, by a clock that need not run exactly like ours. */
const GAP_MS = 1_050;
/** Runs monitors in Postman's cloud and waits for their ends. Never rejects: errors are part of the result. */
async function runMonitors(suites, options) {
    const targets = suites.map((suite) => targetOf(suite, options));
    const ready = targets.filter((target) => target.obstacle === undefined);
    if (ready.length === 0)
        return { ...NOTHING, results: targets.map((target) => run_monitors_notRun(target, NO_UID)) };
    try {
        return await runWithinQuota(targets, { ...options, account: options.account ?? (await options.postman.me()) });
    }
    catch (error) {
        return { ...failedStep(error), results: targets.map((target) => run_monitors_notRun(target, 'the usage could not be read')) };
    }
}
async function runWithinQuota(targets, options) {
    const { account, policy } = options;
    const cost = costOf(targets.filter((target) => target.obstacle === undefined), options);
    const notices = monitorNotices(cost, account.usage, policy);
    const refused = monitorRefusal(cost, account.usage, policy);
    if (!refused)
        return { ...(await runAll(targets, options)), notices, account };
    const results = targets.map((target) => run_monitors_notRun(target, 'the month cannot carry it'));
    return { results, notices, errors: [refused], account };
}
async function runAll(targets, options) {
    const { clock } = options;
    const running = {
        ...options,
        thrown: [],
        turnstile: new Throttle(clock, GAP_MS),
        beginning: new Throttle(clock, 0),
    };
    const results = await mapLimited(targets, PARALLEL, (target) => runOne(target, running));
    return { results, errors: running.thrown };
}
const NO_UID = 'it does not exist';
const run_monitors_notRun = (target, why) => unfinishedResult(target, { status: 'not run', message: `It was not run: ${target.obstacle ?? why}.` });
async function runOne(target, options) {
    const { name, uid, isNew, timeoutMs, obstacle } = target;
    if (obstacle !== undefined || uid === '')
        return run_monitors_notRun(target, NO_UID);
    const { beginning, log, workspace, policy } = options;
    const monitor = { kind: 'monitor', uid, name };
    const link = linkTo(workspace, uid);
    let status = 'not run';
    try {
        const ready = await beginning.run(() => readyToRun(monitor, { ...options, isNew }));
        if (typeof ready === 'string')
            return run_monitors_notRun(target, ready);
        const started = await startRun(monitor, options);
        status = 'unknown';
        log.line(`The monitor "${name}" runs in Postman: ${link}`);
        await beginning.run(() => Promise.resolve());
        const run = await endOfRun(monitor, { ...ready, started }, { ...options, timeoutMs });
        log.line(`The monitor "${name}" ${run ? `is done: ${run.status}` : 'is not waited for any longer'}`);
        return run ? finishedResult(target, { run, ...ready, link, strict: policy.strict }) : timedOut(target, link);
    }
    catch (error) {
        return broken(target, { error, status, link, options });
    }
}
/** The run before, or what keeps a further one from being started. */
async function readyToRun(monitor, options) {
    const hindrance = whyNot(options);
    if (hindrance !== undefined)
        return hindrance;
    const before = await prepareRun(monitor, options);
    return whyNot(options) ?? { before };
}
/** What keeps a further monitor from being run. */
function whyNot({ signal, thrown }) {
    if (signal?.aborted)
        return 'everything was stopped from outside before';
    const holdsForAll = thrown.some((error) => error instanceof errors/* PostmanError */.Bk && (0,errors/* endsAllCalls */.jq)(error));
    return holdsForAll ? 'Postman has just refused another one, for a reason that holds for all' : undefined;
}
const timedOut = (target, link) => {
    const message = `Its run did not end within ${target.timeoutMs / 1000} s, and may still go on: see ${link}.`;
    return unfinishedResult(target, { status: 'timeout', message, link });
};
function broken(target, { error, status, link, options: { signal, thrown } }) {
    if (!signal?.aborted)
        thrown.push(error);
    const why = signal?.aborted ? 'The wait for its run was stopped from outside' : error.message;
    const message = status === 'unknown' ? `${why.replace(/\.$/, '')}: see ${link}.` : why;
    return unfinishedResult(target, { status, message, link });
}

;// CONCATENATED MODULE: ./build/sync/run-tests.js


/** Runs the suites here and the monitors in Postman, both at once. Never rejects. */
async function runTests(settings, options) {
    const { suites, monitors, policy } = options.repository;
    const [local, cloud] = await Promise.all([runSuites(options), runCloud(settings, options)]);
    return {
        runs: local.runs,
        monitors: cloud.results,
        nothingToRun: settings.run.newman && policy.strict && suites.length + monitors.length === 0,
        notices: [...local.notices, ...cloud.notices],
        errors: [...cloud.errors, ...local.errors],
        ...(cloud.account ? { account: cloud.account } : {}),
    };
}
async function runSuites({ repository: { suites, policy }, ports }) {
    try {
        return { ...NOTHING, runs: await ports.runner.run(suites, policy) };
    }
    catch (error) {
        return { ...failedStep(error), runs: [] };
    }
}
const run_tests_NONE = { ...NOTHING, results: [] };
async function runCloud(settings, { repository, ports, sync }) {
    const { monitors, desired } = repository;
    const { target, sync: policy, run, command } = settings;
    if (monitors.length === 0)
        return run_tests_NONE;
    if (command !== 'apply')
        return { ...run_tests_NONE, notices: [APPLY_ONLY] };
    if (!sync?.outcomes || !ports.postman || !target)
        return run_tests_NONE;
    const { postman, clock, log, signal } = ports;
    return runMonitors(monitors, {
        postman,
        clock,
        log,
        ...(signal ? { signal } : {}),
        workspace: target.workspace,
        desired,
        outcomes: sync.outcomes,
        ...(sync.account ? { account: sync.account } : {}),
        policy: { ...policy, strict: run.strict },
    });
}
const APPLY_ONLY = { level: 'notice', message: 'Monitors are run by apply only.' };

;// CONCATENATED MODULE: ./build/sync/status.js

/** The `status` command: the key's user, team and usage. */
async function readStatus(_settings, { postman }) {
    if (!postman)
        return NOTHING;
    const account = await postman.me();
    return { account, notices: account.usage.length === 0 ? [NO_USAGE] : [], errors: [] };
}
const NO_USAGE = {
    level: 'notice',
    message: 'Postman shows no usage for this key: it does not show it to guests and partners.',
};

;// CONCATENATED MODULE: ./build/core/plan/compare.js




/** What is to be done about one resource of the repository: one change, or two where it is replaced. */
function changesFor(one, comparing) {
    const { observed, uids } = comparing;
    const match = observed.matches.get(one.file.path);
    if (!match)
        return [creation(one)];
    const unread = observed.unread.get(match.uid);
    if (unread)
        return [{ action: 'none', before: match, after: one, drifted: false, unread }];
    const remote = observed.contents.get(match.uid);
    if (!remote)
        return [{ action: 'none', before: match, after: one, drifted: false }];
    const content = core_kinds/* KINDS */.G[one.kind].graft(bind(one, uids), remote);
    return comparedWith({ ...match, content: remote }, { one, content, ...comparing });
}
const creation = (one, diff = []) => ({
    action: 'create',
    after: one,
    content: core_kinds/* KINDS */.G[one.kind].strip(one.content),
    diff,
});
/** What to do about a resource whose content is known; `content` is what it is to become. */
function comparedWith(before, { one, content, observed, onDrift, uids, nameOfUid, }) {
    const kind = core_kinds/* KINDS */.G[one.kind];
    const wanted = bind(one, uids);
    const sent = fingerprintOfSent(kind, content, wanted);
    if (fingerprint(kind, before.content) === fingerprint(kind, content))
        return [{ action: 'none', before, after: one, drifted: false, sent }];
    const entry = entryOf(one, { observed, uid: before.uid });
    const drifted = entry !== undefined && hasDrifted(entry, { one, remote: before.content });
    const elsewhere = kind.fixed !== undefined && kind.fixed(before.content, content).length > 0;
    const asRecorded = entry?.fingerprint === one.fingerprint && !elsewhere;
    // The file is as it was applied, and Postman has what it made of it (it may drop fields): nothing is left to do.
    if (asRecorded && !drifted) {
        const made = fingerprintOfSent(kind, before.content, wanted);
        return [{ action: 'none', before, after: one, drifted: false, sent: made }];
    }
    if (drifted && onDrift === 'keep')
        return [{ action: 'none', before, after: one, drifted }];
    const plain = kind.diff(before.content, content);
    const diff = one.refers ? plain.map((difference) => named(difference, nameOfUid)) : plain;
    if (elsewhere)
        return [creation(one, diff), ...(entry ? [replaced(before, { one, drifted })] : [])];
    const told = diff.length > 0 ? diff : [{ change: 'changed', what: 'content', path: [] }];
    const patched = kind.patch?.(content, before.content) ?? content;
    return [
        { action: 'update', before, after: one, content: patched, sent, drifted, unchangedFile: asRecorded, diff: told },
    ];
}
/** Only what this tool manages is deleted for its replacement: what merely has the same name is somebody else's. */
const replaced = (before, { one, drifted }) => ({ action: 'delete', before, path: one.file.path, drifted, replacedBy: one });
/** What a uid or a source path is called. */
function namesOf(desired, observed) {
    const names = new Map([
        ...observed.listed.map((one) => [(0,model_ids/* bareId */.yW)(one.uid), one.name]),
        ...desired.resources.map((one) => [one.file.path, one.name]),
    ]);
    return (text) => names.get(text) ?? text;
}
const named = (difference, nameOfUid) => ({
    ...difference,
    ...(difference.before === undefined ? {} : { before: nameOfUid(difference.before) }),
    ...(difference.after === undefined ? {} : { after: nameOfUid(difference.after) }),
});
/** What the last apply left in Postman is no longer what is there, values that the file leaves to Postman aside. */
function hasDrifted(entry, { one, remote }) {
    const kind = core_kinds/* KINDS */.G[one.kind];
    const left = kind.leaving?.(remote, one.content) ?? remote;
    return !isAsSent(kind, entry.sent ?? entry.fingerprint, remote) && entry.fingerprint !== fingerprint(kind, left);
}
/** The entry of a file, under its path or, when the file was moved, under the resource's uid. */
function entryOf(one, { observed, uid }) {
    const entry = observed.state.entries.get(one.file.path);
    if (entry?.uid === uid)
        return entry;
    return [...observed.state.entries.values()].find((each) => each.uid === uid);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/core/plan/state.js



/** The state of a project that has applied nothing yet. */
const EMPTY_STATE = { entries: new Map(), unreadable: 0, holders: [] };
/** Ends the key of a resource that was replaced and could not be deleted: the next apply deletes it. */
const REPLACED = ' (replaced)';
const PREFIX = 'postman-sync state (';
/** The name of the environment that holds a project's state. */
const stateName = (project) => `${PREFIX}${project})`;
/** The project whose state an environment of that name holds; undefined for any other environment. */
const projectOf = (name) => name.startsWith(PREFIX) && name.endsWith(')') ? name.slice(PREFIX.length, -1) : undefined;
const KINDS = ['collection', 'environment', 'globals', 'monitor'];
const entrySchema = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n(KINDS),
    uid: schemas/* string */.YjP().min(1),
    fingerprint: schemas/* string */.YjP().min(1),
    sent: schemas/* string */.YjP().min(1).optional(),
    created: schemas/* boolean */.zMY().catch(false),
    commit: schemas/* string */.YjP().optional(),
    time: iso/* datetime */.w$(),
});
/** Reads a state from the environment that holds it. What cannot be read is counted and left out. */
function decodeState(holder, content) {
    const entries = new Map();
    let unreadable = Array.isArray(content.values) ? 0 : 1;
    for (const { key, value } of (0,json/* objectsOf */.iZ)(content.values)) {
        const entry = typeof value === 'string' ? decodeEntry(value) : undefined;
        if (typeof key === 'string' && entry)
            entries.set(key, entry);
        else
            unreadable += 1;
    }
    return { uid: holder, entries, unreadable, holders: [holder] };
}
function decodeEntry(text) {
    try {
        const entry = entrySchema.parse(JSON.parse(text));
        return (0,json/* omitUndefined */.Oy)({
            ...entry,
            uid: (0,model_ids/* uid */.Ld)(entry.uid),
            fingerprint: entry.fingerprint,
            sent: entry.sent,
            commit: entry.commit,
            time: new Date(entry.time),
        });
    }
    catch {
        return undefined;
    }
}
/** The environment that holds a state; entries in the order of their paths, so that it reads well in Postman. */
function encodeState(project, entries) {
    const values = [...entries]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, entry]) => ({ key, value: JSON.stringify(entry), type: 'default', enabled: true }));
    return { name: stateName(project), values };
}
/** Whether two states mean the same; when and by which commit they were applied does not count. */
const sameEntries = (a, b) => meaningOf(a) === meaningOf(b);
const meaningOf = (entries) => JSON.stringify([...entries]
    .map(([path, { kind, uid: id, fingerprint, sent, created }]) => [
    path,
    kind,
    id,
    fingerprint,
    sent ?? fingerprint,
    created,
])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
/** Two states of one project (two first applies raced each other): the later entry of each path counts. */
function mergeStates(states) {
    const [first] = states;
    if (!first)
        return EMPTY_STATE;
    const entries = new Map();
    for (const [path, entry] of states.flatMap((state) => [...state.entries])) {
        const known = entries.get(path);
        if (!known || known.time < entry.time)
            entries.set(path, entry);
    }
    return (0,json/* omitUndefined */.Oy)({
        uid: first.uid,
        entries,
        unreadable: states.reduce((total, state) => total + state.unreadable, 0),
        holders: states.flatMap((state) => state.holders),
    });
}

;// CONCATENATED MODULE: ./build/core/plan/notices.js


/** Left over from a replacement whose second half failed. */
const isReplaced = ({ path }) => path.endsWith(REPLACED);
/** What a plan says beside its changes. */
const planNotices = (changes, { observed, policy, gone, }) => [
    ...driftNotices(changes, policy),
    ...newcomerNotices(changes, observed),
    ...replaceNotices(changes),
    ...leftNotices(gone, policy),
];
function driftNotices(changes, { onDrift }) {
    const ending = {
        overwrite: 'what is there is backed up and overwritten (on-drift: overwrite)',
        keep: 'it is left as it is (on-drift: keep)',
        fail: 'nothing is written (on-drift: fail)',
    }[onDrift];
    return changes.filter(isDrifted).map((change) => {
        const what = 'before' in change ? `${change.before.kind} "${change.before.name}"` : '';
        const message = `The ${what} was changed in Postman since the last apply: ${ending}.`;
        // The file of what is to be deleted is gone.
        return { level: 'warning', message, ...(change.action !== 'delete' && { path: documentOf(change.after) }) };
    });
}
const documentOf = ({ file }) => file.document ?? file.path;
/** What the state tells of resources that are created or overwritten, and nobody would guess from the files. */
function newcomerNotices(changes, { state, listed }) {
    const there = new Set(listed.map((one) => one.uid));
    const known = new Set([...state.entries.values()].map((entry) => entry.uid));
    const gone = changes.filter((one) => {
        const entry = state.entries.get(pathOf(one));
        return one.action === 'create' && entry !== undefined && !there.has(entry.uid);
    });
    const adopted = changes.filter((one) => one.action === 'update' && !known.has(one.before.uid) && one.diff.some(({ change }) => change !== 'added'));
    return [
        ...noticeOf('warning', gone, (names) => `No longer in the workspace, and created again: ${names}.`),
        ...noticeOf('notice', adopted, (names) => `In Postman already, and overwritten: ${names}. ${ADOPTED}`),
    ];
}
const ADOPTED = 'What is there is backed up; from now on it is managed by this project.';
/** Names in one notice: a first sync may have hundreds. */
const MOST_NAMES = 10;
function noticeOf(level, changes, message) {
    if (changes.length === 0)
        return [];
    const names = changes.slice(0, MOST_NAMES).map((change) => `${kindOf(change)} "${nameOf(change)}"`);
    const rest = changes.length - MOST_NAMES;
    return [{ level, message: message(rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ')) }];
}
function replaceNotices(changes) {
    return changes.flatMap((change) => {
        if (change.action !== 'create' || change.diff.length === 0)
            return [];
        const { kind, name } = change.after;
        const old = changes.some((other) => other.action === 'delete' && other.replacedBy === change.after)
            ? 'the old one is deleted after that'
            : 'the one of that name in Postman, which this project does not manage, is left alone';
        const what = change.diff.map((difference) => difference.what).join(', ');
        const message = `Postman cannot change the ${kind} "${name}" in place (${what}): a new one is created, and ${old}.`;
        return [{ level: 'notice', message }];
    });
}
function leftNotices(gone, { prune }) {
    if (prune !== 'no')
        return [];
    return gone
        .filter((change) => !isReplaced(change))
        .map(({ before: { kind, name } }) => {
        const why = kind === 'monitor' ? 'is declared no more' : 'was created from a file that is gone';
        return { level: 'notice', message: `The ${kind} "${name}" ${why}; it stays in Postman (prune: false).` };
    });
}

;// CONCATENATED MODULE: ./build/core/plan/plan.js


/** Compares what is wanted with what was found. Pure: the same values give the same plan. */
function planSync(desired, observed, policy) {
    const uids = new Map([...observed.matches].map(([path, match]) => [path, match.uid]));
    const nameOfUid = namesOf(desired, observed);
    const kept = desired.resources.flatMap((one) => changesFor(one, { ...policy, observed, uids, nameOfUid }));
    const gone = removals(desired, observed);
    const deletions = policy.prune === 'no' ? gone.filter(isReplaced) : gone;
    const changes = [...kept, ...deletions];
    return {
        changes,
        cost: plan_costOf(changes, observed.state),
        notices: planNotices(changes, { observed, policy, gone }),
        problems: policy.prune === 'yes' ? tooMany(deletions, observed) : [],
    };
}
/** What this tool created, whose file is gone, and which is still in the workspace. */
function removals(desired, observed) {
    const paths = new Set(desired.resources.map((one) => one.file.path));
    const matched = new Set([...observed.matches.values()].map((match) => match.uid));
    const listed = new Map(observed.listed.map((one) => [one.uid, one]));
    return [...observed.state.entries].flatMap(([path, entry]) => {
        const before = listed.get(entry.uid);
        const ours = (entry.created && entry.kind !== 'globals') || isReplaced({ path });
        if (!before || !ours || paths.has(path) || matched.has(entry.uid))
            return [];
        return [{ action: 'delete', before, path, drifted: false }];
    });
}
function tooMany(deletions, { state, listed }) {
    const present = new Set(listed.map((one) => one.uid));
    const managed = [...state.entries.values()].filter((entry) => present.has(entry.uid)).length;
    if (deletions.length * 2 <= managed)
        return [];
    const names = deletions.map((change) => ('before' in change ? `"${change.before.name}"` : '')).join(', ');
    const message = `prune would delete ${deletions.length} of the ${managed} managed resources: ${names}`;
    return [{ message, remedy: 'Check the globs; if all of these are meant to go, set prune to force.' }];
}
/** The state is looked at again and written; a new one is looked for in the list after that. */
const stateCalls = ({ uid }) => (uid ? 2 : 3);
/** Backing up what is deleted takes a call of its own, and so does a look at what Postman made of an unchanged file. */
function plan_costOf(changes, state) {
    const calls = { create: 1, update: 1, delete: 2, none: 0 };
    const looks = changes.filter((change) => change.action === 'update' && change.drifted && change.unchangedFile).length;
    const sum = changes.reduce((total, change) => total + calls[change.action], looks);
    return sum === 0 ? 0 : sum + stateCalls(state);
}

;// CONCATENATED MODULE: ./build/sync/polling.js
const polling_FIRST_PAUSE_MS = 250;
const polling_LONGEST_PAUSE_MS = 2_000;
/** How often to look for something that Postman's lists may show late: about 20 seconds in all. */
const MAX_POLLS = 12;
/** Milliseconds to wait before looking again; `look` counts from 0. */
const pauseBefore = (look) => Math.min(polling_LONGEST_PAUSE_MS, polling_FIRST_PAUSE_MS * 2 ** look);

;// CONCATENATED MODULE: ./build/sync/create.js


/**
 * Creates a resource exactly once. When nobody can tell whether a POST was applied, the list is read again (several
 * times: it may lag): what has appeared under exactly that name is adopted; if nothing has, the POST is sent once more;
 * if several have, that is an error.
 */
async function createOnce(upload, options) {
    for (let tries = 1;; tries += 1) {
        const made = await attempt(upload, options);
        if (typeof made === 'string') {
            options.known.add(made);
            return made;
        }
        if (tries === TRIES)
            throw neverSeen(upload, made);
    }
}
const TRIES = 2;
/** The uid of what was created, or why nobody knows, where it certainly seems not to have been. */
async function attempt(upload, options) {
    try {
        return await options.postman.create(upload, options.workspace);
    }
    catch (error) {
        if (!(error instanceof errors/* PostmanError */.Bk && error.code === 'outcome-unknown'))
            throw error;
        return (await findCreated(upload, options)) ?? error;
    }
}
async function findCreated(upload, { postman, clock, workspace, known }) {
    for (let look = 0; look < MAX_POLLS; look += 1) {
        await clock.sleep(pauseBefore(look));
        const list = await postman.list(upload.kind, workspace, upload.name);
        const found = list.filter((one) => one.name === upload.name && !known.has(one.uid));
        if (found.length > 1)
            throw several(upload, found);
        if (found[0])
            return found[0].uid;
    }
    return undefined;
}
const several = ({ kind, name }, found) => new errors/* PostmanError */.Bk({
    code: 'conflict',
    message: `While creating the ${kind} "${name}" several of that name appeared: ${found.map((one) => one.uid).join(', ')}.`,
    remedy: 'Keep the right one in Postman, delete or rename the others, and run it again.',
});
const neverSeen = ({ kind, name }, cause) => new errors/* PostmanError */.Bk({
    code: 'outcome-unknown',
    message: `Creating the ${kind} "${name}" was tried twice, and Postman neither confirmed it nor lists it. ${cause.message}`,
    remedy: 'Run it again when Postman answers again: a resource of that name that appears in between is adopted.',
    cause,
});

;// CONCATENATED MODULE: ./build/sync/write-with-verification.js




/** Replacements that Postman took on and lost sight of are sent once more. */
const write_with_verification_TRIES = 2;
/**
 * Replaces the content and knows the end of it. Where every answer was lost, what is in Postman tells whether it was
 * applied; where it was not and Postman has forgotten the task, it is sent once more.
 */
async function replaceVerified(upload, uid, options) {
    for (let tries = 1;; tries += 1) {
        try {
            return await options.postman.replace(upload, uid);
        }
        catch (error) {
            if (!mayBeDone(error))
                throw error;
            if (await holds(upload, uid, options))
                return;
            if (error.code === 'unavailable' || tries === write_with_verification_TRIES)
                throw error;
        }
    }
}
/** Deletes; where every answer was lost, a resource that is not there any more has been deleted. */
async function removeVerified(resource, { postman }) {
    try {
        await postman.remove(resource);
    }
    catch (error) {
        if (!mayBeDone(error) || (await isThere(resource, postman)))
            throw error;
    }
}
const mayBeDone = (error) => error instanceof errors/* PostmanError */.Bk && (error.code === 'unavailable' || error.code === 'outcome-unknown');
/** A read may lag behind a write by a moment. */
const LOOKS = 3;
async function holds({ kind, name, content }, uid, { postman, clock }) {
    const wanted = fingerprint(core_kinds/* KINDS */.G[kind], content);
    for (let look = 0; look < LOOKS; look += 1) {
        await clock.sleep(pauseBefore(look));
        const found = await postman.fetch({ kind, uid, name }).catch(() => undefined);
        if (!found)
            return false;
        if (fingerprint(core_kinds/* KINDS */.G[kind], found) === wanted)
            return true;
    }
    return false;
}
async function isThere(resource, postman) {
    try {
        await postman.fetch(resource);
        return true;
    }
    catch (error) {
        return !(error instanceof errors/* PostmanError */.Bk && error.code === 'not-found');
    }
}

;// CONCATENATED MODULE: ./build/sync/apply.js








/** Writes at once; a resource is written by one of them only. */
const apply_PARALLEL = 3;
/**
 * Carries out a plan: the only function that writes to Postman. What fails leaves the rest to be applied; what makes
 * every further call pointless (key, quota) skips it. Kinds are written in the order of their dependencies.
 */
async function applyPlan(plan, { observed, options }) {
    const run = new Application(options, observed);
    const outcomes = new Map();
    for (const changes of stepsOf(plan)) {
        const done = await mapLimited(changes, apply_PARALLEL, async (change) => [change, await run.apply(change)]);
        for (const [change, outcome] of done)
            outcomes.set(change, outcome);
    }
    return plan.changes.flatMap((change) => outcomes.get(change) ?? []);
}
/** What others depend on is written first and deleted last. */
function stepsOf({ changes }) {
    const kinds = Object.values(core_kinds/* KINDS */.G).map(({ kind }) => changes.filter((change) => kindOf(change) === kind));
    const deletions = kinds.map((some) => some.filter(({ action }) => action === 'delete'));
    return [...kinds.map((some) => some.filter(({ action }) => action !== 'delete')), ...deletions.reverse()];
}
/** The outcomes of a plan that is not carried out. */
const skipAll = (plan, reason) => plan.changes.map((change) => ({ status: 'skipped', change, reason }));
class Application {
    #options;
    #known;
    /** The resource of each source path, as far as it exists by now. */
    #uids;
    #stopped;
    constructor(options, { listed, matches }) {
        this.#options = options;
        this.#known = new Set(listed.map((one) => one.uid));
        this.#uids = new Map([...matches].map(([path, match]) => [path, match.uid]));
    }
    async apply(change) {
        const unread = unreadOf(change);
        if (unread)
            return { status: 'failed', change, error: unread };
        if (change.action === 'none')
            return { status: 'skipped', change, reason: 'plan-only' };
        if (this.#options.signal?.aborted)
            this.#stopped ??= 'stopped';
        if (this.#stopped)
            return { status: 'skipped', change, reason: this.#stopped };
        if (this.#lacks(change))
            return { status: 'skipped', change, reason: 'earlier-failure' };
        try {
            const written = await this.#write(change);
            return { status: 'applied', change, ...written, at: this.#options.postman.serverNow() };
        }
        catch (cause) {
            const error = cause instanceof errors/* PostmanError */.Bk ? cause : unexpected(change, cause);
            this.#stopped ??= stopAfter(error);
            return { status: 'failed', change, error };
        }
    }
    /** Whether something is not there that should have been created before. */
    #lacks(change) {
        if (change.action === 'create')
            return unbound(change.after, this.#uids).length > 0;
        if (change.action !== 'delete' || !change.replacedBy)
            return false;
        return this.#uids.get(change.path) === change.before.uid;
    }
    async #write(change) {
        switch (change.action) {
            case 'create':
                return this.#create(change);
            case 'update': {
                await this.#options.backups.keep(change.before);
                const { kind, name } = change.after;
                await replaceVerified({ kind, name, content: change.content }, change.before.uid, this.#options);
                return { uid: change.before.uid, ...(await this.#made(change)) };
            }
            case 'delete':
                await this.#delete(change.before);
                return { uid: change.before.uid };
        }
    }
    /** What somebody else has deleted since it was listed needs no backup. */
    async #delete(resource) {
        const { postman, backups } = this.#options;
        const content = await postman.fetch(resource).catch((error) => {
            if (error instanceof errors/* PostmanError */.Bk && error.code === 'not-found')
                return undefined;
            throw error;
        });
        if (!content)
            return;
        await backups.keep({ ...resource, content });
        await removeVerified(resource, this.#options);
    }
    /** Where nobody changed the file and it differs all the same, Postman may keep other things than it is sent: what it made of it is not taken for drift again. */
    async #made({ drifted, unchangedFile, before, after, }) {
        if (!drifted || !unchangedFile)
            return {};
        const made = await this.#options.postman.fetch(before);
        return { sent: fingerprintOfSent(core_kinds/* KINDS */.G[before.kind], made, bind(after, this.#uids)) };
    }
    async #create(change) {
        const { kind, name, refers, file } = change.after;
        const content = bind({ ...change.after, content: change.content }, this.#uids);
        const uid = await createOnce({ kind, name, content }, { ...this.#options, known: this.#known });
        this.#uids.set(file.path, uid);
        return { uid, ...(refers ? { sent: fingerprintOfSent(core_kinds/* KINDS */.G[kind], content) } : {}) };
    }
}
function stopAfter(error) {
    if (error.code === 'quota-exhausted')
        return 'quota';
    if (error.code === 'stopped')
        return 'stopped';
    return (0,errors/* endsAllCalls */.jq)(error) ? 'earlier-failure' : undefined;
}
const unexpected = (change, cause) => new errors/* PostmanError */.Bk({
    code: 'invalid',
    message: `Could not ${change.action} the ${kindOf(change)} "${nameOf(change)}": ${(0,errors/* messageOf */.bD)(cause)}`,
    remedy: 'Nothing was written to Postman for it; mend the cause, and run it again.',
    cause,
});

;// CONCATENATED MODULE: ./build/core/plan/secrets-policy.js




/**
 * What the policy makes of all findings. A variable of type `secret` that has its value in the file is warned about
 * at most: the type is a mask in Postman's app and says nothing about the value, which may well be a dummy.
 */
function judgeCredentials(scanned, policy) {
    const allowed = new Set(policy.allowedSecrets);
    const printOf = rememberingPrints();
    const sighted = scanned.flatMap((one) => sightingsOf(one, printOf));
    const told = sighted.filter(({ print }) => !allowed.has(print));
    const blocked = told.filter(({ rule }) => policy.secrets === 'block' && rule !== MASKED);
    const warned = told.filter((one) => !blocked.includes(one));
    return {
        problems: blocked.map(problemOf),
        notices: [...warned.map(warningOf), ...idleEntries(policy.allowedSecrets, sighted)],
    };
}
/** Stands for a value in reports and in `allowed-secrets`. Slow on purpose: a weak password must not be guessed from it. */
function findingFingerprint({ rule, value }) {
    return (0,external_node_crypto_.scryptSync)(value.reveal(), rule, 16, { N: 4096 }).toString('hex');
}
/** One token often stands in every request of a collection: its fingerprint is made once. */
function rememberingPrints() {
    const known = new Map();
    return (finding) => {
        const key = `${finding.rule} ${finding.value.reveal()}`;
        const print = known.get(key) ?? findingFingerprint(finding);
        known.set(key, print);
        return print;
    };
}
function sightingsOf({ file, findings }, printOf) {
    const found = new Set(findings.map(({ at }) => keyOf(at)));
    const masked = maskedValues(file.content).filter(({ at }) => !found.has(keyOf(at)));
    const sightings = [...findings, ...masked].map((one) => ({
        rule: one.rule,
        at: one.at,
        file,
        print: printOf(one),
    }));
    return [...new Map(sightings.map((one) => [`${one.print} ${keyOf(one.at)}`, one])).values()];
}
const keyOf = (at) => JSON.stringify(at);
/** The rule's name for a variable of type `secret` with a value. */
const MASKED = 'postman/SECRET_VARIABLE';
/** Nothing but placeholders, or a word that people write where a secret goes. */
const DUMMY = /^\s*((\{\{[^{}]*\}\}|\$\{[^{}]*\}|<[^<>]*>)\s*)*$|^(.)\3*$|^(change|replace|your|example|dummy|placeholder|todo|tbd|none|null|redacted|secret$|password$|token$|test$)/i;
/** Environment and globals variables of type `secret` whose value stands in the file, and is no dummy. */
function maskedValues({ values }) {
    if (!Array.isArray(values))
        return [];
    return values.flatMap((variable, index) => {
        if (!(0,json/* isObject */.Gv)(variable) || variable.type !== 'secret' || typeof variable.value !== 'string')
            return [];
        if (DUMMY.test(variable.value))
            return [];
        return [{ rule: MASKED, at: ['values', index, 'value'], value: new secret/* Secret */.zh(variable.value) }];
    });
}
function problemOf({ file, at, rule, print }) {
    return {
        kind: 'secret',
        path: file.path,
        position: file.locate(at),
        message: `This looks like a credential in plain text (rule ${rule}, fingerprint ${print})`,
        remedy: `${IN_ITS_PLACE}, ${allowing(print)}, or set secrets: warn.`,
    };
}
function warningOf({ file, at, rule, print }) {
    const place = { path: file.path, position: file.locate(at) };
    const [what, remedy] = rule === MASKED
        ? ['The value of a variable of type "secret" stands in the file', EMPTIED]
        : ['This looks like a credential', IN_ITS_PLACE];
    const message = `${(0,model_problem/* placeOf */.$t)(place)}: ${what} in plain text (rule ${rule}, fingerprint ${print}). ${remedy}, or ${allowing(print)}.`;
    return { level: 'warning', message, ...place };
}
const IN_ITS_PLACE = 'Put a {{variable}} in its place and give its value at run time (values: { name: { env: NAME } } of the environment, or variables)';
const EMPTIED = 'Empty it and give it at run time (values: { name: { env: NAME } } of the environment)';
const allowing = (print) => `list it in the configuration if it is no credential (allowed-secrets: [${print}])`;
/** Entries of the allow-list that match nothing: they would hide a later finding that nobody has judged. */
function idleEntries(allowed, sighted) {
    const prints = new Set(sighted.map(({ print }) => print));
    return allowed.flatMap((entry, index) => {
        if (prints.has(entry))
            return [];
        // What is no fingerprint may be the credential itself: it is not repeated.
        const name = /^[0-9a-f]{32}$/.test(entry) ? entry : `entry ${index + 1}`;
        return [{ level: 'notice', message: `allowed-secrets: ${name} matches nothing in the files: remove it.` }];
    });
}

;// CONCATENATED MODULE: ./build/sync/credentials.js



/** Searches the files that are about to be uploaded for credentials in plain text; nothing with `secrets: allow`. */
async function scanForCredentials({ resources }, { scanner, policy }) {
    if (policy.secrets === 'allow')
        return { problems: [], notices: [] };
    const scanned = [];
    for (const { file } of resources)
        scanned.push({ file, findings: await scanner.scan(file.content) });
    return judgeCredentials(scanned, policy);
}
/**
 * The plan without the credentials in what it shows: lines of scripts and URLs come from Postman too, where nobody has
 * searched for any, and from files that `secrets` lets pass.
 */
async function withoutCredentials(plan, scanner) {
    const changes = [];
    for (const change of plan.changes)
        changes.push(await veiled(change, scanner));
    return { ...plan, changes };
}
async function veiled(change, scanner) {
    if (change.action !== 'update' || !change.diff.some(showsContent))
        return change;
    const findings = [...(await scanner.scan(change.before.content)), ...(await scanner.scan(change.content))];
    const lines = findings.flatMap(({ value }) => value.reveal().split('\n'));
    const redact = (0,secret/* redactor */.$p)(lines.map((line) => new secret/* Secret */.zh(line.trim())));
    return { ...change, diff: (0,redact_strings/* redactStrings */.e)(change.diff, redact) };
}
const showsContent = ({ before, after, lines }) => before !== undefined || after !== undefined || lines !== undefined;

;// CONCATENATED MODULE: ./build/core/plan/identity.js



/**
 * Finds the remote resource that a file belongs to: the configuration's uid; the recorded state; Postman's own mapping;
 * the id in the file, where that exists in the workspace; the only resource of that kind with exactly that name.
 */
function resolveIdentities(desired, sources) {
    const index = indexOf(sources);
    const matches = new Map();
    const problems = [];
    for (const way of WAYS) {
        const claimed = new Set([...matches.values()].map((match) => match.uid));
        for (const one of desired.filter(({ file }) => !matches.has(file.path))) {
            const found = way(one, { ...index, claimed });
            if (found && 'problem' in found)
                problems.push(found.problem);
            if (found && 'resource' in found)
                matches.set(one.file.path, found.resource);
        }
    }
    return { matches, problems: [...problems, ...shared(desired, matches)] };
}
const identity_keyOf = (kind, id) => `${kind} ${(0,model_ids/* bareId */.yW)(id)}`;
const indexOf = (sources) => ({
    ...sources,
    byId: new Map(sources.listed.map((one) => [identity_keyOf(one.kind, one.uid), one])),
});
const pinned = (one, { byId, taken }) => {
    if (one.pinned === undefined)
        return undefined;
    const resource = byId.get(identity_keyOf(one.kind, one.pinned.uid));
    if (!resource) {
        const message = `The ${one.kind} ${one.pinned.uid}, which ${one.file.path} is pinned to, is not in this workspace`;
        return { problem: { message, remedy: 'Correct the uid, or remove it.', ...pinPlace(one) } };
    }
    return resourceUnless(one, { resource, taken });
};
const recorded = (one, { byId, state, claimed }) => {
    const entry = state.entries.get(one.file.path);
    if (!entry || entry.kind !== one.kind || claimed.has(entry.uid))
        return undefined;
    const resource = byId.get(identity_keyOf(one.kind, entry.uid));
    return resource && { resource };
};
const mapped = (one, { byId, mapping, taken }) => {
    const id = mapping.get(one.file.path);
    const resource = id === undefined ? undefined : byId.get(identity_keyOf(one.kind, id));
    return resource && resourceUnless(one, { resource, taken });
};
const byFileId = (one, { byId, taken, claimed }) => {
    const id = core_kinds/* KINDS */.G[one.kind].idOf(one.file.content);
    const resource = id === undefined ? undefined : byId.get(identity_keyOf(one.kind, id));
    return resource && !taken.has(resource.uid) && !claimed.has(resource.uid) ? { resource } : undefined;
};
const byName = (one, { listed, taken, claimed }) => {
    const named = listed.filter((each) => each.kind === one.kind && each.name === one.name);
    const [only] = named;
    if (one.kind === 'globals' && only)
        return resourceUnless(one, { resource: only, taken });
    const free = named.filter(({ uid }) => !taken.has(uid) && !claimed.has(uid));
    const [resource, another] = free;
    if (resource && !another)
        return { resource };
    if (!resource)
        return undefined;
    const uids = free.map(({ uid }) => uid).join(', ');
    return refused(one, `The workspace has ${free.length} ${core_kinds/* KINDS */.G[one.kind].plural} named "${one.name}" (${uids}), and nothing tells which one this file is`, 'Pin one of them with its uid in the configuration, or rename the others in Postman.');
};
const WAYS = [pinned, recorded, mapped, byFileId, byName];
function resourceUnless(one, { resource, taken }) {
    const project = taken.get(resource.uid);
    if (project === undefined)
        return { resource };
    return refused(one, `The ${one.kind} ${resource.uid} is managed by the project ${project}`, 'Take the file out of one of the two projects.');
}
const refused = (one, message, remedy) => ({
    problem: { message, remedy, ...namePlace(one) },
});
/** Two files that found the same resource: the second would overwrite the first. */
function shared(desired, matches) {
    const owners = new Map();
    return desired.flatMap((one) => {
        const uid = matches.get(one.file.path)?.uid;
        const owner = uid === undefined ? undefined : owners.get(uid);
        if (uid !== undefined && !owner)
            owners.set(uid, one);
        if (!owner)
            return [];
        return [
            {
                message: `${one.file.path} and ${owner.file.path} belong to the same ${one.kind} in Postman (${uid})`,
                remedy: 'Take one of the files out of the globs, or pin each to a uid of its own.',
                ...namePlace(one),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/sync/list-resources.js





/** Reads at once. */
const list_resources_PARALLEL = 4;
/** Whether an environment holds the state of a project. */
const isState = (one) => one.kind === 'environment' && projectOf(one.name) !== undefined;
/** What is in a workspace, states of projects left out. */
const resourcesOf = (everything) => everything.filter((one) => !isState(one));
/** Lists that are remembered for one observation. */
function listsOf({ postman, workspace }) {
    const asked = new Map();
    return (kind) => {
        const list = asked.get(kind) ?? postman.list(kind, workspace);
        asked.set(kind, list);
        return list;
    };
}
/** Kinds that have a list of their own. */
const LISTED = ['collection', 'environment', 'monitor'];
/**
 * Everything in a workspace. Its own answer need not name all there is, and may lag: where something wanted is not in
 * it, the list of that kind is asked as well, before anyone creates it a second time.
 */
async function everythingIn(workspace, { desired, options, lists }) {
    const wanted = [...desired.resources, { kind: 'environment', name: stateName(options.project) }];
    const named = new Set(workspace.resources.map(({ kind, name }) => `${kind} ${name}`));
    const kinds = LISTED.filter((kind) => wanted.some((one) => one.kind === kind && !named.has(`${kind} ${one.name}`)));
    const more = (await Promise.all(kinds.map(lists))).flat();
    const ids = new Set(workspace.resources.map(({ uid }) => (0,model_ids/* bareId */.yW)(uid)));
    return [...workspace.resources, ...more.filter(({ uid }) => !ids.has((0,model_ids/* bareId */.yW)(uid)))];
}
/**
 * Lists can lag behind what was created a moment ago. A recorded resource that the list does not name, but that exists,
 * is looked for again; if it stays away it has been moved to another workspace, where it is none of our business.
 */
async function withLagging(listed, { desired, state, options }) {
    const absent = (list) => {
        const uids = new Set(list.map((one) => one.uid));
        const recorded = desired.resources.flatMap(({ file }) => state.entries.get(file.path) ?? []);
        return recorded.filter((entry) => !uids.has(entry.uid));
    };
    const missing = await mapLimited(absent(listed), list_resources_PARALLEL, async (entry) => (await exists(entry, options)) ? entry : undefined);
    const sought = new Set(missing.flatMap((entry) => entry?.uid ?? []));
    let list = listed;
    for (let look = 0; look < MAX_POLLS && absent(list).some((entry) => sought.has(entry.uid)); look += 1) {
        await options.clock.sleep(pauseBefore(look));
        const workspace = await options.postman.workspace(options.workspace);
        list = resourcesOf(await everythingIn(workspace, { desired, options, lists: listsOf(options) }));
    }
    return list;
}
async function exists({ kind, uid }, { postman }) {
    try {
        await postman.fetch({ kind, uid, name: uid });
        return true;
    }
    catch (error) {
        if (error instanceof errors/* PostmanError */.Bk && (error.code === 'not-found' || error.code === 'forbidden'))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/sync/fetch-contents.js



/** These would be the same for every other resource. */
const FOR_ALL = new Set(['unauthorized', 'rate-limited', 'quota-exhausted']);
/** So many failures and nothing read: Postman is down. */
const DOWN = 3;
/** Reads resources, a few at once. Throws only what stands in the way of all of them. */
async function readContents(resources, postman) {
    const contents = new Map();
    const unread = new Map();
    const gone = new Set();
    await mapLimited(resources, list_resources_PARALLEL, async (one) => {
        try {
            contents.set(one.uid, await postman.fetch(one));
        }
        catch (error) {
            if (!(error instanceof errors/* PostmanError */.Bk) || FOR_ALL.has(error.code))
                throw error;
            if (error.code === 'not-found')
                gone.add(one.uid);
            else if (contents.size === 0 && unread.size >= DOWN)
                throw error;
            else
                unread.set(one.uid, error);
        }
    });
    return { contents, unread, gone };
}

;// CONCATENATED MODULE: ./build/sync/unchanged.js


/** Monitors up to this number are fetched each: their list names no time of change and shows but a part of them. */
const FETCHED_MONITORS = 5;
/** What Postman's lists tell of changes: asked for only where the state could vouch for something. */
async function readHints({ matches, desired, state, options, lists: listOf, }) {
    const { verify } = options;
    const unchanged = desired.resources.filter((one) => isAsRecorded(one, { state, uid: matches.get(one.file.path)?.uid }));
    const monitors = unchanged.filter(({ kind }) => kind === 'monitor').length;
    const kinds = new Set(verify === 'all' ? [] : unchanged.map(({ kind }) => kind));
    if (monitors <= FETCHED_MONITORS)
        kinds.delete('monitor');
    const lists = await Promise.all([...kinds].map(listOf));
    return new Map(lists.flat().map((one) => [one.uid, one]));
}
function isAsRecorded(one, { state, uid }) {
    const entry = state.entries.get(one.file.path);
    return entry !== undefined && entry.uid === uid && entry.fingerprint === one.fingerprint;
}
/** Whether the recorded state vouches for a resource: the file is as it was applied, and Postman lists it by the file's name and names no later change. */
function isUnchanged(desired, { path, match, state, matches, hints, options }) {
    const one = desired.resources.find((each) => each.file.path === path);
    if (!one || options.verify === 'all' || !isAsRecorded(one, { state, uid: match.uid }))
        return false;
    // Another name is a change that needs no time to prove it; nor is a state to be trusted that an edit by hand mixed up.
    if (match.name !== one.name)
        return false;
    const hint = hints.get(match.uid);
    const { fits } = core_kinds/* KINDS */.G[one.kind];
    if (fits)
        return hint !== undefined && fits(bind(one, uidsOf(matches)), hint);
    const changedAt = hint?.updatedAt;
    const appliedAt = state.entries.get(path)?.time;
    return !changedAt || !appliedAt || changedAt <= appliedAt;
}
const uidsOf = (matches) => new Map([...matches].map(([path, { uid }]) => [path, uid]));

;// CONCATENATED MODULE: ./build/sync/observe.js








/**
 * Finds out what is in the workspace, with as few calls as the recorded state allows. Throws a ProblemsError when the
 * workspace does not exist or a file's identity is not clear.
 */
async function observe(desired, options) {
    const workspace = await findWorkspace(options);
    const lists = listsOf(options);
    const everything = await everythingIn(workspace, { desired, options, lists });
    const state = await readOwnState(everything, options);
    const listed = await withLagging(resourcesOf(everything), { desired, state, options });
    return {
        workspace: { id: workspace.id, name: workspace.name },
        state,
        ...(await compareWith(listed, { desired, state, everything, options, lists })),
    };
}
/** Whose is what, and the content of what the state cannot vouch for. What turns out to be gone is nobody's. */
async function compareWith(listed, { desired, state, everything, options, lists }) {
    const { matches, problems } = await identify(desired, { listed, state, everything, options });
    if (problems.length > 0)
        throw new model_problem/* ProblemsError */.FQ(problems);
    const hints = await readHints({ matches, desired, state, options, lists });
    const doubtful = [...matches].filter(([path, match]) => !isUnchanged(desired, { path, match, state, matches, hints, options }));
    const read = await readContents(doubtful.map(([, match]) => match), options.postman);
    if (read.gone.size === 0)
        return { listed, matches, contents: read.contents, unread: read.unread };
    const there = listed.filter(({ uid }) => !read.gone.has(uid));
    return compareWith(there, { desired, state, everything, options, lists });
}
/** A wrong id lists as an empty workspace elsewhere in the API: it is asked for before anything else. */
async function findWorkspace({ postman, workspace }) {
    try {
        return await postman.workspace(workspace);
    }
    catch (error) {
        if (!(error instanceof errors/* PostmanError */.Bk && error.code === 'not-found'))
            throw error;
        const seen = await postman.workspaces();
        const names = seen.slice(0, 20).map(({ id, name }) => `${name} (${id})`);
        throw new model_problem/* ProblemsError */.FQ([
            {
                message: `workspace: there is no workspace ${workspace} that this key can see`,
                remedy: names.length > 0
                    ? `The key sees: ${names.join(', ')}.`
                    : 'The key sees no workspace at all; check whose key it is.',
            },
        ]);
    }
}
/** The state of this project, from every environment that holds one; every run writes to the same of them. */
async function readOwnState(everything, { postman, project }) {
    const holders = everything
        .filter((one) => isState(one) && projectOf(one.name) === project)
        .sort((a, b) => (a.uid < b.uid ? -1 : 1));
    return mergeStates(await mapLimited(holders, list_resources_PARALLEL, (holder) => readState(holder, postman)));
}
async function readState(holder, postman) {
    try {
        return decodeState(holder.uid, await postman.fetch(holder));
    }
    catch (error) {
        if (error instanceof errors/* PostmanError */.Bk && error.code === 'not-found')
            return EMPTY_STATE;
        throw error;
    }
}
/** What other projects manage matters only where a resource is not our own already; their states are read only then. */
async function identify(desired, { listed, state, everything, options }) {
    const { mapping } = options;
    const first = resolveIdentities(desired.resources, { listed, state, mapping, taken: new Map() });
    const own = new Set([...state.entries.values()].map((entry) => entry.uid));
    const adopts = [...first.matches.values()].some((match) => !own.has(match.uid));
    if (!adopts && first.problems.length === 0)
        return first;
    const taken = await readTaken(everything, options);
    return taken.size === 0 ? first : resolveIdentities(desired.resources, { listed, state, mapping, taken });
}
async function readTaken(everything, { postman, project }) {
    const others = everything.filter((one) => isState(one) && projectOf(one.name) !== project);
    const states = await mapLimited(others, list_resources_PARALLEL, async (holder) => ({
        holder,
        state: await readState(holder, postman),
    }));
    return new Map(states.flatMap(({ holder, state }) => [...state.entries.values()].map((entry) => [entry.uid, projectOf(holder.name) ?? ''])));
}

;// CONCATENATED MODULE: ./build/core/plan/next-state.js



/** What is to be recorded after an apply: what was applied, what was found in step, and what nobody touched. */
function nextEntries(observed, { outcomes, commit, now, }) {
    const entries = new Map(untouched(observed, outcomes));
    for (const outcome of outcomes) {
        const { change } = outcome;
        if (change.action === 'delete') {
            const entry = observed.state.entries.get(change.path);
            const key = change.replacedBy && entries.has(change.path) ? `${change.path}${REPLACED}` : change.path;
            if (outcome.status !== 'applied' && entry)
                entries.set(key, entry);
        }
        else {
            const entry = entryFor(outcome, { change, observed, commit, now });
            if (entry)
                entries.set(change.after.file.path, entry);
        }
    }
    return entries;
}
/** Entries of files that are not in the plan, as long as their resource is still there and no moved file has taken it over. */
function untouched({ state, listed }, outcomes) {
    const planned = new Set(outcomes.map(({ change }) => (change.action === 'delete' ? change.path : change.after.file.path)));
    const taken = new Set(outcomes.flatMap(({ change }) => ('before' in change ? [change.before.uid] : [])));
    const there = new Set(listed.map((one) => one.uid));
    return [...state.entries].filter(([path, { uid }]) => !planned.has(path) && !taken.has(uid) && there.has(uid));
}
function entryFor(outcome, { change, observed, commit, now }) {
    const uid = outcome.status === 'applied' ? outcome.uid : 'before' in change ? change.before.uid : undefined;
    if (uid === undefined)
        return undefined;
    const known = entryOf(change.after, { observed, uid });
    const inStep = outcome.status === 'applied' || (change.action === 'none' && !change.drifted);
    if (!inStep || (change.action === 'none' && change.sent === undefined))
        return known;
    const looked = outcome.status === 'applied' ? outcome.sent : undefined;
    const given = looked ?? ('sent' in change ? change.sent : undefined);
    const sent = given === change.after.fingerprint ? undefined : given;
    return (0,json/* omitUndefined */.Oy)({
        kind: change.after.kind,
        uid,
        fingerprint: change.after.fingerprint,
        sent,
        created: known?.created ?? change.action === 'create',
        commit,
        time: outcome.status === 'applied' ? outcome.at : now,
    });
}

;// CONCATENATED MODULE: ./build/sync/write-state.js







/** Whether another run has written the state since it was observed: then the plan may be out of date. */
async function stateMoved(observed, options) {
    const { state } = observed;
    const name = stateName(options.project);
    const holders = state.holders.length > 0
        ? state.holders.map((uid) => ({ kind: 'environment', uid, name }))
        : (await options.postman.workspace(options.workspace)).resources;
    const now = await readOwnState(holders, options);
    return !sameEntries(now.entries, state.entries);
}
/** Writes the state after an apply, if it says something new; answers what there is to know. Throws a PostmanError when it cannot. */
async function recordState(observed, { outcomes, commit, options, }) {
    const { postman, project } = options;
    const { state } = observed;
    const entries = nextEntries(observed, { outcomes, commit, now: postman.serverNow() });
    // The time of a write counts, too: an older one vouches for nothing, and the resource would be fetched by every run.
    const wrote = outcomes.some(({ status }) => status === 'applied');
    if (!wrote && sameEntries(entries, state.entries) && state.unreadable === 0)
        return [];
    if (entries.size === 0 && !state.uid)
        return [];
    const content = encodeState(project, entries);
    const upload = { kind: 'environment', name: stateName(project), content, isRecord: true };
    if (state.uid) {
        await replaceVerified(upload, state.uid, options);
        return [];
    }
    const uid = await createOnce(upload, { ...options, known: new Set(observed.listed.map((one) => one.uid)) });
    return (await isListed(uid, options).catch(unlessDefect)) ? [] : [NOT_LISTED];
}
/** The state is written: that it cannot be looked for, because the month has ended, say, takes nothing away. */
function unlessDefect(error) {
    if (error instanceof errors/* PostmanError */.Bk)
        return true;
    throw error;
}
const NOT_LISTED = {
    level: 'warning',
    message: 'Postman does not list the state of this project yet: a run that begins before it does would create everything again. Wait a few minutes before the next apply.',
};
/** A run that did not see the first state would take itself for the first one: it is looked for until a list names it. */
async function isListed(uid, { postman, clock, workspace }) {
    for (let look = 0; look < MAX_POLLS; look += 1) {
        const seen = (list) => list.some((one) => one.uid === uid);
        if (seen((await postman.workspace(workspace)).resources))
            return true;
        if (seen(await postman.list('environment', workspace)))
            return true;
        await clock.sleep(pauseBefore(look));
    }
    return false;
}

;// CONCATENATED MODULE: ./build/sync/sync-workspace.js











/**
 * Compares the workspace with the repository and, for `apply`, changes it and records that. Undefined where the settings
 * name no workspace. Never rejects: a failure at Postman does not keep the suites from running, which need only the files.
 */
async function syncWorkspace(settings, { repository, ports }) {
    const { target, sync: policy } = settings;
    const { postman, clock } = ports;
    if (!target || !postman)
        return undefined;
    const { mapping } = repository.material;
    const options = { ...target, postman, clock, verify: policy.verify, mapping };
    const syncing = { repository, ports, postman, options };
    const scanned = await refuseCredentials(settings, syncing).catch(failedStep);
    if (scanned.errors.length > 0)
        return scanned;
    const planned = await observeAndPlan(settings, syncing).catch(failedStep);
    const applied = settings.command === 'apply' && planned.errors.length === 0 && planned.plan && planned.observed
        ? await applyAndRecord(settings, { ...syncing, plan: planned.plan, observed: planned.observed }).catch(failedStep)
        : NOTHING;
    const notices = [...scanned.notices, ...planned.notices, ...applied.notices];
    const { observed: _observed, ...plan } = planned;
    return { ...plan, ...applied, notices, errors: [...planned.errors, ...applied.errors] };
}
/** Before the first call: a credential that was sent once is no longer confidential. */
async function refuseCredentials(settings, { repository, ports }) {
    const scan = { scanner: ports.scanner, policy: settings.sync };
    const { problems, notices } = await scanForCredentials(repository.desired, scan);
    return { notices, errors: problems.length > 0 ? [new model_problem/* ProblemsError */.FQ(problems)] : [] };
}
/** How often to start over when other runs keep writing the state. */
const sync_workspace_TRIES = 3;
/** Observes and plans; starts over where another run has written the state before the first write of this one. */
async function observeAndPlan(settings, { repository: { desired }, options, ports }) {
    for (let tries = 1;; tries += 1) {
        const observed = await observe(desired, options);
        const plan = await withoutCredentials(planSync(desired, observed, settings.sync), ports.scanner);
        const planned = { workspace: observed.workspace, plan, observed };
        const notices = [...plan.notices, ...stateNotices(observed)];
        if (plan.problems.length > 0)
            return { ...planned, notices, errors: [new model_problem/* ProblemsError */.FQ(plan.problems)] };
        try {
            const writes = settings.command === 'apply' && plan.cost > 0;
            if (!writes || !(await stateMoved(observed, options)))
                return { ...planned, notices, errors: [] };
            if (tries === sync_workspace_TRIES)
                throw KEPT_MOVING;
        }
        catch (error) {
            return { ...planned, ...failedStep(error) };
        }
    }
}
const KEPT_MOVING = new errors/* PostmanError */.Bk({
    code: 'conflict',
    message: 'Other runs of this project kept changing its state; nothing was written.',
    remedy: 'Let them finish, and run it again; a concurrency group in the workflow keeps runs from racing each other.',
});
function stateNotices({ state }) {
    return [
        ...(state.unreadable > 0 ? [unreadable(state)] : []),
        ...(state.holders.length > 1 ? [severalHolders(state)] : []),
    ];
}
/** Two first applies that raced each other have each made one. */
function severalHolders({ holders: [kept, ...others] }) {
    const message = `The workspace holds ${others.length + 1} states of this project; they are read as one, and written to ${kept}. Delete the others in Postman (${others.join(', ')}), and look for resources that exist twice.`;
    return { level: 'warning', message };
}
function unreadable(state) {
    const message = `The recorded state could not be read in ${state.unreadable} place(s): it is rebuilt by comparing with what is in Postman.`;
    return { level: 'warning', message };
}
/** Applies a plan, unless drift or the quota forbids it, and records what was applied. */
async function applyAndRecord(settings, applying) {
    const { plan, postman, repository } = applying;
    if (settings.sync.onDrift === 'fail' && plan.changes.some(isDrifted))
        return { ...NOTHING, outcomes: skipAll(plan, 'drift') };
    const monitors = repository.monitors.length;
    const account = await accountFor(plan, { postman, monitors });
    const known = account ? { account } : {};
    const quota = (0,limits/* quotaOf */.Ot)({ limits: postman.use().limits, usage: account?.usage ?? [] });
    const cost = { writes: Math.max(0, plan.cost - LOOKED), monitors };
    const refused = quotaRefusal(cost, quota, settings.sync);
    if (refused)
        return { ...failedStep(refused), ...known, outcomes: skipAll(plan, 'quota') };
    return { ...(await writeAll(settings, applying)), ...known };
}
/** Whatever was applied is recorded, also where the run was stopped in between. */
async function writeAll(settings, { plan, observed, options, ports }) {
    const { backups, signal } = ports;
    const outcomes = await applyPlan(plan, { observed, options: { ...options, backups, ...(signal ? { signal } : {}) } });
    try {
        const notices = await recordState(observed, { outcomes, commit: settings.commit, options });
        const left = outcomes.filter((outcome) => outcome.status === 'skipped' && outcome.reason === 'stopped').length;
        return { outcomes, notices, errors: left > 0 ? [stopped(left, outcomes)] : [] };
    }
    catch (error) {
        const wrote = outcomes.some(({ status }) => status === 'applied');
        return { outcomes, notices: wrote ? [UNRECORDED] : [], errors: [error] };
    }
}
const stopped = (left, outcomes) => new errors/* OutsideError */.Cp('sync', {
    message: `The run was stopped from outside: ${left} of ${outcomes.filter(isWrite).length} changes were not begun.`,
    remedy: 'Run it again: it does the rest.',
});
const isWrite = ({ change }) => change.action !== 'none';
const UNRECORDED = {
    level: 'warning',
    message: 'What was applied could not be recorded in the workspace: the next apply finds it by its names.',
};
/** Of a plan's cost, the call that looked at the state again has been made by now. */
const LOOKED = 1;
/** From this number of changes on, asking for the quota is worth a call beyond the two of each change. */
const MANY = 20;
/**
 * The answer of `GET /me`, for the remaining monthly quota where no header has told it. A few plain updates skip that
 * call: it would spend the quota it protects.
 */
async function accountFor(plan, { postman, monitors }) {
    const steps = plan.changes.filter(({ action }) => action !== 'none').length + monitors;
    const worthIt = monitors > 0 || steps >= MANY || plan.changes.some(({ action }) => action === 'create');
    if (postman.use().limits.month || steps < 2 || !worthIt)
        return undefined;
    try {
        return await postman.me();
    }
    catch (error) {
        if (!(error instanceof errors/* PostmanError */.Bk) || (0,errors/* endsAllCalls */.jq)(error))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/sync/run-command.js








/** Runs a command and reports on it; an exception on the way is part of the report. */
async function runCommand(settings, ports, version) {
    const { command, sync: policy, notices } = settings;
    const startedAt = ports.clock.now();
    const result = await COMMANDS[command](settings, ports).catch(failedStep);
    const { project, commit } = settings;
    const run = (0,json/* omitUndefined */.Oy)({ command, project, commit, version, startedAt, endedAt: ports.clock.now() });
    const api = ports.postman?.use() ?? NO_CALLS;
    return buildReport({ run, policy, result: { ...result, notices: [...notices, ...result.notices] }, api });
}
const NO_CALLS = { limits: {}, apiCalls: 0, waitedMs: 0 };
/** Synchronizes the workspace, where the settings name one, and then runs the suites. Wrong material ends it before the suites. */
const syncAndTest = async (settings, ports) => {
    const repository = await readRepository(settings, ports);
    const sync = await syncWorkspace(settings, { repository, ports });
    if (sync && problemsIn(sync.errors).length > 0)
        return { ...NOTHING, sync };
    const tests = await runTests(settings, { repository, ports, sync });
    return { ...NOTHING, ...(sync ? { sync } : {}), tests };
};
const postReport = async (settings, { relay }) => {
    if (!relay)
        throw new model_problem/* ProblemsError */.FQ([NO_PULL_REQUESTS]);
    return { notices: await relay(settings), errors: [] };
};
const NO_PULL_REQUESTS = {
    message: 'comment: there are no pull requests outside GitHub Actions',
    remedy: 'Use it in a workflow on workflow_run or pull_request; elsewhere, publish report-dir as an artifact.',
};
/** `pull` is refused by the settings until it is supported. */
const COMMANDS = {
    plan: syncAndTest,
    apply: syncAndTest,
    test: syncAndTest,
    pull: syncAndTest,
    status: readStatus,
    comment: postReport,
};

// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(58508);
// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(73382);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/files/paths.js

/** A path with forward slashes. */
const slashed = (path) => (external_node_path_.sep === '\\' ? path.replaceAll('\\', '/') : path);
/** A path relative to a folder, with forward slashes; one outside the folder keeps its `../`. */
const relativeTo = (folder, path) => slashed((0,external_node_path_.relative)(folder, (0,external_node_path_.resolve)(folder, path)));
/** A pattern as the configuration means it: below the configuration's folder. */
const based = (base, pattern) => base === '' || (0,external_node_path_.isAbsolute)(pattern) ? pattern : external_node_path_.posix.normalize(`${base}/${pattern}`);

;// CONCATENATED MODULE: ./build/files/find.js





/** The files of all selections, each once and in order of their paths; an explicit selection that matches nothing is a problem. */
async function findFiles(selections, options) {
    const found = new Map();
    const problems = [];
    const exclude = [...options.exclude, ...selections.filter(isExclusion).flatMap(excluded)];
    for (const selection of selections.filter((one) => !isExclusion(one))) {
        const matches = await match(selection, { ...options, exclude });
        if (matches.length === 0 && selection.explicit)
            problems.push(await matchesNothing(selection, options));
        if (matches.length > 1 && selection.uid)
            problems.push(pinsSeveral(selection, matches));
        for (const one of matches) {
            const known = found.get(one.target);
            found.set(one.target, { ...nearer(known, one), selection: narrower(known?.selection, selection) });
        }
    }
    return { files: [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}
/** `!legacy/**` takes files out of what all other patterns match; `!(a|b).json` is a pattern like any other. */
const isExclusion = ({ pattern }) => /^!(?!\()/.test(pattern);
const excluded = ({ pattern, base }) => {
    const written = asGlob(pattern.slice(1));
    return [based((0,dist/* escapePath */.ft)(base), written), written];
};
const asGlob = (pattern) => pattern.replaceAll('\\', '/').replace(/^\.\//, '');
/** Relative to the configuration's folder; a pattern that matches nothing there is tried from the working directory. */
async function match({ pattern, base }, options) {
    const written = asGlob(pattern);
    // The folder is a path, whatever its name looks like.
    const matches = await matchFrom(based((0,dist/* escapePath */.ft)(base), written), options);
    return matches.length > 0 || base === '' ? matches : matchFrom(written, options);
}
async function matchFrom(pattern, { cwd, exclude }) {
    const paths = await (0,dist/* glob */.TI)(pattern, {
        cwd,
        ignore: [...exclude],
        onlyFiles: true,
        dot: true,
        expandDirectories: false,
        fs: { stat: statOfFile },
    });
    const root = await (0,promises_.realpath)(cwd);
    const targets = new Map();
    for (const path of paths.map((one) => relativeTo(cwd, one)).sort()) {
        const target = await (0,promises_.realpath)((0,external_node_path_.resolve)(cwd, path));
        const isLink = target !== (0,external_node_path_.resolve)(root, path);
        targets.set(target, nearer(targets.get(target), { path, target, isLink }));
    }
    return [...targets.values()];
}
/** A link to a file is followed, one to a folder is not: `loop -> ..` would lead to every file again, past `exclude`. */
const statOfFile = ((path, done) => (0,external_node_fs_.stat)(path, (error, stats) => stats?.isDirectory() ? done(new Error(`${path} is a folder`)) : done(error, stats)));
/** A file that is matched beside a link to it counts once, by its own name. */
const nearer = (known, next) => (known && next.isLink ? known : next);
/** A selection that says more about a file (an identity, values) wins over a glob that only matches it. */
const narrower = (known, next) => known && (known.uid || known.values) && !(next.uid || next.values) ? known : next;
async function matchesNothing({ pattern, base, place }, { cwd }) {
    const stats = await (0,promises_.stat)((0,external_node_path_.resolve)(cwd, based(base, pattern))).catch(() => undefined);
    const remedy = stats?.isDirectory()
        ? `It is a folder: name the files in it, such as ${pattern.replace(/[\\/]+$/, '')}/*.json.`
        : 'Correct the path or glob, or remove it.';
    return { message: `"${pattern}" matches no file`, remedy, ...place };
}
const pinsSeveral = ({ pattern, uid, place }, matches) => ({
    message: `"${pattern}" is pinned to ${uid}, and matches ${matches.length} files: ${matches.map(({ path }) => path).join(', ')}`,
    remedy: 'Pin a single file.',
    ...place,
});

// EXTERNAL MODULE: ./build/core/lib/json-positions.js
var json_positions = __webpack_require__(40151);
;// CONCATENATED MODULE: ./build/files/lint-json.js

/**
 * What `JSON.parse` changes without a word: of two keys of one name the first is lost, a number that no double holds becomes
 * another one. Takes a valid JSON text and passes over it once, building no document: it takes less time than parsing.
 */
function lintJson(path, text) {
    const problems = [];
    let last = { offset: 0, position: { line: 1, column: 1 } };
    walk(text, (offset, fault) => {
        last = { offset, position: (0,json_positions/* positionAt */.t$)(text, offset, last) };
        problems.push({ path, position: last.position, ...fault });
    });
    return problems;
}
function walk(text, report) {
    const keys = new Keys();
    for (let at = 0, end = 0; at < text.length; at = end) {
        const sign = text.charCodeAt(at);
        let fault;
        end = at + 1;
        if (sign === QUOTE) {
            end = (0,json_positions/* endOfString */.ap)(text, at);
            if (keys.areExpected)
                fault = keys.add(text.slice(at, end));
        }
        else if (sign === MINUS || isDigit(sign)) {
            end = endOfNumber(text, end);
            fault = faultOf(text.slice(at, end));
        }
        else {
            keys.pass(sign);
        }
        if (fault)
            report(at, fault);
    }
}
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/** Of `1.5e+10`, `1E-7`. */
const SIGNS_IN_NUMBERS = new Set(Array.from('.eE+-', (sign) => sign.charCodeAt(0)));
const isDigit = (sign) => sign >= 0x30 && sign <= 0x39;
/** The keys of the object that the walk is in, and of those around it. */
class Keys {
    areExpected = false;
    /** Undefined in an array. */
    #here;
    #around = [];
    pass(sign) {
        if (sign === OPEN_OBJECT || sign === OPEN_ARRAY) {
            this.#around.push(this.#here);
            this.#here = sign === OPEN_OBJECT ? new Set() : undefined;
            this.areExpected = sign === OPEN_OBJECT;
        }
        else if (sign === CLOSE_OBJECT || sign === CLOSE_ARRAY) {
            this.#here = this.#around.pop();
            this.areExpected = false;
        }
        else if (sign === COMMA) {
            this.areExpected = this.#here !== undefined;
        }
    }
    /** Takes a key in its quotes. */
    add(quoted) {
        const name = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
        const isRepeated = this.#here?.has(name);
        this.#here?.add(name);
        this.areExpected = false;
        return isRepeated ? lint_json_repeated(name) : undefined;
    }
}
function endOfNumber(text, start) {
    let end = start;
    for (let sign = text.charCodeAt(end); isDigit(sign) || SIGNS_IN_NUMBERS.has(sign); sign = text.charCodeAt(end))
        end += 1;
    return end;
}
const lint_json_repeated = (name) => ({
    message: `The key "${name}" stands in its object already`,
    remedy: 'Keep one of the two: of both, only the last would be sent.',
});
/** So many digits fit into any double. */
const SAFE = 15;
/** The number itself is not named: it may be a secret. */
function faultOf(number) {
    if (number.length <= SAFE && !/e/i.test(number))
        return undefined;
    const why = whyLost(number);
    return why === undefined
        ? undefined
        : { message: `A number cannot be kept as it is written: ${why}`, remedy: 'Write it as a string, in quotes.' };
}
/** Superfluous digits of a decimal are no loss: nobody means them. */
function whyLost(written) {
    const value = Number(written);
    if (!Number.isFinite(value))
        return 'it is larger than a double can be';
    if (value === 0)
        return /^[^e]*[1-9]/i.test(written) ? 'it is smaller than a double can be' : undefined;
    const isKept = /[.e]/i.test(written) || significant(written) === significant(String(value));
    return isKept ? undefined : 'it has more digits than a double can hold';
}
/** `-1200` and `-1.2e+3` → `12`. */
const significant = (number) => number.replace(/e.*|[-.]/g, '').replace(/0+$/, '');

;// CONCATENATED MODULE: ./build/files/parse.js







/** Reads and parses one JSON file. */
async function readSource(path, cwd) {
    const full = (0,external_node_path_.resolve)(cwd, path);
    let bytes;
    try {
        bytes = await (0,promises_.readFile)(full);
    }
    catch (error) {
        return refuse({
            path,
            message: `The file cannot be read (${codeOf(error)})`,
            remedy: 'Check that it exists and may be read.',
        });
    }
    const text = decode(bytes);
    if (text === undefined)
        return refuse({ path, message: 'The file is not UTF-8 text', remedy: 'Save it as UTF-8.' });
    return parse_parse(text, { path, full, bytes: bytes.byteLength });
}
function parse_parse(text, { path, full, bytes }) {
    let content;
    try {
        content = JSON.parse(text);
    }
    catch (error) {
        return refuse(syntaxProblem(path, { text, error }));
    }
    if (!(0,json/* isObject */.Gv)(content))
        return refuse({ path, message: 'The file holds no JSON object', remedy: 'Export it from Postman again.' });
    return { source: { path, content, bytes, locate: lazyLocator(full) }, problems: lintJson(path, text) };
}
/** Positions are needed for failures only: the text is not kept, but read again then. */
function lazyLocator(full) {
    let locate;
    return (at) => {
        locate ??= (0,json_positions/* jsonLocator */.JB)(decode((0,external_node_fs_.readFileSync)(full)) ?? '');
        return locate(at);
    };
}
const BOM = /^\uFEFF/;
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(BOM, '');
    }
    catch {
        return undefined;
    }
}
/** V8 names the offset in its message; where it does not, the text ended too early. */
function syntaxProblem(path, { text, error }) {
    const said = (0,errors/* messageOf */.bD)(error);
    const [, digits] = /at position (\d+)/.exec(said) ?? [];
    const offset = digits === undefined ? text.length : Number(digits);
    const reason = text.trim() === '' ? 'it is empty' : said.replace(/ in JSON at position.*$| \(line \d+ column \d+\)$|, ".*$/s, '');
    return {
        path,
        position: (0,json_positions/* positionAt */.t$)(text, offset),
        message: `The file is not valid JSON: ${reason}`,
        remedy: 'Mend it at this place, or export it from Postman again.',
    };
}
const refuse = (problem) => ({ problems: [problem] });
const codeOf = (error) => String(error.code ?? error);

// EXTERNAL MODULE: ./build/core/lib/positions.js
var positions = __webpack_require__(55414);
;// CONCATENATED MODULE: ./build/files/postman-mapping.js





/** Where Postman's app and CLI keep which local path is which cloud resource. */
const FILE = '.postman/resources.yaml';
/** The mapping of `.postman/resources.yaml`: local path → cloud id. Empty without that file, or where it is for another workspace. */
async function readMapping(cwd, workspace) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(cwd, FILE), 'utf8').catch(() => undefined);
    if (text === undefined)
        return { ok: true, value: new Map() };
    const document = (0,positions.parseWithPositions)(text);
    if (document.syntaxErrors.length > 0) {
        const remedy = "Mend it, or delete it: it is Postman's own file and only helps to recognize resources.";
        const problems = document.syntaxErrors.map(({ message, position }) => ({
            path: FILE,
            position,
            message: `Not valid YAML: ${message}`,
            remedy,
        }));
        return { ok: false, problems };
    }
    const root = document.value();
    if (!(0,json/* isObject */.Gv)(root) || isForeign(root, workspace))
        return { ok: true, value: new Map() };
    return { ok: true, value: new Map([...idsIn(root.cloudResources), ...idsIn(root.canonical)]) };
}
function isForeign(root, workspace) {
    const { workspace: named } = root;
    const id = (0,json/* isObject */.Gv)(named) ? named.id : undefined;
    return typeof id === 'string' && workspace !== undefined && (0,model_ids/* bareId */.yW)(id) !== (0,model_ids/* bareId */.yW)(workspace);
}
/** Paths are keys, relative to the folder of the file; ids are their values, plain or under `id` or `uid`. */
function idsIn(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    return Object.entries(value).flatMap(([key, entry]) => {
        const id = (0,json/* isObject */.Gv)(entry) ? (entry.uid ?? entry.id) : entry;
        if (typeof id === 'string' && (0,model_ids/* isUid */.hO)(id))
            return [[external_node_path_.posix.normalize(external_node_path_.posix.join('.postman', key.replaceAll('\\', '/'))), id]];
        return idsIn(entry);
    });
}

;// CONCATENATED MODULE: ./build/files/read.js





/** Reads the repository below a folder. */
function createFiles(cwd, workspace) {
    return { read: (settings) => read(settings, { cwd, workspace }) };
}
async function read(settings, { cwd, workspace }) {
    const options = { cwd, exclude: settings.exclude };
    const collections = await findFiles(settings.collections, options);
    const environments = await findFiles(settings.environments, options);
    const globals = await findFiles(settings.globals ? [settings.globals] : [], options);
    const mapping = await readMapping(cwd, workspace);
    const all = [
        ...(await loadAll('collection', collections.files, cwd)),
        ...(await loadAll('environment', environments.files, cwd)),
        ...(await loadAll('globals', globals.files, cwd)),
    ];
    const problems = [...collections.problems, ...environments.problems, ...globals.problems];
    if (all.length === 0 && problems.length === 0)
        problems.push(await nothingFound(settings, options));
    problems.push(...all.flatMap((one) => one.problems), ...(mapping.ok ? [] : mapping.problems));
    return {
        problems,
        loaded: all.flatMap((one) => one.loaded ?? []),
        mapping: mapping.ok ? mapping.value : new Map(),
        runValues: runValuesOf(environments.files),
    };
}
async function loadAll(kind, files, cwd) {
    return Promise.all(files.map(async ({ path, selection }) => {
        const { source, problems } = await readSource(path, cwd);
        if (!source)
            return { problems };
        const uploads = valuesOf(selection.values, (value) => value.upload);
        const loaded = (0,json/* omitUndefined */.Oy)({
            kind,
            file: source,
            pinned: selection.uid && (0,json/* omitUndefined */.Oy)({ uid: selection.uid, place: selection.place }),
            uploads: uploads.size > 0 ? uploads : undefined,
        });
        return { loaded, problems };
    }));
}
const runValuesOf = (files) => new Map(files.map(({ path, selection }) => [path, valuesOf(selection.values, () => true)]));
const valuesOf = (values, keep) => new Map([...(values ?? [])].filter(([, value]) => keep(value)).map(([name, value]) => [name, value.value]));
/** Nothing at all: a typo, or the format that only Postman's app and CLI understand. */
async function nothingFound({ collections, environments }, { cwd, exclude }) {
    const [definition] = await (0,dist/* glob */.TI)('**/.resources/definition.yaml', {
        cwd,
        ignore: [...exclude],
        dot: true,
        followSymbolicLinks: false,
    });
    if (definition) {
        return {
            message: "The repository holds collections in Postman's multi-file format (v3), which the Postman API does not take",
            remedy: 'Export them as "Collection v2.1" JSON files, and name those in collections.',
            path: definition,
        };
    }
    const globs = [...collections, ...environments].map(({ pattern }) => pattern).join(', ');
    return {
        message: `No file matches ${globs}`,
        remedy: 'Name the files in collections and environments, as globs relative to the working directory.',
    };
}

;// CONCATENATED MODULE: ./build/files/write.js


/** Writes a text, making the folders it lies in. */
async function writeText(path, text) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, text);
}
/** Keeps backups as `backup/<kind>/<name>-<uid>.json` below the report folder; an earlier one of other content is set aside. */
function createBackups(cwd, reportDir) {
    return {
        keep: async (resource) => {
            const path = (0,external_node_path_.join)(reportDir, 'backup', resource.kind, `${fileName(resource)}.json`);
            try {
                const text = `${JSON.stringify(resource.content, null, 2)}\n`;
                await setAside((0,external_node_path_.resolve)(cwd, path), text);
                await writeText((0,external_node_path_.resolve)(cwd, path), text);
                return path;
            }
            catch (cause) {
                const reason = String(cause.code ?? cause);
                throw new Error(`its backup cannot be written to ${path} (${reason})`, { cause });
            }
        },
    };
}
/** A report folder that outlives a run still holds what the run before has overwritten. */
async function setAside(path, text) {
    const earlier = await (0,promises_.readFile)(path, 'utf8').catch(() => text);
    if (earlier === text)
        return;
    const written = (await (0,promises_.stat)(path)).mtime.toISOString().replace(/[:.]/g, '-');
    await (0,promises_.rename)(path, path.replace(/\.json$/, `.${written}.json`));
}
/** Names come from Postman: what no file system takes, or what would lead elsewhere, is replaced. */
const fileName = ({ name, uid }) => `${safe(name).slice(0, 100)}-${safe(uid)}`;
const safe = (text) => text
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^\.+/, '_')
    .trim() || '_';

// EXTERNAL MODULE: ./build/core/lib/duration.js
var duration = __webpack_require__(22184);
;// CONCATENATED MODULE: ./build/run/progress.js



/** Failures that are shown in the log; the report has all. */
const SHOWN = 50;
/** One line for a finished suite: `✓ Orders on staging · 12 requests · 30 assertions · 1.2 s`. */
function titleOf({ suite, status, flaky, blocking, attempt, earlier }) {
    const { requests, assertions, failures } = attempt;
    const parts = [
        `${status === 'passed' ? '✓' : '✗'} ${suite}`,
        ...(failures.length > 0 ? [counted(failures.length, 'failure')] : []),
        counted(requests.total, 'request'),
        counted(assertions.total, 'assertion'),
        ...(attempt.iterations > 1 ? [counted(attempt.iterations, 'iteration')] : []),
        (0,duration/* duration */.p)(attempt.durationMs),
        ...(flaky ? [`flaky: passed at attempt ${earlier.length + 1}`] : []),
        ...(blocking ? [] : ['not blocking']),
    ];
    return parts.join(' · ');
}
/** What stands under the title: failures, warnings, and what the scripts wrote. */
function detailsOf({ attempt, earlier }, output) {
    const left = attempt.failures.length - SHOWN;
    return [
        ...earlier.map((one, index) => `attempt ${index + 1}: ${counted(one.failures.length, 'failure')}, ${(0,duration/* duration */.p)(one.durationMs)}`),
        ...attempt.failures.slice(0, SHOWN).map((failure) => `✗ ${lineOf(failure)}`),
        ...(left > 0 ? [`… and ${counted(left, 'more failure')}; all of them are in the report`] : []),
        ...attempt.warnings.slice(0, SHOWN).map((failure) => `! ${lineOf(failure)}`),
        ...timesOf(attempt),
        ...output.map((text) => `  ${text}`),
    ].flatMap(indented);
}
/** The lines of a text, those after the first further in: none of them is taken for an entry of its own. */
const indented = (text) => text
    .trimEnd()
    .split(/\r\n?|\n/)
    .map((line, index) => (index === 0 ? line : `    ${line}`));
/** A failure in one line: where, what, and the place in the file. */
function lineOf({ iteration, path, request, assertion, message, file, position }) {
    const where = [...path, ...(request === undefined ? [] : [request])].join(' / ');
    const place = (0,model_problem/* placeOf */.$t)((0,json/* omitUndefined */.Oy)({ path: file, position }));
    const parts = [
        ...(where === '' ? [] : [iteration !== undefined && iteration > 1 ? `${where} (iteration ${iteration})` : where]),
        ...(assertion === undefined ? [] : [assertion]),
        message,
    ];
    return `${parts.join(' · ')}${place === '' ? '' : ` (${place})`}`;
}
const timesOf = ({ responseTimes }) => responseTimes
    ? [`response times: mean ${responseTimes.mean} ms, p95 ${responseTimes.p95} ms, max ${responseTimes.max} ms`]
    : [];
/** `1 request`, `2 requests`. */
const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./build/run/live-lines.js

/** At most so often is the terminal written to, in milliseconds. */
const REDRAW_MS = 100;
/** One line for each running suite at the bottom of a terminal, kept below everything else that is written. */
class LiveLines {
    #terminal;
    #clock;
    #running = new Map();
    #drawn = 0;
    #drawnAt = 0;
    constructor(terminal, clock) {
        this.#terminal = terminal;
        this.#clock = clock;
    }
    /** Shows how far a suite is. */
    set(index, running) {
        this.#running.set(index, running);
        if (this.#clock.now() - this.#drawnAt >= REDRAW_MS)
            this.#draw();
    }
    /** Takes the line of a suite away. */
    remove(index) {
        this.#running.delete(index);
        this.#draw();
    }
    /** Writes something else, above the lines. */
    above(write) {
        this.clear();
        write();
        this.#draw();
    }
    /** Takes all lines away. */
    clear() {
        if (this.#drawn > 0)
            this.#terminal.write(`\u001b[${this.#drawn}A\u001b[0J`);
        this.#drawn = 0;
    }
    #draw() {
        this.clear();
        const width = Math.max((this.#terminal.columns ?? 80) - 1, 20);
        const lines = [...this.#running.values()].map((running) => live_lines_lineOf(running).slice(0, width));
        if (lines.length > 0)
            this.#terminal.write(`${lines.join('\n')}\n`);
        this.#drawn = lines.length;
        this.#drawnAt = this.#clock.now();
    }
}
/** Names come from files: nothing in them may steer the terminal. */
const live_lines_lineOf = ({ suite, requests, failures, place }) => {
    const parts = [
        `▸ ${suite}`,
        counted(requests, 'request'),
        ...(failures > 0 ? [counted(failures, 'failure')] : []),
        place?.request ?? '',
    ];
    return parts
        .filter((part) => part !== '')
        .join(' · ')
        .replace(/\p{C}/gu, ' ');
};

// EXTERNAL MODULE: ./build/run/data.js
var data = __webpack_require__(91548);
;// CONCATENATED MODULE: ./build/run/preflight/folders.js

/** Longest list of names in a message. */
const folders_SHOWN = 20;
/** The first wanted folder or request that a collection lacks, and those that it has; undefined when all are there. */
function missingFolder(collection, wanted) {
    if (wanted.length === 0)
        return undefined;
    const { folders, names } = namesIn(collection);
    const name = wanted.find((each) => !names.has(each));
    if (name === undefined)
        return undefined;
    return { name, remedy: folders.length === 0 ? 'It has no folders.' : `Its folders are ${listed(folders)}.` };
}
/** Folders in document order; names and ids of folders and requests, as Newman looks them up. */
function namesIn(collection) {
    const folders = [];
    const names = new Set();
    const visit = (parent) => {
        for (const item of (0,json/* objectsOf */.iZ)(parent.item)) {
            for (const key of [item.name, item.id, item._postman_id])
                if ((0,json/* textOf */.b6)(key))
                    names.add(String(key));
            if (Array.isArray(item.item))
                folders.push((0,json/* textOf */.b6)(item.name) ?? '(unnamed)');
            visit(item);
        }
    };
    visit(collection);
    return { folders, names };
}
const listed = (names) => {
    const more = names.length > folders_SHOWN ? `, and ${names.length - folders_SHOWN} more` : '';
    return (names
        .slice(0, folders_SHOWN)
        .map((name) => `"${name}"`)
        .join(', ') + more);
};

;// CONCATENATED MODULE: ./build/run/preflight/check.js





/** Everything that suites name and that is not there, or cannot be used; paths are relative to the workspace. */
async function checkSuites(suites, workspace) {
    const found = await Promise.all(suites.map(async (suite) => (await complaintsAbout(suite, workspace)).map((one) => ({ ...one, ...suite.place }))));
    return found.flat();
}
async function complaintsAbout({ collection, options }, workspace) {
    const folder = missingFolder(collection.content, options.folder);
    const complaints = await Promise.all([
        checkData(options.iterationData, workspace),
        checkFile('ssl-client-cert', { path: options.sslClientCert, workspace }),
        checkFile('ssl-client-key', { path: options.sslClientKey, workspace }),
        checkFile('ssl-extra-ca-certs', { path: options.sslExtraCaCerts, workspace }),
        checkFolder(options.workingDir, workspace),
        checkCookies(options.cookieJar, workspace),
    ]);
    return [...(folder ? [noFolder(folder, collection.path)] : []), ...complaints.filter((one) => one !== undefined)];
}
const noFolder = ({ name, remedy }, path) => ({
    message: `folder: ${path} holds no folder or request named "${name}"`,
    remedy,
});
async function checkData(path, workspace) {
    if (path === undefined)
        return undefined;
    try {
        await (0,data/* readRows */.a)(path, workspace);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof data/* DataFileError */.t))
            throw error;
        return { message: `iteration-data: ${error.reason}`, remedy: error.remedy };
    }
}
/** Newman goes on without a certificate that is not there; a suite that asked for one must not. */
async function checkFile(input, { path, workspace }) {
    if (path === undefined)
        return undefined;
    const readable = await (0,promises_.access)((0,external_node_path_.resolve)(workspace, path)).then(() => true, () => false);
    if (readable)
        return undefined;
    return { message: `${input}: the file "${path}" cannot be read`, remedy: 'Correct the path, or remove it.' };
}
async function checkCookies(path, workspace) {
    const unreadable = await checkFile('cookie-jar', { path, workspace });
    if (path === undefined || unreadable)
        return unreadable;
    if (isCookieJar(await (0,promises_.readFile)((0,external_node_path_.resolve)(workspace, path), 'utf8')))
        return undefined;
    return {
        message: `cookie-jar: "${path}" holds no cookies as Newman writes them`,
        remedy: 'Make it with `newman run … --export-cookie-jar`.',
    };
}
function isCookieJar(text) {
    try {
        const value = JSON.parse(text);
        return (0,json/* isObject */.Gv)(value) && Array.isArray(value.cookies);
    }
    catch {
        return false;
    }
}
async function checkFolder(path, workspace) {
    const stats = await (0,promises_.stat)((0,external_node_path_.resolve)(workspace, path)).catch(() => undefined);
    if (stats?.isDirectory())
        return undefined;
    return { message: `working-dir: "${path}" is no folder`, remedy: 'Name the folder that requests upload files from.' };
}

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
;// CONCATENATED MODULE: ./build/run/preflight/reporters.js


/** Finds external reporters in the workspace's `node_modules`; every one that is missing is a problem. */
function findReporters(names, { workspace, reportDir }) {
    const require = (0,external_node_module_.createRequire)((0,external_node_path_.join)((0,external_node_path_.resolve)(workspace), 'package.json'));
    const problems = [];
    const jobs = names.flatMap((name) => {
        const module = packageOf(name);
        try {
            return [{ name, module: require.resolve(module), exportDir: (0,external_node_path_.resolve)(workspace, reportDir, slug(name)) }];
        }
        catch {
            problems.push({
                message: `reporters: "${name}" is not installed: there is no "${module}" in the workspace's node_modules`,
                remedy: `Run \`npm install --save-dev ${module}\`, or take it out of \`reporters\`.`,
            });
            return [];
        }
    });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: jobs };
}
/** Newman's own rule: `html` is `newman-reporter-html`, `@acme/html` is `@acme/newman-reporter-html`. */
function packageOf(name) {
    const scope = name.startsWith('@') ? name.slice(0, name.indexOf('/') + 1) : '';
    return `${scope}newman-reporter-${name.slice(scope.length)}`;
}
/** A name as part of a path. */
const slug = (name) => name
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '')
    .slice(0, 80) || 'suite';

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./build/run/suite-secrets.js
var suite_secrets = __webpack_require__(21042);
;// CONCATENATED MODULE: ./build/run/preflight/wait-for.js




/** Between two tries, and longest for one, in milliseconds. */
const PAUSE_MS = 500;
const TRY_MS = 5000;
/** From this status on, the API does not count as answering. */
const SERVER_ERROR = 500;
/** Waits until every URL answers below 500; the sentence for the user when one does not in time, else undefined. */
async function waitFor({ urls, timeoutMs, clock, log, signal }) {
    const until = clock.now() + timeoutMs;
    const reasons = await Promise.all(urls.map((url) => answers(url, { until, clock, log, signal })));
    const index = reasons.findIndex((reason) => reason !== undefined);
    if (index === -1)
        return undefined;
    if (signal?.aborted)
        return 'The run was stopped from outside before the API under test answered.';
    return `${(0,suite_secrets/* safeUrl */.Pl)(urls[index] ?? '')} did not answer within ${(0,duration/* duration */.p)(timeoutMs)}: ${reasons[index]}. Start the API, or raise \`wait-for-timeout\`.`;
}
/** The last error, or undefined as soon as the URL answers. */
async function answers(url, { until, clock, log, signal }) {
    let told = false;
    for (;;) {
        const reason = await wait_for_attempt(url, { limitMs: Math.min(TRY_MS, until - clock.now()), signal });
        if (reason === undefined)
            return undefined;
        if (!told)
            log.line(`Waiting for ${(0,suite_secrets/* safeUrl */.Pl)(url)} (${reason})`);
        told = true;
        await clock.sleep(Math.max(0, Math.min(PAUSE_MS, until - clock.now())), signal).catch(() => undefined);
        if (signal?.aborted || clock.now() >= until)
            return reason;
    }
}
/** One GET; why it does not count as an answer, or undefined when it does. */
function wait_for_attempt(url, { limitMs, signal }) {
    const limit = AbortSignal.timeout(Math.max(limitMs, 1));
    const options = {
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        // Nothing but the status is looked at: whether to trust the certificate is for the suites to decide.
        rejectUnauthorized: false,
        agent: false,
    };
    return new Promise((resolve) => {
        const failed = (error) => resolve(limit.aborted ? 'no answer in time' : wait_for_reasonOf(error));
        try {
            const request = url.startsWith('https:') ? external_node_https_.get(url, options) : external_node_http_.get(url, options);
            request.once('error', failed);
            request.once('response', ({ statusCode = 0 }) => {
                request.destroy();
                resolve(statusCode < SERVER_ERROR ? undefined : `it answered ${statusCode}`);
            });
        }
        catch (error) {
            failed(error);
        }
    });
}
/** The code is what people search for; a host with several addresses has one for each. */
const wait_for_reasonOf = ({ message, code, errors }) => code ?? errors?.[0]?.message ?? message;

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/run/child-flag.js
var child_flag = __webpack_require__(27583);
;// CONCATENATED MODULE: ./build/run/fork.js



/** Time beyond the suite's own timeout in which the child is expected to have ended by itself, in milliseconds. */
const GRACE_MS = 5000;
/** Time for a child that was told to stop to hand over what it has, in milliseconds. */
const STOP_MS = 1000;
/** Characters of the child's own output that are kept, to tell why it died. */
const OUTPUT = 4000;
/** Runs a job in a process of its own and tells its events as they come; resolves when the process is gone. */
function runInChild(nursery, task) {
    const child = (0,external_node_child_process_.fork)(nursery.entry, [child_flag/* CHILD_FLAG */.A], {
        cwd: nursery.workspace,
        env: { ...nursery.environment },
        execArgv: execArgv(task.parallel),
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let output = '';
    const keep = (chunk) => {
        output = (output + String(chunk)).slice(-OUTPUT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    let over;
    child.on('message', (events) => {
        for (const event of events) {
            if (event.type === 'done' || event.type === 'broken')
                over ??= { how: 'done' };
            task.onEvent(event);
        }
    });
    const send = (order) => void (child.connected && child.send(order, () => undefined));
    send({ type: 'run', job: task.job });
    return new Promise((resolve) => {
        const gone = new AbortController();
        const wait = (ms, then) => void nursery.clock.sleep(ms, gone.signal).then(then, () => undefined);
        const stop = () => {
            over ??= { how: 'stopped' };
            send({ type: 'stop' });
            wait(STOP_MS, () => child.kill('SIGKILL'));
        };
        const end = (ending) => {
            gone.abort();
            task.signal?.removeEventListener('abort', stop);
            resolve(over ?? ending);
        };
        if (task.timeoutMs !== undefined && task.timeoutMs > 0) {
            wait(task.timeoutMs + GRACE_MS, () => {
                over ??= { how: 'killed' };
                child.kill('SIGKILL');
            });
        }
        child.once('error', (error) => end({ how: 'died', code: null, signal: null, output: error.message }));
        child.once('close', (code, signal) => end({ how: 'died', code, signal, output }));
        if (task.signal?.aborted)
            stop();
        else
            task.signal?.addEventListener('abort', stop, { once: true });
    });
}
/**
 * No inspector flags of the parent, no deprecation warnings of Newman's dependencies, and a heap that leaves the machine
 * room for the other suites: one that grows without end dies alone.
 */
function execArgv(parallel) {
    const megabytes = Math.floor(((0,external_node_os_.totalmem)() / 2 ** 20 / Math.max(parallel, 1)) * 0.6);
    return [
        '--no-deprecation',
        '--max-semi-space-size=8',
        `--max-old-space-size=${Math.min(Math.max(megabytes, 512), 2048)}`,
    ];
}

// EXTERNAL MODULE: ./build/core/lib/text.js
var lib_text = __webpack_require__(1375);
;// CONCATENATED MODULE: ./build/run/result/locate.js


/** Line and column of the `pm.test` of a failed assertion, of a script's failing line, or else of the request. */
function locate(file, search) {
    const position = file.locate(locate_pathOf(file.content, search));
    const source = locate_sourceOf(file.content, search);
    return source === undefined ? { position } : { position, source };
}
/** The same as a path into the file's JSON. */
function locate_pathOf(content, search) {
    const found = findLine(content, search);
    if (found)
        return linePath(content, found.script, found.line);
    return search.script ?? requestPath(content, search.at);
}
/** A line that is longer is no line that anybody reads. */
const LONGEST_LINE = 300;
/** The line of the script itself; undefined where the place is no line of a script. */
function locate_sourceOf(content, search) {
    const found = findLine(content, search);
    const line = found && linesOf(valueAt(content, [...found.script, 'exec']))[found.line]?.trim();
    return line === '' || (line && line.length > LONGEST_LINE) ? undefined : line;
}
function findLine(content, search) {
    const { at, assertion, script, scriptLine, occurrence = 0 } = search;
    if (script && scriptLine !== undefined)
        return { script, line: scriptLine };
    if (assertion === undefined)
        return undefined;
    for (const candidate of [...(script ? [script] : []), ...scriptsAround(content, at)]) {
        const line = testLine(linesOf(valueAt(content, [...candidate, 'exec'])), assertion, occurrence);
        if (line !== undefined)
            return { script: candidate, line };
    }
    return undefined;
}
/** The request's own name: where a reader of the file looks for it. */
const requestPath = (content, at) => valueAt(content, [...at, 'name']) === undefined ? at : [...at, 'name'];
/** A script is one string or an array of lines; a string has one position. */
function linePath(content, script, line) {
    const exec = valueAt(content, [...script, 'exec']);
    if (!Array.isArray(exec))
        return [...script, 'exec'];
    // A line of the array may itself hold several lines.
    let seen = 0;
    const index = exec.findIndex((entry) => {
        seen += String(entry).split('\n').length;
        return line < seen;
    });
    return [...script, 'exec', ...(index === -1 ? [] : [index])];
}
/** Scripts of the item, then of the folders around it, then of the collection. */
function scriptsAround(content, at) {
    const owners = Array.from({ length: Math.floor(at.length / 2) + 1 }, (_, up) => at.slice(0, at.length - 2 * up));
    return owners.flatMap((owner) => {
        const events = valueAt(content, [...owner, 'event']);
        return Array.isArray(events) ? events.map((_, index) => [...owner, 'event', index, 'script']) : [];
    });
}
/** The line, from 0, of the test of that name; the n-th where there are several, else the last. */
function testLine(lines, name, occurrence) {
    const calls = lines.flatMap((line, index) => callsIn(line).map((text) => ({ index, text })));
    const same = calls.filter(({ text }) => text === name);
    const alike = same.length > 0 ? same : calls.filter(({ text }) => patternOf(text)?.test(name));
    return (alike[occurrence] ?? alike.at(-1))?.index;
}
const CALL = /(?:\bpm\s*\.\s*test(?:\s*\.\s*skip)?\s*\(|\btests\s*\[)\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)\s*(\+?)/g;
/** Names of the tests that begin on a line; one that goes on after the literal ends with a placeholder. */
const callsIn = (line) => [...line.matchAll(CALL)].map(([, single, double, template, more]) => {
    const text = single ?? double ?? template ?? '';
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of a template literal is what is meant.
    return unescaped(text) + (more ? '${}' : '');
});
const ESCAPES = { n: '\n', t: '\t', r: '\r' };
const unescaped = (text) => text.replace(/\\u([\da-f]{4})|\\(.)/gi, (_, code, char = '') => code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[char] ?? char));
/** What a name with `${…}` in it can turn into; undefined for a name without. */
function patternOf(text) {
    const parts = text.split(/\$\{[^}]*\}/);
    if (parts.length === 1)
        return undefined;
    return new RegExp(`^${parts.map(lib_text/* escapeRegExp */.N).join('[\\s\\S]*')}$`);
}
function linesOf(exec) {
    const lines = Array.isArray(exec) ? exec.filter((line) => typeof line === 'string') : [exec];
    return lines.flatMap((line) => (typeof line === 'string' ? line.split('\n') : []));
}
function valueAt(content, path) {
    return path.reduce((value, key) => {
        if (Array.isArray(value))
            return typeof key === 'number' ? value[key] : undefined;
        return (0,json/* isObject */.Gv)(value) ? value[key] : undefined;
    }, content);
}

;// CONCATENATED MODULE: ./build/run/result/response-times.js
/** Mean, 95th percentile (nearest rank) and maximum of response times in milliseconds; undefined for none. */
function responseTimes(times) {
    const ascending = [...times].sort((a, b) => a - b);
    const max = ascending.at(-1);
    const p95 = ascending[Math.ceil(ascending.length * 0.95) - 1];
    if (max === undefined || p95 === undefined)
        return undefined;
    const sum = ascending.reduce((total, time) => total + time, 0);
    return { mean: Math.round(sum / ascending.length), p95, max };
}

;// CONCATENATED MODULE: ./build/run/result/strict.js
/** From this status on, an answer that no assertion looked at is no success. */
const strict_SERVER_ERROR = 500;
/** A run in which nothing was requested, or nothing asserted, says nothing: the reason it fails, or undefined. */
function nothingTested({ requests, assertions }) {
    if (requests === 0)
        return 'Nothing was requested: the suite has no request to run. Add requests, or check `folder`.';
    if (assertions === 0)
        return 'Nothing was asserted: no script ran a pm.test. Add tests, or set `strict: false`.';
    return undefined;
}
/** An answer of 500 or more to the collection's own request that no assertion of that very execution looked at. */
function unseenServerError({ sent, assertions, }) {
    const answer = sent.filter(({ byScript }) => !byScript).at(-1);
    if (answer?.code === undefined || answer.code < strict_SERVER_ERROR)
        return undefined;
    if (assertions.some(({ status }) => status !== 'skipped'))
        return undefined;
    const message = `Answered ${answer.code}, and no assertion looked at it. Assert the status in a test of this request.`;
    return { kind: 'request', message };
}

;// CONCATENATED MODULE: ./build/run/result/thresholds.js

/** A failure for each threshold that was crossed; a limit is kept when the measured value equals it. */
function crossedThresholds(suite, measured, thresholds) {
    const { failedAssertions, p95Ms, maxMs, totalMs } = thresholds;
    const times = measured.responseTimes;
    const checks = [
        {
            name: 'failed-assertions',
            what: 'failed assertions',
            actual: measured.assertions.failed,
            limit: failedAssertions,
            show: String,
        },
        { name: 'p95', what: 'the 95th percentile of response times', actual: times?.p95, limit: p95Ms, show: duration/* duration */.p },
        { name: 'max', what: 'the longest response time', actual: times?.max, limit: maxMs, show: duration/* duration */.p },
        { name: 'total', what: 'the total time', actual: measured.durationMs, limit: totalMs, show: duration/* duration */.p },
    ];
    return checks.flatMap(({ name, what, actual, limit, show }) => actual === undefined || limit === undefined || actual <= limit
        ? []
        : [
            {
                kind: 'threshold',
                suite,
                path: [],
                message: `${capital(what)}: ${show(actual)}, allowed are ${show(limit)}.`,
                threshold: { name, actual, limit },
            },
        ]);
}
/**
 * Failed assertions up to the allowed number do not fail the suite; they stand in its report as warnings. One more, and
 * all of them count.
 */
const toleratesAssertions = ({ failedAssertions = 0 }, failed) => failedAssertions > 0 && failed <= failedAssertions;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

;// CONCATENATED MODULE: ./build/run/result/attempt.js





/** Weighs everything a try did: its executions, its failures with their places in the file, its totals. */
function buildAttempt(suite, tried, { strict, redact }) {
    const executions = tried.items.flatMap((item) => executionsOf(item));
    const totals = count(tried.items);
    const times = responseTimes(executions.flatMap(({ responseMs }) => responseMs ?? []));
    const measured = {
        durationMs: tried.durationMs,
        assertions: totals.assertions,
        ...(times ? { responseTimes: times } : {}),
    };
    const forgiven = toleratesAssertions(suite.thresholds, totals.assertions.failed);
    const weighed = [
        ...tried.items.flatMap((item) => failuresIn(suite, item)).map(hiding(redact)),
        ...breaks(suite, tried),
        ...untested(suite, tried),
    ];
    const warns = ({ failure, strictOnly }) => (strictOnly === true && !strict) || (forgiven && failure.kind === 'assertion');
    return {
        startedAt: tried.startedAt,
        iterations: tried.iterations,
        executions,
        failures: [
            ...weighed.filter((one) => !warns(one)).map(({ failure }) => failure),
            ...crossedThresholds(suite.name, measured, suite.thresholds),
        ],
        warnings: weighed.filter(warns).map(({ failure }) => failure),
        requests: totals.requests,
        ...measured,
    };
}
/** The item's requests in the order they were sent; its assertions go with the collection's own, last one. */
function executionsOf({ place, sent, assertions, console, exchange }) {
    const { iteration, path, request } = place;
    const own = sent.findLastIndex(({ byScript }) => !byScript);
    const written = console.length > 0 ? { console } : {};
    const shown = (one, index) => ({
        iteration,
        path,
        request: one.byScript ? `${request} → pm.sendRequest` : request,
        method: one.method,
        url: one.url,
        startedMs: one.startedMs,
        ...(one.code === undefined ? {} : { code: one.code }),
        ...(one.responseMs === undefined ? {} : { responseMs: one.responseMs }),
        ...(one.responseBytes === undefined ? {} : { responseBytes: one.responseBytes }),
        assertions: index === own ? assertions : [],
        ...(index === own ? { ...written, ...(exchange ? { exchange } : {}) } : {}),
    });
    const executions = sent.map(shown);
    // A script may skip its request, and assert all the same.
    if (own !== -1 || assertions.length + console.length === 0)
        return executions;
    const startedMs = sent.at(-1)?.startedMs ?? 0;
    return [...executions, { iteration, path, request, method: '', url: '', startedMs, assertions, ...written }];
}
function count(items) {
    const sent = items.flatMap((item) => item.sent);
    const asserted = items.flatMap((item) => item.assertions).filter(({ status }) => status !== 'skipped');
    return {
        requests: { total: sent.length, failed: sent.filter(({ failed }) => failed).length },
        assertions: { total: asserted.length, failed: asserted.filter(({ status }) => status === 'failed').length },
    };
}
function failuresIn(suite, item) {
    const failure = (fault) => (0,json/* omitUndefined */.Oy)({
        ...placed(suite, item.place, fault),
        kind: fault.kind,
        assertion: fault.assertion,
        message: fault.message,
        comparison: fault.comparison,
    });
    const unseen = unseenServerError(item);
    return [
        ...item.faults.map((fault) => ({ failure: failure(fault), strictOnly: fault.late === true })),
        ...(unseen ? [{ failure: failure(unseen), strictOnly: true }] : []),
    ];
}
/** A line of a script may hold a secret, which the child process has not seen. */
const hiding = (redact) => (weighed) => {
    const { source } = weighed.failure;
    return source === undefined ? weighed : { ...weighed, failure: { ...weighed.failure, source: redact(source) } };
};
const breaks = (suite, { broken }) => broken.map(({ kind, message, place, file }) => {
    const where = place
        ? placed(suite, place, {})
        : { suite: suite.name, path: [], file: file ?? suite.collection.path };
    return { failure: { ...where, kind, message } };
});
/** A try in which something broke says so; that it also tested nothing adds nothing. */
function untested(suite, { items, broken }) {
    const { requests, assertions } = count(items);
    const message = nothingTested({ requests: requests.total, assertions: assertions.total });
    if (message === undefined || broken.length > 0 || items.some(({ faults }) => faults.length > 0))
        return [];
    const failure = {
        kind: 'nothing-tested',
        suite: suite.name,
        path: [],
        message,
        file: suite.collection.path,
    };
    return [{ failure, strictOnly: true }];
}
const placed = ({ name, collection }, { iteration, path, request, at }, fault) => ({
    suite: name,
    iteration,
    path,
    request,
    file: collection.path,
    ...locate(collection, { ...fault, at }),
});

;// CONCATENATED MODULE: ./build/run/suite.js






/** Lines of script output that the log shows of a suite. */
const OUTPUT_LINES = 200;
/** Runs a suite, and again while it fails and has retries left. Never rejects for what a suite does. */
async function runSuite(suite, context) {
    const earlier = [];
    for (;;) {
        const { attempt, output } = await tryOnce(suite, context);
        const failed = attempt.failures.length > 0;
        if (failed && earlier.length < suite.retries && !context.policy.signal?.aborted && mayDiffer(attempt)) {
            earlier.push(attempt);
            continue;
        }
        return { result: resultOf(suite, attempt, earlier), output };
    }
}
/** The result of a suite from its attempts. */
function resultOf(suite, attempt, earlier = []) {
    const passed = attempt.failures.length === 0;
    return (0,json/* omitUndefined */.Oy)({
        suite: suite.name,
        collection: suite.collection.path,
        environment: suite.environment?.name,
        blocking: suite.blocking,
        status: passed ? 'passed' : 'failed',
        flaky: passed && earlier.length > 0,
        attempt,
        earlier,
    });
}
/** An attempt of a suite that could not even be started. */
const suite_notRun = (suite, broken, { startedAt, durationMs = 0 }) => buildAttempt(suite, { startedAt, durationMs, iterations: 0, items: [], broken: [broken] }, { strict: true, redact: (text) => text });
/** What is wrong in the user's own material is still wrong a second later. */
const mayDiffer = ({ failures }) => failures.some(({ kind }) => kind !== 'settings' && kind !== 'nothing-tested');
async function tryOnce(suite, context) {
    const { clock, policy } = context;
    const startedAt = clock.now();
    const diary = new Diary(suite, context.onProgress);
    const ending = await runInChild(context, {
        job: jobOf(suite, context.reporters),
        parallel: policy.parallel,
        timeoutMs: suite.options.timeoutMs,
        signal: policy.signal,
        onEvent: (event) => diary.enter(event),
    });
    const broken = [...diary.broken, ...breakOf(ending, { suite, diary })];
    const durationMs = clock.now() - startedAt;
    const tried = { startedAt, durationMs, iterations: diary.iterations, items: diary.items, broken };
    const redact = (0,secret/* redactor */.$p)(diary.secrets);
    return { attempt: buildAttempt(suite, tried, { strict: policy.strict, redact }), output: diary.output };
}
/** What the child has told so far. */
class Diary {
    items = [];
    broken = [];
    output = [];
    iterations = 0;
    place;
    #requests = 0;
    #failures = 0;
    secrets;
    #onProgress;
    constructor(suite, onProgress) {
        this.secrets = [...(0,suite_secrets/* secretsOf */.Fj)(suite)];
        this.#onProgress = onProgress;
    }
    enter(event) {
        switch (event.type) {
            case 'started':
                this.iterations = event.iterations;
                break;
            case 'item':
                this.#item(event);
                break;
            case 'at':
                this.place = event.place;
                break;
            case 'secret':
                this.secrets.push(new secret/* Secret */.zh(event.text));
                break;
            case 'broken':
                this.broken.push({ kind: event.kind, message: this.hide(event.message), file: event.file });
                break;
            case 'done':
                break;
        }
        // Between two items the last one stands: a line that changes twice a moment cannot be read.
        const place = this.place ?? this.items.at(-1)?.place;
        this.#onProgress?.({ requests: this.#requests, failures: this.#failures, place });
    }
    #write(line) {
        if (this.output.length < OUTPUT_LINES)
            this.output.push(line);
        else if (this.output.length === OUTPUT_LINES)
            this.output.push('… (more output is in the report)');
    }
    /** A text of the child's that was not hidden there. */
    hide(text) {
        return (0,secret/* redactor */.$p)(this.secrets)(text);
    }
    #item({ place, sent, assertions, faults, console, exchange }) {
        this.items.push((0,json/* omitUndefined */.Oy)({ place, sent, assertions, faults, console, exchange }));
        for (const line of console)
            this.#write(line);
        this.place = undefined;
        this.#requests += sent.length;
        this.#failures += faults.length;
    }
}
/** Why a child that did not end by itself is gone. */
function breakOf(ending, { suite, diary }) {
    const place = diary.place;
    const during = place ? ` while it ran "${place.request}"` : '';
    switch (ending.how) {
        case 'done':
            return [];
        case 'stopped':
            return [
                {
                    kind: 'timeout',
                    message: `The suite was stopped from outside${during}; what it did until then is reported.`,
                    place,
                },
            ];
        case 'killed': {
            const limit = (0,duration/* duration */.p)(suite.options.timeoutMs ?? 0);
            return [
                { kind: 'timeout', message: `The suite was killed${during}: it went on after its timeout of ${limit}.`, place },
            ];
        }
        case 'died':
            return [{ kind: 'script', message: diary.hide(causeOfDeath(ending, during)), place }];
    }
}
function causeOfDeath({ code, signal, output }, during) {
    if (/heap out of memory|ERR_WORKER_OUT_OF_MEMORY/.test(output) || signal === 'SIGKILL') {
        return `The suite ran out of memory${during} and was ended. Ask for less at once, or run fewer suites in parallel.`;
    }
    const last = output
        .trim()
        .split('\n')
        .filter((line) => /error/i.test(line))
        .at(-1);
    const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
    return `The suite’s process ended unexpectedly ${how}${during}.${last === undefined ? '' : ` It said: ${last.trim()}`}`;
}
/** The suite as plain JSON, with its variables put above the environment's and the globals' values. */
function jobOf(suite, reporters) {
    const { collection, environment, globals, options, variables } = suite;
    return {
        collection: collection.content,
        environment: withVariables(environment?.file.content ?? { name: environment?.name ?? '' }, variables, {
            all: true,
        }),
        globals: withVariables((0,json/* isObject */.Gv)(globals) ? globals : {}, variables, { all: false }),
        options,
        secrets: (0,suite_secrets/* secretsOf */.Fj)(suite).map((secret) => secret.reveal()),
        secretKeys: (0,suite_secrets/* secretKeysOf */.aI)(suite),
        reporters,
    };
}
/** A scope whose variables of the same name are replaced; with `all`, the others are added. */
function withVariables(scope, variables, { all }) {
    const values = (0,json/* objectsOf */.iZ)(scope.values);
    const present = new Set(values.map(({ key }) => key));
    const added = [...variables].filter(([key]) => all || present.has(key));
    const kept = values.filter(({ key }) => typeof key !== 'string' || !variables.has(key));
    return {
        ...scope,
        values: [...kept, ...added.map(([key, value]) => ({ key, value: value.reveal(), enabled: true }))],
    };
}

;// CONCATENATED MODULE: ./build/run/runner.js









/** Runs suites in Newman, each in a process of its own. Rejects only for reporters that are not installed. */
function createSuiteRunner(options) {
    const { workspace } = options;
    return {
        check: async (suites, { reporters: names, reportDir }) => {
            const reporters = findReporters(names, { workspace, reportDir });
            return [...(reporters.ok ? [] : reporters.problems), ...(await checkSuites(suites, workspace))];
        },
        run: (suites, policy) => run(options, suites, policy),
    };
}
async function run(options, suites, policy) {
    const { clock, log, workspace } = options;
    const reporters = (0,model_problem/* orThrow */.aU)(findReporters(policy.reporters, { workspace, reportDir: policy.reportDir }));
    const startedAt = clock.now();
    const { waitFor: urls, waitForTimeoutMs: timeoutMs, signal } = policy;
    const late = await waitFor({ urls, timeoutMs, clock, log, signal });
    const unstarted = (suite, message) => {
        const broken = { kind: 'timeout', message };
        return resultOf(suite, suite_notRun(suite, broken, { startedAt: clock.now(), durationMs: clock.now() - startedAt }));
    };
    const live = options.interactive === true ? new LiveLines(process.stderr, clock) : undefined;
    const show = inOrder(({ result, output }) => live
        ? live.above(() => log.group(titleOf(result), detailsOf(result, output)))
        : log.group(titleOf(result), detailsOf(result, output)));
    const one = async (suite, index) => {
        const done = await start(suite, index);
        live?.remove(index);
        show(index, done);
        return done.result;
    };
    const start = async (suite, index) => {
        if (late !== undefined)
            return { result: unstarted(suite, late), output: [] };
        if (signal?.aborted)
            return { result: unstarted(suite, 'The suite was not run: the run was stopped from outside.'), output: [] };
        const onProgress = live && ((progress) => live.set(index, { suite: suite.name, ...progress }));
        return runSuite(suite, {
            ...options,
            policy,
            reporters: await exportDirs(reporters, suite),
            ...(onProgress ? { onProgress } : {}),
        });
    };
    try {
        return await pooled(suites, policy.parallel, one);
    }
    finally {
        live?.clear();
    }
}
/** Works through the list, so many at once; results in the order of the list. */
async function pooled(list, width, work) {
    const results = [];
    const queue = list.entries();
    const worker = async () => {
        for (const [index, entry] of queue)
            results[index] = await work(entry, index);
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.min(width, list.length)) }, worker));
    return results;
}
/** Shows what is done in the order of the list: a suite waits for those before it. */
function inOrder(show) {
    const waiting = new Map();
    let next = 0;
    return (index, value) => {
        waiting.set(index, value);
        for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
            waiting.delete(next);
            next += 1;
            show(ready);
        }
    };
}
/** Newman's reporters write into a folder that is there, with a name of their own: one folder for each suite. */
const exportDirs = (reporters, suite) => Promise.all(reporters.map(async (reporter) => {
    const exportDir = (0,external_node_path_.join)(reporter.exportDir, slug(suite.name));
    await (0,promises_.mkdir)(exportDir, { recursive: true });
    return { ...reporter, exportDir };
}));

;// CONCATENATED MODULE: ./build/scan/postman-keys.js
/** The keys that Postman issues, which the general rules do not know. */
const KEYS = [
    { rule: 'postman/API_KEY', pattern: /(?<![A-Z0-9])PMAK-[0-9A-F]{24}-[0-9A-F]{34}(?![A-Z0-9])/gi },
    // The key of one collection, to read it without an account; a ULID follows.
    { rule: 'postman/COLLECTION_ACCESS_KEY', pattern: /(?<![A-Z0-9])PMAT-[0-9A-Z]{26}(?![A-Z0-9])/gi },
];
/** Postman's API keys and collection access keys in a text. */
const postmanKeys = (text) => KEYS.flatMap(({ rule, pattern }) => [...text.matchAll(pattern)].map(({ 0: value, index }) => ({ rule, start: index, value })));

;// CONCATENATED MODULE: ./build/scan/text-chunks.js

/** Keeps memory bounded: a passage ends with the first string that goes beyond it. */
const ENOUGH = 1_000_000;
/** Between strings that do not belong together; no rule reads across it. */
const BREAK = '\n\0\n';
/**
 * The strings of a document as texts to search, each with its name before it (`name: value`), for there are credentials
 * that only their name tells. The lines of a script stay together, for a private key goes over many.
 */
function* passagesOf(content) {
    let [parts, marks, length] = [[], [], 0];
    for (const { at, name, value, continues } of stringsOf(content)) {
        if (length > ENOUGH && !continues) {
            yield { text: parts.join(''), marks };
            [parts, marks, length] = [[], [], 0];
        }
        const part = continues ? `\n${value}` : `${BREAK}${name}: ${value}`;
        marks.push({ start: length, at });
        parts.push(part);
        length += part.length;
    }
    yield { text: parts.join(''), marks };
}
/** The string of a document that an offset in the passage lies in. */
const text_chunks_placeIn = ({ marks }, offset) => marks.findLast(({ start }) => start <= offset)?.at ?? [];
/** Every string of a document, in its order. */
function* stringsOf(content) {
    const ahead = [{ at: [], name: '', value: content, continues: false }];
    for (let next = ahead.pop(); next; next = ahead.pop()) {
        const { value } = next;
        if (typeof value === 'string')
            yield { ...next, value };
        else
            for (const child of childrenOf(next).reverse())
                ahead.push(child);
    }
}
function childrenOf({ at, name, value }) {
    if (Array.isArray(value)) {
        return value.map((entry, index) => {
            const continues = index > 0 && typeof value[index - 1] === 'string' && typeof entry === 'string';
            return { at: [...at, index], name, value: entry, continues };
        });
    }
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    return Object.keys(value).map((key) => ({
        at: [...at, key],
        name: key === 'value' ? text_chunks_nameOf(value, name) : key,
        value: value[key],
        continues: false,
    }));
}
/** What Postman calls the parameters of AWS signatures, in the words that AWS uses and rules know. */
const AWS_NAMES = { secretKey: 'aws_secret_access_key' };
/** The name of a `{ key, value }` pair's value; the list it stands in tells whose words it uses. */
function text_chunks_nameOf({ key }, list) {
    const name = typeof key === 'string' ? key : 'value';
    return (list === 'awsv4' ? AWS_NAMES[name] : undefined) ?? name;
}

;// CONCATENATED MODULE: ./build/scan/scanner.js



/** Searches by the recommended rules of secretlint, and for Postman's own keys. The rules are loaded when they are needed. */
function createScanner() {
    let rules;
    return {
        scan: async (content) => {
            rules ??= loadRules();
            const search = await rules;
            const findings = [];
            for (const passage of passagesOf(content)) {
                const matches = [...postmanKeys(passage.text), ...(await search(passage.text))];
                const inOrder = matches.sort((a, b) => a.start - b.start);
                findings.push(...inOrder.map((match) => findingOf(match, passage)));
            }
            return findings;
        },
    };
}
const findingOf = ({ rule, start, value }, passage) => ({
    rule,
    at: text_chunks_placeIn(passage, start),
    value: new secret/* Secret */.zh(value),
});
const scanner_PREFIX = '@secretlint/secretlint-rule-';
/** Rules of the preset that do not fit here. */
const LEFT_OUT = new Set([
    // A comment in the file would switch the search off without anyone being told.
    'filter-comments',
    // For files that are a service account's key as a whole; inside other files the rule for private keys finds it.
    'gcp',
]);
/** What is told to rules beyond their defaults. */
const ADJUSTED = {
    aws: {
        // Ids of users, groups and roles are none that anyone could sign in with; AWS ends those of its examples so.
        options: { enableIDScanRule: true, allows: ['/^(?:AGPA|AIDA|AROA|AIPA|ANPA|ANVA)|EXAMPLE(?:KEY)?$/'] },
        // Twelve digits after "account" are a bank's account as often as they are one of AWS.
        allowMessageIds: ['AWSAccountID'],
    },
    // Any words behind "xoxb-" fit the rule, those of a documentation too.
    slack: { options: { allows: ['/-(?:your|my|example|x{3,}|token)\\b/i'] } },
};
async function loadRules() {
    const [{ lintSource }, { rules }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(198)]).then(__webpack_require__.bind(__webpack_require__, 198)),
        __webpack_require__.e(/* import() */ 577).then(__webpack_require__.bind(__webpack_require__, 31577)),
    ]);
    const named = rules.map((rule) => ({ name: rule.meta.id.replace(scanner_PREFIX, ''), id: rule.meta.id, rule }));
    const config = {
        rules: named.filter(({ name }) => !LEFT_OUT.has(name)).map(({ name, ...rule }) => ({ ...rule, ...ADJUSTED[name] })),
    };
    return async (content) => {
        const source = { filePath: 'strings.txt', ext: '.txt', contentType: 'text', content };
        const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
        return messages.map((message) => matchOf(message, content));
    };
}
/** A rule's range may cover the name before the value and end too early: its data holds the value itself. */
function matchOf({ ruleId, messageId, range, data = {} }, text) {
    const [start, end] = range;
    const value = Object.values(data).find((entry) => typeof entry === 'string' && text.includes(entry, start));
    return {
        rule: `${ruleId.replace(scanner_PREFIX, '')}/${messageId}`,
        start,
        value: typeof value === 'string' ? value : text.slice(start, end),
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/wiring/clock.js

/** The machine's clock. */
const realClock = {
    now: () => Date.now(),
    sleep: async (ms, signal) => {
        try {
            await (0,external_node_timers_promises_.setTimeout)(ms, undefined, signal ? { signal } : {});
        }
        catch {
            throw signal?.reason;
        }
    },
};

// EXTERNAL MODULE: ./build/settings/inputs.js
var inputs = __webpack_require__(19511);
;// CONCATENATED MODULE: ./build/wiring/secrets.js


/** Every text that a run was given in confidence. */
function secretsOf({ postman, github, run, files }) {
    const variables = [run.defaults, ...(run.suites ?? [])].flatMap((suite) => [...suite.variables.values()]);
    const values = files.environments.flatMap(({ values: extra }) => [...(extra?.values() ?? [])].map(({ value }) => value));
    return [postman?.apiKey, github.token, ...variables, ...values].filter((secret) => secret !== undefined);
}
/** The confidential inputs, where the settings they belong to are wrong. */
function secretsIn(raw) {
    const names = inputs/* INPUTS */.m.filter((input) => input.type === 'secret').map((input) => input.name);
    return names.flatMap((name) => (raw.get(name) ? [new secret/* Secret */.zh((raw.get(name) ?? '').trim())] : []));
}

;// CONCATENATED MODULE: ./build/wiring/create-ports.js









/** Postman answers a synchronous monitor run or a large update late, but no later than this. */
const TIMES = { connectMs: 20_000, idleMs: 120_000, totalMs: 330_000 };
/** Real ports for settings. What talks to Postman is loaded only where there is a key: it takes its time. */
async function createPorts(settings, host) {
    const log = redactedLog(host.log, (0,secret/* redactor */.$p)(secretsOf(settings)));
    const { postman, close } = settings.postman
        ? await connect(settings.postman, { log, signal: host.signal })
        : { postman: undefined, close: () => { } };
    const environment = childEnvironment(host.env);
    const { cwd: workspace, entry, interactive, signal } = host;
    const ports = (0,json/* omitUndefined */.Oy)({
        clock: realClock,
        log,
        files: createFiles(workspace, settings.target?.workspace),
        scanner: createScanner(),
        backups: createBackups(workspace, settings.report.dir),
        runner: createSuiteRunner({ clock: realClock, log, entry, workspace, environment, interactive }),
        postman,
        relay: host.relay,
        signal,
    });
    return { ports, close };
}
async function connect(access, { log, signal }) {
    const { createTransport } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(561), __webpack_require__.e(40)]).then(__webpack_require__.bind(__webpack_require__, 11659));
    const { createPostman } = await __webpack_require__.e(/* import() */ 35).then(__webpack_require__.bind(__webpack_require__, 40035));
    const { Sender } = await __webpack_require__.e(/* import() */ 138).then(__webpack_require__.bind(__webpack_require__, 5138));
    const transport = createTransport(`postman-sync/${version/* VERSION */.x}`, { ...TIMES, signal });
    const sender = new Sender({ ...access, transport, clock: realClock, random: Math.random, log, signal });
    return { postman: createPostman(sender), close: () => transport.close() };
}
/** What a suite's process may know: how to find programs, folders and proxies. No inputs, no tokens, no key. */
const CHILD_VARIABLES = /^(path|pathext|systemroot|windir|comspec|home|userprofile|tmp|temp|tmpdir|lang|lc_\w+|tz|https?_proxy|no_proxy|node_extra_ca_certs)$/i;
const childEnvironment = (env) => Object.fromEntries(Object.entries(env).filter((entry) => CHILD_VARIABLES.test(entry[0]) && entry[1] !== undefined));
const redactedLog = (log, redact) => ({
    line: (text) => log.line(redact(text)),
    notice: (text) => log.notice(redact(text)),
    warning: (text) => log.warning(redact(text)),
    waiting: (why, untilMs) => log.waiting(redact(why), untilMs),
    group: (title, lines) => log.group(redact(title), lines.map(redact)),
});

;// CONCATENATED MODULE: ./build/wiring/find-config.js




/** A name that many take for the default one. */
const NEARLY_DEFAULT = parse/* DEFAULT_CONFIG */.P.replace(/yaml$/, 'yml');
/** Reads the configuration that the inputs name, or the default one where there is one. */
async function findConfig(raw, cwd) {
    const given = raw.get('config')?.trim();
    // Where a stranger's report is relayed, a configuration that lies beside it may be the stranger's too.
    if (!given && raw.get('command') === 'comment')
        return {};
    const path = relativeTo(cwd, given || parse/* DEFAULT_CONFIG */.P);
    try {
        return { source: { path, text: await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, path), 'utf8') } };
    }
    catch (error) {
        const code = String(error.code ?? error);
        if (given || code !== 'ENOENT')
            return { problem: find_config_unreadable(given || path, code) };
        return (await find_config_exists((0,external_node_path_.resolve)(cwd, NEARLY_DEFAULT))) ? { problem: MISNAMED } : {};
    }
}
const find_config_exists = (path) => (0,promises_.stat)(path).then(() => true, () => false);
const find_config_unreadable = (path, code) => ({
    message: `config: ${path} cannot be read (${code})`,
    remedy: 'Correct the path; it is relative to the working directory.',
});
/** Nobody writes a configuration for it to be passed over. */
const MISNAMED = {
    message: `config: ${NEARLY_DEFAULT} is not read, because the configuration is called ${parse/* DEFAULT_CONFIG */.P}`,
    remedy: `Rename the file, or set config to ${NEARLY_DEFAULT}.`,
};

;// CONCATENATED MODULE: ./build/core/model/digest.js

/** The SHA-256 of a text in base64, as a Content-Security-Policy names scripts. */
const sha256Base64 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('base64');

// EXTERNAL MODULE: ./build/render/format.js
var format = __webpack_require__(14246);
// EXTERNAL MODULE: ./build/render/limits.js
var render_limits = __webpack_require__(1709);
// EXTERNAL MODULE: ./build/render/monitors.js
var monitors = __webpack_require__(32994);
// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(66082);
;// CONCATENATED MODULE: ./build/render/html/markup.js

/** HTML that is safe as it stands: made by {@link markup} alone. */
class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** A template of HTML that escapes whatever is put in it; attributes belong in double quotes. */
const markup = (strings, ...contents) => new Markup(strings.map((text, at) => text + shown(contents[at])).join(''));
/** HTML written in this program; never anybody's text. */
const own = (text) => new Markup(text);
function shown(content) {
    if (content === undefined || content === false)
        return '';
    if (content instanceof Markup)
        return content.text;
    if (typeof content === 'string' || typeof content === 'number')
        return (0,render_escape/* html */.qy)(String(content));
    return content.map(({ text }) => text).join('');
}

;// CONCATENATED MODULE: ./build/render/html/footer.js




/** The monitors that were run in Postman's cloud. */
function monitorsSection({ monitors }) {
    if (monitors.length === 0)
        return own('');
    return markup `<section aria-labelledby="monitors"><h2 id="monitors">Monitors</h2>
<div class="row scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr><th scope="col">Monitor</th><th scope="col">Status</th><th scope="col" class="num">Requests</th><th scope="col" class="num">Assertions</th><th scope="col" class="num">Latency</th><th scope="col">Run before</th></tr></thead>
<tbody>${monitors.map((monitor) => monitorRow(monitor))}</tbody></table></div></section>`;
}
const monitorRow = (monitor) => markup `<tr><td>${footer_nameOf(monitor)}${(0,monitors/* monitorMarks */.nN)(monitor).map((mark) => markup ` <span class="pill">${mark}</span>`)}${monitor.message && markup `<br><span class="dim">${monitor.message}</span>`}</td>
<td><span class="pill ${lookOf(monitor)}">${monitor.passed ? '✓' : '✗'} ${monitor.status}</span></td>
<td class="num">${tally(monitor.requests)}</td><td class="num">${tally(monitor.assertions)}</td>
<td class="num">${(0,monitors/* latencyOf */.Wg)(monitor)}</td><td class="dim">${(0,monitors/* beforeWords */.JD)(monitor)}</td></tr>`;
function footer_nameOf(monitor) {
    const link = (0,monitors/* linkOf */.IJ)(monitor);
    if (link === undefined)
        return markup `<span class="name">${monitor.name}</span>`;
    return markup `<a class="name" href="${link}" rel="noreferrer">${monitor.name}</a>`;
}
const lookOf = (monitor) => own(monitor.passed ? 'good' : monitor.blocking ? 'bad' : 'warn');
const tally = ({ total, failed }) => failed > 0 ? `${(0,format/* count */.U9)(failed)} of ${(0,format/* count */.U9)(total)} failed` : (0,format/* count */.U9)(total);
/** What is left of the key's limits. */
function limitsSection({ api }) {
    const rows = (0,render_limits/* limitRows */.X)(api, { all: true });
    const waited = api.waitedMs > 0 ? `, ${(0,format/* duration */.p0)(api.waitedMs)} waited for limits` : '';
    const table = markup `<div class="row scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr><th scope="col">Limit</th><th scope="col">Share</th><th scope="col"><span class="hidden">Percent</span></th><th scope="col" class="num">Used</th><th scope="col"><span class="hidden">Note</span></th></tr></thead>
<tbody>${rows.map((row) => limitRow(row))}</tbody></table></div>`;
    return markup `<section aria-labelledby="limits"><h2 id="limits">Limits</h2>
${rows.length > 0 ? table : markup `<p class="dim">Postman told of no limits.</p>`}
<p class="dim">This run: ${(0,render_limits/* callsOf */.p)(api)}${waited}.</p></section>`;
}
function limitRow({ name, share, percent, used, note }) {
    const look = own(share >= 1 ? 'bad' : share >= 0.8 ? 'warn' : '');
    const width = Math.min(100, Math.max(0, share * 100)).toFixed(1);
    const meter = markup `<span class="meter ${look}" aria-hidden="true"><i style="width:${width}%"></i></span>`;
    return markup `<tr><td>${name}</td><td>${percent !== '' && meter}</td><td class="num">${percent}</td><td class="num">${used}</td><td class="dim">${note}</td></tr>`;
}
/** What made the page. */
const footer = ({ tool, workspace }) => markup `<footer>${tool.name} ${tool.version}${workspace && markup ` · workspace <code>${workspace.id}</code>`}</footer>`;

// EXTERNAL MODULE: ./build/render/statistics.js
var statistics = __webpack_require__(146);
// EXTERNAL MODULE: ./build/render/links.js + 1 modules
var render_links = __webpack_require__(2062);
;// CONCATENATED MODULE: ./build/render/html/head.js





/** The verdict, whose it is, and the figures that matter. */
function head(report) {
    const colour = own(report.verdict === 'passed' ? 'good' : 'bad');
    const target = [report.workspace?.name, report.project].filter((text) => text !== undefined).join(' · ');
    const details = [report.command, (0,format/* moment */.n$)(new Date(report.startedAt)), (0,format/* duration */.p0)(report.durationMs)];
    return markup `<header>
<div class="card verdict ${colour}"><span class="mark" aria-hidden="true">${report.verdict === 'passed' ? '✓' : '✗'}</span>
<div><h1>${statistics/* VERDICT_WORDS */._G[report.verdict]}${target && markup `<span class="dim"> · ${target}</span>`}</h1>
<p>${(0,statistics/* headlineFacts */.gp)(report).join(' · ') || accountOf(report) || 'Nothing was planned and nothing was run.'}</p>
<p class="dim">${details.filter(Boolean).join(' · ')}${origin(report)}</p></div></div>
<dl class="tiles">${tiles(report)}</dl>
${navigation(report)}
</header>`;
}
/** Branch, commit, merge request and run, with their pages. */
function origin({ branch, commit, mergeRequest, pullRequest, run }) {
    const number = mergeRequest?.number ?? pullRequest;
    const parts = [
        ...(branch === undefined ? [] : [markup `${branch}`]),
        ...(commit === undefined ? [] : [markup `<code>${commit.slice(0, 12)}</code>`]),
        ...(number === undefined ? [] : [linked(`#${number}`, mergeRequest?.url)]),
        ...((0,render_links/* webLink */.Dl)(run?.url) === undefined ? [] : [linked('CI run', run?.url)]),
    ];
    return parts.map((part) => markup ` · ${part}`);
}
function linked(text, address) {
    const link = (0,render_links/* webLink */.Dl)(address);
    return link === undefined ? markup `${text}` : markup `<a href="${link}" rel="noreferrer">${text}</a>`;
}
const accountOf = ({ account }) => account ? `The key is of ${account.user}${account.team ? `, team ${account.team}` : ''}.` : '';
function tiles(report) {
    const { runs, monitors, plan, api } = report;
    const suites = { total: runs.length, failed: runs.filter(({ status }) => status === 'failed').length };
    const watched = { total: monitors.length, failed: monitors.filter((monitor) => !monitor.passed).length };
    return [
        ...(plan ? [planTile(report)] : []),
        ...(runs.length > 0
            ? [
                tallyTile('Suites', suites),
                tallyTile('Requests', (0,statistics/* requestTally */.EJ)(report)),
                tallyTile('Assertions', (0,statistics/* assertionTally */.Zz)(report)),
            ]
            : []),
        ...(monitors.length > 0 ? [tallyTile('Monitors', watched)] : []),
        tile('API calls', (0,format/* count */.U9)(api.apiCalls), markup `<small>${api.waitedMs > 0 ? `${(0,format/* duration */.p0)(api.waitedMs)} waited` : 'nothing waited'}</small>`),
    ];
}
const tile = (name, value, more) => markup `<div class="card tile"><dt>${name}</dt><dd>${value}${more}</dd></div>`;
const tallyTile = (name, { total, failed }) => tile(name, (0,format/* count */.U9)(total), failed > 0
    ? markup `<small class="bad">${(0,format/* count */.U9)(failed)} failed</small>`
    : markup `<small>${total > 0 ? 'all passed' : 'none'}</small>`);
function planTile({ plan }) {
    const { drifted, unchanged } = (0,statistics/* changeCounts */.Zg)(plan);
    const more = drifted > 0
        ? markup `<small class="warn">${(0,format/* count */.U9)(drifted)} changed in Postman</small>`
        : markup `<small>${(0,format/* count */.U9)(unchanged)} unchanged</small>`;
    return tile('Changes', (0,format/* count */.U9)((0,statistics/* pendingChanges */.Pn)(plan).length), more);
}
function navigation({ runs, plan, monitors }) {
    const links = [
        ...(runs.length > 0 ? [markup `<a href="#suites">Suites</a>`] : []),
        ...(plan ? [markup `<a href="#plan">Plan</a>`] : []),
        ...(monitors.length > 0 ? [markup `<a href="#monitors">Monitors</a>`] : []),
        markup `<a href="#limits">Limits</a>`,
    ];
    return markup `<nav aria-label="Sections">${links}</nav>`;
}
/** Everything wrong with its remedy, then what is worth knowing. */
function problems(report) {
    const notes = [
        ...report.errors.map(({ kind, message, remedy }) => note('bad', markup `<b>${statistics/* KIND_WORDS */.Pv[kind]}</b>: ${message}<br><span class="dim">${remedy}</span>`)),
        ...report.problems.map((problem) => note('bad', problemText(report, problem))),
        ...report.notices.map(({ level, message }) => note(level === 'warning' ? 'warn' : '', markup `${message}`)),
    ];
    if (notes.length === 0)
        return own('');
    const title = report.errors.length + report.problems.length > 0 ? 'Problems' : 'Notices';
    return markup `<section aria-labelledby="problems"><h2 id="problems">${title}</h2>${notes}</section>`;
}
const note = (colour, content) => markup `<div class="note ${own(colour)}">${content}</div>`;
function problemText(report, problem) {
    const [place, link] = [(0,model_problem/* placeOf */.$t)(problem), (0,render_links/* sourceLink */._o)(report, problem)];
    const shown = link === undefined
        ? markup `<code>${place}</code>`
        : markup `<a href="${link}" rel="noreferrer"><code>${place}</code></a>`;
    return markup `${problem.message} ${place && shown}<br><span class="dim">${problem.remedy}</span>`;
}

;// CONCATENATED MODULE: ./build/render/html/anchors.js
/** Ids of the page's own parts. */
const RESERVED = [
    'suites',
    'plan',
    'monitors',
    'limits',
    'problems',
    'conflicts',
    'contract',
    'find',
    'tools',
    'passed',
];
const LONGEST = 120;
/** Gives an id to every suite, request and failure of the last attempts. */
function anchorsOf({ runs }) {
    const used = new Map(RESERVED.map((id) => [id, 1]));
    const ids = new Map();
    const give = (thing, parts) => void ids.set(thing, unique(slugOf(parts), used));
    for (const run of runs)
        give(run, [run.suite]);
    for (const run of runs) {
        for (const execution of run.attempt.executions)
            give(execution, [run.suite, ...placeOf(execution)]);
    }
    for (const run of runs) {
        for (const failure of [...run.attempt.failures, ...run.attempt.warnings]) {
            const { path, request } = failure;
            give(failure, [run.suite, ...placeOf({ path, request }), failure.assertion ?? failure.kind]);
        }
    }
    const idOf = (thing) => ids.get(thing) ?? '';
    return { suite: idOf, execution: idOf, failure: idOf };
}
const placeOf = ({ path, request, iteration = 1 }) => [
    ...path,
    ...(request === undefined ? [] : [request]),
    ...(iteration > 1 ? [`iteration ${iteration}`] : []),
];
/** The id itself, or with a number where it is taken. */
function unique(id, used) {
    const times = (used.get(id) ?? 0) + 1;
    used.set(id, times);
    return times === 1 ? id : unique(`${id}-${times}`, used);
}
/** `Create an order` → `create-an-order`; what is lost of other scripts and long texts is told by a checksum. */
function slugOf(parts) {
    const text = parts.join(' ');
    const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const slug = plain.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '');
    const isWhole = slug.length > 0 && slug.length <= LONGEST && !/(?![a-z])\p{L}/u.test(plain);
    return isWhole ? slug : [slug.slice(0, LONGEST), checksum(text)].filter(Boolean).join('-');
}
/** FNV-1a, in base 36. */
function checksum(text) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1)
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(36);
}

// EXTERNAL MODULE: ./build/render/executions.js
var render_executions = __webpack_require__(39822);
;// CONCATENATED MODULE: ./build/render/html/details-budget.js

/** Requests that the page lists. */
const MOST_ROWS = 6000;
/** Characters of requests, responses and console lines on the page. */
const MOST_CHARACTERS = { failed: 4_000_000, others: 1_300_000 };
/** Characters of the names of assertions on the page: those of a thousand requests fit in any case. */
const details_budget_MOST_NAMES = 2_500_000;
/** Characters of markup around one assertion and around one exchange. */
const MARKUP = { assertion: 30, exchange: 400 };
/** Shares the room of the page among all requests of a report. */
function shareRoom({ runs }) {
    const failed = [];
    const others = [];
    for (const { attempt } of runs) {
        const failedHere = (0,render_executions/* failedIn */.r4)(attempt);
        for (const execution of attempt.executions)
            (failedHere(execution) ? failed : others).push(execution);
    }
    const listed = [...failed, ...others].slice(0, MOST_ROWS);
    const isFailed = new Set(failed);
    const withExchange = new Set([
        ...fitting(failed, { max: MOST_CHARACTERS.failed, cost: exchangeCost }),
        ...fitting(listed.filter((execution) => !isFailed.has(execution)), { max: MOST_CHARACTERS.others, cost: exchangeCost }),
    ]);
    const withAssertions = fitting(listed, { max: details_budget_MOST_NAMES, cost: assertionsCost });
    const rows = new Set(listed);
    return {
        isListed: (execution) => rows.has(execution),
        hasExchange: (execution) => withExchange.has(execution),
        hasAssertions: (execution) => withAssertions.has(execution),
    };
}
function fitting(executions, { max, cost }) {
    const chosen = new Set();
    let left = max;
    for (const execution of executions) {
        left -= cost(execution);
        if (left < 0)
            break;
        chosen.add(execution);
    }
    return chosen;
}
const assertionsCost = ({ assertions }) => assertions.reduce((sum, { name, message = '' }) => sum + name.length + message.length + MARKUP.assertion, 0);
const exchangeCost = ({ exchange, console = [] }) => (exchange ? 2 * messageCost(exchange.request) + MARKUP.exchange : 0) +
    (exchange?.response ? messageCost(exchange.response) : 0) +
    console.reduce((sum, line) => sum + line.length, 0);
/** A request is shown twice: as it was sent, and as a curl command. Quotes take six characters in HTML. */
const messageCost = ({ line, headers, body = '' }) => headers.reduce((sum, header) => sum + header.length, line.length + 1.4 * body.length);

;// CONCATENATED MODULE: ./build/render/html/page.js


/** Prepares a report for the page. */
const pageOf = (report) => ({
    report,
    anchors: anchorsOf(report),
    budget: shareRoom(report),
    runs: [...report.runs].sort((a, b) => rankOf(a) - rankOf(b)),
});
/** Whether there is something to look at in a suite. */
const isNotable = (run) => rankOf(run) < RANKS.green;
const RANKS = { failed: 0, doesNotGate: 1, flaky: 2, warnings: 3, green: 4 };
function rankOf({ status, blocking, flaky, attempt }) {
    if (status === 'failed')
        return blocking ? RANKS.failed : RANKS.doesNotGate;
    if (flaky)
        return RANKS.flaky;
    return attempt.warnings.length > 0 ? RANKS.warnings : RANKS.green;
}

// EXTERNAL MODULE: ./build/render/difference.js
var render_difference = __webpack_require__(96830);
;// CONCATENATED MODULE: ./build/render/html/plan.js





/** Changes, and differences of one change, that the page shows. */
const plan_SHOWN = 500;
const COLOURS = { '+': 'good', '-': 'bad', '~': 'warn', ' ': 'dim' };
/** The plan with what every change does, and what became of it. */
function planSection(report) {
    const { plan } = report;
    if (!plan)
        return own('');
    const pending = (0,statistics/* pendingChanges */.Pn)(plan);
    const rest = pending.length - plan_SHOWN;
    return markup `<section aria-labelledby="plan"><h2 id="plan">${plan.applied ? 'Applied' : 'Plan'}: ${(0,statistics/* planWords */.DO)(plan)}</h2>
${pending.slice(0, plan_SHOWN).map((change) => changeRow(change, report))}
${rest > 0 && markup `<p class="dim">${(0,format/* plural */.LS)(rest, 'more change')} in report.json.</p>`}
${unchanged(plan)}</section>`;
}
function changeRow(change, report) {
    const line = markup `<span class="line">${signOf(render_difference/* ACTION_SIGNS */.mX[change.action])}<span class="name">${change.name}</span>
<span class="dim">${change.kind}</span><code class="dim">${change.path}</code>${pills(change)}</span>`;
    const links = linksOf(change, report);
    if (change.diff.length === 0 && !change.reason)
        return markup `<div class="row flat">${line}${links}</div>`;
    const rest = change.diff.length - plan_SHOWN;
    return markup `<details class="row"><summary>${line}</summary><div class="body">
${links}${change.reason && markup `<p>${change.reason}</p>`}
<ul class="diff">${change.diff.slice(0, plan_SHOWN).map((difference) => differenceItem(difference))}</ul>
${rest > 0 && markup `<p class="dim">${(0,format/* plural */.LS)(rest, 'more difference')} in report.json.</p>`}</div></details>`;
}
/** The file where it is shown, and the resource in Postman. */
function linksOf(change, report) {
    const links = [
        ['File', change.kind === 'monitor' ? undefined : (0,render_links/* sourceLink */._o)(report, { path: change.path })],
        ['Open in Postman', (0,render_links/* postmanLink */.RA)(report, change)],
    ];
    const shown = links.flatMap(([text, link]) => link === undefined ? [] : [markup `<a href="${link}" rel="noreferrer">${text}</a> `]);
    return shown.length === 0 ? own('') : markup `<p class="links">${shown}</p>`;
}
const signOf = (sign) => markup `<span class="sign mono ${own(COLOURS[sign] ?? 'dim')}">${sign}</span>`;
const WORDS = {
    create: 'create',
    update: 'update',
    delete: 'delete',
    none: 'unchanged',
};
function pills({ action, status, drifted, diff }) {
    const word = action === 'none' && status === 'failed' ? 'not read' : WORDS[action];
    return [
        markup `<span class="end">${diff.length > 0 ? (0,format/* plural */.LS)(diff.length, 'difference') : word}</span>`,
        ...(drifted ? [markup `<span class="pill warn">changed in Postman</span>`] : []),
        ...(status === 'applied' ? [markup `<span class="pill good">applied</span>`] : []),
        ...(status === 'failed' ? [markup `<span class="pill bad">failed</span>`] : []),
        ...(status === 'skipped' ? [markup `<span class="pill warn">skipped</span>`] : []),
    ];
}
function differenceItem(difference) {
    const lines = (0,render_difference/* differenceLines */.Ze)(difference);
    const shown = lines.map(({ sign, rest }) => {
        const look = own(sign === '+' ? 'add' : sign === '-' ? 'del' : 'same');
        return markup `<span class="${look}">${`${sign} ${rest}`}</span>`;
    });
    return markup `<li>${signOf(render_difference/* DIFFERENCE_SIGNS */.$o[difference.change])}${(0,render_difference/* differenceWords */.XY)(difference)}${lines.length > 0 && markup `<pre>${shown}</pre>`}</li>`;
}
function unchanged({ changes }) {
    const same = changes.filter(({ action, status }) => action === 'none' && status !== 'failed');
    if (same.length === 0)
        return own('');
    const items = same
        .slice(0, plan_SHOWN)
        .map(({ name, kind, path, drifted }) => markup `<li>${name} <span class="dim">${kind}</span> <code class="dim">${path}</code>${drifted && markup ` <span class="pill warn">changed in Postman, left as it is there</span>`}</li>`);
    return markup `<details class="row"><summary><span class="line"><span class="dim">${(0,format/* plural */.LS)(same.length, 'resource')} unchanged</span></span></summary>
<div class="body"><ul class="diff">${items}</ul></div></details>`;
}

;// CONCATENATED MODULE: ./build/render/html/script.js
/**
 * The page's own script: search, filters, order, copy buttons, addresses inside folded parts, print. The page is whole
 * without it. It reads nothing but the page, and sends nothing.
 */
const SCRIPT = String.raw `(() => {
'use strict';
const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
const by = (id) => document.getElementById(id);
const reveal = (one) => {
  for (let at = one; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
};
const goTo = () => {
  let target = null;
  try { target = by(decodeURIComponent(location.hash.slice(1))); } catch { return; }
  if (!target) return;
  reveal(target);
  target.scrollIntoView({ block: 'start' });
};
addEventListener('hashchange', goTo);
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) goTo();
});

const folded = [];
addEventListener('beforeprint', () => {
  for (const one of all('details:not([open])')) { one.open = true; folded.push(one); }
});
addEventListener('afterprint', () => { for (const one of folded.splice(0)) one.open = false; });

const copyText = async (pre, button) => {
  try {
    await navigator.clipboard.writeText(pre.textContent);
  } catch {
    const range = document.createRange();
    range.selectNodeContents(pre);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand('copy');
  }
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
};
document.addEventListener('toggle', (event) => {
  const box = event.target;
  if (!box.open || !box.classList || !box.classList.contains('curl') || box.querySelector('button')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', () => copyText(box.querySelector('pre'), button));
  box.append(button);
}, true);

const form = by('tools');
if (!form) { goTo(); return; }
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
const [find, state, folder, order, found] = ['find', 'state', 'folder', 'order', 'found'].map(by);
const suites = all('.suite');
const rows = all('.q');
const suiteOf = new Map(rows.map((row) => [row, row.closest('.suite')]));
const pathOf = (row) => {
  const names = [];
  for (let at = row.parentElement.closest('.folder'); at; at = at.parentElement.closest('.folder')) {
    names.unshift(at.querySelector('summary b').textContent);
  }
  return names.filter((name) => !/^Iteration \d+$/.test(name)).join(' / ');
};
const paths = new Map(rows.map((row) => [row, pathOf(row)]));
for (const path of [...new Set(paths.values())].filter(Boolean).slice(0, 300)) {
  folder.append(new Option(path, path));
}
if (folder.options.length < 3) folder.parentElement.hidden = true;
const texts = new Map();
const textOf = (one) => {
  if (!texts.has(one)) texts.set(one, one.textContent.toLowerCase());
  return texts.get(one);
};
const names = new Map(suites.map((suite) => [suite, suite.querySelector('h3').textContent.toLowerCase()]));
const nameOf = (suite) => names.get(suite);

const wasOpen = new Map();
const filter = () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  const active = words.length > 0 || state.value !== '' || folder.value !== '';
  const shown = new Set();
  let hits = 0;
  for (const row of rows) {
    const suite = suiteOf.get(row);
    const path = paths.get(row);
    const inFolder = folder.value === '' || path === folder.value || path.startsWith(folder.value + ' / ');
    const isFailed = row.classList.contains('f');
    const inState = state.value === '' || (state.value === 'flaky' ? suite.dataset.state === 'flaky' : (state.value === 'failed') === isFailed);
    const visible = inFolder && inState && words.every((word) => nameOf(suite).includes(word) || path.toLowerCase().includes(word) || textOf(row).includes(word));
    row.hidden = !visible;
    if (!visible) continue;
    hits += 1;
    for (let at = row.parentElement; at && at.tagName !== 'SECTION'; at = at.parentElement) shown.add(at);
  }
  for (const one of [...all('.folder'), ...suites, ...all('.group')]) {
    const byName = one.classList.contains('suite') && folder.value === '' && (state.value === '' || state.value === one.dataset.state) && words.every((word) => nameOf(one).includes(word));
    one.hidden = active && !shown.has(one) && !byName;
    if (byName) shown.add(one.closest('.group'));
    if (active && !one.hidden) {
      if (!wasOpen.has(one)) wasOpen.set(one, one.open);
      if (hits <= 200) one.open = true;
    }
  }
  for (const one of all('.group')) if (shown.has(one)) one.hidden = false;
  if (!active) {
    for (const [one, open] of wasOpen) one.open = open;
    wasOpen.clear();
  }
  found.textContent = active ? hits + ' of ' + rows.length + ' requests' : '';
};

const homes = new Map();
const arrange = () => {
  for (const tree of all('.tree')) {
    if (order.value === 'slow') {
      if (homes.has(tree)) continue;
      const inside = all('.q', tree);
      homes.set(tree, inside.map((row) => {
        const stand = document.createComment('');
        row.before(stand);
        return [row, stand];
      }));
      inside.sort((a, b) => b.dataset.m - a.dataset.m);
      for (const one of all('.folder', tree)) one.classList.add('away');
      for (const row of inside) tree.append(row);
    } else if (homes.has(tree)) {
      for (const [row, stand] of homes.get(tree)) stand.replaceWith(row);
      for (const one of all('.folder', tree)) one.classList.remove('away');
      homes.delete(tree);
    }
  }
};

let waiting = 0;
find.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(filter, 60); });
state.addEventListener('change', filter);
folder.addEventListener('change', filter);
order.addEventListener('change', arrange);

let last = -1;
const jump = (step) => {
  const failures = all('.reason');
  if (failures.length === 0) return;
  last = (last + step + failures.length) % failures.length;
  const one = failures[last];
  reveal(one);
  one.scrollIntoView({ block: 'center' });
  const link = one.querySelector('a.self');
  if (link) link.focus({ preventScroll: true });
};
by('next').addEventListener('click', () => jump(1));
if (all('.reason').length === 0) by('next').hidden = true;
by('unfold').addEventListener('click', () => {
  const boxes = all('.suite, .folder, .group');
  const open = boxes.some((one) => !one.open);
  for (const one of boxes) one.open = open;
  by('unfold').textContent = open ? 'Fold all' : 'Unfold all';
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === 'Escape' && event.target === find) { find.value = ''; filter(); find.blur(); }
  if (typing) return;
  if (event.key === '/') { event.preventDefault(); find.focus(); }
  if (event.key === 'n') jump(1);
  if (event.key === 'p') jump(-1);
});
goTo();
})();`;

;// CONCATENATED MODULE: ./build/render/html/style.js
/** The page's whole look, in light and dark, on paper and on phones. */
const STYLE = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--line:#e3e6eb;--soft:#f1f3f6;--text:#1b2330;--dim:#566070;
--good:#146c43;--good-bg:#e5f5ec;--bad:#b42a20;--bad-bg:#fdecea;--warn:#855300;--warn-bg:#fdf3dc;--blue:#2a5bbd;--bar:#7da2ea}
@media(prefers-color-scheme:dark){:root{--bg:#0f1217;--card:#171b22;--line:#2a303a;--soft:#1f242d;--text:#e4e8ee;--dim:#a0aab8;
--good:#5fcf97;--good-bg:#12301f;--bad:#ff8b80;--bad-bg:#3a1a18;--warn:#eebb5a;--warn-bg:#33270f;--blue:#8fb4ff;--bar:#4c74c4}}
*{box-sizing:border-box}
[hidden],.away{display:none!important}
html{scroll-padding-top:64px}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 24px}
header{padding-top:32px}
h1{font-size:27px;line-height:1.2;margin:0;letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:18px;margin:36px 0 12px}
h3{font-size:15px;margin:0;display:inline}
h4,.title{font-size:13.5px;margin:20px 0 8px;color:var(--dim);font-weight:600}
p{margin:6px 0}.meta{font-size:14px;overflow-wrap:anywhere}
code,pre,.mono{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
code{overflow-wrap:anywhere}
pre{margin:8px 0;padding:10px 12px;background:var(--soft);border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere}
a{color:var(--blue)}
.dim{color:var(--dim)}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
.card,.row{background:var(--card);border:1px solid var(--line);border-radius:12px}
.verdict{display:flex;gap:18px;align-items:center;padding:22px 24px;border-left-width:6px;color:inherit}
.verdict>div{min-width:0;overflow-wrap:anywhere}
.verdict .mark{flex:none;width:46px;height:46px;border-radius:50%;display:grid;place-items:center;font-size:24px;font-weight:700}
.verdict.good{border-left-color:var(--good)}.verdict.bad{border-left-color:var(--bad)}
.verdict h1,.verdict p:not(.dim){color:var(--text)}
.good .mark{background:var(--good-bg);color:var(--good)}.bad .mark{background:var(--bad-bg);color:var(--bad)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:14px 0 0;padding:0}
.tile{padding:12px 16px}.tile dt{color:var(--dim);font-size:13px}.tile dd{margin:0;font-size:21px;font-weight:600;font-variant-numeric:tabular-nums}
.tile small{display:block;font-size:13px;font-weight:400;color:var(--dim)}.tile small.bad{color:var(--bad)}.tile small.warn{color:var(--warn)}
nav{margin:16px 0 0;display:flex;gap:18px;flex-wrap:wrap;font-size:14px}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
.note{padding:10px 16px;margin:8px 0;border-radius:10px;background:var(--soft);overflow-wrap:anywhere}
.note.bad{background:var(--bad-bg);color:var(--text)}.note.warn{background:var(--warn-bg);color:var(--text)}
.tools{position:sticky;top:8px;z-index:2;display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:8px 10px;margin:12px 0;box-shadow:0 4px 14px #0000000d}
.tools .grow{flex:1 1 220px}.tools p{margin:0 4px;font-size:13.5px}.tools p:empty{display:none}
input,select,button{font:inherit;font-size:14px;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:5px 10px;max-width:100%}
input{width:100%}select{max-width:200px}button{cursor:pointer}
input::placeholder{color:var(--dim);opacity:1}
kbd{font:12px ui-monospace,monospace;color:var(--dim)}
details.row{margin:10px 0}
.row>summary,div.row{padding:12px 18px}
div.row{margin:10px 0}div.flat{padding-left:36px}
summary{cursor:pointer;border-radius:8px}
:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
.row>.body{padding:0 18px 16px}
.line{display:inline-flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline;width:calc(100% - 22px);vertical-align:top}
div.row>.line{width:100%}
.line .end{margin-left:auto;color:var(--dim);font-variant-numeric:tabular-nums;font-size:14px}
.name{font-weight:600;overflow-wrap:anywhere}.why{font-size:14px}
.links{margin:8px 0 2px;font-size:14px}div.flat .links{margin:2px 0 0 36px}
.pill{display:inline-block;padding:0 9px;border-radius:99px;font-size:12.5px;line-height:20px;background:var(--soft);color:var(--dim);white-space:nowrap}
.pill.good{background:var(--good-bg);color:var(--good)}.pill.bad{background:var(--bad-bg);color:var(--bad)}.pill.warn{background:var(--warn-bg);color:var(--warn)}
.failure{border-left:3px solid var(--bad);padding:2px 0 2px 14px;margin:14px 0;color:inherit}
.failure.warn{border-left-color:var(--warn)}
.where{overflow-wrap:anywhere}.where a{font-weight:600}
.reason{margin:8px 0;overflow-wrap:anywhere}.reason:target,.q:target{outline:2px solid var(--blue);outline-offset:4px;border-radius:4px}
.self{text-decoration:none;color:var(--dim)}
.place{font-size:14px}.source{color:var(--dim);margin-left:8px}
.compared span{display:block}.compared .legend{margin-bottom:6px}.compared .legend span{display:inline}
pre .add,pre .del{display:block}pre .add{color:var(--good)}pre .del{color:var(--bad)}pre .same{display:block;color:var(--dim)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(340px,100%),1fr));gap:0 14px}.pair>div{min-width:0}.pair .title{margin:8px 0 0}
.more>summary,.curl>summary{color:var(--dim);font-size:14px;margin:6px 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th{font-weight:500;color:var(--dim);text-align:left;font-size:13px}
th,td{padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:middle}
tr:last-child td,tr:last-child th[scope=row]{border-bottom:0}
.num{text-align:right;white-space:nowrap}
.index td:nth-child(2),.index td:nth-child(3){overflow-wrap:anywhere;min-width:110px}.index td:first-child{width:24px}.index td:last-child{width:110px;padding-right:0}
.share{display:block;height:8px;border-radius:99px;background:var(--good);overflow:hidden;min-width:60px}.share i{display:block;height:8px;background:var(--bad)}
.attempts td,.attempts th{vertical-align:top;overflow-wrap:anywhere;min-width:150px}
.chart{display:block;width:100%;height:72px;background:var(--soft);border-radius:8px}
.chart rect{fill:var(--bar)}.chart rect.bad{fill:var(--bad)}
.meter{display:block;height:8px;border-radius:99px;background:var(--soft);overflow:hidden;min-width:140px}
.meter i{display:block;height:8px;border-radius:99px;background:var(--good)}
.meter.warn i{background:var(--warn)}.meter.bad i{background:var(--bad)}
.axis{display:flex;justify-content:space-between;margin-left:auto;width:calc(30% - 8px);font-size:12px;color:var(--dim)}
.folder{margin:2px 0 2px 6px;padding-left:10px;border-left:1px solid var(--line)}
.folder>summary{padding:4px 0;overflow-wrap:anywhere}
.q{border-top:1px solid var(--line);font-size:14px}
.q>summary{display:grid;grid-template-columns:18px minmax(0,1fr) 84px 74px 74px 30%;gap:0 10px;align-items:center;padding:4px 6px;list-style:none;font-variant-numeric:tabular-nums;border-radius:6px}
.q>summary::-webkit-details-marker{display:none}
.q>summary:hover{background:var(--soft)}
.q>summary>span:nth-child(n+3):nth-child(-n+5){text-align:right;color:var(--dim);white-space:nowrap}
.q .k{color:var(--good)}.q.f>summary :is(.k,.n){color:var(--bad)}.q.f>summary>span:nth-child(3){color:var(--bad)}
.q .n{overflow-wrap:anywhere}.q .n i{font:12px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--dim)}
.q.f .n i{color:var(--bad)}
.w{display:block;height:10px;border-radius:3px;background:var(--soft);overflow:hidden}
.w i{display:block;height:10px;border-radius:3px;background:var(--bar);min-width:3px}.q.f .w i{background:var(--bad)}
.d{padding:4px 6px 14px 34px}
.a{list-style:none;margin:8px 0;padding:0}.a li{overflow-wrap:anywhere;padding-left:22px;text-indent:-22px}
.a li::before{content:"✓";color:var(--good);display:inline-block;width:22px;text-indent:0}
.a .f::before{content:"✗";color:var(--bad)}.a .s::before{content:"○";color:var(--dim)}
.diff{list-style:none;margin:0;padding:0}.diff li{margin:3px 0;padding-left:22px;text-indent:-22px;overflow-wrap:anywhere}
.diff li pre{text-indent:0}
.sign{display:inline-block;width:22px;text-indent:0;font-weight:700}
footer{color:var(--dim);font-size:13px;padding-top:28px;padding-bottom:40px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:760px){main,header,footer{padding-left:12px;padding-right:12px}header{padding-top:12px}
.row>summary,div.row{padding:12px}.row>.body{padding:0 12px 12px}.verdict{padding:16px;gap:12px}.failure code{font-size:12px}
.tools{position:static}.tools label,.tools select{max-width:none;flex:1 1 130px;width:100%}kbd{display:none}
.q>summary{grid-template-columns:18px minmax(0,1fr) auto auto}.q>summary>span:nth-child(n+5),.axis{display:none}.d{padding-left:6px}
div.flat{padding-left:12px}.line .end{margin-left:0}.meter{min-width:60px}
.index :is(th,td):nth-child(n+4):nth-child(-n+5),.index :is(th,td):last-child{display:none}.index td:nth-child(2),.index td:nth-child(3){min-width:84px}}
@media print{body{background:#fff;font-size:12px}.tools,nav,.self,.curl{display:none!important}
.card,.row,.failure,.q,tr{break-inside:avoid}.suite,.group,.folder,details.row{break-inside:auto}h2,h3,h4,summary{break-after:avoid}
details::details-content{content-visibility:visible;height:auto;block-size:auto}.q{break-inside:auto}.d pre{break-inside:auto}
.verdict,.pill,.w i,.share,.share i,.meter i,.chart rect,.note{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

;// CONCATENATED MODULE: ./build/render/reasons.js


/** Kinds of failures that are counted; the others speak for themselves. */
const COUNTED = {
    assertion: ['assertion failed', 'assertions failed'],
    request: ['request failed', 'requests failed'],
    script: ['script failed', 'scripts failed'],
};
/** Why a suite is not simply green, most telling first: `2 assertions failed`, `p95 957 ms > 300 ms`. Empty for a green one. */
function reasonsOf(run) {
    const { attempt, earlier, flaky } = run;
    return [
        ...kindsOf(attempt.failures).flatMap((kind) => kind === 'nothing-tested' ? [reasons_untested(run)] : reasonsOfKind(attempt.failures, kind)),
        ...(flaky ? [`failed ${earlier.length === 1 ? 'once' : `${earlier.length} times`}, then passed`] : []),
        ...(attempt.warnings.length > 0 ? [(0,format/* plural */.LS)(attempt.warnings.length, 'warning')] : []),
    ];
}
const kindsOf = (failures) => [
    ...new Set(failures.map(({ kind }) => kind)),
];
const reasons_untested = ({ attempt: { requests } }) => requests.total === 0 ? 'nothing requested' : 'nothing asserted';
function reasonsOfKind(failures, kind) {
    const same = failures.filter((failure) => failure.kind === kind);
    const crossed = same.flatMap(({ threshold }) => (threshold ? [thresholdWords(threshold)] : []));
    if (crossed.length > 0)
        return crossed;
    const words = COUNTED[kind];
    return [words ? (0,format/* plural */.LS)(same.length, ...words) : statistics/* KIND_WORDS */.Pv[kind]];
}
/** Thresholds that are no durations. */
const AMOUNTS = {
    'failed-assertions': format/* count */.U9,
};
function thresholdWords({ name, actual, limit }) {
    const show = AMOUNTS[name] ?? format/* duration */.p0;
    return `${name.replaceAll('-', ' ')} ${show(actual)} > ${show(limit)}`;
}

;// CONCATENATED MODULE: ./build/render/html/earlier-attempts.js





/** Places, and attempts, that are compared. */
const earlier_attempts_SHOWN = { places: 50, attempts: 6 };
const LONGEST_MESSAGE = 500;
/** What failed in earlier attempts beside what became of it in later ones; nothing for a suite that ran once. */
function earlierAttempts({ attempt, earlier, flaky }) {
    if (earlier.length === 0)
        return own('');
    const attempts = [...earlier, attempt].slice(-earlier_attempts_SHOWN.attempts);
    const first = earlier.length + 2 - attempts.length;
    const places = placesIn(earlier).slice(0, earlier_attempts_SHOWN.places);
    return markup `<h4>${flaky ? 'Flaky: attempts side by side' : 'Attempts side by side'}</h4>
<div class="scroll" tabindex="0" role="region" aria-label="Attempts"><table class="attempts"><thead><tr><th scope="col">Test</th>${attempts.map((_, at) => markup `<th scope="col">Attempt ${first + at}</th>`)}</tr></thead>
<tbody>${places.map((place) => placeRow(place, attempts))}</tbody></table></div>`;
}
/** A place of failures that several attempts have in common. */
const earlier_attempts_keyOf = ({ iteration, path, request, assertion, kind }) => JSON.stringify([iteration, path, request, assertion, assertion === undefined ? kind : '']);
function placesIn(attempts) {
    const failures = attempts.flatMap((attempt) => attempt.failures);
    return [...new Map(failures.map((failure) => [earlier_attempts_keyOf(failure), failure])).values()];
}
const placeRow = (place, attempts) => markup `<tr><th scope="row">${(0,statistics/* whereOf */.de)(place) || statistics/* KIND_WORDS */.Pv[place.kind]}</th>${attempts.map((attempt) => outcomeCell(place, attempt))}</tr>`;
function outcomeCell(place, attempt) {
    const failure = attempt.failures.find((candidate) => earlier_attempts_keyOf(candidate) === earlier_attempts_keyOf(place));
    const answer = answerOf(place, attempt);
    const shown = answer && markup `<br><span class="dim">${answer}</span>`;
    if (!failure)
        return markup `<td><span class="good">✓ passed</span>${shown}</td>`;
    return markup `<td><span class="bad">✗ ${(0,render_escape/* shorten */.ml)(failure.message, LONGEST_MESSAGE)}</span>${shown}</td>`;
}
/** `503, 120 ms`. */
function answerOf(place, attempt) {
    const { code, responseMs } = (0,render_executions/* executionsByPlace */.C3)(attempt)(place) ?? {};
    return [
        ...(code === undefined ? [] : [String(code)]),
        ...(responseMs === undefined ? [] : [(0,format/* duration */.p0)(responseMs)]),
    ].join(', ');
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/line.js + 1 modules
var line = __webpack_require__(37073);
;// CONCATENATED MODULE: ./build/render/comparison.js

/** Lines that differ beyond which no common ones are looked for. */
const MOST_EDITS = 1000;
/** Lines shown of a comparison. */
const MOST_LINES = 120;
/** Expected and actual as one list of lines. */
function comparedLines({ expected, actual }) {
    const parts = (0,line/* diffLines */.Pp)(ended(expected), ended(actual), { maxEditLength: MOST_EDITS });
    const lines = parts
        ? parts.flatMap(({ value, added, removed }) => comparison_linesOf(value, added ? '+' : removed ? '-' : ' '))
        : [...comparison_linesOf(expected, '-'), ...comparison_linesOf(actual, '+')];
    if (lines.length <= MOST_LINES)
        return lines;
    return [...lines.slice(0, MOST_LINES), { sign: ' ', text: `… ${lines.length - MOST_LINES} more lines` }];
}
const ended = (text) => (text.endsWith('\n') ? text : `${text}\n`);
const comparison_linesOf = (value, sign) => value
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => ({ sign, text }));

// EXTERNAL MODULE: ./build/render/failures.js
var render_failures = __webpack_require__(10382);
;// CONCATENATED MODULE: ./build/render/curl.js
/** Headers that curl, or the client that sent the request, sets by itself. */
const AUTOMATIC = new Set([
    'accept-encoding',
    'cache-control',
    'connection',
    'content-length',
    'host',
    'postman-token',
    'user-agent',
]);
/** What stands where a secret was. */
const MASK = '***';
/** The request as a curl command for a POSIX shell. Every secret is a variable named after its header, parameter or field. */
function curlOf({ request }) {
    const [method = 'GET', ...rest] = request.line.split(' ');
    const url = rest.join(' ');
    const lines = [
        `curl ${method === 'GET' ? '' : `-X ${quoted(method)} `}${quoted(url)}`,
        ...request.headers.filter(isNeeded).map((header) => `-H ${quoted(header)}`),
        ...(request.body === undefined ? [] : [`--data-raw ${quoted(request.body)}`]),
    ];
    return `${cutNote(request)}${lines.join(' \\\n  ')}`;
}
const isNeeded = (header) => !AUTOMATIC.has(header.slice(0, header.indexOf(':')).toLowerCase());
const cutNote = ({ body = '', bodyBytes }) => body.endsWith('… (cut)') ? `# The body is cut here: ${bodyBytes ?? 'more'} bytes were sent.\n` : '';
/** A text in single quotes, with `"$NAME"` for each secret in it. */
function quoted(text) {
    const [first = '', ...rest] = text.split(MASK);
    const pieces = [single(first)];
    let before = first;
    for (const piece of rest) {
        const isBare = /["']\s*:\s*$/.test(before);
        pieces.push(isBare ? `'"'"$${curl_nameOf(before)}"'"'` : `"$${curl_nameOf(before)}"`, piece === '' ? '' : single(piece));
        before = piece;
    }
    return pieces.filter((piece, at) => piece !== "''" || (at === 0 && pieces.length === 1)).join('');
}
const single = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
/** The name that stands before a secret: of a header, a parameter or a field. */
function curl_nameOf(before) {
    const name = /([\w.-]+)["']?\s*[:=]\s*["']?(?:[A-Za-z]+\s+)?$/.exec(before)?.[1] ?? 'SECRET';
    const variable = name
        .replace(/([a-z\d])([A-Z])/g, '$1_$2')
        .replace(/[^A-Za-z\d]+/g, '_')
        .toUpperCase();
    return /^\d/.test(variable) ? `_${variable}` : variable;
}

;// CONCATENATED MODULE: ./build/render/pretty-body.js
const INDENT = '  ';
/** Nesting beyond which nothing is indented further. */
const DEEPEST = 20;
/** How a JSON document on one line begins. */
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*(?:["[{\]\d-]|true|false|null))/;
const TOKEN = /"(?:\\.|[^"\\])*"?|[{}[\],:]|[^\s{}[\],:"]+/g;
/** JSON with a line for each value, also where it was cut or has a mask in it; any other text as it is. */
function prettyBody(body) {
    if (!JSON_START.test(body) || body.trim().includes('\n'))
        return body;
    let [text, depth, before] = ['', 0, ''];
    for (const token of body.match(TOKEN) ?? []) {
        if (isClosing(token))
            depth = Math.max(0, depth - 1);
        text += gapBetween(before, token, depth) + token;
        if (isOpening(token))
            depth += 1;
        before = token;
    }
    return text;
}
const isOpening = (token) => token === '{' || token === '[';
const isClosing = (token) => token === '}' || token === ']';
/** The white space between two tokens. */
function gapBetween(before, token, depth) {
    if (before === '' || token === ',' || token === ':')
        return '';
    if (isOpening(before) && isClosing(token))
        return '';
    if (isOpening(before) || isClosing(token) || before === ',')
        return `\n${INDENT.repeat(Math.min(depth, DEEPEST))}`;
    return ' ';
}

;// CONCATENATED MODULE: ./build/render/html/exchange.js





/** Characters of a body, after it was indented. */
const LONGEST_BODY = 16_000;
/** Request, response and the same as a curl command. */
function exchangePart({ exchange }) {
    if (!exchange)
        return own('');
    const { request, response } = exchange;
    return markup `<div class="pair">${messagePart('Request', request)}${response ? messagePart('Response', response) : markup `<div><p class="title">Response</p><p class="dim">No response came.</p></div>`}</div>
<details class="curl"><summary>curl</summary><pre>${curlOf(exchange)}</pre></details>`;
}
function messagePart(title, { line, headers, body, bodyBytes }) {
    const size = bodyBytes === undefined ? '' : ` · ${(0,format/* bytes */.ee)(bodyBytes)}`;
    return markup `<div><p class="title">${title}${size}</p><pre>${[line, ...headers].join('\n')}</pre>${body !== undefined && markup `<pre>${(0,render_escape/* shorten */.ml)(prettyBody(body), LONGEST_BODY)}</pre>`}</div>`;
}
/** What the scripts of a request wrote. */
const consolePart = ({ console = [] }) => console.length === 0
    ? own('')
    : markup `<p class="title">Console</p><pre class="console">${console.map((line) => consoleLine(line))}</pre>`;
function consoleLine(line) {
    const look = /^error:/.test(line) ? 'bad' : /^warn(?:ing)?:/.test(line) ? 'warn' : '';
    return look === '' ? markup `${line}\n` : markup `<span class="${own(look)}">${line}</span>\n`;
}

;// CONCATENATED MODULE: ./build/render/html/failures.js









/** Failures of a suite that the page shows. */
const failures_SHOWN = 200;
const failures_LONGEST_MESSAGE = 5000;
/** What failed, request by request; equal failures of several iterations once. */
function failureCards(page, { run, failures, look }) {
    const groups = (0,render_failures/* groupFailures */.B)(failures, run);
    const shown = groups.slice(0, failures_SHOWN);
    const rest = groups.length - shown.length;
    const find = (0,render_executions/* executionsByPlace */.C3)(run.attempt);
    const cards = [...byRequest(shown).values()].map((list) => {
        const execution = list[0] && find(list[0].failure);
        return card(page, { groups: list, execution, look });
    });
    return markup `${cards}${rest > 0 && markup `<p class="dim">${(0,format/* plural */.LS)(rest, 'more failure')} in report.json.</p>`}`;
}
function byRequest(groups) {
    const cards = new Map();
    for (const group of groups) {
        const { path, request } = group.failure;
        const key = JSON.stringify([path, request]);
        cards.set(key, [...(cards.get(key) ?? []), group]);
    }
    return cards;
}
function card(page, { groups, execution, look }) {
    const [first] = groups;
    if (!first)
        return own('');
    const { path, request } = first.failure;
    const where = [...path, ...(request === undefined ? [] : [request])].join(' / ');
    return markup `<div class="failure ${own(look)}">${where !== '' && cardHead(page, { where, execution })}
${groups.map((group) => failureItem(page, group))}
${execution && page.budget.hasExchange(execution) && failures_detailsOf(execution)}</div>`;
}
function cardHead({ anchors }, { where, execution }) {
    if (!execution)
        return markup `<p class="where">${where}</p>`;
    const { method, code, responseMs } = execution;
    const answer = [
        code === undefined ? 'no response' : String(code),
        ...(responseMs === undefined ? [] : [(0,format/* duration */.p0)(responseMs)]),
    ];
    return markup `<p class="where"><span class="mono">${method}</span> <a href="#${anchors.execution(execution)}">${where}</a> <span class="dim">${answer.join(' · ')}</span></p>`;
}
function failureItem({ report, anchors }, group) {
    const { failure } = group;
    const { kind, assertion, message, source, comparison } = failure;
    const [place, which, id] = [(0,statistics/* fileOf */.W7)(failure), (0,render_failures/* whichOf */.D)(group), anchors.failure(failure)];
    const link = (0,render_links/* sourceLink */._o)(report, {
        ...(failure.file !== undefined && { path: failure.file }),
        ...(failure.position && { position: failure.position }),
    });
    return markup `<div class="reason" id="${id}"><p><a class="self" href="#${id}" aria-label="Address of this failure">#</a> <b>${assertion ?? statistics/* KIND_WORDS */.Pv[kind]}</b>${which && markup ` <span class="pill">${which}</span>`}${assertion !== undefined && kind !== 'assertion' && markup ` <span class="pill">${statistics/* KIND_WORDS */.Pv[kind]}</span>`}</p>
<pre class="message">${(0,render_escape/* shorten */.ml)(message, failures_LONGEST_MESSAGE)}</pre>${comparison && difference(comparison)}
${place && markup `<p class="place">${link === undefined ? markup `<code>${place}</code>` : markup `<a href="${link}" rel="noreferrer"><code>${place}</code></a>`}${source !== undefined && markup ` <code class="source">${source}</code>`}</p>`}</div>`;
}
const failures_LOOKS = { '-': 'del', '+': 'add', ' ': 'same' };
/** Expected against actual, line by line. */
const difference = (comparison) => markup `<pre class="compared"><span class="legend"><span class="del">- expected</span> <span class="add">+ actual</span></span>
${comparedLines(comparison).map(({ sign, text }) => markup `<span class="${own(failures_LOOKS[sign])}">${`${sign} ${text}`}</span>`)}</pre>`;
const failures_detailsOf = (execution) => markup `<details class="more"><summary>Request and response</summary>${exchangePart(execution)}${consolePart(execution)}</details>`;

;// CONCATENATED MODULE: ./build/render/html/request-row.js





const request_row_LONGEST_MESSAGE = 1000;
/** A request: one line with its place in the waterfall, and below it all that is known of it. */
function requestRow(execution, { page, totalMs, isFailed }) {
    const { request, method, code, startedMs, responseMs, responseBytes } = execution;
    const bad = isFailed(execution);
    const left = percentOf(Math.min(startedMs, totalMs * 0.995), totalMs);
    const width = percentOf(responseMs ?? 0, totalMs);
    const status = code ?? ((0,render_executions/* wasSent */.Kk)(execution) ? 'no response' : 'not sent');
    return markup `<details class="q${own(bad ? ' f' : '')}" id="${page.anchors.execution(execution)}" data-m="${Math.round(responseMs ?? 0)}"><summary><span class="k" role="img" aria-label="${bad ? 'failed' : 'passed'}">${bad ? '✗' : '✓'}</span><span class="n"><i>${method}</i> ${request}</span><span>${status}</span><span>${responseMs === undefined ? '–' : (0,format/* duration */.p0)(responseMs)}</span><span>${responseBytes === undefined ? '–' : (0,format/* bytes */.ee)(responseBytes)}</span><span class="w"><i style="margin-left:${left}%;width:${width}%"></i></span></summary>
${rowDetails(execution, page.budget)}</details>`;
}
const percentOf = (ms, totalMs) => ((100 * ms) / Math.max(1, totalMs)).toFixed(1);
function rowDetails(execution, budget) {
    const { url, assertions, exchange } = execution;
    const kept = budget.hasExchange(execution);
    return markup `<div class="d">${url && markup `<code>${url}</code>`}
${budget.hasAssertions(execution) ? assertionList(assertions) : markup `<p class="dim">${(0,format/* plural */.LS)(assertions.length, 'assertion')}; their names are in report.json.</p>`}
${kept ? markup `${consolePart(execution)}${exchangePart(execution)}` : exchange && markup `<p class="dim">Request and response are in report.json.</p>`}</div>`;
}
function assertionList(assertions) {
    if (assertions.length === 0)
        return markup `<p class="dim">No assertion.</p>`;
    return markup `<ul class="a">${assertions.map((assertion) => assertionItem(assertion))}</ul>`;
}
function assertionItem({ name, status, message }) {
    switch (status) {
        case 'passed':
            return markup `<li>${name}</li>`;
        case 'skipped':
            return markup `<li class="s">${name} <span class="dim">skipped</span></li>`;
        case 'failed':
            return markup `<li class="f">${name}${message !== undefined && markup `<br><span class="dim">${(0,render_escape/* shorten */.ml)(message, request_row_LONGEST_MESSAGE)}</span>`}</li>`;
    }
}

;// CONCATENATED MODULE: ./build/render/html/request-tree.js
/** Whether a node is a folder. */
const isFolder = (node) => 'nodes' in node;
/** Executions as the tree of their folders; with iterations, one branch for each of them. */
function requestTree(executions, { iterations, isFailed }) {
    const branch = ({ iteration, path }) => iterations > 1 ? [`Iteration ${iteration}`, ...path] : path;
    return nodesOf(executions.map((execution) => ({ execution, path: branch(execution) })), isFailed);
}
function nodesOf(placed, isFailed) {
    const nodes = [];
    for (let at = 0; at < placed.length;) {
        const first = placed[at];
        const [name] = first.path;
        if (name === undefined) {
            nodes.push(first.execution);
            at += 1;
            continue;
        }
        const end = endOfFolder(placed, { name, from: at });
        nodes.push(folderOf(name, placed.slice(at, end), isFailed));
        at = end;
    }
    return nodes;
}
function endOfFolder(placed, { name, from }) {
    let end = from;
    while (placed[end]?.path[0] === name)
        end += 1;
    return end;
}
function folderOf(name, placed, isFailed) {
    return {
        name,
        nodes: nodesOf(placed.map(({ execution, path }) => ({ execution, path: path.slice(1) })), isFailed),
        requests: placed.length,
        failed: placed.filter(({ execution }) => isFailed(execution)).length,
        ms: placed.reduce((sum, { execution: { responseMs = 0 } }) => sum + responseMs, 0),
    };
}

;// CONCATENATED MODULE: ./build/render/html/response-chart.js


/** Columns of the chart. */
const COLUMNS = 180;
const HEIGHT = 64;
/** The slowest response of each stretch of time as a column; red where something failed. */
function responseChart(executions, { totalMs, isFailed }) {
    const columns = Array.from({ length: COLUMNS }, () => ({ ms: 0, bad: false }));
    for (const execution of executions) {
        const column = columns[Math.min(COLUMNS - 1, Math.floor((COLUMNS * execution.startedMs) / Math.max(1, totalMs)))];
        if (!column)
            continue;
        column.ms = Math.max(column.ms, execution.responseMs ?? 0);
        column.bad ||= isFailed(execution);
    }
    const slowest = columns.reduce((most, { ms }) => Math.max(most, ms), 1);
    const bars = columns.flatMap(({ ms, bad }, at) => {
        if (ms === 0 && !bad)
            return [];
        const height = bad && ms === 0 ? HEIGHT - 4 : Math.max(2, ((HEIGHT - 8) * ms) / slowest);
        return [
            markup `<rect x="${at * 6 + 1}" y="${(HEIGHT - height).toFixed(1)}" width="4" height="${height.toFixed(1)}"${own(bad ? ' class="bad"' : '')}/>`,
        ];
    });
    return markup `<svg class="chart" role="img" viewBox="0 0 ${COLUMNS * 6} ${HEIGHT}" preserveAspectRatio="none" aria-label="Slowest response over time, at most ${(0,format/* duration */.p0)(slowest)}">${bars}</svg>
<p class="dim">The slowest response at each time, up to ${(0,format/* duration */.p0)(slowest)}; red where something failed.</p>`;
}

;// CONCATENATED MODULE: ./build/render/html/requests.js






/** Suites of more requests show a chart above them, and fold the folders in which all is well. */
const requests_MANY = 100;
/** Every request of a suite in its folders, with its time in a waterfall. */
function requestsPart(page, { attempt }) {
    const { executions, durationMs, iterations } = attempt;
    if (executions.length === 0)
        return markup `<p class="dim">No request was sent.</p>`;
    const totalMs = executions.reduce((end, { startedMs, responseMs = 0 }) => Math.max(end, startedMs + responseMs), Math.min(durationMs, 1));
    const isFailed = (0,render_executions/* failedIn */.r4)(attempt);
    const listed = executions.filter((execution) => page.budget.isListed(execution));
    const options = { page, totalMs, isFailed, open: executions.length <= requests_MANY };
    return markup `<h4>${(0,format/* plural */.LS)(executions.length, 'request')} over ${(0,format/* duration */.p0)(totalMs)}</h4>
${executions.length > requests_MANY && responseChart(executions, { totalMs, isFailed })}
<div class="tree">${axis(totalMs)}${requestTree(listed, { iterations, isFailed }).map((node) => nodePart(node, options))}</div>
${listed.length < executions.length && markup `<p class="dim">${(0,format/* count */.U9)(listed.length)} of ${(0,format/* count */.U9)(executions.length)} requests are listed, failed ones first of all; report.json has every one.</p>`}`;
}
/** The scale of the waterfall. */
const axis = (totalMs) => markup `<div class="axis" aria-hidden="true"><span>0</span><span>${(0,format/* duration */.p0)(totalMs / 2)}</span><span>${(0,format/* duration */.p0)(totalMs)}</span></div>`;
const nodePart = (node, options) => isFolder(node) ? folderPart(node, options) : requestRow(node, options);
function folderPart({ name, nodes, requests, failed, ms }, options) {
    const open = own(options.open || failed > 0 ? ' open' : '');
    const bad = failed > 0 && markup ` · <span class="bad">${(0,format/* count */.U9)(failed)} failed</span>`;
    return markup `<details class="folder"${open}><summary><span class="line"><b>${name}</b><span class="end">${(0,format/* plural */.LS)(requests, 'request')}${bad} · ${(0,format/* duration */.p0)(ms)}</span></span></summary>
${nodes.map((node) => nodePart(node, options))}</details>`;
}

;// CONCATENATED MODULE: ./build/render/html/suite-index.js




/** Reports of so few suites list them all. */
const FEW = 12;
/** The suites as a table of contents: those to look at by name, the green ones of a large report as one row. */
function suiteIndex({ runs, anchors }) {
    const listed = runs.length <= FEW ? runs : runs.filter(isNotable);
    if (runs.length < 2 || listed.length === 0)
        return own('');
    const others = runs.filter((run) => !listed.includes(run));
    return markup `<div class="row scroll" tabindex="0" role="region" aria-label="Index of suites"><table class="index"><thead><tr><th scope="col"><span class="hidden">Result</span></th><th scope="col">Suite</th><th scope="col">Why</th><th scope="col" class="num">Requests</th><th scope="col" class="num">Assertions</th><th scope="col" class="num">Time</th><th scope="col"><span class="hidden">Share</span></th></tr></thead>
<tbody>${listed.map((run) => suiteRow(run, anchors.suite(run)))}${others.length > 0 && othersRow(others)}</tbody></table></div>`;
}
const suiteRow = (run, id) => markup `<tr><td>${mark(run)}</td><td><a href="#${id}">${run.suite}</a>${!run.blocking && markup ` <span class="pill">does not gate</span>`}</td>
<td class="dim">${reasonsOf(run).join(', ')}</td>${numbers([run])}</tr>`;
const othersRow = (runs) => markup `<tr><td><span class="good" role="img" aria-label="passed">✓</span></td><td><a href="#passed">${(0,format/* plural */.LS)(runs.length, 'suite')} passed</a></td><td></td>${numbers(runs)}</tr>`;
function numbers(runs) {
    const assertions = sum(runs.map(({ attempt }) => attempt.assertions));
    const requests = sum(runs.map(({ attempt }) => attempt.requests));
    const time = runs.reduce((total, { attempt }) => total + attempt.durationMs, 0);
    return markup `<td class="num">${suite_index_tally(requests)}</td><td class="num">${suite_index_tally(assertions)}</td><td class="num">${(0,format/* duration */.p0)(time)}</td><td>${shareBar(assertions)}</td>`;
}
const sum = (tallies) => ({
    total: tallies.reduce((all, { total }) => all + total, 0),
    failed: tallies.reduce((all, { failed }) => all + failed, 0),
});
/** The result of a suite as a sign. */
function mark({ status, flaky, blocking }) {
    if (status === 'failed')
        return markup `<span class="${own(blocking ? 'bad' : 'warn')}" role="img" aria-label="failed">✗</span>`;
    return markup `<span class="${own(flaky ? 'warn' : 'good')}" role="img" aria-label="${flaky ? 'flaky' : 'passed'}">✓</span>`;
}
/** A total, and how many of it failed. */
const suite_index_tally = ({ total, failed }) => failed > 0 ? markup `<b class="bad">${(0,format/* count */.U9)(failed)}</b> of ${(0,format/* count */.U9)(total)}` : markup `${(0,format/* count */.U9)(total)}`;
/** How much of the assertions passed, and how much failed. */
function shareBar({ total, failed }) {
    if (total === 0)
        return own('');
    const bad = failed === 0 ? 0 : Math.max(3, (100 * failed) / total);
    return markup `<span class="share" aria-hidden="true"><i class="bad" style="width:${bad.toFixed(1)}%"></i></span>`;
}

;// CONCATENATED MODULE: ./build/render/html/tools.js

/** Search, filter and order of the requests. Hidden until the page's script is there to serve them. */
const tools = () => markup `<form id="tools" class="card tools" role="search" aria-label="Find requests" hidden>
<label class="grow"><span class="hidden">Search requests</span><input type="search" id="find" placeholder="Search requests, URLs, assertions, console  ( / )" autocomplete="off" spellcheck="false"></label>
<label><span class="hidden">Result</span><select id="state"><option value="">All results</option><option value="failed">Failed</option><option value="flaky">Flaky suites</option><option value="passed">Passed</option></select></label>
<label><span class="hidden">Folder</span><select id="folder"><option value="">All folders</option></select></label>
<label><span class="hidden">Order</span><select id="order"><option value="">As they ran</option><option value="slow">Slowest first</option></select></label>
<button type="button" id="next">Next failure <kbd>n</kbd></button><button type="button" id="unfold">Unfold all</button>
<p id="found" class="dim" role="status"></p></form>`;

;// CONCATENATED MODULE: ./build/render/html/suites.js










/** Green suites that stand by themselves; more of them are folded together. */
const suites_FEW = 12;
/** The index of suites, then every suite with its failures and requests; failed ones are open. */
function suitesSection(page) {
    const { runs } = page;
    if (runs.length === 0)
        return own('');
    const [notable, green] = [runs.filter(isNotable), runs.filter((run) => !isNotable(run))];
    const folded = runs.length > suites_FEW && notable.length > 0 && green.length > 1;
    return markup `<section aria-labelledby="suites"><h2 id="suites">Suites</h2>
${suiteIndex(page)}${tools()}
${notable.map((run) => suitePart(page, run))}
${folded ? greenSuites(page, green) : green.map((run) => suitePart(page, run))}</section>`;
}
const greenSuites = (page, runs) => markup `<details class="row group" id="passed"><summary><span class="line"><span class="good" aria-hidden="true">✓</span><span class="name">${(0,format/* plural */.LS)(runs.length, 'suite')} passed</span></span></summary>
<div class="body">${runs.map((run) => suitePart(page, run))}</div></details>`;
function suitePart(page, run) {
    const { attempt } = run;
    const open = own(run.status === 'failed' && run.blocking ? ' open' : '');
    const state = own(run.status === 'failed' ? 'failed' : run.flaky ? 'flaky' : 'passed');
    return markup `<details class="row suite" id="${page.anchors.suite(run)}" data-state="${state}"${open}><summary>${suiteLine(run)}</summary><div class="body">
<p class="dim meta">${fileLink(page, run)}${run.environment !== undefined && markup ` · environment ${run.environment}`}${times(attempt)}</p>
${failureCards(page, { run, failures: attempt.failures, look: 'bad' })}
${attempt.warnings.length > 0 && markup `<h4>Warnings</h4>${failureCards(page, { run, failures: attempt.warnings, look: 'warn' })}`}
${earlierAttempts(run)}
${requestsPart(page, run)}</div></details>`;
}
function fileLink({ report }, { collection }) {
    const link = (0,render_links/* sourceLink */._o)(report, { path: collection });
    return link === undefined
        ? markup `<code>${collection}</code>`
        : markup `<a href="${link}" rel="noreferrer"><code>${collection}</code></a>`;
}
function times({ responseTimes }) {
    if (!responseTimes)
        return '';
    const { mean, p95, max } = responseTimes;
    return ` · responses in ${(0,format/* duration */.p0)(mean)} on average, p95 ${(0,format/* duration */.p0)(p95)}, at most ${(0,format/* duration */.p0)(max)}`;
}
function suiteLine(run) {
    const { requests, assertions, durationMs } = run.attempt;
    const why = reasonsOf(run).join(', ');
    return markup `<span class="line">${mark(run)}<h3 class="name">${run.suite}</h3>
${run.flaky && markup `<span class="pill warn">flaky</span>`}${!run.blocking && markup `<span class="pill">does not gate</span>`}${why && markup `<span class="dim why">${why}</span>`}
<span class="end">${(0,format/* plural */.LS)(requests.total, 'request')} · ${suite_index_tally(assertions)} ${assertions.total === 1 ? 'assertion' : 'assertions'} · ${(0,format/* duration */.p0)(durationMs)}</span></span>`;
}

;// CONCATENATED MODULE: ./build/render/html.js










/** Nothing is loaded and nothing is sent: only the page's own style, and the one script of this hash, are let in. */
const html_policyOf = (script) => `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${sha256Base64(script)}'; base-uri 'none'; form-action 'none'`;
/** The whole run as one page (`index.html`): no network, light and dark; long lists are cut with a note. */
function renderHtml(report) {
    const name = report.workspace?.name ?? report.project;
    const title = `${statistics/* VERDICT_WORDS */._G[report.verdict]}${name === undefined ? '' : ` · ${name}`} · Postman report`;
    return markup `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${own(html_policyOf(SCRIPT))}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${title}</title><style>${own(STYLE)}</style></head>
<body>${head(report)}
<main>${problems(report)}
${suitesSection(pageOf(report))}
${planSection(report)}
${monitorsSection(report)}
${limitsSection(report)}</main>
${footer(report)}<script>${own(SCRIPT)}</script></body></html>
`.text;
}

;// CONCATENATED MODULE: ./build/render/json.js
/** The whole report as JSON (`report.json`): versioned, complete, ends with a line feed. Moments are ISO 8601 in UTC. */
const renderJson = (report) => `${JSON.stringify(report, null, 2)}\n`;

// EXTERNAL MODULE: ./node_modules/xmlbuilder/lib/index.js
var lib = __webpack_require__(98004);
;// CONCATENATED MODULE: ./build/render/junit/cases.js
const having = (group, element) => group.cases.filter(({ troubles }) => troubles.some((trouble) => trouble.element === element)).length;
/** The counts of a group as its attributes. */
const countsOf = (group) => ({
    tests: group.cases.length,
    failures: having(group, 'failure'),
    errors: having(group, 'error'),
    skipped: having(group, 'skipped'),
});
/** Whether anything in a group is red. */
const isRed = (group) => having(group, 'failure') + having(group, 'error') > 0;

;// CONCATENATED MODULE: ./build/render/junit/suite.js


/** A suite as test cases: each request and each assertion of the last attempt, then what failed beside them. */
function suiteGroup(run) {
    const { attempt } = run;
    const told = [new Ledger(attempt.failures, 'failure'), ...earlierLedgers(run)];
    const cases = attempt.executions.flatMap((execution) => executionCases(execution, run, told));
    return {
        name: run.suite,
        file: run.collection,
        startedAt: attempt.startedAt,
        seconds: attempt.durationMs / 1000,
        properties: {
            ...(run.environment !== undefined && { environment: run.environment }),
            blocking: String(run.blocking),
            flaky: String(run.flaky),
            attempts: String(run.earlier.length + 1),
        },
        cases: [...cases, ...restCases(run, told), ...(attempt.executions.length === 0 ? wholeCase(run) : [])],
    };
}
const earlierLedgers = ({ earlier, status }) => earlier.map(({ failures }) => new Ledger(failures, status === 'passed' ? 'flakyFailure' : 'rerunFailure'));
const suite_keyOf = ({ iteration, path, request, assertion, kind }) => JSON.stringify([iteration, path, request, assertion, kind === 'script']);
/** Failures by place, each to be told exactly once. */
class Ledger {
    element;
    #open = new Map();
    constructor(failures, element) {
        this.element = element;
        for (const failure of failures) {
            const key = suite_keyOf(failure);
            this.#open.set(key, [...(this.#open.get(key) ?? []), failure]);
        }
    }
    /** The next failure at a place. */
    take(place) {
        return this.#open.get(suite_keyOf(place))?.shift();
    }
    /** What nobody took. */
    rest() {
        return [...this.#open.values()].flat();
    }
}
function executionCases(execution, run, told) {
    const { iteration, path, request, responseMs, assertions } = execution;
    const place = { iteration, path, request };
    const answered = caseAt(place, run, { name: 'is answered', found: takeAll(place, told) });
    const scripts = takeAll({ ...place, kind: 'script' }, told);
    const cases = [
        { ...answered, ...(responseMs !== undefined && { seconds: responseMs / 1000 }) },
        ...(scripts.length > 0 ? [caseAt(place, run, { name: statistics/* KIND_WORDS */.Pv.script, found: scripts })] : []),
        ...assertions.map((assertion) => assertionCase(assertion, run, { place, told })),
    ];
    const output = outputOf(execution);
    return output === '' ? cases : cases.map((test) => (isFailed(test) ? { ...test, output } : test));
}
const isFailed = ({ troubles }) => troubles.some(({ element }) => element === 'failure');
/** What was sent, answered and written by scripts. */
function outputOf({ exchange, console = [] }) {
    const messages = exchange ? [exchange.request, ...(exchange.response ? [exchange.response] : [])] : [];
    return [...messages.map(render_executions/* messageText */.Lo), ...(console.length > 0 ? [console.join('\n')] : [])].join('\n\n');
}
const takeAll = (place, told) => told.flatMap((ledger) => {
    const failure = ledger.take(place);
    return failure ? [{ failure, element: ledger.element }] : [];
});
function assertionCase({ name, status, message }, run, { place, told }) {
    // What passed this time can only have failed in an earlier attempt; the same place may have run twice.
    const asked = { failed: told, passed: told.slice(1), skipped: [] }[status];
    const known = takeAll({ ...place, assertion: name }, asked);
    const test = caseAt(place, run, { name, found: known });
    if (status === 'skipped')
        return { ...test, troubles: [{ element: 'skipped', message: 'pm.test.skip', type: 'skipped', text: '' }] };
    if (status === 'passed' || known.some(({ element }) => element === 'failure'))
        return test;
    const unexplained = message ?? statistics/* KIND_WORDS */.Pv.assertion;
    return { ...test, troubles: [{ element: 'failure', message: unexplained, type: 'assertion', text: unexplained }] };
}
function caseAt({ iteration, path, request }, run, { name, found }) {
    const first = found[0]?.failure;
    const file = first?.file ?? run.collection;
    const which = iteration !== undefined && (0,statistics/* hasIterations */.XC)(run) ? ` (iteration ${iteration})` : '';
    return {
        name: `${name}${which}`,
        className: [run.suite, ...path, ...(request === undefined ? [] : [request])].join(' / '),
        file,
        ...(first?.position && { line: first.position.line }),
        troubles: found.map(troubleOf),
    };
}
function troubleOf({ failure, element }) {
    const place = (0,statistics/* fileOf */.W7)(failure);
    const at = place ? `\n    at ${(0,statistics/* whereOf */.de)(failure) || failure.suite} (${place})` : '';
    return { element, message: failure.message, type: failure.kind, text: `${failure.message}${at}` };
}
/** Failures of the suite as a whole, and of places where nothing was executed: each a case of its own. */
const restCases = (run, told) => told.flatMap((ledger) => ledger.rest().map((failure) => caseAt(failure, run, {
    name: failure.assertion ?? statistics/* KIND_WORDS */.Pv[failure.kind],
    found: [{ failure, element: ledger.element }],
})));
/** The one case of a suite in which nothing was executed: green only if the suite is. */
function wholeCase(run) {
    if (run.status === 'failed' && run.attempt.failures.length > 0)
        return [];
    const troubles = run.status === 'passed'
        ? []
        : [{ element: 'failure', message: statistics/* KIND_WORDS */.Pv['nothing-tested'], type: 'nothing-tested', text: '' }];
    return [{ name: 'runs', className: run.suite, file: run.collection, troubles }];
}

;// CONCATENATED MODULE: ./build/render/junit/sync.js



const SYNC = 'Postman sync';
/** What went wrong outside the suites: problems, errors, changes that failed. */
const syncGroup = (report) => ({
    name: SYNC,
    properties: {},
    cases: [...problemCases(report), ...errorCases(report), ...changeCases(report)],
});
/** One green case that says what there was, so that readers which refuse an empty report have something to read. */
const nothingElse = ({ plan, command }) => ({
    name: SYNC,
    properties: {},
    cases: [{ name: `${command}: ${plan ? (0,statistics/* planWords */.DO)(plan) : 'no suites'}`, className: SYNC, troubles: [] }],
});
/** One red case, for a verdict that no other case explains. */
const unexplained = ({ failureKinds, verdict }) => {
    const message = failureKinds.map((kind) => statistics/* KIND_WORDS */.Pv[kind]).join(', ') || verdict;
    return {
        name: SYNC,
        properties: {},
        cases: [
            { name: 'verdict', className: SYNC, troubles: [{ element: 'error', message, type: verdict, text: message }] },
        ],
    };
};
/** Every monitor as a case. */
const monitorGroup = ({ monitors }) => ({
    name: 'Monitors',
    properties: {},
    cases: monitors.map((monitor) => monitorCase(monitor)),
});
function monitorCase(monitor) {
    const { assertions, requests } = monitor;
    const counts = `${assertions.failed} of ${assertions.total} assertions and ${requests.failed} of ${requests.total} requests failed`;
    const before = (0,monitors/* beforeWords */.JD)(monitor);
    const text = [
        `status ${monitor.status}: ${counts}`,
        ...(monitor.message ? [monitor.message] : []),
        ...(before ? [`run before: ${before}`] : []),
        ...(monitor.link === undefined ? [] : [monitor.link]),
    ].join('\n');
    return {
        name: monitor.name,
        className: 'Monitors',
        ...(monitor.durationMs === undefined ? {} : { seconds: monitor.durationMs / 1000 }),
        troubles: monitor.passed ? [] : [{ element: 'failure', message: monitor.message ?? counts, type: 'monitor', text }],
    };
}
const problemCases = ({ problems }) => problems.map((problem) => {
    const place = (0,model_problem/* placeOf */.$t)(problem);
    const text = [problem.message, problem.remedy, ...(place ? [`    at ${problem.path} (${place})`] : [])].join('\n');
    return {
        name: problem.message,
        className: SYNC,
        ...(problem.path !== undefined && { file: problem.path }),
        ...(problem.position && { line: problem.position.line }),
        troubles: [{ element: 'error', message: problem.message, type: problem.kind ?? 'settings', text }],
    };
});
const errorCases = ({ errors }) => errors.map(({ kind, message, remedy }) => ({
    name: statistics/* KIND_WORDS */.Pv[kind],
    className: SYNC,
    troubles: [{ element: 'error', message, type: kind, text: `${message}\n${remedy}` }],
}));
const changeCases = ({ plan }) => (0,statistics/* pendingChanges */.Pn)(plan)
    .filter(({ status }) => status === 'failed')
    .map(({ kind, name, path, reason, ...change }) => ({
    name: `${(0,statistics/* verbOf */.rl)(change)} ${kind} ${name}`,
    className: SYNC,
    file: path,
    troubles: [{ element: 'error', message: reason ?? 'failed', type: 'sync', text: reason ?? 'failed' }],
}));

;// CONCATENATED MODULE: ./build/render/junit.js





const LONGEST_ATTRIBUTE = 1000;
const LONGEST_TEXT = 20_000;
/** The report as JUnit XML (`junit.xml`): at least one case, and at least one red one unless the verdict is `passed`. */
function renderJunit(report) {
    const groups = groupsOf(report);
    const parts = [];
    const xml = lib.begin({ writer: { pretty: true } }, (part) => parts.push(part));
    xml.dec('1.0', 'UTF-8');
    xml.ele('testsuites', { name: 'Postman', ...totalsOf(groups), time: seconds(report.durationMs / 1000) });
    for (const group of groups)
        writeGroup(xml, group);
    xml.end();
    return `${parts.join('')}\n`;
}
function groupsOf(report) {
    const groups = [syncGroup(report), ...report.runs.map((run) => suiteGroup(run)), monitorGroup(report)].filter(({ cases }) => cases.length > 0);
    const explained = report.verdict === 'passed' || groups.some((group) => isRed(group));
    if (!explained)
        return [unexplained(report), ...groups];
    return groups.length > 0 ? groups : [nothingElse(report)];
}
function totalsOf(groups) {
    const all = groups.map((group) => countsOf(group));
    const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
    return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: sum('skipped') };
}
function writeGroup(xml, group) {
    xml.ele('testsuite', {
        name: attribute(group.name),
        ...countsOf(group),
        ...(group.seconds !== undefined && { time: seconds(group.seconds) }),
        ...(group.startedAt !== undefined && { timestamp: new Date(group.startedAt).toISOString().slice(0, 19) }),
        ...(group.file !== undefined && { file: attribute(group.file) }),
    });
    const properties = Object.entries(group.properties);
    if (properties.length > 0) {
        xml.ele('properties');
        for (const [name, value] of properties)
            xml.ele('property', { name, value: attribute(value) }).up();
        xml.up();
    }
    for (const test of group.cases)
        writeCase(xml, test);
    xml.up();
}
function writeCase(xml, test) {
    xml.ele('testcase', {
        name: attribute(test.name),
        classname: attribute(test.className),
        time: seconds(test.seconds ?? 0),
        ...(test.file !== undefined && { file: attribute(test.file) }),
        ...(test.line !== undefined && { line: test.line }),
    });
    for (const { element, message, type, text } of test.troubles) {
        const head = element === 'skipped' ? { message: attribute(message) } : { message: attribute(message), type };
        xml.ele(element, head, content(text)).up();
    }
    if (test.output)
        xml.ele('system-out', {}, content(test.output)).up();
    xml.up();
}
const attribute = (text) => (0,render_escape/* shorten */.ml)((0,render_escape/* oneLine */.TN)(text), LONGEST_ATTRIBUTE);
const content = (text) => (0,render_escape/* shorten */.ml)((0,render_escape/* visible */.RK)(text), LONGEST_TEXT);
const seconds = (value) => value.toFixed(3);

;// CONCATENATED MODULE: ./build/wiring/write-reports.js








/** The report without secrets, written to the report folder. */
async function writeReports(full, { host, raw, settings }) {
    const secrets = settings ? secretsOf(settings) : secretsIn(raw);
    const { pullRequest } = host;
    const report = (0,redact_strings/* redactStrings */.e)({ ...full, ...(pullRequest ? { pullRequest } : {}) }, (0,secret/* redactor */.$p)(secrets));
    const dir = settings?.report.dir ?? (raw.get('report-dir')?.trim() || 'postman-report');
    const written = await writeFiles(report, {
        cwd: host.cwd,
        dir,
        formats: formatsOf({ raw, settings }),
    });
    return { ...written, ...(settings ? { settings } : {}) };
}
/** The report folder of `comment` is a stranger's: nothing is written to it. */
function formatsOf({ raw, settings }) {
    if ((settings?.command ?? raw.get('command')) === 'comment')
        return [];
    return settings?.report.formats ?? ['junit', 'json', 'html'];
}
const REPORTS = {
    json: { file: 'report.json', key: 'report', render: renderJson },
    junit: { file: 'junit.xml', key: 'junit', render: renderJunit },
    html: { file: 'index.html', key: 'html', render: renderHtml },
};
async function writeFiles(report, { cwd, dir, formats }) {
    const paths = {};
    try {
        for (const format of formats) {
            const { file, key, render } = REPORTS[format];
            const path = (0,external_node_path_.isAbsolute)(dir) ? (0,external_node_path_.join)(dir, file) : `${dir.replace(/[\\/]+$/, '')}/${file}`;
            await writeText((0,external_node_path_.resolve)(cwd, path), render(report));
            paths[key] = path;
        }
        return { report, paths };
    }
    catch (error) {
        return { report: notWritten(report, { dir, error }), paths };
    }
}
/** A run whose report nobody can read has not passed. */
function notWritten(report, { dir, error }) {
    const message = `The reports cannot be written to ${dir} (${String(error.code ?? error)})`;
    const problem = { message, remedy: 'Make the folder writable, or name another one in report-dir.' };
    return {
        ...report,
        verdict: 'error',
        failureKinds: [...new Set([...report.failureKinds, 'settings'])],
        problems: [...report.problems, problem],
    };
}

;// CONCATENATED MODULE: ./build/wiring/execute.js













/** Runs a command from inputs to written reports; never throws. */
async function execute(raw, host) {
    try {
        return await carryOut(raw, host);
    }
    catch (error) {
        return { report: (0,redact_strings/* redactStrings */.e)(refusedReport(raw, error), (0,secret/* redactor */.$p)(secretsIn(raw))), paths: {} };
    }
}
async function carryOut(raw, host) {
    if (host.refusal)
        return writeReports(refusedReport(raw, new model_problem/* ProblemsError */.FQ([host.refusal])), { host, raw });
    const config = await findConfig(raw, host.cwd);
    const parsed = (0,parse/* parseSettings */.g)(raw, contextOf(host, config));
    if (!parsed.ok || config.problem) {
        const problems = [...(config.problem ? [config.problem] : []), ...(parsed.ok ? [] : parsed.problems)];
        return writeReports(refusedReport(raw, new model_problem/* ProblemsError */.FQ(problems)), { host, raw });
    }
    const settings = parsed.value;
    const { ports, close } = await createPorts(settings, host);
    try {
        return await writeReports(await runCommand(settings, ports, version/* VERSION */.x), { host, raw, settings });
    }
    finally {
        close();
    }
}
const contextOf = ({ env, auto, repository, commit, keyless }, { source, problem }) => ({
    cpus: (0,external_node_os_.availableParallelism)(),
    env: (name) => env[name],
    ...(auto ? { auto } : {}),
    ...(repository ? { repository } : {}),
    ...(commit ? { commit } : {}),
    ...(keyless ? { keyless } : {}),
    ...(source ? { config: source } : {}),
    ...(problem ? { unread: true } : {}),
});
/** The report of a run that never began, because its settings are wrong, or that broke. */
function refusedReport(raw, thrown) {
    const now = Date.now();
    const run = { command: raw.get('command') || 'auto', version: version/* VERSION */.x, startedAt: now, endedAt: now };
    return buildReport({ run, result: failedStep(thrown), api: { limits: {}, apiCalls: 0, waitedMs: 0 } });
}


/***/ })

};
