export const id = 942;
export const ids = [942];
export const modules = {

/***/ 8052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ startSampleApi)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
;// CONCATENATED MODULE: ./build/cli/sample-api/exchange.js
/** The one shape of every refusal: a sentence for people and, for a bad body, the fields at fault. */
function failure(status, message, fields = []) {
    return { status, body: { error: { status, message, ...(fields.length > 0 && { fields }) } } };
}

;// CONCATENATED MODULE: ./build/cli/sample-api/place-order.js

/** Answers 201 with the stored order and its location, or 422 that names every field at fault. */
function placeOrder({ shop, customer, body }) {
    const lines = body?.lines;
    if (!Array.isArray(lines) || lines.length === 0) {
        return failure(422, 'An order has at least one line.', [{ field: 'lines', message: 'must not be empty' }]);
    }
    const problems = lines.flatMap((line, index) => problemsOf(line, { shop, at: `lines[${index}]` }));
    if (problems.length > 0)
        return failure(422, 'The order cannot be placed as it is.', problems);
    const order = shop.place(customer, lines.map(({ sku, quantity }) => ({ sku, quantity })));
    return { status: 201, body: order, headers: { location: `/orders/${order.id}` } };
}
function problemsOf(line, { shop, at }) {
    const { sku, quantity } = (line ?? {});
    const problems = [];
    if (typeof sku !== 'string' || shop.product(sku) === undefined) {
        problems.push({ field: `${at}.sku`, message: 'names no product of the catalog' });
    }
    if (!Number.isInteger(quantity) || Number(quantity) < 1) {
        problems.push({ field: `${at}.quantity`, message: 'must be a whole number from 1' });
    }
    return problems;
}

;// CONCATENATED MODULE: ./build/cli/sample-api/routes.js


/** Every endpoint of the shop. */
const ROUTES = [
    { method: 'GET', path: /^\/health$/, session: false, answer: () => ({ status: 200, body: { status: 'ok' } }) },
    { method: 'POST', path: /^\/login$/, session: false, answer: login },
    { method: 'GET', path: /^\/products$/, session: false, answer: listProducts },
    { method: 'GET', path: /^\/products\/(?<id>[^/]+)$/, session: false, answer: readProduct },
    { method: 'POST', path: /^\/orders$/, session: true, answer: placeOrder },
    { method: 'GET', path: /^\/orders$/, session: true, answer: listOrders },
    {
        method: 'GET',
        path: /^\/orders\/(?<id>[^/]+)$/,
        session: true,
        answer: withOrder((order) => ({ status: 200, body: order })),
    },
    { method: 'PATCH', path: /^\/orders\/(?<id>[^/]+)$/, session: true, answer: withOrder(annotate) },
    { method: 'POST', path: /^\/orders\/(?<id>[^/]+)\/cancel$/, session: true, answer: withOrder(cancel) },
];
function login({ shop, body }) {
    const email = body?.email;
    if (typeof email !== 'string')
        return failure(422, 'Give the customer’s email address.', [{ field: 'email', message: 'is required' }]);
    const token = shop.login(email);
    if (token === undefined)
        return failure(401, 'No customer has this email address.');
    return { status: 200, body: { token, tokenType: 'Bearer', customer: email } };
}
function listProducts({ shop, query }) {
    const page = wholeNumber(query.get('page') ?? '1');
    const pageSize = wholeNumber(query.get('pageSize') ?? '3');
    if (page === undefined || pageSize === undefined) {
        return failure(422, 'page and pageSize are whole numbers from 1.', [
            { field: 'page', message: 'must be 1 or more' },
        ]);
    }
    const all = shop.products(query.get('category') ?? undefined);
    const items = all.slice((page - 1) * pageSize, page * pageSize);
    return { status: 200, body: { items, page, pageSize, total: all.length, pages: Math.ceil(all.length / pageSize) } };
}
function readProduct({ shop, id }) {
    const product = shop.product(id);
    return product ? { status: 200, body: product } : failure(404, `There is no product ${id}.`);
}
function listOrders({ shop, customer, query }) {
    const status = query.get('status');
    const items = shop.orders(customer).filter((order) => status === null || order.status === status);
    return {
        status: 200,
        body: { items: items.slice(0, wholeNumber(query.get('limit') ?? '') ?? 20), total: items.length },
    };
}
function annotate(order, { shop, body }) {
    const note = body?.note;
    if (typeof note !== 'string')
        return failure(422, 'Only the note of an order can change.', [{ field: 'note', message: 'must be text' }]);
    if (order.status === 'cancelled')
        return failure(409, `Order ${order.id} is cancelled and cannot change.`);
    const annotated = { ...order, note };
    shop.replace(annotated);
    return { status: 200, body: annotated };
}
function cancel(order, { shop }) {
    if (order.status === 'cancelled')
        return failure(409, `Order ${order.id} is cancelled already.`);
    const cancelled = { ...order, status: 'cancelled' };
    shop.replace(cancelled);
    return { status: 200, body: cancelled };
}
function withOrder(answer) {
    return (call) => {
        const order = call.shop.order(call.customer, call.id);
        return order ? answer(order, call) : failure(404, `There is no order ${call.id}.`);
    };
}
function wholeNumber(text) {
    return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/cli/sample-api/products.js
/** What the shop sells; it never changes, so tests may count on it. */
const PRODUCTS = [
    { sku: 'MUG-01', name: 'Enamel mug', category: 'kitchen', priceCents: 1250 },
    { sku: 'MUG-02', name: 'Stoneware mug', category: 'kitchen', priceCents: 1900 },
    { sku: 'TEA-01', name: 'Assam, 250 g', category: 'pantry', priceCents: 890 },
    { sku: 'TEA-02', name: 'Sencha, 100 g', category: 'pantry', priceCents: 1190 },
    { sku: 'POT-01', name: 'Teapot, 1.2 l', category: 'kitchen', priceCents: 4900 },
    { sku: 'BAG-01', name: 'Canvas bag', category: 'home', priceCents: 1500 },
    { sku: 'LMP-01', name: 'Reading lamp', category: 'home', priceCents: 7900 },
];

;// CONCATENATED MODULE: ./build/cli/sample-api/shop.js


const CUSTOMERS = new Set(['ada@example.com', 'grace@example.com']);
/** A shop with the built-in catalog, two known customers and no orders yet. */
function createShop() {
    const sessions = new Map();
    const orders = new Map();
    function login(email) {
        if (!CUSTOMERS.has(email))
            return undefined;
        const token = (0,external_node_crypto_.randomUUID)();
        sessions.set(token, email);
        return token;
    }
    function place(customer, lines) {
        const priced = lines.map((line) => ({ ...line, priceCents: productOf(line.sku)?.priceCents ?? 0 }));
        const totalCents = priced.reduce((sum, line) => sum + line.quantity * line.priceCents, 0);
        const order = {
            id: `ord-${1001 + orders.size}`,
            customer,
            status: 'open',
            lines: priced,
            totalCents,
            note: null,
        };
        orders.set(order.id, order);
        return order;
    }
    const ordersOf = (customer) => [...orders.values()].filter((order) => order.customer === customer).reverse();
    return {
        login,
        customerOf: (token) => sessions.get(token),
        product: productOf,
        products: (category) => PRODUCTS.filter((product) => category === undefined || product.category === category),
        place,
        order: (customer, id) => ordersOf(customer).find((order) => order.id === id),
        orders: ordersOf,
        replace: (order) => void orders.set(order.id, order),
    };
}
function productOf(sku) {
    return PRODUCTS.find((product) => product.sku === sku);
}

;// CONCATENATED MODULE: ./build/cli/sample-api/index.js





/**
 * Starts the shop on 127.0.0.1 with an empty memory; port 0, the default, picks a free one.
 * Rejects with Node's error when the port cannot be had.
 */
async function startSampleApi({ port = 0 } = {}) {
    const shop = createShop();
    const server = (0,external_node_http_.createServer)((request, response) => void respond(shop, { request, response }));
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    });
    const { port: actualPort } = server.address();
    function close() {
        return new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
            server.closeAllConnections();
        });
    }
    return { url: `http://127.0.0.1:${actualPort}`, close };
}
async function respond(shop, { request, response }) {
    let body;
    try {
        body = await (0,consumers_.text)(request);
    }
    catch {
        return; // The client hung up in the middle of its request: nobody is left to answer.
    }
    const { status, body: answer, headers } = answerTo(shop, { request, body });
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(answer));
}
function answerTo(shop, { request, body }) {
    const [pathname = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const route = ROUTES.find(({ method, path }) => method === request.method && path.test(pathname));
    if (!route)
        return failure(404, `Nothing answers ${request.method} ${pathname}.`);
    const customer = shop.customerOf(request.headers.authorization?.replace(/^Bearer /i, '') ?? '');
    if (route.session && customer === undefined)
        return failure(401, 'Sign in first: POST /login gives a token.');
    const json = parseJson(body);
    if (!json)
        return failure(400, 'The body is not JSON.');
    const id = route.path.exec(pathname)?.groups?.id ?? '';
    return route.answer({ shop, id, query: new URLSearchParams(query), body: json.value, customer: customer ?? '' });
}
function parseJson(body) {
    try {
        return { value: body === '' ? undefined : JSON.parse(body) };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 54429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Iw: () => (/* binding */ createEmulator),
  ZU: () => (/* reexport */ faultComplaints),
  Mf: () => (/* reexport */ faultHelp),
  jZ: () => (/* reexport */ parseProfile),
  CS: () => (/* reexport */ profileComplaints)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/emulator/error-message.js
/** What a thrown value says; not everything that is thrown is an error. */
const errorMessage = (error) => (error instanceof Error ? error.message : String(error));

;// CONCATENATED MODULE: ./build/emulator/fault.js

const methods = ['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** How to write a fault. */
const faultHelp = 'Write METHOD PATH: EFFECT [before-apply|after-apply] [@N|@N-M|@N+], for example "PUT /collections/*: 504 after-apply @2". ' +
    'Effects are a status (with json, html, problem or empty), 429, quota, reset, cut, truncate, html, hang, slow 5s, lag 3.';
const pathPattern = (glob) => {
    const source = glob
        .split(/(\*\*|\*)/)
        .map((part) => {
        if (part === '**')
            return '.*';
        return part === '*' ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
        .join('');
    return new RegExp(`^${source}/?$`);
};
const durationMs = (text) => {
    const parts = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text ?? '');
    if (!parts)
        throw new Error('"slow" wants a time, such as 300ms, 5s or 10m');
    const units = { ms: 1, s: 1_000, m: 60_000 };
    return Number(parts[1]) * (units[parts[2] ?? 'ms'] ?? 1);
};
const callCount = (text) => {
    const calls = Number(text);
    if (!Number.isInteger(calls) || calls < 1)
        throw new Error('"lag" wants a number of calls, such as 3');
    return calls;
};
const bodies = ['json', 'html', 'problem', 'empty'];
const gatewayStatuses = [502, 504];
const statusEffect = (status, words) => {
    const named = bodies.find((body) => body === words[0]);
    if (named)
        words.shift();
    return { kind: 'status', status, body: named ?? (gatewayStatuses.includes(status) ? 'html' : 'json') };
};
/** Takes the effect off the front of the words. */
const takeEffect = (words) => {
    const word = words.shift() ?? '';
    if (word === '429')
        return { kind: 'rate-limit' };
    if (/^[2-5]\d\d$/.test(word))
        return statusEffect(Number(word), words);
    switch (word) {
        case 'quota':
        case 'reset':
        case 'cut':
        case 'truncate':
        case 'html':
        case 'hang':
            return { kind: word };
        case 'slow':
            return { kind: 'slow', delayMs: durationMs(words.shift()) };
        case 'lag':
            return { kind: 'lag', calls: callCount(words.shift()) };
        default:
            throw new Error(`"${word}" is no effect`);
    }
};
const takeRange = (words) => {
    const index = words.findIndex((word) => word.startsWith('@'));
    if (index < 0)
        return { from: 1, to: Number.POSITIVE_INFINITY };
    const [word = ''] = words.splice(index, 1);
    const parts = /^@(\d+)(?:(\+)|-(\d+))?$/.exec(word);
    const from = Number(parts?.[1]);
    const to = parts?.[2] ? Number.POSITIVE_INFINITY : Number(parts?.[3] ?? from);
    if (from >= 1 && to >= from)
        return { from, to };
    throw new Error(`"${word}" names no calls, as @2, @2-4 and @3+ do`);
};
/** Whether a spoiled call was carried out when the fault does not say so. */
const usuallyApplies = ({ kind }) => !['status', 'rate-limit', 'quota', 'reset', 'hang'].includes(kind);
const takeWhen = (words, effect) => {
    const [when, ...rest] = words;
    if (when === undefined)
        return usuallyApplies(effect);
    if (rest.length === 0 && ['before-apply', 'after-apply'].includes(when))
        return when === 'after-apply';
    throw new Error(`"${words.join(' ')}" stands for nothing behind the effect`);
};
const readFault = (spec) => {
    const [, method = '*', path, text = ''] = /^\s*(?:(\S+)\s+)?(\/\S*)\s*:\s+(.+?)\s*$/.exec(spec) ?? [];
    if (path === undefined)
        throw new Error('there is no path that begins with a slash, with a colon and an effect behind');
    if (!methods.includes(method.toUpperCase()))
        throw new Error(`"${method}" is none of the methods ${methods.join(', ')}`);
    const words = text.split(/\s+/);
    const range = takeRange(words);
    const effect = takeEffect(words);
    const applies = takeWhen(words, effect);
    return { spec: spec.trim(), method: method.toUpperCase(), path: pathPattern(path), effect, applies, ...range };
};
/** Reads one fault, or throws an `Error` with the reason why it cannot be read. */
const parseFault = (spec) => {
    try {
        return readFault(spec);
    }
    catch (error) {
        throw new Error(`The fault "${spec}" cannot be read: ${errorMessage(error)}.`);
    }
};
/** Why faults cannot be read, one sentence for each; empty when all can. */
const faultComplaints = (specs) => specs.flatMap((spec) => {
    try {
        parseFault(spec);
        return [];
    }
    catch (error) {
        return [errorMessage(error)];
    }
});

;// CONCATENATED MODULE: ./build/emulator/faults.js

/** No faults yet. */
const createFaultList = () => {
    let faults = [];
    return {
        add: (specs) => {
            const complaints = faultComplaints(specs);
            if (complaints.length > 0)
                throw new Error([...complaints, faultHelp].join('\n'));
            faults = [...faults, ...specs.map((spec) => ({ fault: parseFault(spec), seen: 0 }))];
        },
        hit: ({ method, path }) => {
            const matching = faults.filter(({ fault }) => [method, '*'].includes(fault.method) && fault.path.test(path));
            for (const each of matching)
                each.seen += 1;
            return matching.find(({ fault, seen }) => seen >= fault.from && seen <= fault.to)?.fault;
        },
        list: () => faults.map(({ fault, seen }) => ({ spec: fault.spec, seen })),
        clear: () => {
            faults = [];
        },
    };
};

;// CONCATENATED MODULE: ./build/emulator/journal.js
/** An empty journal that remembers as many requests as `size` says at the time. */
const createJournal = (size) => {
    const entries = [];
    let count = 0;
    return {
        entries,
        open: (start) => {
            count += 1;
            let entry = { ...start, number: count, status: null, durationMs: null, fault: null };
            entries.push(entry);
            if (entries.length > size())
                entries.splice(0, entries.length - size());
            return (end) => {
                const index = entries.lastIndexOf(entry);
                entry = { ...entry, ...end };
                if (index >= 0)
                    entries[index] = entry;
                return entry;
            };
        },
        clear: () => {
            entries.length = 0;
            count = 0;
        },
    };
};

;// CONCATENATED MODULE: ./build/emulator/limits.js
const rulesFor = ({ userId, key, bucket }, profile) => {
    const who = profile.rateLimitPer === 'user' ? String(userId) : key;
    const general = { name: `general ${who}`, limit: profile.rateLimit, windowMs: profile.windowMs };
    if (bucket === undefined || profile.specialLimit === 0)
        return [general];
    const special = { name: `${bucket} ${who}`, limit: profile.specialLimit, windowMs: profile.specialWindowMs };
    return [general, special];
};
const tightest = (windows) => windows.reduce((least, each) => (each.remaining < least.remaining ? each : least));
/** A rate limiter in which no window is open yet. */
const createRateLimiter = (now) => {
    const windows = new Map();
    const current = (rule) => {
        const open = windows.get(rule.name);
        return open && open.endsAt > now() ? open : { endsAt: now() + rule.windowMs, used: 0 };
    };
    const describe = (rule, open) => ({
        limit: rule.limit,
        remaining: Math.max(0, rule.limit - open.used),
        resetAt: open.endsAt,
        windowMs: rule.windowMs,
    });
    return {
        take: (caller, profile) => {
            const rules = rulesFor(caller, profile);
            const full = rules.find((rule) => current(rule).used >= rule.limit);
            if (full)
                return { allowed: false, window: describe(full, current(full)) };
            const states = rules.map((rule) => {
                const open = current(rule);
                const next = { endsAt: open.endsAt, used: open.used + 1 };
                windows.set(rule.name, next);
                return describe(rule, next);
            });
            return { allowed: true, window: tightest(states) };
        },
        look: (caller, profile) => tightest(rulesFor(caller, profile).map((rule) => describe(rule, current(rule)))),
        reset: () => windows.clear(),
    };
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/emulator/repository.js
const uuidLength = 36;
/** `12345678-<uuid>` and `<uuid>` both name the same thing. */
const bareId = (idOrUid) => idOrUid.slice(-uuidLength);
/** Whether the text is an id by itself. */
const isUuid = (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
/** Whether the text is an id with its owner's in front. */
const isUid = (text) => /^\d+-/.test(text) && isUuid(text.replace(/^\d+-/, ''));
/** Counts down and tells whether there was anything left. */
const spend = (counters, id) => {
    const left = counters.get(id) ?? 0;
    if (left > 1)
        counters.set(id, left - 1);
    else
        counters.delete(id);
    return left > 0;
};
/** An empty shelf. */
const createRepository = () => {
    const records = new Map();
    const hidden = new Map();
    const stale = new Map();
    const older = new Map();
    const find = (idOrUid) => {
        const record = records.get(bareId(idOrUid));
        return record?.id === idOrUid || record?.uid === idOrUid ? record : undefined;
    };
    const forget = (id) => {
        for (const map of [records, hidden, stale, older])
            map.delete(id);
    };
    return {
        find,
        all: () => [...records.values()],
        read: (idOrUid) => {
            const record = find(idOrUid);
            return record && spend(stale, record.id) ? older.get(record.id) : record;
        },
        list: (keep) => [...records.values()].filter((record) => keep(record) && !spend(hidden, record.id)),
        add: (record, lag) => {
            records.set(record.id, record);
            if (lag > 0)
                hidden.set(record.id, lag);
        },
        replace: (record, lag) => {
            const before = records.get(record.id);
            records.set(record.id, record);
            older.delete(record.id);
            if (lag > 0 && before) {
                older.set(record.id, before);
                stale.set(record.id, lag);
            }
        },
        remove: forget,
        load: (loaded) => {
            for (const id of [...records.keys()])
                forget(id);
            for (const record of loaded)
                records.set(record.id, record);
        },
    };
};

;// CONCATENATED MODULE: ./build/emulator/json.js
/** Tells an object from null, arrays and primitives. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** `Array.isArray`, with members that have not been looked at yet. */
const isArray = (value) => Array.isArray(value);
/** The member as an object; empty when it is anything else. */
const json_objectAt = (value, key) => {
    const member = isObject(value) ? value[key] : undefined;
    return isObject(member) ? member : {};
};
/** The member when it is a string. */
const stringAt = (value, key) => {
    const member = isObject(value) ? value[key] : undefined;
    return typeof member === 'string' ? member : undefined;
};
/** A copy without the named members. */
const without = (value, ...keys) => Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

;// CONCATENATED MODULE: ./build/emulator/collections/fields.js
const known = {
    collection: ['info', 'item', 'event', 'variable', 'auth', 'protocolProfileBehavior'],
    info: ['_postman_id', 'name', 'description', 'schema', 'version'],
    item: [
        'id',
        'name',
        'description',
        'variable',
        'event',
        'request',
        'response',
        'item',
        'auth',
        'protocolProfileBehavior',
    ],
};
/** A copy with the members the format names, for a server that forgets all others. */
const dropUnknown = (value, part) => {
    const names = known[part];
    return Object.fromEntries(Object.entries(value).filter(([key]) => names.includes(key)));
};

;// CONCATENATED MODULE: ./build/emulator/collections/schema.js

/** The one format that is taken; Postman writes the first form and its documentation the second. */
const formatUrl = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const accepted = [formatUrl, 'https://schema.postman.com/json/collection/v2.1.0/collection.json'];
const typeOf = (value) => {
    if (value === null)
        return 'null';
    return isArray(value) ? 'array' : typeof value;
};
const at = (path, key) => (path === '' ? String(key) : `${path}.${key}`);
const wrongType = (path, value, allowed) => value === undefined || allowed.some((type) => type === typeOf(value))
    ? []
    : [`${path}: must be ${allowed.join(',')}`];
const wrongMembers = (path, value, types) => Object.entries(types).flatMap(([key, allowed]) => wrongType(at(path, key), value[key], allowed));
const required = (path, value, keys) => keys.filter((key) => value[key] === undefined).map((key) => `${path}: must have required property '${key}'`);
/** Checks every element of an array member; anything that is not an array is left to the type check. */
const each = (path, list, check) => isArray(list)
    ? list.flatMap((element, index) => isObject(element) ? check(at(path, index), element) : [`${at(path, index)}: must be object`])
    : [];
const describable = { description: ['string', 'object', 'null'] };
const scripted = { event: ['array', 'null'], variable: ['array', 'null'], auth: ['object', 'null'] };
const schema_event = (path, value) => [
    ...required(path, value, ['listen']),
    ...wrongMembers(path, value, { listen: ['string'], script: ['object'] }),
    ...(isObject(value.script)
        ? wrongMembers(at(path, 'script'), value.script, { exec: ['array', 'string', 'null'], type: ['string'] })
        : []),
];
const auth = (path, value) => isObject(value) ? [...required(path, value, ['type']), ...wrongMembers(path, value, { type: ['string'] })] : [];
const shared = (path, value) => [
    ...wrongMembers(path, value, { ...describable, ...scripted }),
    ...each(at(path, 'event'), value.event, schema_event),
    ...each(at(path, 'variable'), value.variable, (where, variable) => wrongMembers(where, variable, { key: ['string'] })),
    ...auth(at(path, 'auth'), value.auth),
];
const request = (path, value) => {
    if (!isObject(value))
        return wrongType(path, value, ['string', 'object']);
    return [
        ...wrongMembers(path, value, {
            ...describable,
            method: ['string'],
            url: ['string', 'object', 'null'],
            header: ['array', 'string', 'null'],
            body: ['object', 'null'],
            auth: ['object', 'null'],
        }),
        ...each(at(path, 'header'), value.header, (where, header) => required(where, header, ['key', 'value'])),
        ...auth(at(path, 'auth'), value.auth),
    ];
};
const item = (path, value) => {
    const own = [...wrongMembers(path, value, { name: ['string'], id: ['string'] }), ...shared(path, value)];
    if (isArray(value.item))
        return [...own, ...each(at(path, 'item'), value.item, item)];
    if (value.request === undefined)
        return [...own, `${path}: must match exactly one schema in oneOf`];
    return [
        ...own,
        ...request(at(path, 'request'), value.request),
        ...wrongMembers(path, value, { response: ['array', 'null'] }),
        ...each(at(path, 'response'), value.response, () => []),
    ];
};
const info = (value) => [
    ...required('info', value, ['name', 'schema']),
    ...wrongMembers('info', value, { ...describable, name: ['string'], schema: ['string'], _postman_id: ['string'] }),
    ...(typeof value.schema === 'string' && !accepted.includes(value.schema)
        ? ['info.schema: must be equal to one of the allowed values']
        : []),
];
/** Every way in which a collection does not follow format v2.1.0, path first; empty when it does. */
const collectionComplaints = (collection) => [
    ...required('', collection, ['info', 'item']),
    ...wrongMembers('', collection, { info: ['object'], item: ['array'] }),
    ...(isObject(collection.info) ? info(collection.info) : []),
    ...each('item', collection.item, item),
    ...shared('', collection),
];

;// CONCATENATED MODULE: ./build/emulator/collections/stamp.js





const itemStamps = ['id', 'uid', 'createdAt', 'updatedAt', 'lastUpdatedBy', '_postman_id'];
const children = (parent, key) => {
    const list = parent?.[key];
    return isArray(list) ? list.filter(isObject) : [];
};
/** Every folder, request and example of a collection, parents first. */
const walk = (parent) => [...children(parent, 'item'), ...children(parent, 'response')].flatMap((child) => [child, ...walk(child)]);
const content = (item) => JSON.stringify(without(item, ...itemStamps, 'item', 'response', 'event'));
const withScriptIds = (parent) => {
    if (!isArray(parent.event))
        return parent;
    const event = parent.event.map((each) => isObject(each) && isObject(each.script)
        ? { ...each, script: { ...each.script, id: stringAt(each.script, 'id') ?? (0,external_node_crypto_.randomUUID)() } }
        : each);
    return { ...parent, event };
};
const times = (item, id, context) => {
    const before = context.before.get(id);
    const unchanged = before !== undefined && content(before) === content(item);
    return {
        createdAt: before?.createdAt ?? context.now,
        updatedAt: unchanged ? before.updatedAt : context.now,
        lastUpdatedBy: unchanged ? before.lastUpdatedBy : String(context.userId),
    };
};
/** Some clients send uids where ids belong. */
const ownId = (given) => {
    if (given === undefined)
        return (0,external_node_crypto_.randomUUID)();
    return isUid(given) ? bareId(given) : given;
};
const identify = (item, context) => {
    const given = context.ids === 'keep' ? stringAt(item, 'id') : undefined;
    const id = ownId(given);
    return { ...without(item, ...itemStamps), id, uid: `${context.owner}-${id}`, ...times(item, id, context) };
};
const stampResponse = (response, context) => isObject(response) ? { responseTime: null, ...identify(response, context) } : response;
const stampItem = (item, context) => {
    if (!isObject(item))
        return item;
    const known = context.unknownFields === 'drop' ? dropUnknown(item, 'item') : item;
    const stamped = withScriptIds(identify(known, context));
    return {
        ...stamped,
        ...(isArray(item.item) ? { item: item.item.map((child) => stampItem(child, context)) } : {}),
        ...(isArray(item.response) ? { response: item.response.map((each) => stampResponse(each, context)) } : {}),
    };
};
const stampInfo = (info, context) => ({
    _postman_id: context.id,
    ...without(info, '_postman_id', 'uid', 'createdAt', 'updatedAt', 'lastUpdatedBy', 'fork'),
    schema: formatUrl,
    ...(context.fork ? { fork: context.fork } : {}),
    updatedAt: context.now,
    createdAt: context.createdAt,
    lastUpdatedBy: String(context.userId),
    uid: `${context.owner}-${context.id}`,
});
/** The collection as it comes back from now on: ids everywhere, times, owners, and the canonical format URL. */
const stampCollection = (collection, stamp) => {
    const before = new Map(walk(stamp.previous ?? {}).map((item) => [String(item.id), item]));
    const context = { ...stamp, before };
    const known = stamp.unknownFields === 'drop' ? dropUnknown(collection, 'collection') : collection;
    const info = json_objectAt(collection, 'info');
    return {
        ...withScriptIds(known),
        info: stampInfo(stamp.unknownFields === 'drop' ? dropUnknown(info, 'info') : info, context),
        item: isArray(collection.item) ? collection.item.map((item) => stampItem(item, context)) : [],
    };
};

;// CONCATENATED MODULE: ./build/emulator/collections/catalog.js


const idsOf = (body) => walk(body)
    .map((item) => item.id)
    .filter((id) => typeof id === 'string');
const index = (store, record) => {
    for (const id of idsOf(record.body))
        store.itemOwners.set(id, record.id);
};
const unindex = (store, record) => {
    for (const id of record ? idsOf(record.body) : [])
        store.itemOwners.delete(id);
};
/** Puts a collection on its shelf and remembers which items are its own. */
const saveCollection = (store, record, lag) => {
    const before = store.collections.find(record.id);
    unindex(store, before);
    if (before)
        store.collections.replace(record, lag);
    else
        store.collections.add(record, lag);
    index(store, record);
};
/** Takes a collection off its shelf and lets go of its items. */
const removeCollection = (store, record) => {
    unindex(store, record);
    store.collections.remove(record.id);
};
/** Learns again whose items are whose, after the shelf was loaded as a whole. */
const reindex = (store) => {
    store.itemOwners.clear();
    for (const record of store.collections.all())
        index(store, record);
};
/** An id in `body` that belongs to something else than the collection `ownId`, if there is one. */
const foreignId = (store, body, options) => {
    const seen = new Set();
    return idsOf(body).find((id) => {
        const owner = store.itemOwners.get(bareId(id));
        const foreign = owner === undefined ? options.refuse === 'any' : owner !== options.ownId;
        const repeated = seen.has(id);
        seen.add(id);
        return foreign || repeated;
    });
};

;// CONCATENATED MODULE: ./build/emulator/seed.js









const kindOf = (name) => {
    const parts = /\.postman_(collection|environment)\.json$/.exec(name);
    if (parts?.[1] === 'collection')
        return 'collection';
    return parts ? 'environment' : undefined;
};
const problemsOf = (kind, content) => {
    if (kind === 'collection')
        return collectionComplaints(content);
    return stringAt(content, 'name') === undefined ? ["must have required property 'name'"] : [];
};
const readText = async (path) => {
    const text = await (0,external_node_fs_promises_.readFile)(path, 'utf8').catch((error) => {
        throw new Error(`The seed file ${path} cannot be read: ${errorMessage(error)}`);
    });
    return text.replace(/^\uFEFF/, '');
};
const readSeedFile = async (path, kind) => {
    const text = await readText(path);
    let content;
    try {
        content = JSON.parse(text);
    }
    catch (error) {
        throw new Error(`The seed file ${path} is not JSON: ${errorMessage(error)}`);
    }
    // Files downloaded from the API still have its wrapper.
    const inner = isObject(content) && isObject(content[kind]) ? content[kind] : content;
    const problems = isObject(inner) ? problemsOf(kind, inner) : ['must be object'];
    if (!isObject(inner) || problems.length > 0) {
        throw new Error(`The seed file ${path} is not a Postman ${kind}: ${problems.join('; ')}`);
    }
    return { path, kind, content: inner };
};
/** Files and links to files; links to folders are not followed, or one that leads upwards would never end. */
const pathsBelow = async (folder) => {
    const entries = await (0,external_node_fs_promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch((error) => {
        throw new Error(`The seed folder ${folder} cannot be read: ${errorMessage(error)}. Pass a folder with exported Postman files.`);
    });
    return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .filter((path) => !(0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).includes('node_modules'))
        .sort();
};
/**
 * Reads every `*.postman_collection.json` and `*.postman_environment.json` below the folder.
 * Throws an `Error` that names every file that cannot be used.
 */
const readSeed = async (folder) => {
    const found = (await pathsBelow(folder)).flatMap((path) => {
        const kind = kindOf(path);
        return kind ? [readSeedFile(path, kind)] : [];
    });
    const read = await Promise.allSettled(found);
    const problems = read.flatMap((file) => (file.status === 'rejected' ? [errorMessage(file.reason)] : []));
    if (problems.length > 0)
        throw new Error(problems.join('\n'));
    return read.flatMap((file) => (file.status === 'fulfilled' ? [file.value] : []));
};
const keptId = (given, taken) => given !== undefined && isUuid(bareId(given)) && !taken ? bareId(given) : (0,external_node_crypto_.randomUUID)();
const plantCollection = (store, content, { owner, workspaceId, now }) => {
    const given = stringAt(json_objectAt(content, 'info'), '_postman_id');
    const id = keptId(given, given !== undefined && store.collections.find(bareId(given)) !== undefined);
    // A copy of a file has the ids of the original: something has to give way.
    const ids = foreignId(store, content, { refuse: 'known' }) === undefined ? 'keep' : 'mint';
    const stamp = { id, owner, userId: owner, now, createdAt: now, ids, unknownFields: 'keep' };
    const record = {
        id,
        uid: `${owner}-${id}`,
        owner,
        workspaceId,
        name: stringAt(json_objectAt(content, 'info'), 'name') ?? '',
        createdAt: now,
        updatedAt: now,
        lastUpdatedBy: owner,
        body: stampCollection(content, stamp),
    };
    saveCollection(store, record, 0);
};
const plantEnvironment = (store, content, { owner, workspaceId, now }) => {
    const given = stringAt(content, 'id');
    const id = keptId(given, given !== undefined && store.environments.find(bareId(given)) !== undefined);
    const values = isArray(content.values) ? content.values.filter(isObject) : [];
    store.environments.add({
        id,
        uid: `${owner}-${id}`,
        owner,
        workspaceId,
        name: stringAt(content, 'name') ?? '',
        createdAt: now,
        updatedAt: now,
        values: values.map((value) => ({
            enabled: true,
            ...value,
            type: value.type === 'secret' ? 'secret' : 'default',
        })),
    }, 0);
};
/** Puts the files where an upload would have put them; ids in the files are kept, as in an export. */
const plantSeed = (store, files, place) => {
    for (const { kind, content } of files) {
        if (kind === 'collection')
            plantCollection(store, content, place);
        else
            plantEnvironment(store, content, place);
    }
};

;// CONCATENATED MODULE: ./build/emulator/snapshot.js

/** Cheap: records are never changed in place, so they are shared, not copied. */
const takeSnapshot = (store) => ({
    users: store.users,
    keys: store.keys,
    usage: store.usage,
    workspaces: [...store.workspaces.values()],
    collections: store.collections.all(),
    environments: store.environments.all(),
    monitors: store.monitors.all(),
    mocks: store.mocks.all(),
    tasks: [...store.tasks.values()],
});
const refill = (map, values) => {
    map.clear();
    for (const value of values)
        map.set(value.id, value);
};
/** Makes the store what it was when the snapshot was taken. */
const restore = (store, snapshot) => {
    store.users = snapshot.users;
    store.keys = snapshot.keys;
    store.usage = snapshot.usage;
    refill(store.workspaces, snapshot.workspaces);
    store.hiddenWorkspaces.clear();
    refill(store.tasks, snapshot.tasks);
    store.collections.load(snapshot.collections);
    store.environments.load(snapshot.environments);
    store.monitors.load(snapshot.monitors);
    store.mocks.load(snapshot.mocks);
    reindex(store);
};

;// CONCATENATED MODULE: ./build/emulator/keys.js

const digest = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest();
/**
 * A key with the look and length of a real one. The word inside keeps secret scanners quiet:
 * they expect hexadecimal digits there.
 */
const mintKey = () => `PMAK-emulator${(0,external_node_crypto_.randomBytes)(8).toString('hex')}-${(0,external_node_crypto_.randomBytes)(17).toString('hex')}`;
/** Tells keys apart in the journal without giving them away. */
const fingerprint = (key) => digest(key).toString('hex').slice(0, 12);
/** Compares in constant time, whatever the lengths. */
const sameKey = (left, right) => (0,external_node_crypto_.timingSafeEqual)(digest(left), digest(right));
/** Fingerprint of a request body, for "was the same thing sent twice?". */
const bodyHash = (body) => (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex').slice(0, 16);

;// CONCATENATED MODULE: ./build/emulator/store.js



const teamWorkspaceName = 'Team Workspace';
const mintUser = (username, fullName) => ({
    id: (0,external_node_crypto_.randomInt)(10_000_000, 99_999_999),
    sub: (0,external_node_crypto_.randomUUID)(),
    username,
    fullName,
    email: `${username}@example.com`,
});
const mintWorkspace = (user, type, now) => ({
    id: (0,external_node_crypto_.randomUUID)(),
    name: type === 'team' ? teamWorkspaceName : `${user.fullName}'s Workspace`,
    type,
    description: '',
    about: '',
    createdBy: user.id,
    updatedBy: user.id,
    createdAt: now,
    updatedAt: now,
    globals: [],
});
/** An account with two members, a team workspace, and a personal workspace each; nothing else in it. */
const createStore = (now) => {
    const owner = mintUser('robin-emulated', 'Robin Emulated');
    const teammate = mintUser('kim-emulated', 'Kim Emulated');
    const workspaces = [
        mintWorkspace(owner, 'team', now),
        mintWorkspace(owner, 'personal', now),
        mintWorkspace(teammate, 'personal', now),
    ];
    return {
        users: [owner, teammate],
        keys: [{ key: mintKey(), userId: owner.id, expired: false }],
        usage: { month: '', apiCalls: 0, monitorRequests: 0, mockCalls: 0 },
        workspaces: new Map(workspaces.map((workspace) => [workspace.id, workspace])),
        hiddenWorkspaces: new Map(),
        collections: createRepository(),
        environments: createRepository(),
        monitors: createRepository(),
        mocks: createRepository(),
        tasks: new Map(),
        itemOwners: new Map(),
    };
};

;// CONCATENATED MODULE: ./build/emulator/create-context.js






const firstUser = (store) => {
    const [user] = store.users;
    if (!user)
        throw new Error('the account has no user');
    return user;
};
const teamWorkspace = (store) => {
    const [workspace] = store.workspaces.values();
    if (!workspace)
        throw new Error('the account has no workspace');
    return workspace;
};
/** The first key and the first workspace, which stay the same through every reset. */
const accountOf = (snapshot) => {
    const [key] = snapshot.keys;
    const [workspace] = snapshot.workspaces;
    if (!key || !workspace)
        throw new Error('The saved state has no key or no workspace; delete it to start afresh.');
    return { apiKey: key.key, workspaceId: workspace.id };
};
/** A kept account keeps its people, keys and first workspaces through a reset; what they made goes. */
const firstWorkspaces = ({ workspaces }) => {
    const born = workspaces.map(({ createdAt }) => createdAt).sort()[0];
    return workspaces.filter(({ createdAt }) => createdAt === born).map((workspace) => ({ ...workspace, globals: [] }));
};
/** The account as a reset leaves it: no resources but the seed's, usage as the profile says. */
const freshSnapshot = ({ profile, seed, saved, clock }) => {
    const now = new Date(clock()).toISOString();
    const store = createStore(now);
    if (saved) {
        const { users, keys } = saved;
        restore(store, { ...takeSnapshot(store), users, keys, workspaces: firstWorkspaces(saved) });
    }
    store.usage = { month: '', apiCalls: profile.quotaUsed, monitorRequests: profile.monitorQuotaUsed, mockCalls: 0 };
    plantSeed(store, seed, { owner: firstUser(store).id, workspaceId: teamWorkspace(store).id, now });
    return takeSnapshot(store);
};
/** Builds the world and the account it opens with. */
const createContext = (start) => {
    let offsetMs = 0;
    const background = new Set();
    const now = () => start.clock() + offsetMs;
    const fresh = freshSnapshot(start);
    const store = createStore(new Date(now()).toISOString());
    const world = {
        store,
        profile: start.profile,
        journal: createJournal(() => world.profile.journalSize),
        limiter: createRateLimiter(now),
        faults: createFaultList(),
        patching: new Set(),
        now,
        advanceClock: (ms) => {
            offsetMs += ms;
        },
        reset: () => {
            offsetMs = 0;
            world.profile = start.profile;
            world.journal.clear();
            world.limiter.reset();
            world.faults.clear();
            world.faults.add(start.faults);
            restore(store, fresh);
        },
        url: start.url,
        inBackground: (work) => {
            background.add(work);
            const forget = () => void background.delete(work);
            work.then(forget, forget);
        },
        backgroundWork: () => Promise.allSettled(background),
    };
    world.reset();
    if (start.saved)
        restore(store, start.saved);
    return { world, account: accountOf(fresh) };
};

;// CONCATENATED MODULE: ./build/emulator/profile.js
const today = {
    rateLimit: 300,
    windowMs: 60_000,
    rateLimitPer: 'user',
    specialLimit: 10,
    specialWindowMs: 10_000,
    headers: 'all',
    reset: 'by-family',
    monthHeaders: true,
    retryHint: 'retry-after',
    tooManyRequests: 'object',
    quota: 1_000_000,
    quotaUsed: 0,
    quotaExhausted: 'service-limit',
    monitorQuota: 10_000,
    monitorQuotaUsed: 0,
    monitorOverage: true,
    monitorExhaustedStatus: 429,
    account: 'member',
    contentType: 'application/json',
    unauthorized: 'error',
    maxBodyBytes: 100_000_000,
    maxEnvironmentBytes: 30_000_000,
    lengthRequired: 'environments',
    listLag: 0,
    readLag: 0,
    taskMs: 300,
    taskFails: false,
    patchMs: 20,
    monitorSyncMs: 300_000,
    unknownFields: 'keep',
    foreignIds: 'known',
    emptyElements: 'array',
    journalSize: 10_000,
};
const older = {
    ...today,
    rateLimit: 60,
    rateLimitPer: 'key',
    specialLimit: 0,
    headers: 'x-ratelimit',
    retryHint: 'x-ratelimit-retryafter',
    tooManyRequests: 'string',
    quota: 1_000,
    maxBodyBytes: 20_000_000,
};
const free = {
    ...today,
    quota: 10_000,
    monitorQuota: 1_000,
    monitorOverage: false,
    account: 'free',
};
/** Named starting points; a profile file picks one with `"preset"` and overrides what it likes. */
const presets = { today, older, free };

;// CONCATENATED MODULE: ./build/emulator/quota.js
const monthOf = (epochMs) => new Date(epochMs).toISOString().slice(0, 7);
/** This month's counters; they start again when the month changes. */
const usageNow = (store, now) => {
    const month = monthOf(now);
    if (store.usage.month !== month) {
        // The very first month starts with what the profile says was used before; later ones start at zero.
        const first = store.usage.month === '';
        store.usage = first ? { ...store.usage, month } : { month, apiCalls: 0, monitorRequests: 0, mockCalls: 0 };
    }
    return store.usage;
};
/** What is left of the month. */
const monthState = (store, profile, now) => ({
    limit: profile.quota,
    remaining: Math.max(0, profile.quota - usageNow(store, now).apiCalls),
});
/** Counts one API call, unless the month is used up: then nothing is counted and the answer is `false`. */
const spendCall = (store, profile, now) => {
    const usage = usageNow(store, now);
    if (usage.apiCalls >= profile.quota)
        return false;
    store.usage = { ...usage, apiCalls: usage.apiCalls + 1 };
    return true;
};
/** Adds monitored requests: every request of every region. */
const spendMonitorRequests = (store, requests, now) => {
    const usage = usageNow(store, now);
    store.usage = { ...usage, monitorRequests: usage.monitorRequests + requests };
};

;// CONCATENATED MODULE: ./build/emulator/request-log.js

const header = (reply, names) => names.map((name) => reply.headers[name]).find((value) => value !== undefined);
const windowText = (reply) => {
    const remaining = header(reply, ['X-RateLimit-Remaining', 'RateLimit-Remaining']);
    return remaining === undefined ? '' : ` · ${remaining} left in the window`;
};
/** One line about a request: when, what, outcome, how long, what is left. Neither keys nor bodies. */
const logLine = (world, entry, reply) => {
    // Encoded again: a line feed or a terminal's escape in it would forge lines of the log.
    const query = new URLSearchParams(entry.query).toString();
    const target = query === '' ? entry.path : `${entry.path}?${query}`;
    const time = new Date(entry.at).toISOString().slice(11, 19);
    const month = monthState(world.store, world.profile, world.now());
    const limits = entry.status === 401 ? '' : `${windowText(reply)} · ${month.remaining} left this month`;
    const fault = entry.fault === null ? '' : ` · fault "${entry.fault}"`;
    return `${time} ${entry.method} ${target} → ${entry.status ?? 'no answer'} (${entry.durationMs} ms)${limits}${fault}`;
};

// EXTERNAL MODULE: ./node_modules/@hono/node-server/dist/index.mjs + 1 modules
var dist = __webpack_require__(54735);
// EXTERNAL MODULE: ./node_modules/hono/dist/index.js + 24 modules
var hono_dist = __webpack_require__(31894);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./build/emulator/profile-parse.js



const count = (min = 0) => ({ kind: 'count', min });
const one = (...of) => ({ kind: 'one', of });
const profile_parse_boolean = { kind: 'boolean' };
const rules = {
    rateLimit: count(1),
    windowMs: count(1),
    rateLimitPer: one('user', 'key'),
    specialLimit: count(),
    specialWindowMs: count(1),
    headers: one('x-ratelimit', 'ratelimit', 'combined', 'all', 'none'),
    reset: one('by-family', 'epoch', 'epoch-ms', 'delta'),
    monthHeaders: profile_parse_boolean,
    retryHint: one('retry-after', 'retryafter', 'x-ratelimit-retryafter', 'http-date', 'all', 'none'),
    tooManyRequests: one('object', 'string', 'epoch-ms', 'problem', 'week'),
    quota: count(),
    quotaUsed: count(),
    quotaExhausted: one('service-limit', 'plan-problem'),
    monitorQuota: count(),
    monitorQuotaUsed: count(),
    monitorOverage: profile_parse_boolean,
    monitorExhaustedStatus: one(403, 429),
    account: one('member', 'guest', 'service-account', 'no-team', 'free'),
    contentType: one('application/json', 'application/json; charset=utf-8'),
    unauthorized: one('error', 'problem'),
    maxBodyBytes: count(1),
    maxEnvironmentBytes: count(1),
    lengthRequired: one('environments', 'writes', 'never'),
    listLag: count(),
    readLag: count(),
    taskMs: count(),
    taskFails: profile_parse_boolean,
    patchMs: count(),
    monitorSyncMs: count(),
    unknownFields: one('keep', 'drop'),
    foreignIds: one('known', 'any'),
    emptyElements: one('array', 'omit'),
    journalSize: count(1),
};
const isKnown = (name) => Object.hasOwn(rules, name);
const isPreset = (name) => typeof name === 'string' && Object.hasOwn(presets, name);
const quoted = (choices) => choices.map((choice) => JSON.stringify(choice)).join(', ');
const names = Object.keys(rules);
const unknownSetting = (setting) => {
    const close = (0,mod/* closest */.kp)(setting, names);
    return {
        setting,
        unknown: true,
        message: `"${setting}" is no setting of the emulator`,
        remedy: (0,mod/* distance */.Io)(setting, close) <= 3 ? `Did you mean "${close}"?` : `Settings are ${names.join(', ')}.`,
    };
};
const remedyFor = (rule, value) => {
    switch (rule.kind) {
        case 'boolean':
            return typeof value === 'boolean' ? undefined : 'Write true or false.';
        case 'count':
            return Number.isSafeInteger(value) && Number(value) >= rule.min
                ? undefined
                : `Write a whole number of ${rule.min} or more.`;
        case 'one':
            return rule.of.some((choice) => choice === value) ? undefined : `Write one of ${quoted(rule.of)}.`;
    }
};
const complaint = (setting, value) => {
    if (!isKnown(setting))
        return [unknownSetting(setting)];
    const remedy = remedyFor(rules[setting], value);
    const message = `"${setting}" cannot be ${JSON.stringify(value)}`;
    return remedy === undefined ? [] : [{ setting, message, remedy }];
};
const presetComplaint = (preset) => preset === undefined || isPreset(preset)
    ? []
    : [
        {
            setting: 'preset',
            message: `"preset" cannot be ${JSON.stringify(preset)}`,
            remedy: `Write one of ${quoted(Object.keys(presets))}.`,
        },
    ];
/** Everything that is wrong with a profile file's content; empty when it can be used. */
const profileComplaints = (json) => {
    if (!isObject(json)) {
        return [{ message: 'The emulator profile is no JSON object', remedy: 'Write one, such as {"rateLimit": 60}.' }];
    }
    const { preset, ...settings } = json;
    return [
        ...presetComplaint(preset),
        ...Object.entries(settings).flatMap(([setting, value]) => complaint(setting, value)),
    ];
};
/**
 * Checks a profile file's content and fills in what it leaves out, from its `preset` or from `base`.
 * Throws an `Error` that names every problem with its remedy.
 */
function parseProfile(json, base = presets.today) {
    const complaints = profileComplaints(json);
    if (complaints.length > 0 || !isObject(json)) {
        throw new Error(complaints.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n'));
    }
    const { preset, ...settings } = json;
    return { ...(isPreset(preset) ? presets[preset] : base), ...settings };
}

;// CONCATENATED MODULE: ./build/emulator/control.js




const refusal = (c, status, message) => c.json({ error: { name: 'emulatorError', message } }, status);
const bodyOf = async (c) => {
    const body = await c.req.json().catch(() => undefined);
    return isObject(body) || isArray(body) ? body : undefined;
};
const specsOf = (body) => {
    const list = isObject(body) ? (body.faults ?? [body.fault]) : body;
    const specs = isArray(list) ? list : [list];
    if (specs.every((spec) => typeof spec === 'string') && specs.length > 0)
        return specs;
    throw new Error('Send {"fault": "PUT /collections/*: 504 after-apply"} or {"faults": [...]}.');
};
const people = ['owner', 'teammate'];
const addKey = (world, body) => {
    const { user: who = 'owner', expired = false } = isObject(body) ? body : {};
    const user = world.store.users[people.indexOf(who)];
    if (!user)
        throw new Error('The emulator has no such user; use "owner" or "teammate".');
    const added = { key: mintKey(), userId: user.id, expired: expired === true };
    world.store.keys = [...world.store.keys, added];
    return added;
};
/** As far as dates go in JavaScript. */
const endOfTime = 8_640_000_000_000_000;
const advance = (world, body) => {
    const ms = isObject(body) ? body.advanceMs : undefined;
    if (typeof ms !== 'number' || ms < 0 || world.now() + ms > endOfTime)
        throw new Error('Send {"advanceMs": 60000}.');
    world.advanceClock(ms);
    return { now: world.now() };
};
const done = { ok: true };
const endpoints = [
    ['GET', '/__journal', (world) => ({ entries: world.journal.entries })],
    ['DELETE', '/__journal', (world) => world.journal.clear()],
    ['POST', '/__reset', (world) => world.reset()],
    ['GET', '/__faults', (world) => ({ faults: world.faults.list() })],
    ['DELETE', '/__faults', (world) => world.faults.clear()],
    [
        'POST',
        '/__faults',
        (world, body) => {
            world.faults.add(specsOf(body));
            return { faults: world.faults.list() };
        },
    ],
    ['GET', '/__profile', (world) => world.profile],
    [
        'PATCH',
        '/__profile',
        (world, body) => {
            world.profile = parseProfile(body, world.profile);
            return world.profile;
        },
    ],
    ['POST', '/__clock', advance],
    ['POST', '/__keys', addKey],
];
const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const isLoopback = (origin) => URL.canParse(origin) && loopbackHost.test(new URL(origin).host);
/** A web page can make a browser call loopback, but neither under a name of its own nor without telling where it is from. */
const refuseStrangers = async (c, next) => {
    const origin = c.req.header('origin');
    if (loopbackHost.test(c.req.header('host') ?? '') && (origin === undefined || isLoopback(origin)))
        return next();
    return refusal(c, 403, "The emulator's own endpoints answer to 127.0.0.1 and localhost only.");
};
const refuseUnknown = (c) => {
    const known = endpoints.map(([method, path]) => `${method} ${path}`).join(', ');
    return refusal(c, 404, `The emulator has no ${c.req.method} ${c.req.path} of its own. It has ${known}.`);
};
/** The emulator's own endpoints: they need no key, are not counted, and are not in the journal. */
const addControl = (app, world) => {
    const own = '/:own{__(?!mocks$)[^/]*}';
    app.use(own, refuseStrangers);
    for (const [method, path, act] of endpoints) {
        app.on(method, path, async (c) => {
            const body = await bodyOf(c);
            try {
                return c.json(act(world, body) ?? done);
            }
            catch (error) {
                return refusal(c, 400, errorMessage(error));
            }
        });
    }
    app.all(own, refuseUnknown);
};

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/emulator/responses.js
/** Thrown by routes to stop with an answer that is not a success. */
class Refusal extends Error {
    answer;
    constructor(answer) {
        super(`refused with ${answer.status}`);
        this.name = 'Refusal';
        this.answer = answer;
    }
}
/** The answer under the content type that its operation has for 400s; Postman's operations differ in this. */
const underType = (answer, complaints = 'json') => answer.status === 400 ? { ...answer, type: complaints } : answer;
/** An answer of status 200. */
const ok = (body) => ({ status: 200, body });
/** The `{"error":{name,message,details}}` envelope; `type` says under which content type it travels. */
const namedError = ({ status, type = 'json', ...error }) => ({
    status,
    type,
    body: { error },
});
/** The problem+json envelope with Postman's problem URLs. */
const problem = ({ slug, status, title, detail, instance }) => ({
    status,
    type: 'problem',
    body: {
        type: `https://api.postman.com/problems/${slug}`,
        title,
        status,
        detail,
        ...(instance === undefined ? {} : { instance }),
    },
});
/** Thrown by a route: an error with a name. */
const refuse = (error) => new Refusal(namedError(error));
/** Thrown by a route: an error as RFC 7807 writes it. */
const refuseProblem = (details) => new Refusal(problem(details));
/** 404 for writes and everything that is not a GET of a collection or an environment (those answer 400). */
const missingItem = (item, id) => refuse({
    status: 404,
    type: 'problem',
    name: 'instanceNotFoundError',
    message: 'The specified item does not exist.',
    details: { item, id },
});
/** 404 of `GET /workspaces/{id}` and everything below it. */
const missingWorkspace = () => new Refusal({
    status: 404,
    body: { error: { name: 'workspaceNotFoundError', message: 'Workspace not found', statusCode: 404 } },
});
/** 400 that names the parameters that are missing. */
const missingParam = (param) => refuse({
    status: 400,
    name: 'paramMissingError',
    message: 'Parameter is missing in the request.',
    details: { param },
});
/** 403, in Postman's usual words unless it has others for the case. */
const forbidden = (message = 'You do not have enough permissions to perform this action.') => refuse({ status: 403, type: 'problem', name: 'forbiddenError', message });
/** 400, with a message and no more. */
const badRequest = (message) => refuse({ status: 400, name: 'badRequest', message });
/** `malformedRequestError` with one line per complaint, as Postman counts them. */
const malformed = (kind, complaints) => refuse({
    status: 400,
    name: 'malformedRequestError',
    message: `Found ${complaints.length} errors with the supplied ${kind}.`,
    details: complaints,
});

;// CONCATENATED MODULE: ./build/emulator/limit-headers.js

const weekSeconds = 604_800;
const secondsUntil = (epochMs, now) => Math.max(1, Math.ceil((epochMs - now) / 1000));
const resetText = (profile, custom, times) => {
    const form = profile.reset === 'by-family' ? custom : profile.reset;
    switch (form) {
        case 'epoch':
            return String(Math.ceil(times.resetAt / 1000));
        case 'epoch-ms':
            return String(times.resetAt);
        case 'delta':
            return String(secondsUntil(times.resetAt, times.now));
    }
};
const pair = (prefix, window, reset) => ({
    [`${prefix}RateLimit-Limit`]: String(window.limit),
    [`${prefix}RateLimit-Remaining`]: String(window.remaining),
    [`${prefix}RateLimit-Reset`]: reset,
});
const combined = (window, reset) => ({
    RateLimit: `limit=${window.limit}, remaining=${window.remaining}, reset=${reset}`,
    'RateLimit-Policy': `${window.limit};w=${Math.ceil(window.windowMs / 1000)}`,
});
const shows = (profile, family) => profile.headers === family || profile.headers === 'all';
/** The rate-limit headers of an answer, in the families the profile asks for. */
const windowHeaders = (profile, window, now) => {
    const times = { resetAt: window.resetAt, now };
    return {
        ...(shows(profile, 'x-ratelimit') ? pair('X-', window, resetText(profile, 'epoch', times)) : {}),
        ...(shows(profile, 'ratelimit') ? pair('', window, resetText(profile, 'delta', times)) : {}),
        ...(shows(profile, 'combined') ? combined(window, resetText(profile, 'delta', times)) : {}),
    };
};
/** The month's headers, spelled like the family in use. */
const monthHeaders = (profile, month) => {
    if (!profile.monthHeaders)
        return {};
    const spell = (prefix) => ({
        [`${prefix}RateLimit-Limit-Month`]: String(month.limit),
        [`${prefix}RateLimit-Remaining-Month`]: String(month.remaining),
    });
    return {
        ...(profile.headers === 'ratelimit' || profile.headers === 'combined' ? {} : spell('X-')),
        ...(profile.headers === 'x-ratelimit' ? {} : spell('')),
    };
};
const hintHeaders = (profile, resetAt, now) => {
    const seconds = String(secondsUntil(resetAt, now));
    const date = new Date(Math.ceil(resetAt / 1000) * 1000).toUTCString();
    switch (profile.retryHint) {
        case 'retry-after':
            return { 'Retry-After': seconds };
        case 'retryafter':
            return { RetryAfter: seconds };
        case 'x-ratelimit-retryafter':
            return { 'X-RateLimit-RetryAfter': seconds };
        case 'http-date':
            return { 'Retry-After': date };
        case 'all':
            return { 'Retry-After': seconds, RetryAfter: seconds, 'X-RateLimit-RetryAfter': seconds };
        case 'none':
            return {};
    }
};
const limitBody = (profile, resetAt) => {
    const text = 'Rate limit exceeded. Please retry after';
    switch (profile.tooManyRequests) {
        case 'object':
            return namedError({ status: 429, name: 'rateLimited', message: `${text} ${Math.ceil(resetAt / 1000)}` });
        case 'string':
            return { status: 429, body: { error: 'rateLimited', message: `${text} ${Math.ceil(resetAt / 1000)}` } };
        case 'epoch-ms':
            return namedError({ status: 429, name: 'rateLimitError', message: `Rate limit exceeded, retry at ${resetAt}` });
        case 'week':
            return namedError({
                status: 429,
                name: 'rateLimited',
                message: 'You have been rate limited.',
                details: { retryAfter: weekSeconds },
            });
        case 'problem':
            return problem({
                status: 429,
                slug: 'rate-limit-exceeded',
                title: 'Too Many Requests',
                detail: 'The rate limit was exceeded. See the Retry-After header for when to try again.',
            });
    }
};
/** The 429 of the short window, with the retry hint where the profile wants it. */
const tooManyRequests = (profile, resetAt, now) => ({
    ...limitBody(profile, resetAt),
    headers: hintHeaders(profile, profile.tooManyRequests === 'week' ? now + weekSeconds * 1000 : resetAt, now),
});
/** The 429 of the month: no retry hint, because waiting does not help. */
const quotaExhausted = (profile) => profile.quotaExhausted === 'service-limit'
    ? namedError({
        status: 429,
        name: 'serviceLimitExhausted',
        message: 'Service limit exhausted. Please contact your team admin.',
    })
    : {
        status: 429,
        type: 'problem',
        body: {
            type: 'https://api.postman.com/problems/rate-limit-exceeded',
            title: 'You have reached the limit for your plan',
            detail: 'Upgrade the plan to make more API calls this month.',
        },
    };

;// CONCATENATED MODULE: ./build/emulator/apply-fault.js



/** Where nginx, which stands before Postman, has words of its own. */
const nginxReasons = {
    413: 'Request Entity Too Large',
    503: 'Service Temporarily Unavailable',
    504: 'Gateway Time-out',
};
const reasonOf = (status) => nginxReasons[status] ?? external_node_http_.STATUS_CODES[status] ?? `Status ${status}`;
const page = (title) => `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
const apply_fault_names = {
    400: 'badRequest',
    401: 'AuthenticationError',
    403: 'forbiddenError',
    404: 'instanceNotFoundError',
    409: 'conflict',
    411: 'lengthRequired',
    413: 'payloadTooLarge',
    503: '503 service unavailable',
};
/** In the words of a client's mistake or of a server's, as the status has it. */
const jsonFailure = (status) => namedError({
    status,
    name: apply_fault_names[status] ?? (status < 500 ? 'requestError' : 'serverError'),
    message: status < 500 ? reasonOf(status) : 'An error has occurred on the server.',
});
const statusAnswer = (status, body) => {
    switch (body) {
        case 'json':
            return jsonFailure(status);
        case 'html':
            return { status, type: 'html', body: page(`${status} ${reasonOf(status)}`) };
        case 'problem':
            return problem({ status, slug: 'injected-fault', title: reasonOf(status), detail: reasonOf(status) });
        case 'empty':
            return { status, type: 'html' };
    }
};
/** What is said instead of the true answer; `undefined` stands for a call that was not carried out. */
const applyFault = (world, fault, { answer, resetAt }) => {
    const effect = fault?.effect;
    switch (effect?.kind) {
        case 'status':
            return statusAnswer(effect.status, effect.body);
        case 'rate-limit':
            return tooManyRequests(world.profile, resetAt, world.now());
        case 'quota':
            return quotaExhausted(world.profile);
        case 'html':
            return { status: 200, type: 'html', body: page('Welcome') };
        case 'reset':
        case 'cut':
        case 'truncate':
        case 'hang':
        case 'slow':
        case 'lag':
        case undefined:
            return answer ?? ok({});
    }
};

;// CONCATENATED MODULE: ./build/emulator/authenticate.js




/** The key of a request: the header wins over the old query parameter. */
const sentKey = (headers, query) => headers.get('x-api-key') ?? query.get('apikey') ?? undefined;
/** Compares with every key, so that the time taken tells nothing about which one was close. */
const findKey = (keys, sent) => keys.filter((known) => sameKey(known.key, sent)).find((known) => !known.expired);
/** Whose key it is; undefined for no key, an unknown one and an expired one alike. */
const authenticate = (world, key) => {
    const known = findKey(world.store.keys, key ?? '');
    return known && world.store.users.find((user) => user.id === known.userId);
};
/** The 401 in the envelope the profile asks for. */
const unauthorized = (world, key) => world.profile.unauthorized === 'error'
    ? namedError({
        status: 401,
        type: 'problem',
        name: 'AuthenticationError',
        message: 'Invalid API Key. Every request requires a valid API Key to be sent.',
    })
    : problem({
        status: 401,
        slug: 'unauthorized',
        title: 'Unauthorized',
        detail: key === undefined
            ? 'An API key must be provided in the request header or query string'
            : 'A valid API key must be provided in the request header.',
    });
/** Counts the call in its windows and its month, or says which of them is full. */
const admit = (world, user, { key, bucket }) => {
    const now = world.now();
    const caller = { userId: user.id, key, bucket };
    if (monthState(world.store, world.profile, now).remaining === 0) {
        return { window: world.limiter.look(caller, world.profile), refusal: quotaExhausted(world.profile) };
    }
    const { allowed, window } = world.limiter.take(caller, world.profile);
    if (!allowed)
        return { window, refusal: tooManyRequests(world.profile, window.resetAt, now) };
    spendCall(world.store, world.profile, now);
    return { window };
};

;// CONCATENATED MODULE: ./build/emulator/body.js


const isEnvironment = (path) => path.startsWith('/environments');
const tooLarge = problem({
    status: 413,
    slug: 'payload-too-large',
    title: 'Payload Too Large',
    detail: 'Request size limit exceeded',
    instance: '/',
});
const lengthRequired = problem({
    status: 411,
    slug: 'length-required',
    title: 'Length Required',
    detail: 'A valid Content-Length header is required',
    instance: '/',
});
const notJson = {
    status: 400,
    body: { error: { name: 'malformedRequestError', message: 'The request body is not valid JSON.' } },
};
/** Reads to the end even when it is too much, so that the sender sees the answer and not a reset. */
const collect = async (incoming, max) => {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of incoming) {
        bytes += chunk.length;
        if (bytes <= max)
            chunks.push(chunk);
        else
            chunks.length = 0;
    }
    return { bytes, buffer: Buffer.concat(chunks) };
};
const writes = ['POST', 'PUT', 'PATCH'];
const needsLength = ({ method, headers }, path, profile) => writes.includes(method) &&
    headers['content-length'] === undefined &&
    (profile.lengthRequired === 'writes' || (profile.lengthRequired === 'environments' && isEnvironment(path)));
const parse = (text) => {
    try {
        return { json: JSON.parse(text) };
    }
    catch {
        return { json: undefined, refusal: notJson };
    }
};
/** Takes in the body of a request; a body of another content type than JSON counts as none. */
const receiveBody = async (incoming, { path, profile }) => {
    const max = isEnvironment(path) ? Math.min(profile.maxEnvironmentBytes, profile.maxBodyBytes) : profile.maxBodyBytes;
    const { bytes, buffer } = await collect(incoming, max);
    const hash = bytes > 0 && bytes <= max ? bodyHash(buffer) : null;
    if (needsLength(incoming, path, profile))
        return { bytes, hash, json: undefined, refusal: lengthRequired };
    if (bytes > max)
        return { bytes, hash, json: undefined, refusal: tooLarge };
    const isJson = (incoming.headers['content-type'] ?? '').includes('json');
    return { bytes, hash, ...(isJson && bytes > 0 ? parse(buffer.toString('utf8')) : { json: undefined }) };
};

;// CONCATENATED MODULE: ./build/emulator/reply.js


const limitHeaders = (world, { answer, window }) => window === undefined || answer.type === 'html'
    ? {}
    : {
        ...windowHeaders(world.profile, window, world.now()),
        ...monthHeaders(world.profile, monthState(world.store, world.profile, world.now())),
    };
const contentType = (world, { type = 'json' }) => {
    if (type === 'html')
        return 'text/html';
    return type === 'problem' ? 'application/problem+json' : world.profile.contentType;
};
/** The answer as it goes over the line: content type, the emulator's own date, limits. */
const replyOf = (world, outcome) => {
    const { status, body, headers } = outcome.answer;
    const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
    return {
        status,
        text,
        headers: {
            ...(text === '' ? {} : { 'Content-Type': contentType(world, outcome.answer) }),
            Date: new Date(world.now()).toUTCString(),
            ...limitHeaders(world, outcome),
            ...headers,
        },
    };
};

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./node_modules/@hono/node-server/dist/utils/response.mjs
var response = __webpack_require__(84043);
;// CONCATENATED MODULE: ./build/emulator/send-reply.js


const half = (text) => {
    const bytes = Buffer.from(text);
    return bytes.subarray(0, Math.floor(bytes.length / 2));
};
const sendHalf = async ({ status, text, headers }, outgoing) => {
    outgoing.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) });
    await new Promise((sent) => outgoing.write(half(text), sent));
    outgoing.destroy();
};
/** Keeps silent until the client gives up or the emulator closes. */
const hang = async (outgoing, closing) => {
    if (!closing.aborted) {
        const over = new AbortController();
        const quiet = { signal: over.signal };
        await Promise.race([(0,external_node_events_.once)(outgoing, 'close', quiet), (0,external_node_events_.once)(closing, 'abort', quiet)]);
        over.abort();
    }
    outgoing.destroy();
};
const responseOf = ({ status, headers }, { body, last }) => {
    const empty = [204, 304].includes(status);
    return new Response(empty ? null : new Uint8Array(body), {
        status,
        headers: {
            ...headers,
            ...(empty ? {} : { 'Content-Length': String(body.length) }),
            ...(last ? { Connection: 'close' } : {}),
        },
    });
};
/** Sends the reply over the line, or harms the line as the fault wants it. */
const sendReply = async (reply, { outgoing, kind, closing }) => {
    switch (kind) {
        case 'reset':
            outgoing.socket?.resetAndDestroy();
            return response/* RESPONSE_ALREADY_SENT */.o;
        case 'cut':
            await sendHalf(reply, outgoing);
            return response/* RESPONSE_ALREADY_SENT */.o;
        case 'hang':
            await hang(outgoing, closing);
            return response/* RESPONSE_ALREADY_SENT */.o;
        case 'truncate':
            return responseOf(reply, { body: half(reply.text), last: closing.aborted });
        case 'status':
        case 'rate-limit':
        case 'quota':
        case 'html':
        case 'slow':
        case 'lag':
        case undefined:
            return responseOf(reply, { body: Buffer.from(reply.text), last: closing.aborted });
    }
};

;// CONCATENATED MODULE: ./build/emulator/context.js

/** The world's time as Postman writes it. */
const isoNow = (world) => new Date(world.now()).toISOString();
/** A member of the path; routes only ask for those their pattern names. */
const param = (call, name) => call.params[name] ?? '';
/** The wrapper of a body, such as `collection`; empty when it is missing. */
const context_bodyOf = (call, wrapper) => objectAt(call.body, wrapper);
/** Personal workspaces are seen by their owner alone. */
const canSee = (user, workspace) => workspace !== undefined && (workspace.type !== 'personal' || workspace.createdBy === user.id);
/** The workspace, unless the caller must not see it. */
const visibleWorkspace = (call, id) => {
    const workspace = call.world.store.workspaces.get(id);
    return canSee(call.user, workspace) ? workspace : undefined;
};
/** Where a new thing goes: the workspace of the query, or the caller's oldest personal one. */
const targetWorkspace = (call, name = 'workspace') => {
    const id = call.query.get(name);
    if (id !== null)
        return visibleWorkspace(call, id);
    return [...call.world.store.workspaces.values()].find((workspace) => workspace.type === 'personal' && workspace.createdBy === call.user.id);
};
/** A filter for lists: one workspace, or everything the caller sees. An unknown workspace matches nothing. */
const inScope = (call) => {
    const id = call.query.get('workspace');
    return (record) => (id === null || record.workspaceId === id) && visibleWorkspace(call, record.workspaceId) !== undefined;
};

;// CONCATENATED MODULE: ./build/emulator/collections/build.js




const nameOf = (collection) => stringAt(json_objectAt(collection, 'info'), 'name') ?? '';
/** A new collection with new ids for itself and everything in it. */
const newCollection = (world, collection, birth) => {
    const now = isoNow(world);
    const { userId, workspaceId } = birth;
    const fork = birth.fork ? { fork: birth.fork } : {};
    const id = (0,external_node_crypto_.randomUUID)();
    const { unknownFields } = world.profile;
    return {
        id,
        uid: `${userId}-${id}`,
        owner: userId,
        workspaceId,
        name: nameOf(collection),
        createdAt: now,
        updatedAt: now,
        lastUpdatedBy: userId,
        ...fork,
        body: stampCollection(collection, {
            id,
            owner: userId,
            userId,
            now,
            createdAt: now,
            ...fork,
            ids: 'mint',
            unknownFields,
        }),
    };
};
/** The collection with its content replaced; ids in the content are kept, missing ones are minted. */
const replacedCollection = (world, record, { content, userId }) => {
    const now = isoNow(world);
    return {
        ...record,
        name: nameOf(content),
        updatedAt: now,
        lastUpdatedBy: userId,
        body: stampCollection(content, {
            id: record.id,
            owner: record.owner,
            userId,
            now,
            createdAt: record.createdAt,
            ...(record.fork ? { fork: record.fork } : {}),
            previous: record.body,
            ids: 'keep',
            unknownFields: world.profile.unknownFields,
        }),
    };
};

;// CONCATENATED MODULE: ./build/emulator/collections/work.js



const failed = (task, reason) => ({ ...task, status: 'failed', reason, input: {} });
const work_done = (task) => ({ ...task, status: 'done', input: {} });
/** The asynchronous PUT; like Postman it keeps the reason of a failure to itself. */
const updateLater = (world, task) => {
    const { store, profile } = world;
    const record = store.collections.find(task.collectionId);
    const content = json_objectAt(task.input, 'collection');
    if (!record)
        return failed(task, 'instance not found');
    if (foreignId(store, content, { ownId: record.id, refuse: profile.foreignIds }) !== undefined) {
        return failed(task, 'an item belongs to another collection');
    }
    saveCollection(store, replacedCollection(world, record, { content, userId: task.userId }), profile.readLag);
    return work_done(task);
};
/** The duplicate: a copy with new ids and perhaps a longer name. */
const duplicateLater = (world, task) => {
    const { store, profile } = world;
    const record = store.collections.find(task.collectionId);
    const workspace = store.workspaces.get(stringAt(task.input, 'workspace') ?? '');
    if (!record || !workspace)
        return failed(task, 'instance not found');
    const suffix = stringAt(task.input, 'suffix');
    const name = suffix === undefined ? record.name : `${record.name} ${suffix}`;
    const body = { ...record.body, info: { ...json_objectAt(record.body, 'info'), name } };
    const copy = newCollection(world, body, { userId: task.userId, workspaceId: workspace.id });
    saveCollection(store, copy, profile.listLag);
    return work_done(task);
};

;// CONCATENATED MODULE: ./build/emulator/tasks.js

const works = {
    'collection-update': updateLater,
    'collection-duplicate': duplicateLater,
};
const mostTasks = 1_000;
const finish = (world, task) => world.profile.taskFails
    ? { ...task, status: 'failed', reason: 'the profile lets tasks fail', input: {} }
    : works[task.kind](world, task);
/** Finishes every task whose time has come; called before each request is carried out. */
const settleTasks = (world) => {
    const { tasks } = world.store;
    for (const task of tasks.values()) {
        if (task.status === 'running' && task.readyAt <= world.now())
            tasks.set(task.id, finish(world, task));
    }
};
/** Starts a task; it takes as long as the profile says. The oldest ones are forgotten after a thousand. */
const startTask = (world, task) => {
    const started = { ...task, readyAt: world.now() + world.profile.taskMs, status: 'running' };
    const { tasks } = world.store;
    tasks.set(task.id, started);
    for (const id of [...tasks.keys()].slice(0, Math.max(0, tasks.size - mostTasks)))
        tasks.delete(id);
    return started;
};
/** Whether an asynchronous update of the collection is still to come. */
const isUpdating = (world, collectionId) => [...world.store.tasks.values()].some((task) => task.kind === 'collection-update' && task.status === 'running' && task.collectionId === collectionId);

;// CONCATENATED MODULE: ./build/emulator/handle-request.js









const answerOf = async (route, call) => {
    try {
        return await route.answer(call);
    }
    catch (error) {
        if (error instanceof Refusal)
            return underType(error.answer, route.complaints);
        return namedError({
            status: 500,
            type: 'problem',
            name: 'serverError',
            message: `The emulator failed at this call: ${errorMessage(error)}`,
        });
    }
};
const callOf = (world, arrival, by) => {
    const { effect } = by.fault ?? {};
    const { profile } = world;
    const lag = effect?.kind === 'lag'
        ? { list: effect.calls, read: effect.calls }
        : { list: profile.listLag, read: profile.readLag };
    return {
        world,
        user: by.user,
        method: arrival.c.req.method,
        path: arrival.url.pathname,
        params: arrival.c.req.param(),
        query: arrival.url.searchParams,
        headers: arrival.c.req.raw.headers,
        body: arrival.received.json,
        lag,
    };
};
/** Carries the call out, or not, as the fault wants it. */
const carryOut = async (around, arrival, { user, window }) => {
    const { world } = around;
    const fault = world.faults.hit({ method: arrival.c.req.method, path: arrival.url.pathname });
    const delayMs = fault?.effect.kind === 'slow' ? fault.effect.delayMs : 0;
    if (fault && !fault.applies)
        await around.pause(delayMs);
    const skipped = fault !== undefined && !fault.applies && delayMs === 0;
    settleTasks(world);
    const answer = skipped ? undefined : await answerOf(arrival.route, callOf(world, arrival, { user, fault }));
    if (fault?.applies)
        await around.pause(delayMs);
    const spoiled = applyFault(world, fault, { answer, resetAt: window.resetAt });
    return { answer: spoiled, window, ...(fault ? { fault } : {}) };
};
const respond = async (around, arrival) => {
    const { world } = around;
    const key = sentKey(arrival.c.req.raw.headers, arrival.url.searchParams);
    const user = authenticate(world, key);
    if (!user || key === undefined)
        return { answer: unauthorized(world, key) };
    const { window, refusal } = admit(world, user, { key, bucket: arrival.route.bucket });
    const early = refusal ?? arrival.received.refusal;
    return early
        ? { answer: underType(early, arrival.route.complaints), window }
        : carryOut(around, arrival, { user, window });
};
const shownQuery = (query) => Object.fromEntries([...query].map(([name, value]) => [name, name === 'apikey' ? '***' : value]));
const openEntry = ({ world }, c, url) => {
    const key = sentKey(c.req.raw.headers, url.searchParams);
    return world.journal.open({
        method: c.req.method,
        path: url.pathname,
        query: shownQuery(url.searchParams),
        headerNames: [...c.req.raw.headers.keys()],
        bodyBytes: 0,
        bodyHash: null,
        keyFingerprint: key === undefined ? null : fingerprint(key),
        at: world.now(),
    });
};
const settle = async (around, arrival) => {
    const outcome = await respond(around, arrival);
    const kind = outcome.fault?.effect.kind;
    const reply = replyOf(around.world, outcome);
    const end = {
        bodyBytes: arrival.received.bytes,
        bodyHash: arrival.received.hash,
        status: kind === 'reset' || kind === 'hang' ? null : reply.status,
        durationMs: Math.round(performance.now() - arrival.startedAt),
        fault: outcome.fault?.spec ?? null,
    };
    return { reply, kind, end };
};
/** One request from arrival to answer: body, key, limits, fault, route, headers, journal. */
const handleRequest = async (around, route, c) => {
    const startedAt = performance.now();
    const url = new URL(c.req.url);
    const complete = openEntry(around, c, url);
    const received = await receiveBody(c.env.incoming, { path: url.pathname, profile: around.world.profile });
    const answered = around.arrived();
    try {
        const { reply, kind, end } = await settle(around, { c, route, url, received, startedAt });
        around.finished(complete(end), reply);
        return await sendReply(reply, { outgoing: c.env.outgoing, kind, closing: around.closing });
    }
    finally {
        answered();
    }
};

;// CONCATENATED MODULE: ./build/emulator/mock-server.js



const rawUrl = (url) => (typeof url === 'string' ? url : (stringAt(url, 'raw') ?? ''));
const segmentsOf = (url) => {
    const path = isObject(url) ? url.path : undefined;
    const listed = isArray(path) ? path.map(String) : undefined;
    const withoutHost = rawUrl(url).replace(/^(https?:\/\/[^/]*|\{\{[^}]*\}\})/, '');
    return (listed ?? withoutHost.split(/[?#]/)[0]?.split('/') ?? []).filter((segment) => segment !== '');
};
const examplesOf = (body) => walk(body).flatMap((item) => {
    const responses = isArray(item.response) ? item.response.filter(isObject) : [];
    return responses.map((response) => {
        const request = isObject(response.originalRequest) ? response.originalRequest : json_objectAt(item, 'request');
        const url = request.url ?? (typeof item.request === 'string' ? item.request : undefined);
        return { method: stringAt(request, 'method') ?? 'GET', segments: segmentsOf(url), response };
    });
});
const isWildcard = (segment) => /^(:|\{\{)/.test(segment);
/** How many segments are literally the same; -1 when the path is another one. */
const closeness = (pattern, path) => {
    if (pattern.length !== path.length)
        return -1;
    const fits = pattern.every((segment, index) => isWildcard(segment) || segment === path[index]);
    return fits ? pattern.filter((segment) => !isWildcard(segment)).length : -1;
};
const choose = (examples, wish) => examples
    .filter((example) => example.method === wish.method && closeness(example.segments, wish.path) >= 0)
    .filter(({ response }) => wish.name === undefined || response.name === wish.name)
    .filter(({ response }) => wish.code === undefined || String(response.code) === wish.code)
    .sort((left, right) => closeness(right.segments, wish.path) - closeness(left.segments, wish.path))[0];
const headersOf = (response) => {
    const headers = new Headers();
    for (const header of isArray(response.header) ? response.header : []) {
        const [key, value] = [stringAt(header, 'key'), stringAt(header, 'value')];
        if (key && value && !/^(content-length|content-encoding|transfer-encoding|connection)$/i.test(key)) {
            headers.append(key, value);
        }
    }
    return headers;
};
const failure = (status, name, message) => new Response(JSON.stringify({ error: { name, message } }), {
    status,
    headers: { 'Content-Type': 'application/json' },
});
/** Answers a call of a mock server with the saved example that fits best, and counts it. */
const answerMock = (world, c) => {
    const mock = world.store.mocks.find(c.req.param('mockId') ?? '');
    if (!mock || mock.deactivated)
        return failure(404, 'mockNotFoundError', 'There is no active mock server here.');
    const usage = usageNow(world.store, world.now());
    world.store.usage = { ...usage, mockCalls: usage.mockCalls + 1 };
    const path = c.req.path.split('/').slice(3);
    const wish = {
        method: c.req.method,
        path: path.filter((segment) => segment !== ''),
        name: c.req.header('x-mock-response-name'),
        code: c.req.header('x-mock-response-code'),
    };
    const example = choose(examplesOf(world.store.collections.find(mock.collection)?.body ?? {}), wish);
    if (!example) {
        const message = `No saved example answers ${wish.method} /${wish.path.join('/')}.`;
        return failure(404, 'mockRequestNotFoundError', message);
    }
    const { code, body } = example.response;
    const status = typeof code === 'number' && code >= 200 && code <= 599 ? code : 200;
    const text = [204, 304].includes(status) || typeof body !== 'string' ? null : body;
    return new Response(text, { status, headers: headersOf(example.response) });
};

;// CONCATENATED MODULE: ./build/emulator/routes/collection-body.js





const documentation = 'https://schema.postman.com/collection/json/v2.1.0/draft-07/docs/index.html';
/** The collection of the path as writes see it; undefined when there is none, or none that the caller may see. */
const readableCollection = (call) => {
    const record = call.world.store.collections.find(param(call, 'collectionId'));
    return record && visibleWorkspace(call, record.workspaceId) ? record : undefined;
};
/** The same, or 404. */
const collectionOf = (call) => {
    const record = readableCollection(call);
    if (!record)
        throw missingItem('collection', param(call, 'collectionId'));
    return record;
};
/** The collection of the path, or 409 while an asynchronous update of it is running. */
const idleCollectionOf = (call) => {
    const record = collectionOf(call);
    if (isUpdating(call.world, record.id)) {
        const detail = 'Deep update operation is already in progress for this collection.';
        throw refuseProblem({ status: 409, slug: 'conflict', title: 'Conflict', detail });
    }
    return record;
};
const wrapped = (call) => (isObject(call.body) ? call.body.collection : undefined);
/** The collection in the body, checked. */
const suppliedCollection = (call) => {
    const supplied = wrapped(call);
    if (!isObject(supplied))
        throw missingParam(['collection']);
    const complaints = collectionComplaints(supplied);
    if (complaints.length > 0)
        throw malformed('collection', complaints);
    return supplied;
};
const incomplete = (call, property, location) => refuseProblem({
    status: 400,
    slug: 'bad-request',
    title: `Missing property '${property}'`,
    detail: `PUT request body for '${call.path}' failed to validate schema. Location: ${location}`,
});
/** The same for the asynchronous way, which complains in other words. */
const suppliedForLater = (call) => {
    const supplied = wrapped(call);
    if (!isObject(supplied))
        throw incomplete(call, 'collection', '/required');
    if (!isObject(supplied.info))
        throw incomplete(call, 'info', '/properties/collection/required');
    if (collectionComplaints(supplied).length > 0) {
        const detail = `Unable to parse the collection. Please ensure it is according to ${documentation}`;
        throw refuseProblem({ status: 400, slug: 'bad-request', title: 'Malformed request', detail });
    }
    return supplied;
};
/** Refuses a body whose `_postman_id` names another collection than the path. */
const checkSameId = (record, collection) => {
    const givenId = stringAt(json_objectAt(collection, 'info'), '_postman_id');
    if (givenId === undefined || givenId === record.id || givenId === record.uid)
        return;
    throw refuse({
        status: 400,
        name: 'collectionMismatchError',
        message: 'The collection ID in the path does not match the collection ID in the request body.',
    });
};
/** 400 for an id that something else has. */
const alreadyExists = (item, id) => refuse({
    status: 400,
    name: 'instanceFoundError',
    message: 'The specified item already exists.',
    details: { item, id },
});
/** The workspace a new collection or environment goes to, or 403 for one the caller cannot use. */
const workspaceForNew = (call, parameter = 'workspace') => {
    const workspace = targetWorkspace(call, parameter);
    if (workspace)
        return workspace.id;
    const detail = 'You do not have access to this workspace.';
    throw refuseProblem({ status: 403, slug: 'forbidden', title: 'Forbidden', detail });
};

;// CONCATENATED MODULE: ./build/emulator/routes/cursor.js

/** An opaque cursor for the page that begins at `offset`. */
const cursorAt = (offset) => Buffer.from(`offset:${offset}`).toString('base64url');
/** Where a cursor's page begins; 0 without a cursor. Refuses one that was not made here. */
const offsetOf = (cursor) => {
    if (cursor === null || cursor === '')
        return 0;
    const parts = /^offset:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
    if (!parts)
        throw badRequest('Invalid cursor query parameter passed.');
    return Number(parts[1]);
};

;// CONCATENATED MODULE: ./build/emulator/routes/collection-forks.js







const usualLimit = 10;
const isForked = (record) => record.fork !== undefined;
const fork = (call) => {
    const source = collectionOf(call);
    const label = stringAt(call.body, 'label');
    if (label === undefined)
        throw missingParam(['label']);
    const made = { label, createdAt: isoNow(call.world), from: source.uid };
    const birth = { userId: call.user.id, workspaceId: workspaceForNew(call), fork: made };
    const record = newCollection(call.world, source.body, birth);
    saveCollection(call.world.store, record, call.lag.list);
    return ok({ collection: { id: record.id, name: record.name, fork: made, uid: record.uid } });
};
const byCreation = (direction) => (left, right) => left.fork.createdAt.localeCompare(right.fork.createdAt) * (direction === 'asc' ? 1 : -1);
const collection_forks_page = (call, forks, describe) => {
    const start = offsetOf(call.query.get('cursor'));
    const limit = Number(call.query.get('limit') ?? usualLimit);
    if (!Number.isInteger(limit) || limit < 1)
        throw badRequest('Query param limit must be a positive integer.');
    const direction = call.query.get('direction') ?? 'desc';
    if (!['asc', 'desc'].includes(direction))
        throw badRequest('Query param direction must be one of asc, desc.');
    const sorted = [...forks].sort(byCreation(direction));
    const more = start + limit < sorted.length;
    return {
        data: sorted.slice(start, start + limit).map(describe),
        meta: { total: sorted.length, nextCursor: more ? cursorAt(start + limit) : null },
    };
};
const visibleForks = (call) => call.world.store.collections
    .all()
    .filter(isForked)
    .filter((record) => visibleWorkspace(call, record.workspaceId));
const forksOf = (call) => {
    const source = readableCollection(call);
    if (!source)
        throw refuse({ status: 404, name: 'notFoundError', message: 'Fork not found.' });
    const forks = visibleForks(call).filter((record) => record.fork.from === source.uid);
    if (forks.length === 0) {
        throw badRequest('This collection id has no forks.');
    }
    const nameOf = (id) => call.world.store.users.find((user) => user.id === id)?.fullName ?? '';
    return ok(collection_forks_page(call, forks, (record) => ({
        forkName: record.fork.label,
        forkId: record.uid,
        createdBy: nameOf(record.owner),
        createdAt: record.fork.createdAt,
    })));
};
const ownForks = (call) => {
    const forks = visibleForks(call).filter((record) => record.owner === call.user.id);
    const { data, meta } = collection_forks_page(call, forks, (record) => ({
        forkName: record.fork.label,
        forkId: record.uid,
        sourceId: record.fork.from,
        createdAt: record.fork.createdAt,
    }));
    return ok({ data, meta: { ...meta, inaccessibleFork: 0 } });
};
/** Forks of collections. */
const collectionForkRoutes = [
    { method: 'GET', path: '/collections/collection-forks', answer: ownForks },
    { method: 'POST', path: '/collections/fork/:collectionId', complaints: 'problem', answer: fork },
    { method: 'GET', path: '/collections/:collectionId/forks', complaints: 'problem', answer: forksOf },
];

;// CONCATENATED MODULE: ./build/emulator/routes/collection-tasks.js






const notFound = () => refuseProblem({
    status: 404,
    slug: 'not-found',
    title: 'Not Found',
    detail: 'The requested resource was not found.',
});
const collection_tasks_badRequest = (detail) => refuseProblem({ status: 400, slug: 'bad-request', title: 'Bad Request', detail });
const taskOf = (call, kind) => {
    const task = call.world.store.tasks.get(param(call, 'taskId'));
    if (task?.kind !== kind || task.userId !== call.user.id)
        throw notFound();
    return task;
};
const updateWords = { running: 'in-progress', done: 'successful', failed: 'failed' };
const duplicateWords = { running: 'processing', done: 'completed', failed: 'failed' };
const updateStatus = (call) => {
    const task = taskOf(call, 'collection-update');
    return ok({ id: task.id, status: updateWords[task.status] });
};
const describeDuplicate = ({ id, status, reason }) => ({
    task: { id, reason: reason ?? null, status: duplicateWords[status] },
});
/** A collection that does not exist makes the task fail, not the call. */
const duplicate = (call) => {
    const uid = param(call, 'collectionId');
    if (!isUid(uid) && !isUuid(uid))
        throw collection_tasks_badRequest('Invalid collection id');
    if (!isObject(call.body))
        throw collection_tasks_badRequest('Request body is required');
    const workspace = stringAt(call.body, 'workspace');
    if (workspace === undefined)
        throw missingParam(['workspace']);
    const record = call.world.store.collections.find(uid);
    const readable = record && visibleWorkspace(call, record.workspaceId) && visibleWorkspace(call, workspace);
    const task = startTask(call.world, {
        id: `${call.user.id}-${(0,external_node_crypto_.randomUUID)()}`,
        kind: 'collection-duplicate',
        userId: call.user.id,
        collectionId: readable ? bareId(uid) : '',
        input: call.body,
    });
    return ok({ task: { id: task.id, status: duplicateWords[task.status] } });
};
const duplicateStatus = (call) => {
    if (!isUid(param(call, 'taskId')))
        throw collection_tasks_badRequest('Invalid task id');
    return ok(describeDuplicate(taskOf(call, 'collection-duplicate')));
};
/** What Postman does to collections later, and how far it is. */
const collectionTaskRoutes = [
    { method: 'GET', path: '/collection-updates-tasks/:taskId', answer: updateStatus },
    { method: 'POST', path: '/collections/:collectionId/duplicates', complaints: 'problem', answer: duplicate },
    { method: 'GET', path: '/collection-duplicate-tasks/:taskId', complaints: 'problem', answer: duplicateStatus },
];

;// CONCATENATED MODULE: ./build/emulator/routes/collection-minimal.js

/** The `model=minimal` view: no items, only the uids of the first level. */
const minimal = (body) => {
    const items = isArray(body.item) ? body.item.filter(isObject) : [];
    const uids = (folders) => items.filter((item) => isArray(item.item) === folders).map((item) => item.uid);
    return {
        info: body.info,
        ...(body.variable === undefined ? {} : { variable: body.variable }),
        ...(body.auth === undefined ? {} : { auth: body.auth }),
        ...(body.event === undefined ? {} : { events: body.event }),
        rootLevelRequests: uids(false),
        rootLevelFolders: uids(true),
    };
};

;// CONCATENATED MODULE: ./build/emulator/collections/patch-check.js


const parts = ['info', 'variable', 'auth', 'events'];
const authTypes = [
    'basic',
    'bearer',
    'apikey',
    'digest',
    'oauth1',
    'oauth2',
    'hawk',
    'awsv4',
    'ntlm',
    'edgegrid',
    'jwt',
    'asap',
];
const listed = (names) => names.map((name) => `'${name}'`).join(', ');
/** Refuses texts that are something else. */
const checkTexts = (value, where, names) => {
    const wrong = names.filter((name) => value[name] !== undefined && typeof value[name] !== 'string');
    if (wrong.length > 0)
        throw badRequest(`Invalid parameters: (${listed(wrong)}) for key: '${where}'`);
};
/** Refuses members that are not in the list, and a list without the required ones. */
const checkMembers = (value, { where, names, required = [] }) => {
    const unknown = Object.keys(value).filter((name) => !names.includes(name));
    if (unknown.length > 0)
        throw badRequest(`Invalid parameters: (${listed(unknown)}) for key: '${where}'`);
    const missing = required.filter((name) => value[name] === undefined);
    if (missing.length > 0)
        throw badRequest(`Parameters required: (${listed(missing)}) for key: '${where}'`);
};
/** The list of objects that a part of a patch is; empty without that part. */
const objects = (value, where) => {
    if (value === undefined)
        return [];
    if (isArray(value) && value.every(isObject))
        return value;
    throw badRequest(`Invalid parameters: ('${where}') for key: 'collection'`);
};
/** 400 for a part that is missing, in the given words. */
const missingIn = (message, name) => refuse({ status: 400, name: 'paramMissingError', message, details: { param: name } });
const checkAuth = (auth) => {
    if (auth === undefined)
        return;
    const type = stringAt(auth, 'type') ?? '';
    if (!authTypes.includes(type))
        throw badRequest(`Invalid parameters: ('${type}') for key: 'collection.auth.type'`);
    if (isObject(auth) && auth[type] !== undefined)
        return;
    throw missingIn(`The key '${type}' must be present in 'collection.auth' when 'type' is '${type}'.`, type);
};
const checkInfo = (info) => {
    if (info === undefined)
        return;
    if (!isObject(info))
        throw badRequest("Invalid parameters: ('info') for key: 'collection'");
    checkMembers(info, { where: 'collection.info', names: ['name', 'description'] });
    checkTexts(info, 'collection.info', ['name', 'description']);
};
const checkEvent = (event) => {
    const [names, where] = [['listen', 'script'], 'collection.events'];
    checkMembers(event, { where, names, required: names });
    if (!['test', 'prerequest'].includes(String(event.listen))) {
        throw badRequest(`Invalid parameters: ('${String(event.listen)}') for key: '${where}.listen'`);
    }
    checkScript(json_objectAt(event, 'script'), `${where}.script`);
};
const checkScript = (script, where) => {
    const names = ['id', 'type', 'exec'];
    checkMembers(script, { where, names, required: names });
    checkTexts(script, where, ['id', 'type']);
    if (isArray(script.exec) && script.exec.every((line) => typeof line === 'string'))
        return;
    throw badRequest(`Invalid parameters: ('exec') for key: '${where}'`);
};
const variableNames = ['key', 'value', 'disabled', 'description', 'enabled', 'type', 'secret', 'source'];
/** Refuses a patch with members that the operation does not name, with wrong types, or without anything in it. */
const checkPatch = (patch) => {
    if (Object.keys(patch).length === 0)
        throw missingIn("'info' key is mandatory when 'collection' is empty.", 'info');
    checkMembers(patch, { where: 'collection', names: parts });
    checkInfo(patch.info);
    for (const variable of objects(patch.variable, 'variable')) {
        const required = variable.secret === true ? ['key'] : ['key', 'value'];
        checkMembers(variable, { where: 'collection.variables', names: variableNames, required });
        checkTexts(variable, 'collection.variables', ['key', 'description']);
    }
    for (const event of objects(patch.events, 'events'))
        checkEvent(event);
    checkAuth(patch.auth);
};

;// CONCATENATED MODULE: ./build/emulator/routes/collection-patch.js







/** Entries of `added` take the place of those with the same key; the others stay. */
const merged = (before, added, key) => {
    const kept = isArray(before) ? before.filter(isObject) : [];
    const renewed = kept.map((entry) => added.find((each) => each[key] === entry[key]) ?? entry);
    return [...renewed, ...added.filter((each) => !kept.some((entry) => entry[key] === each[key]))];
};
const patched = (record, patch, { userId, now }) => {
    const { body } = record;
    const info = {
        ...json_objectAt(body, 'info'),
        ...json_objectAt(patch, 'info'),
        updatedAt: now,
        lastUpdatedBy: String(userId),
    };
    const variables = objects(patch.variable, 'variable');
    const events = objects(patch.events, 'events');
    const changed = {
        ...body,
        info,
        ...(variables.length > 0 ? { variable: merged(body.variable, variables, 'key') } : {}),
        ...(events.length > 0 ? { event: merged(body.event, events, 'listen') } : {}),
        ...(patch.auth === undefined ? {} : { auth: patch.auth }),
    };
    return {
        ...record,
        name: stringAt(info, 'name') ?? record.name,
        updatedAt: now,
        lastUpdatedBy: userId,
        body: changed,
    };
};
/** Only one PATCH of a collection at a time: the later one is cancelled while the first is under way. */
const patchCollection = async (call) => {
    const { world } = call;
    const { id } = idleCollectionOf(call);
    const patch = isObject(call.body) ? call.body.collection : undefined;
    if (!isObject(patch))
        throw missingIn("The 'collection' key is missing in the request.", 'collection');
    checkPatch(patch);
    if (world.patching.has(id)) {
        const detail = 'Another update of this collection is in progress; this one was cancelled.';
        throw refuseProblem({ status: 409, slug: 'conflict', title: 'Conflict', detail });
    }
    world.patching.add(id);
    await (0,promises_.setTimeout)(world.profile.patchMs);
    world.patching.delete(id);
    const next = patched(idleCollectionOf(call), patch, { userId: call.user.id, now: isoNow(world) });
    saveCollection(world.store, next, call.lag.read);
    const description = json_objectAt(next.body, 'info').description;
    return ok({ collection: { id, name: next.name, ...(description === undefined ? {} : { description }) } });
};

;// CONCATENATED MODULE: ./build/emulator/routes/collections-list.js


const summary = (record) => ({
    id: record.id,
    name: record.name,
    owner: String(record.owner),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    uid: record.uid,
    ...(record.fork ? { fork: record.fork } : {}),
    isPublic: false,
});
const whole = (query, name, fallback) => {
    const text = query.get(name);
    const value = text === null ? fallback : Number(text);
    if (!Number.isInteger(value) || value < 0)
        throw badRequest(`Query param ${name} must be a non-negative integer.`);
    return value;
};
/** Lists what the caller sees. With `limit` or `offset` there is a `meta`, and `name` does not filter. */
const listCollections = (call) => {
    const { query } = call;
    const name = query.get('name');
    const visible = inScope(call);
    const found = call.world.store.collections.list(visible);
    if (!query.has('limit') && !query.has('offset')) {
        return ok({ collections: found.filter((record) => name === null || record.name === name).map(summary) });
    }
    const offset = whole(query, 'offset', 0);
    const limit = whole(query, 'limit', found.length);
    return ok({
        collections: found.slice(offset, offset + limit).map(summary),
        meta: { total: found.length, offset, limit },
    });
};

;// CONCATENATED MODULE: ./build/emulator/routes/collections.js











const brief = ({ id, name, uid }) => ({ id, name, uid });
const get = (call) => {
    const record = call.world.store.collections.read(param(call, 'collectionId'));
    if (!record || !visibleWorkspace(call, record.workspaceId)) {
        throw refuse({
            status: 400,
            name: 'instanceNotFoundError',
            message: 'We could not find the collection you are looking for',
        });
    }
    return ok({ collection: call.query.get('model') === 'minimal' ? minimal(record.body) : record.body });
};
/** Ids that came along are refused when they are taken, and replaced by new ones otherwise. */
const create = (call) => {
    const { store } = call.world;
    const collection = suppliedCollection(call);
    const givenId = stringAt(json_objectAt(collection, 'info'), '_postman_id');
    if (givenId !== undefined && store.collections.find(givenId))
        throw alreadyExists('collection', givenId);
    const taken = foreignId(store, collection, { refuse: 'known' });
    if (taken !== undefined)
        throw alreadyExists('item', taken);
    const birth = { userId: call.user.id, workspaceId: workspaceForNew(call) };
    const record = newCollection(call.world, collection, birth);
    saveCollection(store, record, call.lag.list);
    return ok({ collection: brief(record) });
};
const putNow = (call, record) => {
    const { store, profile } = call.world;
    const content = suppliedCollection(call);
    checkSameId(record, content);
    const foreign = foreignId(store, content, { ownId: record.id, refuse: profile.foreignIds });
    if (foreign !== undefined)
        throw alreadyExists('item', foreign);
    const next = replacedCollection(call.world, record, { content, userId: call.user.id });
    saveCollection(store, next, call.lag.read);
    return ok({ collection: brief(next) });
};
const putLater = (call, record) => {
    const collection = suppliedForLater(call);
    checkSameId(record, collection);
    const task = startTask(call.world, {
        id: (0,external_node_crypto_.randomUUID)(),
        kind: 'collection-update',
        userId: call.user.id,
        collectionId: record.id,
        input: { collection },
    });
    return { status: 202, body: { task: { id: task.id, status: 'in-progress' } } };
};
const put = (call) => {
    const record = idleCollectionOf(call);
    const asynchronous = (call.headers.get('prefer') ?? '').includes('respond-async');
    return asynchronous ? putLater(call, record) : putNow(call, record);
};
/** Monitors of the collection go with it; its mocks stay, but answer no more. */
const remove = (call) => {
    const { store } = call.world;
    const record = collectionOf(call);
    removeCollection(store, record);
    for (const mock of store.mocks.all()) {
        if (mock.collection === record.uid)
            store.mocks.replace({ ...mock, deactivated: true }, 0);
    }
    for (const monitor of store.monitors.all()) {
        if (monitor.collectionUid === record.uid)
            store.monitors.remove(monitor.id);
    }
    return ok({ collection: { id: record.id, uid: record.uid } });
};
/** Collections: list, create, read, replace, rename, delete. */
const collectionRoutes = [
    { method: 'GET', path: '/collections', bucket: 'collections-list', answer: listCollections },
    { method: 'POST', path: '/collections', answer: create },
    { method: 'GET', path: '/collections/:collectionId', complaints: 'problem', answer: get },
    { method: 'PUT', path: '/collections/:collectionId', complaints: 'problem', answer: put },
    { method: 'PATCH', path: '/collections/:collectionId', answer: patchCollection },
    { method: 'DELETE', path: '/collections/:collectionId', answer: remove },
];

;// CONCATENATED MODULE: ./build/emulator/routes/environments.js





const longestDescription = 512;
/** The environment of the path as writes see it; 404 when there is none. */
const environmentOf = (call) => {
    const record = call.world.store.environments.find(param(call, 'environmentId'));
    if (record && visibleWorkspace(call, record.workspaceId))
        return record;
    const message = 'The specified environment does not exist.';
    throw refuse({ status: 404, type: 'problem', name: 'instanceNotFoundError', message });
};
const badValue = (message) => refuse({ status: 400, name: 'malformedRequestError', message });
const typeName = (value) => {
    if (value === null)
        return 'null';
    return isArray(value) ? 'array' : typeof value;
};
const checkedMembers = [
    ['key', 'string'],
    ['value', 'string'],
    ['enabled', 'boolean'],
    ['type', 'string'],
    ['description', 'string'],
];
/** One variable, with what Postman fills in; types that only exports have become `default`. */
const checkedValue = (value, path) => {
    if (!isObject(value))
        throw badValue(`Invalid type: ${typeName(value)} (expected object) at ${path}`);
    for (const [member, expected] of checkedMembers) {
        const found = value[member];
        if (found === undefined || typeName(found) === expected)
            continue;
        throw badValue(`Invalid type: ${typeName(found)} (expected ${expected}) at ${path}.${member}`);
    }
    if ((stringAt(value, 'description') ?? '').length > longestDescription) {
        throw badValue(`The description must not exceed ${longestDescription} characters at ${path}.description`);
    }
    return { enabled: true, ...value, type: value.type === 'secret' ? 'secret' : 'default' };
};
const checkedValues = (environment) => {
    const { values = [] } = environment;
    if (!isArray(values))
        throw badValue(`Invalid type: ${typeName(values)} (expected array) at environment.values`);
    return values.map((value, index) => checkedValue(value, `environment.values.${index}`));
};
/** The environment in the body and its name; a replacement without a name keeps the one before. */
const supplied = (call, nameBefore) => {
    const environment = isObject(call.body) ? call.body.environment : undefined;
    if (!isObject(environment))
        throw malformed('environment', [": must have required property 'environment'"]);
    const { name = nameBefore } = environment;
    if (name === undefined)
        throw malformed('environment', ["environment: must have required property 'name'"]);
    if (typeof name !== 'string')
        throw badValue(`Invalid type: ${typeName(name)} (expected string) at environment.name`);
    return { environment, name };
};
const environments_brief = ({ id, name, uid }) => ({ id, name, uid });
/** The environment as `GET` and `PATCH` show it; only one of them adds the uid. */
const described = (record) => ({
    id: record.id,
    name: record.name,
    owner: String(record.owner),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    values: record.values,
});
const list = (call) => ok({
    environments: call.world.store.environments.list(inScope(call)).map((record) => ({
        id: record.id,
        name: record.name,
        createdAt: record.createdAt,
        updatedAt: record.updatedAt,
        owner: String(record.owner),
        uid: record.uid,
        isPublic: false,
    })),
});
const environments_get = (call) => {
    const record = call.world.store.environments.read(param(call, 'environmentId'));
    if (record && visibleWorkspace(call, record.workspaceId)) {
        return ok({ environment: { ...described(record), isPublic: false } });
    }
    const message = 'We could not find the environment you are looking for';
    throw refuse({ status: 400, name: 'instanceNotFoundError', message });
};
const environments_create = (call) => {
    const { environment, name } = supplied(call);
    const id = (0,external_node_crypto_.randomUUID)();
    const now = isoNow(call.world);
    const record = {
        id,
        uid: `${call.user.id}-${id}`,
        owner: call.user.id,
        workspaceId: workspaceForNew(call),
        name,
        createdAt: now,
        updatedAt: now,
        values: checkedValues(environment),
    };
    call.world.store.environments.add(record, call.lag.list);
    return ok({ environment: environments_brief(record) });
};
/** Replaces everything: absent `values` clear all variables. */
const environments_put = (call) => {
    const record = environmentOf(call);
    const { environment, name } = supplied(call, record.name);
    const values = checkedValues(environment);
    const next = { ...record, name, values, updatedAt: isoNow(call.world) };
    call.world.store.environments.replace(next, call.lag.read);
    return ok({ environment: environments_brief(next) });
};
const environments_remove = (call) => {
    const { store } = call.world;
    const record = environmentOf(call);
    store.environments.remove(record.id);
    for (const mock of store.mocks.all()) {
        if (mock.environment === record.uid)
            store.mocks.replace({ ...mock, deactivated: true }, 0);
    }
    return ok({ environment: { id: record.id, uid: record.uid } });
};
/** Environments: list, create, read, replace, delete. */
const environmentRoutes = [
    { method: 'GET', path: '/environments', answer: list },
    { method: 'POST', path: '/environments', complaints: 'problem', answer: environments_create },
    { method: 'GET', path: '/environments/:environmentId', complaints: 'problem', answer: environments_get },
    { method: 'PUT', path: '/environments/:environmentId', complaints: 'problem', answer: environments_put },
    { method: 'DELETE', path: '/environments/:environmentId', answer: environments_remove },
];

;// CONCATENATED MODULE: ./build/emulator/routes/environment-patch.js




const variableMembers = ['key', 'value', 'type', 'enabled', 'description', 'secret', 'source'];
const bad = (call, detail) => refuseProblem({ status: 400, slug: 'bad-request', title: 'Bad Request', detail, instance: call.path });
const invalidPath = (call) => bad(call, 'Invalid path in JSON Patch operation');
const noSuchPath = (call) => bad(call, 'Cannot perform the operation at a path that does not exist');
const isOp = (op) => op === 'add' || op === 'replace' || op === 'remove';
const patchesOf = (call) => {
    if (!isArray(call.body))
        throw bad(call, 'Patch sequence must be an array');
    return call.body.map((entry) => {
        const path = stringAt(entry, 'path');
        if (!isObject(entry) || path === undefined)
            throw invalidPath(call);
        const { op, value } = entry;
        if (!isOp(op))
            throw bad(call, `The operation '${String(op)}' is not supported`);
        if (op !== 'remove' && (value === undefined || value === null)) {
            throw bad(call, 'Patch operations with empty value are not supported');
        }
        return { op, path, value };
    });
};
const typeOfMember = (member) => {
    if (member === 'enabled' || member === 'secret')
        return 'boolean';
    return member === 'source' ? 'object' : 'string';
};
const checkMember = (call, { path, value }, member) => {
    const expected = typeOfMember(member);
    if (typeof value !== expected)
        throw bad(call, [`${path}: must be a ${expected}`]);
};
const checkVariable = (call, patch) => {
    if (!isObject(patch.value))
        throw bad(call, [`${patch.path}: must be an object`]);
    for (const [member, value] of Object.entries(patch.value)) {
        checkMember(call, { ...patch, path: `${patch.path}/${member}`, value }, member);
    }
    return { type: 'default', enabled: true, ...patch.value };
};
const patchVariable = (call, draft, { patch, index }) => {
    const { values } = draft;
    // JSON Patch inserts with "add", where the end of the list is a place too.
    if (patch.op === 'add' ? index > values.length : index >= values.length)
        throw noSuchPath(call);
    const variable = patch.op === 'remove' ? [] : [checkVariable(call, patch)];
    return { ...draft, values: values.toSpliced(index, patch.op === 'add' ? 0 : 1, ...variable) };
};
const patchMember = (call, draft, { patch, index, member }) => {
    const variable = draft.values[index];
    if (!variableMembers.includes(member))
        throw invalidPath(call);
    if (!variable || (patch.op !== 'add' && variable[member] === undefined))
        throw noSuchPath(call);
    if (patch.op !== 'remove')
        checkMember(call, patch, member);
    const changed = patch.op === 'remove' ? without(variable, member) : { ...variable, [member]: patch.value };
    return { ...draft, values: draft.values.with(index, changed) };
};
const apply = (call, draft, patch) => {
    if (patch.path === '/name') {
        if (patch.op === 'remove')
            throw invalidPath(call);
        if (typeof patch.value !== 'string')
            throw bad(call, ['/name: must be a string']);
        return { ...draft, name: patch.value };
    }
    const parts = /^\/values\/(\d+|-)(?:\/([^/]+))?$/.exec(patch.path);
    if (!parts)
        throw invalidPath(call);
    const index = parts[1] === '-' ? draft.values.length : Number(parts[1]);
    const [, , member] = parts;
    return member === undefined
        ? patchVariable(call, draft, { patch, index })
        : patchMember(call, draft, { patch, index, member });
};
/** JSON Patch, all of it or nothing. Postman documents one kind of operation a call, yet mixes remove and add itself. */
const patchEnvironment = (call) => {
    const record = environmentOf(call);
    const patches = patchesOf(call);
    const ops = patches.map(({ op }) => op);
    if (ops.includes('add') && ops.includes('replace')) {
        throw bad(call, 'Only one type of operation can be performed at a time');
    }
    const draft = patches.reduce((before, patch) => apply(call, before, patch), record);
    const next = { ...record, name: draft.name, values: draft.values, updatedAt: isoNow(call.world) };
    call.world.store.environments.replace(next, call.lag.read);
    return ok({ environment: { ...described(next), uid: next.uid } });
};
/** Changes to parts of an environment. */
const environmentPatchRoutes = [
    { method: 'PATCH', path: '/environments/:environmentId', complaints: 'problem', answer: patchEnvironment },
];

;// CONCATENATED MODULE: ./build/emulator/routes/globals.js




const workspaceOf = (call) => {
    const workspace = visibleWorkspace(call, param(call, 'workspaceId'));
    if (!workspace)
        throw missingWorkspace();
    return workspace;
};
const globals_get = (call) => ok({ values: workspaceOf(call).globals });
/** Replaces them all: a body without `values` is refused rather than taken for "none". */
const globals_put = (call) => {
    const workspace = workspaceOf(call);
    const values = isObject(call.body) ? call.body.values : undefined;
    if (!isArray(values)) {
        throw refuseProblem({
            status: 400,
            slug: 'bad-request',
            title: 'Bad Request',
            detail: "'values' must be an array of variables",
        });
    }
    const globals = values.map((value, index) => checkedValue(value, `values.${index}`));
    call.world.store.workspaces.set(workspace.id, { ...workspace, globals, updatedAt: isoNow(call.world) });
    return ok({ values: globals });
};
/** The global variables of a workspace. */
const globalsRoutes = [
    { method: 'GET', path: '/workspaces/:workspaceId/global-variables', answer: globals_get },
    { method: 'PUT', path: '/workspaces/:workspaceId/global-variables', complaints: 'problem', answer: globals_put },
];

;// CONCATENATED MODULE: ./build/emulator/routes/me.js


const unlimited = 99_999_999;
const teamId = 4711;
const operation = (name, limit, usage) => ({
    name,
    limit,
    usage,
    overage: Math.max(0, usage - limit),
});
/** What the account used this month; the last three are the emulator's real counters. */
const operations = (world) => {
    const usage = usageNow(world.store, world.now());
    const { profile } = world;
    return [
        operation('api_object_usage', unlimited, 0),
        operation('collection_run_limit', unlimited, 0),
        operation('file_storage_limit', 1, 0.28),
        ...(profile.account === 'free' ? [operation('flow_count', 5, 0)] : []),
        operation('flow_requests', 1_000_000, 0),
        operation('performance_test_limit', unlimited, 0),
        operation('reusable_packages', 100, 0),
        operation('test_data_retrieval', 1_000, 0),
        operation('test_data_storage', 10, 0.001),
        operation('mock_usage', 1_000_000, usage.mockCalls),
        operation('monitor_request_runs', profile.monitorQuota, usage.monitorRequests),
        operation('api_usage', profile.quota, usage.apiCalls),
    ];
};
const team = (inTeam) => inTeam
    ? { teamId, teamName: 'Emulated Team', teamDomain: 'emulated-team' }
    : { teamId: 0, teamName: '', teamDomain: '' };
const describeUser = (user, account) => {
    const service = account === 'service-account';
    return {
        id: user.id,
        sub: user.sub,
        username: service ? null : user.username,
        email: service ? null : user.email,
        fullName: user.fullName,
        avatar: null,
        isPublic: false,
        emailVerified: true,
        ...team(account !== 'no-team'),
        roles: account === 'guest' ? ['guest'] : ['user', 'flow-editor'],
    };
};
const me = ({ user, world }) => ok({
    user: describeUser(user, world.profile.account),
    ...(world.profile.account === 'guest' ? {} : { operations: operations(world) }),
});
/** Whose key it is, and what is used of its plan. */
const meRoutes = [{ method: 'GET', path: '/me', answer: me }];

;// CONCATENATED MODULE: ./build/emulator/routes/mocks.js






const changeable = ['environment', 'private', 'name', 'config', 'collection'];
const usualConfig = {
    headers: [],
    matchBody: false,
    matchQueryParams: true,
    matchWildcards: true,
    delay: null,
    serverResponseId: '',
};
const mockOf = (call) => {
    const record = call.world.store.mocks.find(param(call, 'mockId'));
    if (record && visibleWorkspace(call, record.workspaceId))
        return record;
    const message = 'The specified mock does not exist.';
    throw refuse({ status: 404, name: 'instanceNotFoundError', message, details: {} });
};
const mocks_described = (world, record) => ({
    id: record.id,
    owner: String(record.owner),
    uid: record.uid,
    collection: record.collection,
    mockUrl: `${world.url()}/__mocks/${record.id}`,
    name: record.name,
    config: record.config,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    ...(record.environment === undefined ? {} : { environment: record.environment }),
});
const withState = (world, record) => ({
    ...mocks_described(world, record),
    isPublic: record.isPublic,
    deactivated: record.deactivated,
});
const mocks_supplied = (call) => {
    if (!isObject(call.body) || !isObject(call.body.mock))
        throw missingParam(['mock']);
    return call.body.mock;
};
/** Bare ids are refused here, as are things the caller cannot read. */
const servedUid = (call, mock, member) => {
    const uid = stringAt(mock, member);
    if (uid === undefined)
        return undefined;
    const record = isUid(uid) ? call.world.store[`${member}s`].find(uid) : undefined;
    if (!record || !visibleWorkspace(call, record.workspaceId))
        throw forbidden();
    return uid;
};
/** Of the configuration only the answer that is given to everything can be set; `null` takes it back. */
const suppliedConfig = (mock) => {
    const { serverResponseId } = json_objectAt(mock, 'config');
    if (serverResponseId === undefined)
        return {};
    if (serverResponseId === null || typeof serverResponseId === 'string')
        return { serverResponseId };
    const message = 'The request had invalid parameters';
    throw refuse({ status: 400, name: 'invalidParamsError', message, details: { param: 'config.serverResponseId' } });
};
const mocks_list = (call) => {
    const scope = inScope(call);
    const own = !call.query.has('workspace') && !call.query.has('teamId');
    const found = call.world.store.mocks.list((record) => scope(record) && !record.deactivated && (!own || record.owner === call.user.id));
    return ok({ mocks: found.map((record) => withState(call.world, record)) });
};
const mocks_create = (call) => {
    const mock = mocks_supplied(call);
    const collection = servedUid(call, mock, 'collection');
    if (collection === undefined)
        throw missingParam(['collection']);
    const environment = servedUid(call, mock, 'environment');
    const now = isoNow(call.world);
    const id = (0,external_node_crypto_.randomUUID)();
    const record = {
        id,
        uid: `${call.user.id}-${id}`,
        owner: call.user.id,
        workspaceId: workspaceForNew(call),
        name: stringAt(mock, 'name') ?? call.world.store.collections.find(collection)?.name ?? '',
        createdAt: now,
        updatedAt: now,
        collection,
        ...(environment === undefined ? {} : { environment }),
        isPublic: mock.private !== true,
        deactivated: false,
        config: usualConfig,
    };
    call.world.store.mocks.add(record, call.lag.list);
    return ok({ mock: mocks_described(call.world, record) });
};
const mocks_get = (call) => ok({ mock: withState(call.world, mockOf(call)) });
const mocks_put = (call) => {
    const record = mockOf(call);
    const mock = mocks_supplied(call);
    if (!changeable.some((member) => mock[member] !== undefined))
        throw nothingToChange();
    const collection = servedUid(call, mock, 'collection');
    const environment = servedUid(call, mock, 'environment');
    const next = {
        ...record,
        name: stringAt(mock, 'name') ?? record.name,
        ...(environment === undefined ? {} : { environment }),
        // A mock that is given a living collection answers again.
        ...(collection === undefined ? {} : { collection, deactivated: false }),
        isPublic: typeof mock.private === 'boolean' ? !mock.private : record.isPublic,
        config: { ...record.config, ...suppliedConfig(mock) },
        updatedAt: isoNow(call.world),
    };
    call.world.store.mocks.replace(next, call.lag.read);
    return ok({ mock: mocks_described(call.world, next) });
};
const nothingToChange = () => refuse({
    status: 400,
    name: 'paramMissingError',
    message: 'At least one parameter must be provided.',
    details: { param: changeable.join(', ') },
});
const mocks_remove = (call) => {
    const record = mockOf(call);
    call.world.store.mocks.remove(record.id);
    return ok({ mock: { id: record.id, uid: record.uid } });
};
const publishing = (isPublic) => (call) => {
    const record = mockOf(call);
    if (record.isPublic === isPublic) {
        throw refuse(isPublic
            ? { status: 400, name: 'mockAlreadyPublishedError', message: 'This mock is already public.' }
            : { status: 400, name: 'mockAlreadyUnpublishedError', message: 'This mock has already been deleted.' });
    }
    call.world.store.mocks.replace({ ...record, isPublic, updatedAt: isoNow(call.world) }, 0);
    return ok({ mock: { id: record.id } });
};
/** Mock servers. */
const mockRoutes = [
    { method: 'GET', path: '/mocks', answer: mocks_list },
    { method: 'POST', path: '/mocks', complaints: 'problem', answer: mocks_create },
    { method: 'GET', path: '/mocks/:mockId', answer: mocks_get },
    { method: 'PUT', path: '/mocks/:mockId', answer: mocks_put },
    { method: 'DELETE', path: '/mocks/:mockId', answer: mocks_remove },
    { method: 'POST', path: '/mocks/:mockId/publish', answer: publishing(true) },
    { method: 'DELETE', path: '/mocks/:mockId/unpublish', answer: publishing(false) },
];

// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(55814);
;// CONCATENATED MODULE: ./build/emulator/monitors/schedule.js

const shortestGapMs = 5 * 60_000;
const checkedRuns = 60;
/** Whether the name is one of the IANA time zones. */
const isTimezone = (timezone) => {
    try {
        new Intl.DateTimeFormat('en', { timeZone: timezone });
        return true;
    }
    catch {
        return false;
    }
};
const schedule_parse = (cron, timezone) => {
    if (![5, 6].includes(cron.trim().split(/\s+/).length))
        return undefined;
    try {
        return new croner/* Cron */.l4(cron, { timezone, paused: true });
    }
    catch {
        return undefined;
    }
};
/** Whether Postman takes the pattern: readable, sometimes due, and never more often than every five minutes. */
const isAllowedCron = (cron, { timezone, now }) => {
    const runs = schedule_parse(cron, timezone)?.nextRuns(checkedRuns, new Date(now)) ?? [];
    return (runs.length > 0 && runs.every((run, index) => run.getTime() - (runs[index - 1]?.getTime() ?? 0) >= shortestGapMs));
};
/** The way Postman gives it back: with a field for the seconds in front. */
const sixFields = (cron) => {
    const fields = cron.trim().split(/\s+/);
    return fields.length === 5 ? ['0', ...fields].join(' ') : fields.join(' ');
};
/** ISO time of the next run; undefined when there is none. */
const nextRun = (cron, { timezone, now }) => schedule_parse(cron, timezone)?.nextRun(new Date(now))?.toISOString();

;// CONCATENATED MODULE: ./build/emulator/monitors/check.js



const regions = [
    'us-east',
    'us-west',
    'ap-southeast',
    'ca-central',
    'eu-central',
    'sa-east',
    'uk',
    'us-east-staticip',
    'us-west-staticip',
];
const longestMs = 900_000;
const invalidParam = (param) => refuse({
    status: 400,
    name: 'invalidParamsError',
    message: 'The request had invalid parameters',
    details: { param },
});
const cronRefused = (pattern) => refuse({
    status: 400,
    name: 'cronPatternNotAllowedError',
    message: 'Invalid cron pattern. Enter a valid cron pattern, such as "0 17 * * *"',
    details: { pattern },
});
/** The schedule as it is kept; what the body leaves out comes from `before`. */
const checkedSchedule = (monitor, { before, now }) => {
    const { cron, timezone } = { timezone: 'UTC', ...before, ...json_objectAt(monitor, 'schedule') };
    if (cron === undefined || cron === null)
        throw missingParam(['cron']);
    if (typeof timezone !== 'string' || !isTimezone(timezone))
        throw invalidParam('schedule.timezone');
    if (typeof cron !== 'string' || !isAllowedCron(cron, { timezone, now }))
        throw cronRefused(cron);
    return { cron: sixFields(cron), timezone };
};
const between = (value, min, max) => value === undefined || (typeof value === 'number' && value >= min && value <= max);
const booleanOrNone = (value) => value === undefined || typeof value === 'boolean';
const objectOrNone = (value) => value === undefined || value === null || isObject(value);
const emails = (list) => list === undefined || (isArray(list) && list.every((each) => (stringAt(each, 'email') ?? '').includes('@')));
const knownRegions = (list) => list === undefined ||
    (isArray(list) && list.every((each) => isObject(each) && regions.some((region) => region === each.region)));
/** Checks every setting besides name, schedule and what the monitor watches. */
const checkSettings = (monitor) => {
    const options = json_objectAt(monitor, 'options');
    const notifications = json_objectAt(monitor, 'notifications');
    if (monitor.active !== undefined && typeof monitor.active !== 'boolean')
        throw badRequest('Active must be a boolean.');
    const checks = [
        ...['options', 'retry', 'notifications', 'schedule'].map((name) => [name, objectOrNone(monitor[name])]),
        ['name', monitor.name === undefined || typeof monitor.name === 'string'],
        ['notificationLimit', between(monitor.notificationLimit, 1, 99)],
        ['retry.attempts', between(json_objectAt(monitor, 'retry').attempts, 1, 2)],
        // The documentation says 1 at least; 0 is what the app sends for "none", so it is let through.
        ['options.requestTimeout', between(options.requestTimeout, 0, longestMs)],
        ['options.requestDelay', between(options.requestDelay, 0, longestMs)],
        ['options.strictSSL', booleanOrNone(options.strictSSL)],
        ['options.followRedirects', booleanOrNone(options.followRedirects)],
        ['distribution', knownRegions(monitor.distribution)],
        ['notifications.onError', emails(notifications.onError)],
        ['notifications.onFailure', emails(notifications.onFailure)],
    ];
    const wrong = checks.find(([, fine]) => !fine);
    if (wrong)
        throw invalidParam(wrong[0]);
};

;// CONCATENATED MODULE: ./build/emulator/routes/monitor-view.js


const lastRun = ({ status, startedAt, finishedAt, jobId, stats }) => ({
    status,
    startedAt,
    finishedAt,
    jobId,
    stats,
});
const defaultOptions = { strictSSL: false, followRedirects: true };
const defaultNotifications = { onError: [], onFailure: [] };
/** A monitor as `GET /monitors/{id}` shows it, with the cron pattern in its six-field form. */
const describeMonitor = (world, record) => {
    const { runs, settings, schedule } = record;
    const next = record.active ? nextRun(schedule.cron, { timezone: schedule.timezone, now: world.now() }) : undefined;
    const [latest] = runs;
    return {
        id: record.id,
        name: record.name,
        uid: record.uid,
        owner: record.owner,
        active: record.active,
        ...settings,
        collectionUid: record.collectionUid,
        ...(record.environmentUid === undefined ? {} : { environmentUid: record.environmentUid }),
        ...(latest ? { jobId: latest.jobId } : {}),
        options: { ...defaultOptions, ...json_objectAt(settings, 'options') },
        notifications: { ...defaultNotifications, ...json_objectAt(settings, 'notifications') },
        distribution: isArray(settings.distribution) ? settings.distribution : [],
        schedule: { ...schedule, ...(next === undefined ? {} : { nextRun: next }) },
        ...(latest ? { lastRun: lastRun(latest) } : {}),
    };
};

;// CONCATENATED MODULE: ./build/emulator/routes/monitors-list.js



const mostPerPage = 25;
const monitors_list_summary = (record) => ({
    id: record.id,
    name: record.name,
    active: record.active,
    uid: record.uid,
    owner: record.owner,
    collectionUid: record.collectionUid,
    ...(record.environmentUid === undefined ? {} : { environmentUid: record.environmentUid }),
});
const pageSize = (text) => {
    const limit = text === null ? mostPerPage : Number(text);
    if (!Number.isInteger(limit) || limit < 1)
        throw badRequest('Query param limit must be a positive integer.');
    if (limit > mostPerPage)
        throw badRequest('Query param limit cannot exceed 25.');
    return limit;
};
const matches = ({ query }) => {
    const [active, owner] = [query.get('active'), query.get('owner')];
    if (active !== null && !['true', 'false'].includes(active))
        throw badRequest('Active must be a boolean.');
    if (owner !== null && !/^\d+$/.test(owner))
        throw badRequest('Owner user ID must be an integer.');
    return (record) => [null, String(record.active)].includes(active) &&
        [null, String(record.owner)].includes(owner) &&
        [null, record.collectionUid].includes(query.get('collectionUid')) &&
        [null, record.environmentUid].includes(query.get('environmentUid'));
};
/** Pages of at most 25; the cursor of the last page is an empty string. */
const listMonitors = (call) => {
    const limit = pageSize(call.query.get('limit'));
    const start = offsetOf(call.query.get('cursor'));
    const fits = matches(call);
    const visible = inScope(call);
    const found = call.world.store.monitors.list((record) => visible(record) && fits(record));
    const more = start + limit < found.length;
    return ok({
        monitors: found.slice(start, start + limit).map(monitors_list_summary),
        meta: { nextCursor: more ? cursorAt(start + limit) : '', limit },
    });
};

;// CONCATENATED MODULE: ./build/emulator/routes/monitors.js








const monitors_notFound = (message) => refuse({ status: 404, name: 'instanceNotFoundError', message });
/** The monitor of the path as writes see it; 404 when there is none. */
const monitorOf = (call) => {
    const record = call.world.store.monitors.find(param(call, 'monitorId'));
    if (record && visibleWorkspace(call, record.workspaceId))
        return record;
    throw monitors_notFound('The specified monitor does not exist.');
};
const monitors_supplied = (call) => {
    const monitor = isObject(call.body) ? call.body.monitor : undefined;
    if (!isObject(monitor))
        throw missingParam(['monitor']);
    return monitor;
};
const invalidUid = (member) => refuse({
    status: 400,
    name: 'invalidUidError',
    message: `The ${member} is not a valid ID. Use the UID, which begins with the owner's id.`,
    details: { param: [member] },
});
/** The uid of something the caller can read; bare ids are not enough here. */
const watchedUid = (call, monitor, member) => {
    const uid = monitor[member];
    if (uid === undefined || uid === null)
        return undefined;
    if (typeof uid !== 'string' || !isUid(uid))
        throw invalidUid(member);
    const record = call.world.store[`${member}s`].find(uid);
    if (!record || !visibleWorkspace(call, record.workspaceId))
        throw forbidden();
    return uid;
};
const workspaceId = (call) => {
    const id = call.query.get('workspace');
    if (id !== null && id.length !== 36)
        throw badRequest(`Workspace ID must be 36 characters (${id.length}).`);
    const workspace = targetWorkspace(call);
    if (!workspace)
        throw monitors_notFound('Workspace not found');
    return workspace.id;
};
const settingNames = ['options', 'retry', 'notifications', 'distribution', 'notificationLimit'];
/** What is kept as it was sent; members that monitors do not have are forgotten. */
const settingsOf = (monitor) => Object.fromEntries(Object.entries(monitor).filter(([name, value]) => settingNames.includes(name) && value !== null));
const monitors_brief = ({ id, name, active, uid }) => ({ id, name, active, uid });
const monitors_create = (call) => {
    const monitor = monitors_supplied(call);
    const name = stringAt(monitor, 'name');
    if (name === undefined)
        throw missingParam(['name']);
    const collectionUid = watchedUid(call, monitor, 'collection');
    if (collectionUid === undefined)
        throw missingParam(['collection']);
    const environmentUid = watchedUid(call, monitor, 'environment');
    checkSettings(monitor);
    const now = isoNow(call.world);
    const id = (0,external_node_crypto_.randomUUID)();
    const record = {
        id,
        uid: `${call.user.id}-${id}`,
        owner: call.user.id,
        workspaceId: workspaceId(call),
        name,
        createdAt: now,
        updatedAt: now,
        collectionUid,
        ...(environmentUid === undefined ? {} : { environmentUid }),
        active: monitor.active !== false,
        settings: settingsOf(monitor),
        schedule: checkedSchedule(monitor, { now: call.world.now() }),
        runs: [],
    };
    call.world.store.monitors.add(record, call.lag.list);
    return ok({ monitor: monitors_brief(record) });
};
const monitors_get = (call) => {
    const record = call.world.store.monitors.read(param(call, 'monitorId'));
    if (!record || !visibleWorkspace(call, record.workspaceId))
        throw monitors_notFound('The specified monitor does not exist.');
    return ok({ monitor: describeMonitor(call.world, record) });
};
const refuseWatched = (monitor) => {
    const fixed = ['collection', 'environment'].filter((member) => monitor[member] !== undefined);
    if (fixed.length === 0)
        return;
    throw refuse({
        status: 400,
        name: 'parameterNotAllowedError',
        message: 'The specified parameter cannot be updated.',
        details: { param: fixed },
    });
};
/** Takes a part of the settings as well; what is left out stays. */
const monitors_put = (call) => {
    const record = monitorOf(call);
    const monitor = monitors_supplied(call);
    refuseWatched(monitor);
    checkSettings(monitor);
    const next = {
        ...record,
        name: stringAt(monitor, 'name') ?? record.name,
        active: typeof monitor.active === 'boolean' ? monitor.active : record.active,
        settings: { ...record.settings, ...settingsOf(monitor) },
        schedule: checkedSchedule(monitor, { before: record.schedule, now: call.world.now() }),
        updatedAt: isoNow(call.world),
    };
    call.world.store.monitors.replace(next, call.lag.read);
    return ok({ monitor: monitors_brief(next) });
};
const monitors_remove = (call) => {
    const record = monitorOf(call);
    call.world.store.monitors.remove(record.id);
    return ok({ monitor: { id: record.id, uid: record.uid } });
};
/** Monitors: list, create, read, replace, delete. */
const monitorRoutes = [
    { method: 'GET', path: '/monitors', bucket: 'monitors', answer: listMonitors },
    { method: 'POST', path: '/monitors', bucket: 'monitors', answer: monitors_create },
    { method: 'GET', path: '/monitors/:monitorId', bucket: 'monitors', answer: monitors_get },
    { method: 'PUT', path: '/monitors/:monitorId', bucket: 'monitors', answer: monitors_put },
    { method: 'DELETE', path: '/monitors/:monitorId', bucket: 'monitors', answer: monitors_remove },
];

;// CONCATENATED MODULE: ./build/emulator/routes/monitor-history.js





const perPage = 25;
const monitor_history_notFound = (what) => refuse({ status: 404, name: 'instanceNotFoundError', message: `The specified ${what} does not exist.` });
const monitor_history_summary = (run) => ({
    id: run.executionId,
    state: run.status,
    trigger: 'manual',
    stats: run.stats,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
});
const executions = (call) => {
    const { runs } = monitorOf(call);
    const start = offsetOf(call.query.get('cursor'));
    const more = start + perPage < runs.length;
    return ok({
        executions: runs.slice(start, start + perPage).map(monitor_history_summary),
        meta: { nextCursor: more ? cursorAt(start + perPage) : '', limit: perPage },
    });
};
const runsOf = (call) => {
    const execution = monitorOf(call).runs.find((run) => run.executionId === param(call, 'executionId'));
    if (!execution)
        throw monitor_history_notFound('execution');
    const runs = execution.regions.filter(isObject).map(({ assertions: _, ...run }) => run);
    return ok({ runs });
};
const results = (call) => {
    const run = monitorOf(call)
        .runs.flatMap((each) => each.regions)
        .find((region) => region.id === param(call, 'runId'));
    if (!run)
        throw monitor_history_notFound('run');
    return ok({ run });
};
/** What a monitor ran before. */
const monitorHistoryRoutes = [
    { method: 'GET', path: '/monitors/:monitorId/executions', bucket: 'monitors', answer: executions },
    { method: 'GET', path: '/monitors/:monitorId/executions/:executionId/runs', bucket: 'monitors', answer: runsOf },
    { method: 'GET', path: '/monitors/:monitorId/runs/:runId/results', bucket: 'monitors', answer: results },
];

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/emulator/monitors/outcome.js
const outcome_headersOf = (list) => list?.toObject() ?? {};
const describeExecution = (execution, index) => {
    const { request, response, requestError } = execution;
    const sent = request.body?.isEmpty() === false ? request.body.toString().length : 0;
    return {
        id: index + 1,
        item: { name: execution.item.name },
        request: {
            method: request.method,
            url: request.url.toString(),
            headers: outcome_headersOf(request.headers),
            body: { contentLength: sent },
            timestamp: new Date().toISOString(),
        },
        ...(response
            ? {
                response: {
                    code: response.code,
                    body: { contentLength: response.responseSize ?? 0 },
                    responseTime: response.responseTime,
                    responseSize: response.responseSize ?? 0,
                    headers: outcome_headersOf(response.headers),
                },
            }
            : {}),
        ...(requestError ? { errors: [{ name: requestError.name, message: requestError.message }] } : {}),
    };
};
const describeAssertions = (execution) => (execution.assertions ?? []).map(({ assertion, error, skipped }) => ({
    item: execution.item.name,
    assertion,
    skipped,
    ...(error ? { error: { name: error.name, message: error.message } } : {}),
}));
const counts = ({ total = 0, failed = 0 }) => ({
    total,
    failed,
});
const isAssertion = (failure) => failure.error.name === 'AssertionError';
const describeFailures = (run) => run.failures
    .filter((failure) => !isAssertion(failure))
    .map(({ error, cursor }) => {
    const at = run.executions.findIndex((execution) => 'ref' in cursor && execution.cursor.ref === cursor.ref);
    return { executionId: at + 1, name: error.name, message: error.message };
});
/** Newman's summary in the words of a monitor. */
const outcomeOf = ({ run }, aborted) => {
    const failures = describeFailures(run);
    const assertions = counts(run.stats.assertions);
    const broken = aborted || failures.length > 0;
    const failing = assertions.failed > 0 ? 'failed' : 'success';
    const executions = run.executions ?? [];
    return {
        status: broken ? 'error' : failing,
        assertions,
        requests: counts(run.stats.requests),
        errors: failures.length,
        aborted,
        latencyMs: Math.round(run.timings.responseAverage || 0),
        responseBytes: executions.reduce((sum, { response }) => sum + (response?.responseSize ?? 0), 0),
        executions: executions.map(describeExecution),
        failures,
        assertionLog: executions.flatMap(describeAssertions),
    };
};
/** A run that Newman could not begin. */
const crashed = (error) => ({
    status: 'error',
    assertions: { total: 0, failed: 0 },
    requests: { total: 0, failed: 0 },
    errors: 1,
    aborted: true,
    latencyMs: 0,
    responseBytes: 0,
    executions: [],
    failures: [{ executionId: 0, name: error.name, message: error.message }],
    assertionLog: [],
});

;// CONCATENATED MODULE: ./build/emulator/monitors/newman.js



/** A run is cut after five minutes, as in Postman's cloud. */
const longestRunMs = 5 * 60_000;
/** A folder that does not exist: a monitor cannot upload files of the machine it runs on. */
const noFiles = (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'postman-emulator-has-no-files');
/** Loaded with the first run only; its old dependencies print deprecation warnings that help nobody. */
const loadNewman = async () => {
    const before = process.noDeprecation;
    process.noDeprecation = true;
    try {
        const module = await Promise.all(/* import() */[__webpack_require__.e(4), __webpack_require__.e(196), __webpack_require__.e(830), __webpack_require__.e(215), __webpack_require__.e(846), __webpack_require__.e(242), __webpack_require__.e(126)]).then(__webpack_require__.t.bind(__webpack_require__, 23242, 19));
        return 'default' in module ? module.default : module;
    }
    finally {
        process.noDeprecation = before ?? false;
    }
};
const optionsOf = ({ collection, environment, globals, options }) => {
    const scopes = { environment: { values: environment }, globals: { values: globals } };
    return {
        ...structuredClone({ collection, ...scopes }),
        reporters: [],
        insecure: !options.strictSSL,
        ignoreRedirects: !options.followRedirects,
        timeout: longestRunMs,
        timeoutRequest: options.requestTimeoutMs,
        delayRequest: options.requestDelayMs,
        insecureFileRead: false,
        workingDir: noFiles,
    };
};
/** Runs the collection once, for real. Never rejects: a run that cannot start is an outcome too. */
const runCollection = async (request) => {
    const newman = await loadNewman();
    return new Promise((resolve) => {
        newman.run(optionsOf(request), (error, summary) => {
            if (!summary?.run)
                return resolve(crashed(error ?? new Error('The run did not start.')));
            resolve(outcomeOf(summary, error !== null || Boolean(summary.error)));
        });
    });
};

;// CONCATENATED MODULE: ./build/emulator/monitors/execute.js





const keptRuns = 100;
const regionsOf = ({ settings }) => {
    const list = isArray(settings.distribution) ? settings.distribution : [];
    const named = list.filter(isObject).flatMap((each) => stringAt(each, 'region') ?? []);
    return named.length > 0 ? named : ['us-east'];
};
/** A variable that is switched off is none; Newman by itself would not mind the switch. */
const switchedOn = (variables) => variables.filter(isObject).filter(({ enabled }) => enabled !== false);
const numberAt = (value, key) => (typeof value[key] === 'number' ? value[key] : 0);
const requestOf = (world, monitor) => {
    const { store } = world;
    const options = json_objectAt(monitor.settings, 'options');
    return {
        collection: store.collections.find(monitor.collectionUid)?.body ?? {},
        environment: switchedOn(store.environments.find(monitor.environmentUid ?? '')?.values ?? []),
        globals: switchedOn(store.workspaces.get(monitor.workspaceId)?.globals ?? []),
        options: {
            strictSSL: options.strictSSL === true,
            followRedirects: options.followRedirects !== false,
            requestTimeoutMs: numberAt(options, 'requestTimeout'),
            requestDelayMs: numberAt(options, 'requestDelay'),
        },
    };
};
const runRegion = async (request, region, retries) => {
    const outcome = await runCollection(request);
    if (outcome.status === 'success' || retries === 0)
        return { region, outcome, requests: outcome.requests.total };
    const again = await runRegion(request, region, retries - 1);
    return { ...again, requests: again.requests + outcome.requests.total };
};
const total = (runs, of) => runs.reduce((sum, { outcome }) => sum + of(outcome), 0);
const statsOf = (runs) => ({
    assertions: { total: total(runs, (o) => o.assertions.total), failed: total(runs, (o) => o.assertions.failed) },
    requests: { total: total(runs, (o) => o.requests.total), failed: total(runs, (o) => o.requests.failed) },
    runCount: runs.length,
    errorCount: total(runs, (o) => o.errors),
    abortedCount: total(runs, (o) => Number(o.aborted)),
    responseLatency: Math.round(total(runs, (o) => o.latencyMs) / Math.max(1, runs.length)),
    responseSize: total(runs, (o) => o.responseBytes),
});
const worst = (runs) => ['error', 'failed'].find((status) => runs.some(({ outcome }) => outcome.status === status)) ?? 'success';
const describeRegion = (run, times) => ({
    id: (0,external_node_crypto_.randomUUID)(),
    region: run.region,
    state: run.outcome.status,
    ...times,
    stats: statsOf([run]),
    assertions: run.outcome.assertionLog,
});
const renumber = (runs) => {
    const executions = [];
    const failures = [];
    for (const { outcome } of runs) {
        const before = executions.length;
        executions.push(...outcome.executions.map((execution, index) => ({ ...execution, id: before + index + 1 })));
        failures.push(...outcome.failures.map((failure) => ({ ...failure, executionId: before + numberAt(failure, 'executionId') })));
    }
    return { executions, failures };
};
/** Remembers the run and counts its requests, unless the monitor was deleted or the emulator reset meanwhile. */
const record = (world, monitorId, { stored, requests }) => {
    const monitor = world.store.monitors.find(monitorId);
    if (!monitor)
        return;
    spendMonitorRequests(world.store, requests, world.now());
    world.store.monitors.replace({ ...monitor, runs: [stored, ...monitor.runs].slice(0, keptRuns) }, 0);
};
/** Runs the monitor in every region, one after the other, and books what it used. */
const executeMonitor = async (world, monitor, { jobId, startedAt }) => {
    const request = requestOf(world, monitor);
    const retries = numberAt(json_objectAt(monitor.settings, 'retry'), 'attempts');
    const runs = [];
    for (const region of regionsOf(monitor))
        runs.push(await runRegion(request, region, retries));
    const times = { startedAt, finishedAt: isoNow(world) };
    const stored = {
        executionId: (0,external_node_crypto_.randomUUID)(),
        jobId,
        status: worst(runs),
        ...times,
        stats: statsOf(runs),
        regions: runs.map((run) => describeRegion(run, times)),
    };
    record(world, monitor.id, { stored, requests: runs.reduce((sum, run) => sum + run.requests, 0) });
    return { stored, ...renumber(runs) };
};

;// CONCATENATED MODULE: ./build/emulator/routes/monitor-runs.js






/** Refuses when this month's monitored requests are used up and the plan has no overage. */
const checkAllowance = (world) => {
    const { monitorOverage, monitorQuota, monitorExhaustedStatus } = world.profile;
    if (monitorOverage || usageNow(world.store, world.now()).monitorRequests < monitorQuota)
        return;
    if (monitorExhaustedStatus === 403)
        throw forbidden('Usage limit reached. Contact your team admin.');
    throw refuse({
        status: 429,
        name: 'serviceLimitExhausted',
        message: 'Service limit exhausted. Please contact your team admin.',
    });
};
const infoOf = (monitor, jobId) => ({
    jobId,
    monitorId: monitor.id,
    name: monitor.name,
    collectionUid: monitor.collectionUid,
    ...(monitor.environmentUid === undefined ? {} : { environmentUid: monitor.environmentUid }),
});
const finished = (monitor, { stored, executions, failures }) => {
    const { jobId, status, startedAt, finishedAt, stats } = stored;
    return ok({
        run: { info: { ...infoOf(monitor, jobId), status, startedAt, finishedAt }, stats, executions, failures },
    });
};
const stillRunning = (monitor) => ({
    status: 202,
    body: {
        run: {
            info: {
                monitorId: monitor.id,
                status: 'running',
                message: 'The request is taking longer than expected, but is processing. ' +
                    "To avoid this in future requests, pass the 'async=true' query parameter to use the async option.",
            },
        },
    },
});
/** The run's result if it comes in time, else `undefined`; the run goes on either way. */
const inTime = async (run, ms) => {
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(undefined), ms);
    });
    const first = await Promise.race([run, late]);
    clearTimeout(timer);
    return first;
};
const run = async (call) => {
    const monitor = monitorOf(call);
    const mode = call.query.get('async') ?? 'false';
    if (!['true', 'false'].includes(mode))
        throw badRequest('Async must be a boolean.');
    checkAllowance(call.world);
    const jobId = (0,external_node_crypto_.randomUUID)();
    const startedAt = isoNow(call.world);
    const work = executeMonitor(call.world, monitor, { jobId, startedAt });
    call.world.inBackground(work);
    if (mode === 'true') {
        return ok({ run: { info: { ...infoOf(monitor, jobId), status: 'running', startedAt } } });
    }
    const result = await inTime(work, call.world.profile.monitorSyncMs);
    return result ? finished(monitor, result) : stillRunning(monitor);
};
/** Runs of a monitor on request. */
const monitorRunRoutes = [
    { method: 'POST', path: '/monitors/:monitorId/run', bucket: 'monitors', answer: run },
];

;// CONCATENATED MODULE: ./build/emulator/routes/elements.js

/** What a list of the workspace shows: new things may be missing for a while. */
const elementsOf = (store, workspaceId) => {
    const here = (record) => record.workspaceId === workspaceId;
    return {
        collections: store.collections.list(here),
        environments: store.environments.list(here),
        mocks: store.mocks.list(here),
        monitors: store.monitors.list(here),
    };
};
/** Everything in a workspace goes with it. */
const removeElements = (store, workspaceId) => {
    for (const collection of store.collections.all()) {
        if (collection.workspaceId === workspaceId)
            removeCollection(store, collection);
    }
    for (const shelf of [store.environments, store.monitors, store.mocks]) {
        for (const record of shelf.all())
            if (record.workspaceId === workspaceId)
                shelf.remove(record.id);
    }
};

;// CONCATENATED MODULE: ./build/emulator/routes/workspace-edit.js





const types = ['personal', 'team', 'private', 'public', 'partner'];
const workspace_edit_wrapped = (call) => {
    if (isObject(call.body) && isObject(call.body.workspace))
        return call.body.workspace;
    throw refuse({
        status: 400,
        name: 'malformedRequestError',
        message: "'workspace' object missing in the request",
    });
};
const checkType = (type) => {
    if (type === undefined || types.includes(type))
        return;
    const message = `'type' must be one of ${types.join(', ')}`;
    throw refuse({ status: 400, name: 'malformedRequestError', message });
};
const workspace_edit_create = (call) => {
    const asked = workspace_edit_wrapped(call);
    const name = stringAt(asked, 'name');
    const type = stringAt(asked, 'type');
    checkType(type);
    if (name === undefined || type === undefined) {
        const message = `'${name === undefined ? 'name' : 'type'}' is missing in the workspace`;
        throw refuse({ status: 400, name: 'malformedRequestError', message });
    }
    const now = isoNow(call.world);
    const workspace = {
        id: (0,external_node_crypto_.randomUUID)(),
        name,
        type,
        description: stringAt(asked, 'description') ?? '',
        about: stringAt(asked, 'about') ?? '',
        createdBy: call.user.id,
        updatedBy: call.user.id,
        createdAt: now,
        updatedAt: now,
        globals: [],
    };
    call.world.store.workspaces.set(workspace.id, workspace);
    if (call.lag.list > 0)
        call.world.store.hiddenWorkspaces.set(workspace.id, call.lag.list);
    return ok({ workspace: { id: workspace.id, name } });
};
const update = (call) => {
    const asked = workspace_edit_wrapped(call);
    const workspace = visibleWorkspace(call, param(call, 'workspaceId'));
    if (!workspace) {
        const message = 'The specified workspace does not exist.';
        throw refuse({ status: 404, name: 'instanceNotFoundError', message });
    }
    checkType(stringAt(asked, 'type'));
    const changed = {
        ...workspace,
        name: stringAt(asked, 'name') ?? workspace.name,
        type: stringAt(asked, 'type') ?? workspace.type,
        description: stringAt(asked, 'description') ?? workspace.description,
        about: stringAt(asked, 'about') ?? workspace.about,
        updatedBy: call.user.id,
        updatedAt: isoNow(call.world),
    };
    call.world.store.workspaces.set(workspace.id, changed);
    return ok({ workspace: { id: changed.id, name: changed.name } });
};
const workspace_edit_remove = (call) => {
    const { store } = call.world;
    const workspace = visibleWorkspace(call, param(call, 'workspaceId'));
    if (!workspace) {
        const message = 'The specified workspace does not exist.';
        throw refuse({ status: 400, name: 'instanceNotFoundError', message });
    }
    if (workspace.createdBy !== call.user.id)
        throw forbidden();
    removeElements(store, workspace.id);
    store.workspaces.delete(workspace.id);
    return ok({ workspace: { id: workspace.id } });
};
/** Workspaces as they are made, changed and removed. */
const workspaceEditRoutes = [
    { method: 'POST', path: '/workspaces', complaints: 'problem', answer: workspace_edit_create },
    { method: 'PUT', path: '/workspaces/:workspaceId', complaints: 'problem', answer: update },
    { method: 'DELETE', path: '/workspaces/:workspaceId', answer: workspace_edit_remove },
];

;// CONCATENATED MODULE: ./build/emulator/routes/workspaces.js





const workspaces_types = ['personal', 'team', 'private', 'public', 'partner'];
const workspaces_mostPerPage = 100;
const workspaces_summary = (workspace) => ({
    id: workspace.id,
    name: workspace.name,
    type: workspace.type === 'personal' ? 'personal' : 'team',
    visibility: workspace.type,
    createdBy: String(workspace.createdBy),
    about: workspace.about,
    createdAt: workspace.createdAt,
    updatedAt: workspace.updatedAt,
});
const holds = (call, workspace) => {
    const id = call.query.get('elementId');
    const type = call.query.get('elementType');
    if (type === null)
        return true;
    return id !== null && call.world.store.collections.find(id)?.workspaceId === workspace.id;
};
const checkFilters = ({ query }) => {
    const type = query.get('type');
    const elementType = query.get('elementType');
    if (type !== null && !workspaces_types.includes(type)) {
        const error = { name: 'invalidParamError', message: `visibilityStatus must be one of ${workspaces_types.join('/')}` };
        throw new Refusal({ status: 400, body: { error, statusCode: 400 } });
    }
    if (elementType !== null && !['collection', 'specification'].includes(elementType)) {
        throw new Refusal({
            status: 400,
            body: { name: 'badRequest', message: 'elementType must be one of: collection, specification' },
        });
    }
    if (elementType !== null && query.get('elementId') === null) {
        throw new Refusal({
            status: 400,
            body: { name: 'badRequest', message: 'elementId is required when elementType is provided' },
        });
    }
};
const badLimit = (message) => refuse({ status: 400, name: 'badRequestError', message });
const pageOf = (query, found) => {
    const limit = query.get('limit');
    if (limit === null)
        return ok({ workspaces: found.map(workspaces_summary) });
    const size = Number(limit);
    if (!Number.isInteger(size) || size < 1)
        throw badLimit('The limit parameter must be a positive integer.');
    if (size > workspaces_mostPerPage)
        throw badLimit('The limit parameter must not exceed 100.');
    const start = offsetOf(query.get('cursor'));
    const more = start + size < found.length;
    const meta = more ? { nextCursor: cursorAt(start + size) } : {};
    return ok({ workspaces: found.slice(start, start + size).map(workspaces_summary), meta });
};
const workspaces_list = (call) => {
    checkFilters(call);
    const { query } = call;
    const found = [...call.world.store.workspaces.values()].filter((workspace) => canSee(call.user, workspace) &&
        [null, workspace.type].includes(query.get('type')) &&
        [null, String(workspace.createdBy)].includes(query.get('createdBy')) &&
        holds(call, workspace) &&
        !spend(call.world.store.hiddenWorkspaces, workspace.id));
    return pageOf(query, found);
};
const workspaces_brief = ({ id, name, uid }) => ({ id, name, uid });
const briefs = (call, elements, includeDeactivated) => {
    const mocks = elements.mocks.filter((mock) => includeDeactivated || !mock.deactivated);
    const lists = {
        collections: elements.collections.map(workspaces_brief),
        environments: elements.environments.map(workspaces_brief),
        mocks: mocks.map((mock) => ({ ...workspaces_brief(mock), deactivated: mock.deactivated })),
        monitors: elements.monitors.map((monitor) => ({ ...workspaces_brief(monitor), deactivated: !monitor.active })),
    };
    const shown = Object.entries(lists).filter(([, found]) => found.length > 0 || call.world.profile.emptyElements === 'array');
    return Object.fromEntries(shown);
};
const workspaces_get = (call) => {
    const workspace = visibleWorkspace(call, param(call, 'workspaceId'));
    if (!workspace)
        throw missingWorkspace();
    const include = (call.query.get('include') ?? '').split(',');
    return ok({
        workspace: {
            ...workspaces_summary(workspace),
            description: workspace.description,
            updatedBy: String(workspace.updatedBy),
            ...(include.includes('team') ? { team: 'emulated-team' } : {}),
            ...(include.includes('scim') ? { scim: { createdBy: '', updatedBy: '' } } : {}),
            ...briefs(call, elementsOf(call.world.store, workspace.id), include.includes('mocks:deactivated')),
        },
    });
};
/** Workspaces as they are read. */
const workspaceRoutes = [
    { method: 'GET', path: '/workspaces', bucket: 'workspaces-list', answer: workspaces_list },
    { method: 'GET', path: '/workspaces/:workspaceId', bucket: 'workspace-get', answer: workspaces_get },
];

;// CONCATENATED MODULE: ./build/emulator/routes/index.js














/** Every endpoint the emulator knows; earlier patterns win. */
const routes = [
    ...meRoutes,
    ...globalsRoutes,
    ...workspaceRoutes,
    ...workspaceEditRoutes,
    ...collectionForkRoutes,
    ...collectionTaskRoutes,
    ...collectionRoutes,
    ...environmentRoutes,
    ...environmentPatchRoutes,
    ...mockRoutes,
    ...monitorRoutes,
    ...monitorRunRoutes,
    ...monitorHistoryRoutes,
];
const unknown = ({ method, path }) => problem({
    status: 501,
    slug: 'not-implemented',
    title: 'Not Implemented',
    detail: `The emulator does not know ${method} ${path}. The Postman API may; see the table of endpoints in the emulator's documentation.`,
});
/** What everything else runs into: counted and answered like a route, but with 501. */
const unknownRoute = { method: 'GET', path: '*', answer: unknown };

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/emulator/shutdown.js



/** Requests that are on their way on open connections while the emulator is told to stop still get in. */
const graceMs = 100;
const sweepMs = 20;
/** Clients that neither finish their request nor read their answer are given up after this long. */
const stalledMs = 5_000;
/** The connections that are open at the time. */
const watchConnections = (server) => {
    const open = new Set();
    server.on('connection', (socket) => {
        open.add(socket);
        socket.once('close', () => open.delete(socket));
    });
    return open;
};
/** Node does not take a connection for idle on which nothing was ever sent, as browsers open them in advance. */
const closeUnused = (connections) => {
    for (const socket of connections)
        if (socket.bytesRead === 0)
            socket.destroy();
};
/**
 * Stops accepting, lets every request that has arrived finish, and closes idle connections at once.
 * Connections are told to close with their next answer, so that none is cut while in use.
 */
const drain = async (server, { closing, answering, connections }) => {
    if (closing.signal.aborted)
        return;
    closing.abort();
    const closed = (0,external_node_events_.once)(server, 'close');
    // The close of an HTTP server would cut idle connections at once, with requests still on their way.
    external_node_net_.Server.prototype.close.call(server);
    await (0,promises_.setTimeout)(graceMs);
    server.close();
    const giveUpAt = performance.now() + stalledMs;
    const sweep = setInterval(() => {
        closeUnused(connections);
        if (answering() === 0 && performance.now() > giveUpAt)
            server.closeAllConnections();
        else
            server.closeIdleConnections();
    }, sweepMs);
    await closed;
    clearInterval(sweep);
};

;// CONCATENATED MODULE: ./build/emulator/server.js







const loopback = '127.0.0.1';
/** Idle connections stay open for longer than any client keeps them, so that none is cut while being reused. */
const keepAliveMs = 65_000;
const pauseUntil = (closing) => (ms) => new Promise((resolve) => {
    if (ms === 0 || closing.aborted)
        return resolve();
    const wake = () => {
        clearTimeout(timer);
        closing.removeEventListener('abort', wake);
        resolve();
    };
    const timer = setTimeout(wake, ms);
    closing.addEventListener('abort', wake);
});
const createApp = (around) => {
    const app = new hono_dist/* Hono */.$({ strict: false });
    addControl(app, around.world);
    app.all('/__mocks/:mockId/*', (c) => answerMock(around.world, c));
    for (const route of routes)
        app.on(route.method, route.path, (c) => handleRequest(around, route, c));
    app.notFound((c) => handleRequest(around, unknownRoute, c));
    // A client that goes away in the middle of its request: there is nobody to tell.
    app.onError((_, c) => c.body(null, 400));
    return app;
};
const listen = (server, port) => new Promise((resolve, reject) => {
    server.once('error', (error) => {
        const remedy = error.code === 'EADDRINUSE' ? 'it is in use; choose another one, or 0 for any' : error.message;
        reject(new Error(`The emulator cannot listen on port ${port}: ${remedy}.`));
    });
    server.listen(port, loopback, () => resolve(server.address().port));
});
/** Serves the world over HTTP on loopback. */
const startServer = async (world, { port, finished }) => {
    const closing = new AbortController();
    let answering = 0;
    const arrived = () => {
        answering += 1;
        return () => {
            answering -= 1;
        };
    };
    const around = { world, closing: closing.signal, pause: pauseUntil(closing.signal), finished, arrived };
    const server = (0,dist/* createAdaptorServer */.b$)({ fetch: createApp(around).fetch, overrideGlobalObjects: false });
    server.keepAliveTimeout = keepAliveMs;
    const connections = watchConnections(server);
    const actualPort = await listen(server, port);
    return { port: actualPort, close: () => drain(server, { closing, answering: () => answering, connections }) };
};

;// CONCATENATED MODULE: ./build/emulator/state-store.js




const fileName = 'emulator-state.json';
const format = 1;
const quietMs = 250;
/** What an account always has some of, and what it may have none of. */
const state_store_people = ['users', 'keys', 'workspaces'];
const things = ['collections', 'environments', 'monitors', 'mocks', 'tasks'];
const isList = (value) => isArray(value) && value.every(isObject);
const isSnapshot = (value) => isObject(value) &&
    isObject(value.usage) &&
    [...state_store_people, ...things].every((name) => isList(value[name])) &&
    state_store_people.every((name) => isArray(value[name]) && value[name].length > 0);
const readState = async (path) => {
    const text = await (0,external_node_fs_promises_.readFile)(path, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw new Error(`The emulator's state ${path} cannot be read: ${error.message}. Choose another folder.`);
    });
    if (text === undefined)
        return undefined;
    const unusable = new Error(`The emulator's state ${path} is damaged or from another version. Delete it to start afresh.`);
    try {
        const saved = JSON.parse(text);
        if (isObject(saved) && saved.format === format && isSnapshot(saved.snapshot))
            return saved.snapshot;
    }
    catch {
        throw unusable;
    }
    throw unusable;
};
/** Written beside and then renamed: a crash leaves the old state or the new one, never half of it. */
const writeState = async (folder, snapshot) => {
    const path = (0,external_node_path_.join)(folder, fileName);
    try {
        await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true });
        await (0,external_node_fs_promises_.writeFile)(`${path}.new`, JSON.stringify({ format, snapshot }), { mode: 0o600 });
        await (0,external_node_fs_promises_.rename)(`${path}.new`, path);
    }
    catch (error) {
        const reason = errorMessage(error);
        throw new Error(`The emulator's state cannot be kept in ${folder}: ${reason}. Choose another folder.`);
    }
};
/** A keeper that writes what `snapshot` gives at the time of writing. */
const createStateStore = (folder, snapshot) => {
    let timer;
    let writing = Promise.resolve();
    const flush = () => {
        if (timer === undefined)
            return writing;
        clearTimeout(timer);
        timer = undefined;
        writing = writing.catch(() => undefined).then(() => writeState(folder, snapshot()));
        return writing;
    };
    return {
        load: () => readState((0,external_node_path_.join)(folder, fileName)),
        touch: () => {
            // A failed write is tried again with the next change; the last one, at closing, tells the caller.
            timer ??= setTimeout(() => flush().catch(() => undefined), quietMs).unref();
        },
        flush,
    };
};

;// CONCATENATED MODULE: ./build/emulator/index.js










/** How long closing waits for monitor runs that nobody waits for. */
const backgroundMs = 2_000;
const profileOf = ({ profile, rateLimit, quota }) => ({
    ...presets.today,
    ...profile,
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(quota === undefined ? {} : { quota }),
});
const openWorld = async (options, url) => {
    const seed = options.seedDir === undefined ? [] : await readSeed(options.seedDir);
    let world;
    const current = () => {
        if (!world)
            throw new Error('nothing to keep yet');
        return takeSnapshot(world.store);
    };
    const keeper = options.stateDir === undefined ? undefined : createStateStore(options.stateDir, current);
    const created = createContext({
        profile: profileOf(options),
        faults: options.faults ?? [],
        seed,
        clock: options.clock ?? Date.now,
        saved: await keeper?.load(),
        url,
    });
    world = created.world;
    keeper?.touch();
    return { ...created, keeper };
};
/** Starts an emulator. Throws an `Error` for an unusable port, seed folder, state folder or fault. */
async function createEmulator(options = {}) {
    let url = '';
    const { world, account, keeper } = await openWorld(options, () => url);
    const server = await startServer(world, {
        port: options.port ?? 0,
        finished: (entry, reply) => {
            keeper?.touch();
            options.log?.(logLine(world, entry, reply));
        },
    });
    url = `http://127.0.0.1:${server.port}`;
    return {
        url,
        ...account,
        get journal() {
            return [...world.journal.entries];
        },
        reset: () => {
            world.reset();
            keeper?.touch();
        },
        idle: async () => {
            await world.backgroundWork();
        },
        close: async () => {
            await server.close();
            await Promise.race([world.backgroundWork(), (0,promises_.setTimeout)(backgroundMs, undefined, { ref: false })]);
            await keeper?.flush();
        },
    };
}


/***/ })

};
