export const id = 757;
export const ids = [757];
export const modules = {

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

/***/ 3870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ mapped),
/* harmony export */   FB: () => (/* binding */ same),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   IP: () => (/* binding */ sorted),
/* harmony export */   Le: () => (/* binding */ withoutNulls),
/* harmony export */   Oy: () => (/* binding */ omitUndefined),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   cJ: () => (/* binding */ omit),
/* harmony export */   iZ: () => (/* binding */ objectsOf)
/* harmony export */ });
/** Tells an object from null, arrays and primitives. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The objects of an array; anything else counts as none. */
const objectsOf = (value) => Array.isArray(value) ? value.filter((entry) => isObject(entry)) : [];
/** A string that is not empty, or undefined. */
const textOf = (value) => typeof value === 'string' && value !== '' ? value : undefined;
/** A copy without the given keys and without keys that hold undefined. */
function omit(object, keys) {
    return Object.fromEntries(Object.entries(object).filter(([key, value]) => value !== undefined && !keys.has(key)));
}
/** A copy without those of the keys that hold null. */
const withoutNulls = (object, keys) => omit(object, new Set([...keys].filter((key) => object[key] === null)));
/** The array under a key with every object in it mapped, as a part of its owner; nothing where there is no array. */
function mapped(owner, key, map) {
    const entries = owner[key];
    if (!Array.isArray(entries))
        return {};
    return { [key]: entries.map((entry) => (isObject(entry) ? map(entry) : entry)) };
}
/** A copy in which objects have their keys sorted and no key holds null; arrays keep their order. */
function sorted(value) {
    if (Array.isArray(value))
        return value.map((entry) => sorted(entry));
    if (!isObject(value))
        return (value ?? null);
    const entries = Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, sorted(entry)]));
}
/** Whether two values are equal; the order of keys does not count, nor does a key that holds null. */
function same(a, b) {
    if (a === b)
        return true;
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((entry, index) => same(entry, b[index]));
    if (!isObject(a) || !isObject(b))
        return (a ?? null) === (b ?? null);
    return keysOf(a, b).every((key) => same(a[key], b[key]));
}
/** The keys of both objects. */
const keysOf = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])];
/** A copy without the keys that hold undefined, for types whose optional keys must be absent rather than undefined. */
const omitUndefined = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));


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

/***/ 1375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ escapeRegExp)
/* harmony export */ });
/** A text as the source of a regular expression that matches it and nothing else. */
const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');


/***/ }),

/***/ 31193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ PostmanError),
/* harmony export */   Cp: () => (/* binding */ OutsideError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   jq: () => (/* binding */ endsAllCalls)
/* harmony export */ });
/** Something other than Postman that failed outside, already in the report's words. */
class OutsideError extends Error {
    kind;
    /** What the user can do, one sentence. */
    remedy;
    constructor(kind, { message, remedy }) {
        super(message);
        this.name = 'OutsideError';
        this.kind = kind;
        this.remedy = remedy;
    }
}
/** A call to Postman that failed: a code for the program, a sentence and a remedy for the user. */
class PostmanError extends Error {
    code;
    /** What the user can do, one sentence. */
    remedy;
    /** The HTTP status, where there was an answer. */
    status;
    /** Postman's own name for the error (`instanceNotFoundError`), for the report only. */
    reason;
    constructor(init) {
        super(init.message, init.cause === undefined ? {} : { cause: init.cause });
        this.name = 'PostmanError';
        this.code = init.code;
        this.remedy = init.remedy;
        this.status = init.status;
        this.reason = init.reason;
    }
}
/** What a thrown value says; not everything that is thrown is an error. */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
/** Whether every further call would end the same way. */
const endsAllCalls = ({ code }) => code === 'unauthorized' || code === 'quota-exhausted' || code === 'rate-limited' || code === 'stopped';


/***/ }),

/***/ 82250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   XP: () => (/* binding */ formsOf),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1375);

/** A text that must not be seen: it prints as `***` however it is printed, and is read by `reveal()` alone. */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
    }
    /** The text itself; call this only where it is sent or masked. */
    reveal() {
        return this.#text;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return '***';
    }
}
/** Shorter texts are not masked: they would blank out ordinary words ("1", "true", "dev") all over a report. */
const SHORTEST = 4;
/** Every form that a secret is looked for in; none for one that is too short to be hidden. */
function formsOf(text) {
    if (text.length < SHORTEST)
        return [];
    const encoded = base64(text);
    const sent = new TextDecoder().decode(new TextEncoder().encode(text));
    const forms = [
        text,
        encodeURI(sent),
        encodeURIComponent(sent),
        inQuery(sent),
        new URLSearchParams({ '': sent }).toString().slice(1),
        encoded,
        encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
        JSON.stringify(text).slice(1, -1),
    ];
    return [...new Set(forms)];
}
/** A function that replaces every given secret in a text by `***`, longest first; its URL-encoded and base64 forms too. */
function redactor(secrets) {
    const forms = secrets.flatMap((secret) => formsOf(secret.reveal()));
    const needles = [...new Set(forms)].sort((a, b) => b.length - a.length);
    if (needles.length === 0)
        return (text) => text;
    const pattern = new RegExp(needles.map(encodedOrNot).join('|'), 'g');
    return (text) => text.replace(pattern, '***');
}
/** Clients agree on no one set of characters that a URL has encoded: each may be or not. */
const encodedOrNot = (text) => Array.from(text, (sign) => /[a-z\d%]/i.test(sign) ? sign : `(?:${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeRegExp */ .N)(sign)}|${percentEncoded(sign)})`).join('');
const percentEncoded = (sign) => Array.from(new TextEncoder().encode(sign), (byte) => {
    const hex = byte.toString(16).padStart(2, '0');
    return `%${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`;
}).join('');
/** As a URL's query has it by the standard. */
function inQuery(text) {
    const url = new URL('http://localhost');
    url.search = `?${text}`;
    return url.search.slice(1);
}
const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));


/***/ }),

/***/ 95757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runChild: () => (/* binding */ runChild)
});

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
// EXTERNAL MODULE: ./build/core/lib/json.js
var json = __webpack_require__(3870);
// EXTERNAL MODULE: ./build/run/data.js
var data = __webpack_require__(91548);
;// CONCATENATED MODULE: ./build/run/child/event-batcher.js
/** Events are sent together: one message for many, but none later than this, in milliseconds. */
const DELAY_MS = 50;
/** Most events of one message. */
const BATCH = 100;
/** Sends events to the parent in batches. */
class EventBatcher {
    #send;
    #timer;
    #events = [];
    #place = () => undefined;
    #told;
    #closed = false;
    constructor(send) {
        this.#send = send;
        this.#timer = setInterval(() => this.#flush(), DELAY_MS);
        this.#timer.unref();
    }
    /** Has the place told that is under way, when a message goes out anyway or a while after it changed. */
    watch(place) {
        this.#place = place;
    }
    /** Takes an event; it is sent soon. */
    put(event) {
        if (this.#closed)
            return;
        this.#events.push(event);
        if (this.#events.length >= BATCH)
            this.#flush();
    }
    /** Sends what is left, takes nothing more, and calls back when it is out. */
    close(done) {
        if (this.#closed)
            return;
        this.#closed = true;
        clearInterval(this.#timer);
        this.#send(this.#events, done);
    }
    #flush() {
        if (this.#closed)
            return;
        const place = this.#place();
        if (place && place !== this.#told)
            this.#events.push({ type: 'at', place });
        this.#told = place;
        if (this.#events.length === 0)
            return;
        const events = this.#events;
        this.#events = [];
        this.#send(events, () => undefined);
    }
}

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/run/child/newman/fast-scheduler.js
/**
 * Lets a run go from step to step without its idle time: the runtime waits `setTimeout(fn, 0)`, a millisecond or more,
 * between any two of them. Timers of scripts are not touched: they live in a thread of their own.
 */
function useFastScheduler(run) {
    run.pool.prototype.execute = execute;
    run.immediate = function immediate(name, payload, ...args) {
        const step = this.pool.create(name, payload, args);
        setImmediate(() => step.execute(() => undefined, this));
        return step;
    };
}
/** The runtime's own `Instruction.prototype.execute`, but for how it yields: `setImmediate` lets I/O in as well. */
function execute(callback, scope = this) {
    let ended = false;
    const end = (error, ...results) => {
        if (ended)
            return;
        ended = true;
        const args = error ? [error, ...results] : results;
        for (const listener of (error ? this._catch : this._done) ?? [])
            listener.apply(scope, args);
        setImmediate(() => callback.call(scope, error, ...results));
    };
    try {
        this._processor.call(scope, ...this.in, this.payload, end);
    }
    catch (error) {
        end(error);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/run/child/newman/restrict-file-access.js


/** Newman checks paths as they are written; this follows links as well, so that none leads out of the folder. */
function restrictFileAccess(files, folder) {
    const resolvePathSync = files.resolvePathSync.bind(files);
    files.resolvePathSync = (path, allowed = []) => inside(resolvePathSync(path, allowed), folder);
    files.resolvePath = (path, allowed, callback) => {
        const done = typeof allowed === 'function' ? allowed : callback;
        let resolved;
        try {
            resolved = files.resolvePathSync(path, typeof allowed === 'function' ? [] : allowed);
        }
        catch (error) {
            return done?.(error instanceof Error ? error : new Error(String(error)));
        }
        done?.(null, resolved);
    };
}
function inside(path, folder) {
    const real = realOf(path);
    const way = (0,external_node_path_.relative)(realOf(folder), real);
    if (way === '..' || way.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.resolve)(way) === way) {
        throw new Error(`"${path}" leads out of the working directory "${folder}", and is not read`);
    }
    return path;
}
/** A file that is not there is for its reader to report. */
const realOf = (path) => {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return path;
    }
};

;// CONCATENATED MODULE: ./build/run/child/newman/newman.js





/** What Newman gets for a suite's options; paths are made absolute where Newman would take them from elsewhere. */
async function newmanOptions({ collection, environment, globals, options }) {
    const { bail, folder, iterationData } = options;
    return {
        collection,
        environment,
        globals,
        insecureFileRead: false,
        workingDir: (0,external_node_path_.resolve)(options.workingDir),
        reporters: [],
        ...(folder.length > 0 ? { folder: [...folder] } : {}),
        ...(iterationData === undefined ? {} : { iterationData: await (0,data/* readRows */.a)(iterationData) }),
        ...(bail === false ? {} : { bail: bail === true ? true : [bail] }),
        ...pick(options, ['iterationCount', 'insecure', 'ignoreRedirects', 'cookieJar']),
        ...pick(options, ['sslClientCert', 'sslClientKey', 'sslClientPassphrase', 'sslExtraCaCerts']),
        delayRequest: options.delayRequestMs,
        timeout: options.timeoutMs,
        timeoutRequest: options.timeoutRequestMs,
        timeoutScript: options.timeoutScriptMs,
    };
}
/** Runs a job in this process; resolves when Newman is done, rejects when it could not run to its end. */
async function runNewman(job, listener) {
    const options = await newmanOptions(job);
    const { startSandbox } = await Promise.all(/* import() */[__webpack_require__.e(196), __webpack_require__.e(397)]).then(__webpack_require__.bind(__webpack_require__, 7397));
    startSandbox(job);
    const [{ default: newman }, { default: runtime }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(4), __webpack_require__.e(196), __webpack_require__.e(830), __webpack_require__.e(215), __webpack_require__.e(846), __webpack_require__.e(242), __webpack_require__.e(126)]).then(__webpack_require__.t.bind(__webpack_require__, 23242, 19)), Promise.all(/* import() */[__webpack_require__.e(196), __webpack_require__.e(830), __webpack_require__.e(215), __webpack_require__.e(745)]).then(__webpack_require__.t.bind(__webpack_require__, 44215, 19))]);
    let emitter;
    const original = runtime.Runner.prototype.run;
    runtime.Runner.prototype.run = function run(collection, runOptions, callback) {
        if (runOptions.fileResolver)
            restrictFileAccess(runOptions.fileResolver, (0,external_node_path_.resolve)(job.options.workingDir));
        original.call(this, collection, runOptions, (error, run) => {
            if (run)
                useFastScheduler(run);
            callback(error, run);
            if (!run || !emitter)
                return;
            if (job.reporters.length === 0)
                forget(emitter);
            else
                report(emitter, job.reporters, options);
            listener.attach(emitter);
            emitter.on('start', (_, args) => listener.started(args.run));
        });
    };
    await new Promise((done, fail) => {
        const end = (error) => (error ? fail(error) : done());
        emitter = newman.run(options, end);
    });
}
/** Newman's summary keeps every request and answer until the end; nobody reads it here. */
function forget(emitter) {
    for (const name of emitter.eventNames()) {
        for (const listener of emitter.listeners(String(name)))
            emitter.removeListener(name, listener);
    }
}
/** Reporters come from the workspace, where Newman inside a bundle could not find them. */
function report(emitter, reporters, runOptions) {
    const require = (0,external_node_module_.createRequire)(import.meta.url);
    for (const { module, exportDir } of reporters) {
        const loaded = require(module);
        const Reporter = (typeof loaded === 'function' ? loaded : loaded.default);
        new Reporter(emitter, { export: exportDir }, runOptions);
    }
}
const pick = (options, keys) => Object.fromEntries(keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]));

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/core/lib/redact-strings.js
var redact_strings = __webpack_require__(95194);
// EXTERNAL MODULE: ./build/run/suite-secrets.js
var suite_secrets = __webpack_require__(21042);
;// CONCATENATED MODULE: ./build/run/child/comparison.js
/** Characters of either side that are looked at; the recorder cuts further, after it has redacted. */
const LONGEST = 8192;
/** Shorter texts on one line are read as well in the message. */
const READABLE = 60;
/** Expected and actual of a failed comparison; undefined where the message alone says it as well. */
function comparisonOf({ showDiff, expected, actual }) {
    if (showDiff !== true)
        return undefined;
    const sides = { expected: written(expected), actual: written(actual) };
    const texts = Object.values(sides);
    return texts.some((text) => text.length > READABLE || text.includes('\n')) ? sides : undefined;
}
const written = (value) => (typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? String(value))).slice(0, LONGEST);

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
;// CONCATENATED MODULE: ./build/run/child/error-messages.js


/** How transport errors are told to people: what happened, and what to look at. */
const TRANSPORT = {
    ECONNREFUSED: 'nothing listens there. Is the API up?',
    ENOTFOUND: 'no such host. Check the host in the URL.',
    EAI_AGAIN: 'the name could not be resolved. Check the host in the URL and the network.',
    ECONNRESET: 'the connection was cut. Look at the API’s log.',
    EHOSTUNREACH: 'the host cannot be reached. Check the network.',
    ENETUNREACH: 'the network cannot be reached.',
    ETIMEDOUT: 'no answer in time. Raise `timeout-request`, or look at why the API is slow.',
    ESOCKETTIMEDOUT: 'no answer in time. Raise `timeout-request`, or look at why the API is slow.',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed. Give its CA in `ssl-extra-ca-certs`, or set `insecure`.',
    SELF_SIGNED_CERT_IN_CHAIN: 'the certificate’s CA is not known. Give it in `ssl-extra-ca-certs`.',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate’s CA is not known. Give it in `ssl-extra-ca-certs`.',
    CERT_HAS_EXPIRED: 'the certificate has expired.',
    ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host. Check the URL, or set `insecure`.',
    ERR_OSSL_BAD_DECRYPT: 'the client key does not open with its passphrase. Check `ssl-client-passphrase`.',
    ERR_OSSL_PEM_NO_START_LINE: 'the client certificate or its key is no PEM. Check `ssl-client-cert`.',
    ERR_OSSL_X509_KEY_VALUES_MISMATCH: 'the client key is not that of the certificate. Check `ssl-client-key`.',
};
/** What the sandbox says when it stops a script. */
const TIMED_OUT = /sandbox not responding|script execution timeout/;
const TIMEOUTS = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT']);
/** A URL whose host is still the name of a variable. */
const NO_HOST = /^(?:pm\.sendRequest )?\S+ (?:https?:\/\/)?[^/?#]*\{\{/i;
const UNSET = 'a variable in its host has no value. Choose an `environment` that has it, or give the value in `variables`.';
/** A request without an answer. */
function requestFailure(error, target) {
    const { code = '', address, port, message } = error;
    const why = NO_HOST.test(target) ? UNSET : (TRANSPORT[code] ?? message ?? 'the request failed.');
    const where = address === undefined ? '' : ` (${address}:${port})`;
    // A connect that the system gave up on has an address; our own timer's has none.
    const kind = TIMEOUTS.has(code) && address === undefined ? 'timeout' : 'request';
    return { kind, message: `No answer from ${target}${where}: ${code === '' ? '' : `${code}, `}${why}` };
}
/** A script that threw, could not be compiled, or was stopped because it took too long. */
function scriptFailure(error, script) {
    const message = error.message ?? String(error);
    if (TIMED_OUT.test(message)) {
        const stopped = 'The script was stopped: it took longer than its timeout. Make it end, or raise `timeout-script`.';
        return (0,json/* omitUndefined */.Oy)({ kind: 'timeout', message: stopped, script: script?.path });
    }
    const scriptLine = script && lineOf(error, script.source);
    return (0,json/* omitUndefined */.Oy)({
        kind: 'script',
        message: `${error.name ?? 'Error'}: ${message}`,
        script: script?.path,
        scriptLine,
    });
}
/** The line, from 0, that an error came from: as told, else where the compiler stops, else where a thrown text stands. */
function lineOf({ name, message = '', scriptLine }, source) {
    if (scriptLine !== undefined)
        return scriptLine;
    if (name === 'SyntaxError')
        return compileErrorLine(source);
    const index = message === '' ? -1 : source.split('\n').findIndex((line) => line.includes(message));
    return index === -1 ? undefined : index;
}
/** Compiles without running; the wrapper is the sandbox's, on a line of its own. */
function compileErrorLine(source) {
    try {
        new external_node_vm_.Script(`(async()=>{\n${source}\n})`, { filename: 'script' });
    }
    catch (error) {
        const line = /^script:(\d+)/.exec(String(error.stack))?.[1];
        if (line === undefined)
            return undefined;
        return Math.min(Math.max(Number(line) - 2, 0), source.split('\n').length - 1);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/run/child/exchange.js


/** Characters kept of a body. */
const LONGEST_BODY = { failed: 8192, passed: 2048 };
/** Characters kept of the exchanges of one run: a run of any length stays small. */
const MOST_CHARACTERS = { failed: 8_000_000, passed: 2_000_000 };
/** Longest text other than a body, in characters. */
const LONGEST_TEXT = 2048;
/** Characters beyond the cut that are redacted, so that a secret that the cut goes through is known. */
const BEYOND = 6144;
/** Headers kept of a message. */
const MOST_HEADERS = 60;
/** Fields of JSON and form bodies that hold credentials; a name begins where a word does, or long words take quadratic time. */
const FIELD = /(["']?)(?<![\w.-])([\w.-]{0,99}(?:token|secret|passw|api[-_]?key|credential|signature)[\w.-]{0,99})\1(\s*[:=]\s*)("(?:\\.|[^"\\])*"?|[^\s,&}"']+)/gi;
/** Keeps requests and responses of a run, redacted and cut, until the run's share is used up. */
class ExchangeStore {
    #redact;
    #left = { failed: MOST_CHARACTERS.failed, passed: MOST_CHARACTERS.passed };
    constructor(redact) {
        this.#redact = redact;
    }
    /** The exchange as the report shows it; undefined when there is no room left. */
    keep(observed, outcome) {
        if (this.#left[outcome] <= 0)
            return undefined;
        const kept = exchangeOf(observed, { redact: this.#redact, longest: LONGEST_BODY[outcome] });
        this.#left[outcome] -= lengthOf(kept.request) + (kept.response ? lengthOf(kept.response) : 0);
        return kept;
    }
}
/** Request and response: first line, headers without credentials, the beginning of the body. */
function exchangeOf({ request, response }, options) {
    const { body, bytes } = bodyOf(request, options.longest);
    const line = `${request.method ?? 'GET'} ${(0,suite_secrets/* safeUrl */.Pl)(String(request.url ?? ''))}`.trim();
    const sent = message({ line, headers: request.headers, body, bytes }, options);
    if (!response)
        return { request: sent };
    const { code = '', status = '', headers, stream } = response;
    return {
        request: sent,
        response: message({
            line: `HTTP ${code} ${status}`.trim(),
            headers,
            body: textOf(stream, options.longest),
            bytes: stream?.length ?? 0,
        }, options),
    };
}
/** The text, or its beginning with a mark where it was cut. */
const cut = (text, longest = LONGEST_TEXT) => text.length <= longest ? text : `${text.slice(0, longest)}… (cut)`;
function message({ line, headers, body, bytes }, { redact, longest }) {
    const shown = body === '' ? undefined : cut(redact(body.replace(FIELD, '$1$2$1$3***')), longest);
    return (0,json/* omitUndefined */.Oy)({
        line: cut(redact(line)),
        headers: headersOf(headers).map((text) => cut(redact(text))),
        body: shown,
        bodyBytes: shown === undefined ? undefined : bytes,
    });
}
const headersOf = (headers) => (headers?.members ?? [])
    .filter(({ disabled }) => disabled !== true)
    .slice(0, MOST_HEADERS)
    .map(({ key = '', value }) => `${key}: ${(0,suite_secrets/* isSensitive */.tV)(key) ? '***' : String(value ?? '')}`.slice(0, 2 * LONGEST_TEXT));
function bodyOf({ body }, longest) {
    try {
        const text = String(body ?? '');
        return { body: text.slice(0, longest + BEYOND), bytes: Buffer.byteLength(text) };
    }
    catch {
        return { body: '', bytes: 0 };
    }
}
function textOf(stream, longest) {
    if (!stream || stream.length === 0)
        return '';
    const text = new TextDecoder().decode(stream.subarray(0, longest + BEYOND));
    return text.includes('\u0000') ? `(${stream.length} bytes of binary data)` : text;
}
const lengthOf = ({ line, headers, body = '' }) => headers.reduce((sum, header) => sum + header.length, line.length + body.length);

// EXTERNAL MODULE: ./build/core/model/secret.js
var secret = __webpack_require__(82250);
;// CONCATENATED MODULE: ./build/run/child/learning-redactor.js

/** Secrets of a run that are remembered: some APIs want a new one for every request, and runs are long. */
const LEARNED = 50;
/** A redactor that learns: secrets that scripts and requests come by are hidden as well. */
class LearningRedactor {
    #known;
    #redact;
    /** The latest, each with its forms: looked for one by one, since they change too often to be compiled. */
    #learned = new Map();
    constructor(texts) {
        this.#known = new Set(texts);
        this.#redact = (0,secret/* redactor */.$p)(texts.map((text) => new secret/* Secret */.zh(text)));
    }
    /** Adds a secret, and forgets the oldest of many; whether it is a new one. */
    add(text) {
        if (this.#known.has(text) || this.#learned.has(text))
            return false;
        this.#learned.set(text, (0,secret/* formsOf */.XP)(text));
        const [oldest] = this.#learned.keys();
        if (oldest !== undefined && this.#learned.size > LEARNED)
            this.#learned.delete(oldest);
        return true;
    }
    /** The text with every secret known so far replaced. */
    redact(text) {
        let hidden = this.#redact(text);
        for (const forms of this.#learned.values()) {
            for (const form of forms)
                if (form.length <= hidden.length)
                    hidden = hidden.replaceAll(form, '***');
        }
        return hidden;
    }
}

;// CONCATENATED MODULE: ./build/run/child/newman/item-path.js
/** Where a folder or request stands in its collection's JSON; empty for the collection itself. */
function itemPath(node) {
    const parent = node.parent();
    return parent ? [...itemPath(parent), 'item', parent.items?.members.indexOf(node) ?? -1] : [];
}
/** Where a script stands in its collection's JSON. */
function scriptPath(event) {
    const owner = event.parent?.();
    return owner && [...itemPath(owner), 'event', owner.events?.members.indexOf(event) ?? -1, 'script'];
}
/** Names of the folders around a request, outermost first. */
function foldersOf(node) {
    const parent = node.parent();
    return parent?.parent() ? [...foldersOf(parent), parent.name] : [];
}

;// CONCATENATED MODULE: ./build/run/child/recorder.js









/** Lines of script output that are kept of a run, and how long each may be. */
const CONSOLE_LINES = 2000;
const CONSOLE_LENGTH = 500;
/** Turns Newman's events into those of the protocol; keeps nothing of an item once it is over. */
class Recorder {
    #emit;
    #secretKeys;
    #veil;
    #exchanges;
    #startedAt = 0;
    #requestedAt = 0;
    #lines = 0;
    #current;
    #scopes = {};
    constructor(job, emit) {
        this.#emit = emit;
        this.#secretKeys = job.secretKeys;
        this.#veil = new LearningRedactor(job.secrets);
        this.#exchanges = new ExchangeStore((text) => this.#veil.redact(text));
    }
    /** Listens to everything that counts. */
    attach(emitter) {
        emitter.on('start', (_, args) => this.#start(args));
        emitter.on('beforeItem', (_, args) => this.#beforeItem(args));
        emitter.on('beforeScript', (_, args) => this.#beforeScript(args));
        emitter.on('script', (error) => this.#script(error));
        emitter.on('exception', (_, args) => this.#exception(args));
        emitter.on('assertion', (error, args) => this.#assertion(error, args));
        emitter.on('console', (_, args) => this.#console(args));
        emitter.on('beforeRequest', () => {
            this.#requestedAt = Date.now();
        });
        emitter.on('request', (error, args) => this.#request(error, args));
        emitter.on('item', () => this.end());
    }
    /** What is under way. */
    get place() {
        return this.#current?.place;
    }
    /** Blames the item under way, if there is one, for what ends the run. */
    crash({ kind, message }) {
        const path = this.#current?.script?.path;
        this.#current?.faults.push({ kind, message, ...(path ? { script: path } : {}) });
        return this.#current !== undefined;
    }
    /** Reports the item under way as far as it has come. */
    end() {
        const current = this.#current;
        if (!current)
            return;
        this.#closeScript(current);
        this.#current = undefined;
        const { last } = current;
        const failed = current.faults.length > 0 || (last?.response?.code ?? 0) >= 500;
        const exchange = last && this.#exchanges.keep(last, failed ? 'failed' : 'passed');
        this.#emit({ type: 'item', ...this.#hidden(current), ...(exchange ? { exchange } : {}) });
    }
    /** An item's texts are hidden when it is over: a script may speak of a secret before it is known for one. */
    #hidden({ place, sent, assertions, faults, lines }) {
        const safe = (text) => cut(this.#veil.redact(text));
        return {
            place: { ...place, path: place.path.map(safe), request: safe(place.request) },
            sent: sent.map((one) => ({ ...one, url: safe(one.url) })),
            assertions: assertions.map((one) => ({
                ...one,
                name: safe(one.name),
                ...(one.message === undefined ? {} : { message: safe(one.message) }),
            })),
            faults: faults.map((fault) => ({
                ...fault,
                message: safe(fault.message),
                ...(fault.assertion === undefined ? {} : { assertion: safe(fault.assertion) }),
                ...(fault.comparison === undefined ? {} : { comparison: (0,redact_strings/* redactStrings */.e)(fault.comparison, safe) }),
            })),
            console: lines.map((line) => cut(this.#veil.redact(line), CONSOLE_LENGTH)),
        };
    }
    #start({ cursor, run }) {
        this.#scopes = run.state;
        this.#startedAt = Date.now();
        this.#emit({ type: 'started', iterations: cursor.cycles ?? 1, items: cursor.length ?? 0 });
    }
    #beforeItem({ cursor, item }) {
        this.end();
        const place = {
            iteration: (cursor.iteration ?? 0) + 1,
            at: itemPath(item),
            path: foldersOf(item),
            request: item.name,
        };
        this.#current = { place, sent: [], assertions: [], faults: [], lines: [] };
    }
    #beforeScript({ event }) {
        if (!this.#current)
            return;
        this.#closeScript(this.#current);
        this.#current.script = { path: scriptPath(event), source: event.script?.toSource() ?? '', names: [] };
    }
    #script(error) {
        const current = this.#current;
        if (!current)
            return;
        // With `bail`, failed assertions are told once more as an error of their script.
        if (error && error.name !== 'AssertionFailure')
            this.#fail(current, current.script?.thrown ?? error);
        else
            this.#closeScript(current);
        if (this.#secretKeys.length > 0)
            this.#learn();
    }
    /** An error that a script threw is told twice, here and with the script's end; one thrown later only here. */
    #exception({ error }) {
        const current = this.#current;
        if (!current || !error)
            return;
        if (current.script?.thrown)
            this.#closeScript(current);
        if (current.script)
            current.script.thrown = typeof error === 'string' ? { message: error } : error;
    }
    #closeScript(current) {
        const thrown = current.script?.thrown;
        if (thrown)
            this.#fail(current, thrown, { late: true });
    }
    #fail(current, error, mark = {}) {
        const script = current.script;
        current.faults.push({ ...scriptFailure(error, script), ...mark });
        if (script)
            delete script.thrown;
    }
    #assertion(error, { assertion: name = '', skipped, error: thrown }) {
        const current = this.#current;
        if (!current)
            return;
        if (error)
            this.#failAssertion(current, { name, message: error.message ?? 'failed' }, thrown);
        else
            current.assertions.push({ name, status: skipped ? 'skipped' : 'passed' });
        current.script?.names.push(name);
    }
    #failAssertion(current, failed, thrown = null) {
        const { path, names = [] } = current.script ?? {};
        const { name: assertion, message = '' } = failed;
        const occurrence = names.filter((name) => name === assertion).length;
        current.assertions.push({ ...failed, status: 'failed' });
        current.faults.push((0,json/* omitUndefined */.Oy)({
            kind: 'assertion',
            message,
            assertion,
            occurrence,
            script: path,
            scriptLine: thrown?.scriptLine,
            comparison: thrown ? comparisonOf(thrown) : undefined,
        }));
    }
    #request(error, { cursor, request, response }) {
        const current = this.#current;
        if (!current || !request)
            return;
        for (const credential of (0,suite_secrets/* credentialsOf */.YN)(request.headers))
            this.#veil.add(credential);
        const byScript = cursor.execution !== undefined;
        const method = request.method ?? 'GET';
        const url = (0,suite_secrets/* safeUrl */.Pl)(String(request.url ?? ''));
        if (error)
            current.faults.push(requestFailure(error, `${byScript ? 'pm.sendRequest ' : ''}${method} ${url}`));
        if (!byScript)
            current.last = { request, response };
        current.sent.push({
            method,
            url,
            startedMs: this.#requestedAt - this.#startedAt,
            byScript,
            failed: error !== null,
            ...(response?.code === undefined ? {} : { code: response.code }),
            ...(response?.responseTime === undefined ? {} : { responseMs: response.responseTime }),
            ...(response ? { responseBytes: response.stream?.length ?? 0 } : {}),
        });
    }
    #console({ level, messages }) {
        const lines = this.#current?.lines;
        if (!lines || this.#lines > CONSOLE_LINES)
            return;
        this.#lines += 1;
        const text = messages.map((part) => typeof part === 'string'
            ? part
            : (0,external_node_util_.inspect)(part, { depth: 3, breakLength: 120, maxStringLength: 4 * CONSOLE_LENGTH }));
        // Longer than what will be shown of it: a secret that the final cut goes through must be whole here.
        const line = `${level}: ${text.join(' ').slice(0, 4 * CONSOLE_LENGTH)}`;
        lines.push(this.#lines > CONSOLE_LINES ? '… (more output is left out)' : line);
    }
    /** Values that scripts gave to secret variables are secrets from here on. */
    #learn() {
        for (const scope of [this.#scopes.environment, this.#scopes.globals, this.#scopes.collectionVariables]) {
            for (const key of this.#secretKeys) {
                const value = scope?.get(key);
                if (typeof value === 'string' && value !== '' && this.#veil.add(value))
                    this.#emit({ type: 'secret', text: value });
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/run/child/main.js






/** Longest that reporters may go on after the run, in milliseconds. */
const REPORTERS_MS = 10_000;
/** Serves the parent that forked this process: waits for a suite, runs it, tells what happens, and ends. */
async function runChild() {
    // Long runs are to need little more memory than short ones: less garbage is let pile up before it is collected.
    (0,external_node_v8_.setFlagsFromString)('--heap-growing-percent=50');
    const outbox = new EventBatcher((events, sent) => process.send?.(events, undefined, undefined, sent));
    const desk = { outbox, recorder: undefined };
    // A Ctrl-C reaches the whole group of processes; it is the parent that decides.
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(name, () => undefined);
    process.on('disconnect', () => process.exit(1));
    process.on('uncaughtException', (error) => finish(desk, broken(error)));
    process.on('unhandledRejection', (error) => finish(desk, broken(error)));
    process.on('message', (order) => {
        if (order.type === 'stop')
            finish(desk);
        else
            void serve(order.job, desk);
    });
}
async function serve(job, desk) {
    const recorder = new Recorder(job, (event) => desk.outbox.put(event));
    desk.recorder = recorder;
    desk.outbox.watch(() => recorder.place);
    try {
        await runNewman(job, {
            attach: (emitter) => recorder.attach(emitter),
            started: ({ host }) => {
                host?.on('error', (error) => finish(desk, broken(error)));
                host?.on('exit', () => finish(desk, broken(new Error('The thread that runs scripts ended by itself.'))));
            },
        });
        finish(desk, { type: 'done' }, job.reporters.length > 0);
    }
    catch (error) {
        finish(desk, brokenBy(error, job));
    }
}
function brokenBy(error, { options }) {
    if (error instanceof data/* DataFileError */.t) {
        return (0,json/* omitUndefined */.Oy)({
            type: 'broken',
            kind: 'settings',
            message: error.message,
            file: options.iterationData,
        });
    }
    return broken(error);
}
function broken(error) {
    const { message = String(error), code } = error;
    if (message === 'callback timed out') {
        const stopped = 'The suite was stopped: it took longer than its timeout. Make it faster, or raise `timeout`.';
        return { type: 'broken', kind: 'timeout', message: stopped };
    }
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
        const full = 'The script ran out of memory, and the suite was ended. Make it keep less.';
        return { type: 'broken', kind: 'script', message: full };
    }
    return { type: 'broken', kind: 'script', message };
}
/** Tells what is known, and ends the process; reporters are given time to write their files. */
function finish({ outbox, recorder }, last, lingers = false) {
    // What breaks the run while a request is under way is that request's failure.
    const blamed = last?.type === 'broken' && recorder?.crash(last) === true;
    const place = recorder?.place;
    recorder?.end();
    if (last)
        outbox.put(blamed ? { type: 'done' } : last);
    else if (place)
        outbox.put({ type: 'at', place });
    outbox.close(() => {
        if (!lingers)
            process.exit(0);
        process.removeAllListeners('disconnect');
        process.disconnect();
        setTimeout(() => process.exit(0), REPORTERS_MS).unref();
    });
}


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


/***/ })

};
