export const id = 779;
export const ids = [779,804];
export const modules = {

/***/ 93779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sender: () => (/* binding */ Sender)
});

// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(62807);
// EXTERNAL MODULE: ./build/core/json.js
var core_json = __webpack_require__(28314);
;// CONCATENATED MODULE: ./build/postman/classify.js


/** Reads the four error envelopes (object, string, problem details, HTML or nothing), whatever the content type says. */
function readRefusal({ status, body }, nowMs) {
    const json = parseObject(body);
    const error = json && (0,core_json/* isObject */.Gv)(json.error) ? json.error : undefined;
    const name = (0,core_json/* textOf */.b6)(error?.name) ?? (0,core_json/* textOf */.b6)(json?.error) ?? lastPart((0,core_json/* textOf */.b6)(json?.type)) ?? '';
    const title = [(0,core_json/* textOf */.b6)(json?.title), (0,core_json/* textOf */.b6)(json?.detail)].filter(Boolean).join(': ');
    const message = (0,core_json/* textOf */.b6)(error?.message) ?? (title || (0,core_json/* textOf */.b6)(json?.message) || '');
    const hint = waitIn(error?.details, message, nowMs);
    return {
        status,
        name,
        message,
        details: detailsOf(error?.details ?? json?.details),
        ...(hint === undefined ? {} : { retryAfterMs: hint }),
    };
}
function parseObject(body) {
    try {
        const json = JSON.parse(body);
        return (0,core_json/* isObject */.Gv)(json) ? json : undefined;
    }
    catch {
        return undefined;
    }
}
const lastPart = (type) => type?.split('/').at(-1);
function detailsOf(details) {
    if (Array.isArray(details))
        return details.map((detail) => (typeof detail === 'string' ? detail : JSON.stringify(detail)));
    return (0,core_json/* isObject */.Gv)(details) ? Object.entries(details).map(([key, value]) => `${key}: ${JSON.stringify(value)}`) : [];
}
/** `details.retryAfter` in seconds, or a point in time at the end of the message (older 429 bodies). */
function waitIn(details, message, nowMs) {
    if ((0,core_json/* isObject */.Gv)(details) && typeof details.retryAfter === 'number')
        return details.retryAfter * 1000;
    const [, digits] = /retry (?:after|at) (\d{10,13})\b/i.exec(message) ?? [];
    if (digits === undefined)
        return undefined;
    return Math.max(0, Number(digits) * (digits.length > 11 ? 1 : 1000) - nowMs);
}
/** Whether a 429 (or a 403 that names a usage limit) means the month or the plan, so that no wait helps. */
function isQuota(refusal, { limits, retryAfterMs }) {
    if (/^(serviceLimitExhausted|usageLimit\w*)$/i.test(refusal.name))
        return true;
    if (refusal.status === 403)
        return /\b(usage|service) limit (reached|exhausted)/i.test(refusal.message);
    if (refusal.status !== 429)
        return false;
    if (limits.month?.remaining === 0)
        return true;
    return (retryAfterMs === undefined &&
        refusal.retryAfterMs === undefined &&
        /limit (for|of) your plan|plan limit/i.test(refusal.message));
}
/** The code of a refusal, by its status and by its name where Postman's status alone would mislead. */
function codeOf(refusal, facts) {
    const { status, name } = refusal;
    if (isQuota(refusal, facts))
        return 'quota-exhausted';
    if (status === 429)
        return 'rate-limited';
    if (status === 401)
        return 'unauthorized';
    if (status === 403)
        return 'forbidden';
    if (status === 404 || name === 'instanceNotFoundError')
        return 'not-found';
    if (status === 409)
        return 'conflict';
    if (status === 413)
        return 'too-large';
    if (status === 408 || status >= 500)
        return 'unavailable';
    return 'invalid';
}
const REMEDIES = {
    unauthorized: 'Check that the key is complete, has not expired or been revoked, and belongs to this region (region: eu for EU data residency).',
    forbidden: "Give the key's user at least the Editor role in the workspace; some features need a higher plan.",
    'not-found': "Check the id; the resource may have been deleted, or the key's user may not see it.",
    'rate-limited': 'Run it again later, or raise max-wait.',
    'quota-exhausted': 'Wait for the next month, or ask a team admin for a larger plan; `status` shows the usage.',
    invalid: 'Correct the file as Postman asks, and run it again.',
    conflict: 'Another update of the same resource is under way; run it again in a minute.',
    'too-large': 'Split the collection, or take large saved examples out of it.',
    unavailable: 'Postman may be down for a moment (status.postman.com); run it again.',
    'outcome-unknown': 'Look into the workspace, then run it again: it resolves what was done.',
};
/** The remedy for an error of that code. */
const remedyFor = (code) => REMEDIES[code];
/** What a refusal is to the rest of the program. `what` names the call: "create collection Orders". */
function toError(refusal, { facts, what }) {
    const code = codeOf(refusal, facts);
    if (code === 'quota-exhausted')
        return quotaUsedUp(facts.limits, refusal);
    if (refusal.status >= 300 && refusal.status < 400)
        return redirected(refusal, what);
    const said = [refusal.message, ...refusal.details].filter(Boolean).join('; ').replace(/\s+/g, ' ').slice(0, 600);
    const sentence = said ? `Postman says: ${said}` : 'Postman gave no reason.';
    return new errors/* PostmanError */.B({
        code,
        message: `Could not ${what} (HTTP ${refusal.status}${refusal.name ? ` ${refusal.name}` : ''}). ${sentence}`,
        remedy: remedyFor(code),
        status: refusal.status,
        reason: refusal.name || undefined,
    });
}
/** The month's calls are used up: which limit, how much of it, and what can be done. */
function quotaUsedUp({ month }, refusal) {
    const used = month ? ` (${month.limit - month.remaining} of ${month.limit} calls)` : '';
    const said = refusal?.message ? ` Postman says: ${refusal.message}` : '';
    return new errors/* PostmanError */.B({
        code: 'quota-exhausted',
        message: `The monthly quota of Postman API calls is used up${used}; no further call was made.${said}`,
        remedy: remedyFor('quota-exhausted'),
        status: refusal?.status,
        reason: refusal?.name || undefined,
    });
}
const redirected = ({ status }, what) => new errors/* PostmanError */.B({
    code: 'invalid',
    message: `Could not ${what}: the server answered with a redirect (HTTP ${status}), which is not followed, because the key would go along.`,
    remedy: 'Set api-url to the address of the API itself.',
    status,
});

;// CONCATENATED MODULE: ./build/postman/attempt.js


/** A call that Postman turned down. */
function refused(call, { refusal, facts }) {
    const error = toError(refusal, { facts, what: call.what });
    return {
        ok: false,
        again: againAfter(call, { refusal, facts }),
        error: unknownIf(call, { error, refusal }),
        waitMs: hintOf(refusal, facts),
    };
}
/** Of several hints the longest counts. */
function hintOf(refusal, facts) {
    const hints = [refusal.retryAfterMs, facts.retryAfterMs].filter((hint) => hint !== undefined);
    return hints.length > 0 ? Math.max(...hints) : undefined;
}
function againAfter({ method }, { refusal, facts }) {
    const code = codeOf(refusal, facts);
    if (code === 'rate-limited' || (code === 'conflict' && method === 'PUT'))
        return 'limit';
    return code === 'unavailable' && method !== 'POST' ? 'failure' : 'no';
}
/** A POST that a gateway gave up on may have been applied. */
function unknownIf({ method, what }, { error, refusal }) {
    return method === 'POST' && error.code === 'unavailable'
        ? outcomeUnknown(what, { why: `HTTP ${refusal.status}`, cause: error })
        : error;
}
/** A call without a whole answer. */
function failed(call, { reason, mayHaveArrived, cause }) {
    const message = `Could not ${call.what}: Postman did not answer (${reason}).`;
    const error = new errors/* PostmanError */.B({
        code: 'unavailable',
        message,
        remedy: 'Check the network, the proxy settings and api-url, and run it again.',
        cause,
    });
    if (call.method !== 'POST' || !mayHaveArrived)
        return { ok: false, again: 'failure', error };
    return { ok: false, again: 'no', error: outcomeUnknown(call.what, { why: reason, cause }) };
}
/** A call that Postman accepted: its value, where the answer can be understood. */
function decoded(call, answer) {
    try {
        return { ok: true, value: call.decode(JSON.parse(answer.body)) };
    }
    catch (cause) {
        const message = `Could not ${call.what}: Postman's answer (HTTP ${answer.status}) cannot be understood.`;
        if (call.method === 'POST')
            return {
                ok: false,
                again: 'no',
                error: outcomeUnknown(call.what, { why: 'an answer that cannot be understood', cause }),
            };
        const remedy = 'A proxy or gateway may be in between; check api-url, and run it again.';
        return {
            ok: false,
            again: 'failure',
            error: new errors/* PostmanError */.B({ code: 'unavailable', message, remedy, status: answer.status, cause }),
        };
    }
}
const outcomeUnknown = (what, { why, cause }) => new errors/* PostmanError */.B({
    code: 'outcome-unknown',
    message: `Could not ${what}: nobody knows whether it was applied (${why}).`,
    remedy: remedyFor('outcome-unknown'),
    cause,
});

;// CONCATENATED MODULE: ./build/postman/headers.js
/**
 * Reads every family of limit headers that Postman documents (learning center, "Postman API rate limits") or has been
 * seen to send: `X-RateLimit-*`, `RateLimit-*`, the combined `RateLimit` with `RateLimit-Policy`, the `-Month` pairs and
 * the three spellings of a wait.
 */
function readHeaders(headers, nowMs) {
    const skewMs = skewOf(headers, nowMs);
    const combined = parameters(one(headers.ratelimit));
    const policy = /(\d+)\s*;\s*w\s*=\s*(\d+)/.exec(one(headers['ratelimit-policy']) ?? '');
    const find = (name) => one(headers[`x-ratelimit-${name}`]) ?? one(headers[`ratelimit-${name}`]);
    const reset = find('reset') ?? combined.get('reset');
    const resetAt = reset === undefined ? undefined : resetTime(Number(reset), { nowMs, skewMs });
    const window = pair(find('limit') ?? combined.get('limit') ?? policy?.[1], find('remaining') ?? combined.get('remaining'));
    const month = pair(find('limit-month'), find('remaining-month'));
    const retryAfterMs = readRetryAfter(headers, { nowMs, skewMs });
    return {
        limits: {
            ...(window ? { window: { ...window, ...(resetAt ? { resetAt } : {}) } } : {}),
            ...(month ? { month } : {}),
        },
        resetCutMs: Number(reset) >= EPOCH_MILLISECONDS ? 0 : SECOND_MS,
        resetLateMs: Number(reset) >= EPOCH_SECONDS && skewMs !== 0 ? SECOND_MS : 0,
        skewMs,
        serverAheadMs: aheadOf(headers, nowMs),
        ...(policy ? { windowMs: Number(policy[2]) * 1000 } : {}),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
}
const one = (header) => typeof header === 'string' ? header : header?.[0];
/** `limit=300, remaining=12, reset=30` → its parameters. */
const parameters = (header) => new Map([...(header ?? '').matchAll(/([a-z]+)\s*=\s*(\d+)/gi)].map(([, name = '', text = '']) => [
    name.toLowerCase(),
    text,
]));
function pair(limit, remaining) {
    const [most, left] = [wholeNumber(limit), wholeNumber(remaining)];
    return most === undefined || left === undefined ? undefined : { limit: most, remaining: left };
}
const wholeNumber = (text) => text !== undefined && /^\s*\d+/.test(text) ? Number.parseInt(text, 10) : undefined;
/** A `Date` header is cut to the second: within this much of it, two clocks agree. */
const DATE_BLUR_MS = 2_000;
function skewOf(headers, nowMs) {
    const server = Date.parse(headers.date ?? '');
    if (Number.isNaN(server))
        return 0;
    const skew = server - nowMs;
    return Math.abs(skew) <= DATE_BLUR_MS ? 0 : skew;
}
function aheadOf(headers, nowMs) {
    const server = Date.parse(headers.date ?? '');
    if (Number.isNaN(server) || (nowMs >= server && nowMs < server + 1_000))
        return 0;
    return Math.max(0, server + 999 - nowMs);
}
const SECOND_MS = 1_000;
/** From this on a reset is a point in time in seconds, and from the next on in milliseconds; below it is a number of seconds. */
const EPOCH_SECONDS = 1e9;
const EPOCH_MILLISECONDS = 1e12;
/** The reset in our own clock's time. */
function resetTime(reset, clocks) {
    if (!Number.isFinite(reset) || reset < 0)
        return undefined;
    if (reset >= EPOCH_MILLISECONDS)
        return new Date(reset - clocks.skewMs);
    return reset >= EPOCH_SECONDS ? new Date(reset * 1000 - clocks.skewMs) : new Date(clocks.nowMs + reset * 1000);
}
function readRetryAfter(headers, { nowMs, skewMs }) {
    const millis = wholeNumber(one(headers['retry-after-ms']));
    if (millis !== undefined)
        return millis;
    const text = one(headers['retry-after']) ?? one(headers.retryafter) ?? one(headers['x-ratelimit-retryafter']);
    if (text === undefined)
        return undefined;
    if (/^\s*\d+(\.\d+)?\s*$/.test(text))
        return waitUntil(Number(text), { nowMs, skewMs });
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(0, date - skewMs - nowMs);
}
/** A wait is a number of seconds; some servers give the point in time instead. */
function waitUntil(value, clocks) {
    if (value < EPOCH_SECONDS)
        return value * 1000;
    return Math.max(0, (resetTime(value, clocks)?.getTime() ?? clocks.nowMs) - clocks.nowMs);
}

;// CONCATENATED MODULE: ./build/postman/window.js
const window_SECOND_MS = 1_000;
/** Timers and clocks differ by this much without meaning anything. */
const BLUR_MS = 10;
/** A yes that comes later than this after the time in question says nothing of that time. */
const PROMPT_MS = 250;
/** Doubt about a window's end is worth resolving from this share of its length on. */
const WORTH = 0.1;
/**
 * One limit of the server, as its answers show it, and what is known of the end of its window.
 *
 * A reset told in whole seconds leaves a doubt of two of them, which is most of a short window: too early is a refusal,
 * too late is time lost. Two questions remove the doubt, and the last call that a window has room for asks them by its
 * time of sending: has the next window opened at the announced reset already (then resets are rounded up, else down)? And
 * has it, a whole number of seconds behind the opening (then that is the length of all windows to come)? Either answer
 * costs nothing and refuses nothing. A window whose opening was not waited for may have been opened by somebody else, and
 * is not measured from there.
 */
class LimitWindow {
    #current;
    #rounding = 'unknown';
    #lengthMs = 'unknown';
    /** As far as the questions about the length have been answered with no. */
    #longerThanMs = 0;
    constructor(reading) {
        this.#current = opened(reading, false);
        if (reading.lengthMs)
            this.#lengthMs = reading.lengthMs;
    }
    /** Calls that the window had room for at the latest answer. */
    get remaining() {
        return this.#current.remaining;
    }
    /** From when on the next window is open, as far as can be known. */
    get opensAtMs() {
        const { lastMs } = this.#ends();
        const { waitedFor, heardMs } = this.#current;
        return waitedFor && typeof this.#lengthMs === 'number' ? Math.min(lastMs, heardMs + this.#lengthMs) : lastMs;
    }
    /** When to send the last call that there is room for: at once (in the past), or when it answers a question. */
    get lastAtMs() {
        return this.#question()?.atMs ?? this.#current.heardMs;
    }
    /** Takes in what the answer to a call told. */
    hear(reading) {
        const { call } = reading;
        const question = this.#question();
        const asked = question !== undefined && call.sentMs >= question.atMs && call.sentMs < this.opensAtMs;
        const turned = this.#isNext(reading);
        const isPrompt = reading.heardMs - (question?.atMs ?? 0) <= PROMPT_MS;
        if (asked && (isPrompt || !turned))
            this.#learn(question, turned);
        if (turned)
            this.#current = opened(reading, call.sentMs >= this.#ends().firstMs);
        else
            this.#current = narrowed(this.#current, reading);
    }
    /** A call was refused: the window had not ended when it was sent. What seemed to be known of its end is wrong. */
    refuse({ sentMs }) {
        if (sentMs >= this.opensAtMs) {
            this.#rounding = 'either';
            if (typeof this.#lengthMs === 'number')
                this.#lengthMs = 'uneven';
        }
        this.#current = { ...this.#current, remaining: 0, notBeforeMs: sentMs };
    }
    /** An answer to a call that was sent when the latest state was known, and tells of more room or a time behind the window. */
    #isNext({ call, remaining, resetAtMs, cutMs, lateMs }) {
        const known = this.#current;
        if (call.index < known.knownSince)
            return false;
        if (resetAtMs - cutMs - lateMs > known.soonestMs + known.cutMs)
            return true;
        return remaining > known.remaining || call.sentMs >= this.opensAtMs;
    }
    #learn({ about, lengthMs }, turned) {
        if (about === 'rounding' && turned && this.#current.lateMs > 0)
            return;
        if (about === 'rounding')
            this.#rounding = turned ? 'up' : 'down';
        else if (turned)
            this.#lengthMs = lengthMs;
        else
            this.#longerThanMs = lengthMs;
    }
    #question() {
        const { heardMs, soonestMs, waitedFor } = this.#current;
        const { firstMs, lastMs } = this.#ends();
        if (lastMs - firstMs <= WORTH * (lastMs - heardMs))
            return undefined;
        if (this.#rounding === 'unknown')
            return { about: 'rounding', atMs: soonestMs, lengthMs: 0 };
        if (!waitedFor || this.#lengthMs !== 'unknown')
            return undefined;
        const longerThanMs = Math.max(this.#longerThanMs, firstMs - heardMs - BLUR_MS, 0);
        const lengthMs = (Math.floor(longerThanMs / window_SECOND_MS) + 1) * window_SECOND_MS;
        const atMs = heardMs + lengthMs;
        return atMs < lastMs ? { about: 'length', atMs, lengthMs } : undefined;
    }
    /** The first and the last time at which the window may end. */
    #ends() {
        const { soonestMs, latestMs, cutMs, lateMs, notBeforeMs } = this.#current;
        const firstMs = latestMs - lateMs - (this.#rounding === 'down' ? 0 : cutMs);
        const lastMs = this.#rounding === 'up' ? soonestMs : Math.max(soonestMs + cutMs, latestMs);
        return { firstMs: Math.max(firstMs, notBeforeMs), lastMs: Math.max(firstMs, lastMs, notBeforeMs) + BLUR_MS };
    }
}
function opened(reading, isAwaited) {
    const { limit, remaining, resetAtMs, cutMs, lateMs, heardMs, sentBefore, call } = reading;
    return {
        remaining,
        cutMs,
        lateMs,
        heardMs,
        waitedFor: isAwaited && remaining === limit - 1,
        soonestMs: resetAtMs,
        latestMs: resetAtMs,
        notBeforeMs: call.sentMs,
        knownSince: sentBefore,
    };
}
/** Answers may overtake one another: the least room counts. A window that slides announces later resets as it goes. */
function narrowed(known, reading) {
    const { remaining, resetAtMs, cutMs, lateMs, sentBefore, call } = reading;
    const slides = cutMs + lateMs === 0 && call.index >= known.knownSince;
    return {
        ...known,
        remaining: Math.min(known.remaining, remaining),
        soonestMs: slides ? resetAtMs : Math.min(known.soonestMs, resetAtMs),
        latestMs: Math.max(known.latestMs, resetAtMs),
        notBeforeMs: Math.max(known.notBeforeMs, call.sentMs),
        knownSince: remaining <= known.remaining ? sentBefore : known.knownSince,
    };
}

;// CONCATENATED MODULE: ./build/postman/pacing.js

/** Postman allows 10 calls in 10 seconds on these and sends no hint of it beforehand (Postman API documentation, "Rate limits"). */
const KNOWN = { calls: 10, perMs: 10_000 };
/** The lane of a call, by its method and path. */
function laneOf(method, path) {
    if (/^\/monitors(\/|$)/.test(path))
        return 'monitors';
    return method === 'GET' && /^\/(collections|workspaces|workspaces\/[^/]+)$/.test(path) ? 'lists' : 'general';
}
/** How soon to look again whether the call that went ahead has come back. */
const PROBE_MS = 20;
/**
 * Decides how long a call must wait so that it meets no 429. It keeps no clock and waits for nothing itself: callers say
 * what time it is. Calls go out at once while the window has room (that is what the least possible time asks for), and
 * wait for the next window when it has none; then one goes ahead to see what that holds.
 */
class Pacer {
    #lanes = new Map();
    #notBeforeMs = 0;
    /** Notes that a caller waits for its turn. */
    join(lane) {
        this.#of(lane).waiting += 1;
    }
    /** Notes that it no longer does. */
    leave(lane) {
        this.#of(lane).waiting -= 1;
    }
    /** Milliseconds until a call of that lane may be sent; 0 means now. */
    delayMs(lane, nowMs) {
        const traffic = this.#of(lane);
        const untilMs = Math.max(this.#notBeforeMs, windowFreeAtMs(traffic, nowMs), knownFreeAtMs(traffic));
        return Math.max(0, untilMs - nowMs);
    }
    /** Notes that a call of that lane is being sent. */
    start(lane, nowMs) {
        const traffic = this.#of(lane);
        const ticket = { lane, index: traffic.sent, sentMs: nowMs };
        if (traffic.window && nowMs >= turnsAtMs(traffic, traffic.window))
            traffic.probe = ticket;
        traffic.sent += 1;
        traffic.underWay += 1;
        if (lane !== 'general')
            traffic.latestMs = [...traffic.latestMs, nowMs].slice(-KNOWN.calls);
        return ticket;
    }
    /** Notes the end of a call. */
    finish(ticket, { nowMs, facts, refused = false }) {
        const traffic = this.#of(ticket.lane);
        traffic.underWay -= 1;
        if (traffic.probe === ticket)
            traffic.probe = undefined;
        if (refused)
            traffic.window?.refuse(ticket);
        const reading = facts && readingOf(facts, { call: ticket, heardMs: nowMs, sentBefore: traffic.sent });
        if (!reading)
            return;
        if (traffic.window)
            traffic.window.hear(reading);
        else
            traffic.window = new LimitWindow(reading);
    }
    /** Nobody may send until then: a 429 or a 503 asked for it. */
    hold(untilMs) {
        this.#notBeforeMs = Math.max(this.#notBeforeMs, untilMs);
    }
    #of(lane) {
        const traffic = this.#lanes.get(lane) ?? { waiting: 0, underWay: 0, sent: 0, latestMs: [] };
        this.#lanes.set(lane, traffic);
        return traffic;
    }
}
/** From when on a call shows whether the next window is open: the last one that there is room for, or the first of the next. */
function turnsAtMs({ underWay, waiting }, window) {
    const isLast = window.remaining - underWay === 1 && waiting > 1;
    return isLast ? window.lastAtMs : window.opensAtMs;
}
/**
 * The last call that there is room for is put off only where another one behind it has to wait for the next window anyway:
 * those under way are let come back first, to see whether there is one.
 */
function windowFreeAtMs(traffic, nowMs) {
    const { window, underWay, waiting, probe } = traffic;
    if (!window)
        return 0;
    if (probe)
        return nowMs + PROBE_MS;
    const room = window.remaining - underWay;
    if (room < 1)
        return window.opensAtMs;
    if (room > 1 || window.lastAtMs <= nowMs)
        return 0;
    if (waiting > 1)
        return window.lastAtMs;
    return underWay > 0 ? nowMs + PROBE_MS : 0;
}
function knownFreeAtMs({ latestMs }) {
    const oldest = latestMs.at(-KNOWN.calls);
    return oldest === undefined ? 0 : oldest + KNOWN.perMs;
}
function readingOf({ limits: { window }, resetCutMs, resetLateMs, windowMs }, answer) {
    if (!window?.resetAt)
        return undefined;
    const { limit, remaining, resetAt } = window;
    const reset = { resetAtMs: resetAt.getTime(), cutMs: resetCutMs, lateMs: resetLateMs };
    return { ...answer, ...reset, limit, remaining, lengthMs: windowMs };
}

// EXTERNAL MODULE: ./build/postman/transport.js
var postman_transport = __webpack_require__(30804);
;// CONCATENATED MODULE: ./build/postman/waiting.js

/** From here on a wait is worth a line. */
const LONG_MS = 3_000;
/** Waits on limits, within one sum for the whole run, and says so when it takes long. */
class WaitBudget {
    #clock;
    #log;
    #maxWaitMs;
    /** Ends of waits, so that calls that wait side by side count the time once. */
    #countedUntilMs = 0;
    #announcedUntilMs = 0;
    waitedMs = 0;
    constructor({ clock, log, maxWaitMs }) {
        this.#clock = clock;
        this.#log = log;
        this.#maxWaitMs = maxWaitMs;
    }
    /** Waits until `delayMs` says 0. */
    async untilFree(what, delayMs) {
        for (let delay = delayMs(); delay > 0; delay = delayMs()) {
            await this.wait(delay, { error: tooLong(what) });
        }
    }
    /** Waits that long, or throws at once when that is more than the run may still wait. `spare` is called before waiting. */
    async wait(ms, { error, spare }) {
        const now = this.#clock.now();
        const until = now + ms;
        const added = Math.max(0, until - Math.max(now, this.#countedUntilMs));
        if (this.waitedMs + added > this.#maxWaitMs)
            throw this.#refuse(ms, error);
        spare?.();
        this.#countedUntilMs = Math.max(this.#countedUntilMs, until);
        this.waitedMs += Math.round(added);
        const done = this.#announce(ms, until);
        await this.#clock.sleep(ms);
        done();
    }
    /** Calls that wait side by side for the same limit are one wait to those who watch. */
    #announce(ms, until) {
        if (ms < LONG_MS || until <= this.#announcedUntilMs + LONG_MS)
            return () => { };
        this.#announcedUntilMs = until;
        return this.#log.waiting("Waiting for Postman's rate limit", until);
    }
    #refuse(ms, error) {
        const back = new Date(this.#clock.now() + ms).toISOString();
        return new errors/* PostmanError */.B({
            code: error.code,
            message: `${error.message} The wait of ${seconds(ms)} goes beyond max-wait (${seconds(this.#maxWaitMs)}, of which ${seconds(this.waitedMs)} are used).`,
            remedy: `Come back after ${back}, or raise max-wait.`,
            status: error.status,
            reason: error.reason,
            cause: error,
        });
    }
}
const seconds = (ms) => `${Math.ceil(ms / 1000)} s`;
const tooLong = (what) => new errors/* PostmanError */.B({
    code: 'rate-limited',
    message: `Could not ${what}: Postman's rate limit is used up.`,
    remedy: 'Raise max-wait.',
});

;// CONCATENATED MODULE: ./build/postman/sender.js






/** How often a call is tried that failed for another reason than a limit. */
const TRIES = 5;
/**
 * The one function that talks to Postman: it authenticates, paces, retries, keeps the limits and names the errors. Reads,
 * PUT and DELETE are tried again; a POST only where it certainly was not applied, and otherwise ends as
 * `outcome-unknown`, which the caller resolves by looking.
 */
class Sender {
    #options;
    #pacer = new Pacer();
    #waits;
    #limits = {};
    #calls = 0;
    #serverAheadMs = 0;
    /** Set by an answer that makes every further call pointless: a wrong key, an empty quota. */
    #final;
    constructor(options) {
        this.#options = options;
        this.#waits = new WaitBudget(options);
    }
    /** What was used so far, and what is left. */
    use() {
        return { limits: this.#limits, apiCalls: this.#calls, waitedMs: this.#waits.waitedMs };
    }
    /** The server's time. */
    serverNow() {
        return new Date(this.#options.clock.now() + this.#serverAheadMs);
    }
    /** Sends a call until it succeeds or cannot; throws a PostmanError. */
    async send(call) {
        for (let tries = 1;; tries += 1) {
            const attempt = await this.#attempt(call);
            if (attempt.ok)
                return attempt.value;
            const { error, again } = attempt;
            if (again === 'no' || (again === 'failure' && tries >= TRIES))
                throw error;
            await this.#pause({ attempt, tries, error });
        }
    }
    /** Waits between looks at something that takes its time; no limit asked for it. */
    pause(ms) {
        return this.#options.clock.sleep(ms);
    }
    async #attempt(call) {
        const lane = laneOfCall(call);
        await this.#turn(lane, call);
        if (this.#final)
            throw this.#final;
        const { clock, transport } = this.#options;
        const ticket = this.#pacer.start(lane, clock.now());
        this.#calls += 1;
        let facts;
        let attempt;
        try {
            const answer = await transport.send(this.#wire(call));
            facts = this.#note(answer);
            attempt = this.#judge(call, { answer, facts });
        }
        catch (error) {
            if (!(error instanceof postman_transport/* TransportError */.w))
                throw error;
            attempt = failed(call, error);
        }
        finally {
            const refused = attempt?.ok === false && attempt.error.code === 'rate-limited';
            this.#pacer.finish(ticket, { nowMs: clock.now(), facts, refused });
        }
        return attempt;
    }
    async #turn(lane, { what }) {
        this.#pacer.join(lane);
        try {
            await this.#waits.untilFree(what, () => this.#pacer.delayMs(lane, this.#options.clock.now()));
        }
        finally {
            this.#pacer.leave(lane);
        }
    }
    #wire({ method, path, body, headers }) {
        const { baseUrl, apiKey } = this.#options;
        const length = { 'content-length': String(Buffer.byteLength(body ?? '')) };
        return {
            method,
            url: `${baseUrl}${path}`,
            headers: {
                accept: 'application/json',
                'accept-encoding': 'gzip',
                ...headers,
                'x-api-key': apiKey.reveal(),
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                ...(method === 'GET' ? {} : length),
            },
            ...(body === undefined ? {} : { body }),
        };
    }
    #note(answer) {
        const facts = readHeaders(answer.headers, this.#options.clock.now());
        this.#limits = { ...this.#limits, ...facts.limits };
        this.#serverAheadMs = facts.serverAheadMs;
        if (facts.limits.month?.remaining === 0)
            this.#final ??= quotaUsedUp(facts.limits);
        return facts;
    }
    #judge(call, { answer, facts }) {
        if (answer.status >= 200 && answer.status < 300)
            return decoded(call, answer);
        const attempt = refused(call, { refusal: readRefusal(answer, this.#options.clock.now()), facts });
        const { code } = attempt.error;
        if (code === 'unauthorized' || (code === 'quota-exhausted' && !call.ownAllowance))
            this.#final = attempt.error;
        return attempt;
    }
    async #pause({ attempt, tries, error }) {
        const { clock, random } = this.#options;
        const backoffMs = Math.min(30_000, 500 * 2 ** (tries - 1)) * (0.5 + random() / 2);
        if (attempt.waitMs === undefined && attempt.again === 'failure')
            return clock.sleep(backoffMs);
        const waitMs = Math.max(attempt.waitMs ?? backoffMs, SHORTEST_WAIT_MS);
        await this.#waits.wait(waitMs, { error, spare: () => this.#pacer.hold(clock.now() + waitMs) });
    }
}
/** A wait of nothing would hammer a server that just said no. */
const SHORTEST_WAIT_MS = 250;
const laneOfCall = ({ method, path }) => laneOf(method, path.replace(/\?.*$/s, ''));


/***/ }),

/***/ 30804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createTransport: () => (/* binding */ createTransport),
/* harmony export */   w: () => (/* binding */ TransportError)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44942);


/** No whole answer came. */
class TransportError extends Error {
    /** Whether the request may have reached the server: then a write may have been applied. */
    mayHaveArrived;
    /** Node's code (`ECONNRESET`), or `timeout`. */
    reason;
    constructor(reason, init) {
        super(`No answer (${reason})`, { cause: init.cause });
        this.name = 'TransportError';
        this.reason = reason;
        this.mayHaveArrived = init.mayHaveArrived;
    }
}
/** Failures that come before a request is sent: nothing can have been applied. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
/**
 * A transport over `@actions/http-client`: proxies from the environment, keep-alive, no redirects (they would carry the
 * key to another host) and no retries. The body is read here and not by `readBody`, which never settles when the
 * connection breaks in the middle.
 */
function createTransport(userAgent, { idleMs, totalMs }) {
    const shared = { keepAlive: true, allowRedirects: false, allowRetries: false, socketTimeout: idleMs };
    const pool = new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq(userAgent, [], shared);
    return {
        send: async ({ method, url, headers, body }) => {
            const deadline = AbortSignal.timeout(totalMs);
            try {
                const client = new _actions_http_client__WEBPACK_IMPORTED_MODULE_1__/* .HttpClient */ .Qq(userAgent, [pooled(pool.getAgent(url), deadline)], shared);
                const { message } = await client.request(method, url, body ?? '', { ...headers });
                return { status: message.statusCode ?? 0, headers: message.headers, body: await readWhole(message, idleMs) };
            }
            catch (cause) {
                throw toTransportError(cause, deadline);
            }
        },
        close: () => pool.dispose(),
    };
}
/** What http-client calls a handler: here it shares the pool's sockets and puts a deadline on the request. */
const pooled = (agent, signal) => ({
    prepareRequest(options) {
        options.agent = agent;
        options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('Not used.')),
});
/** The whole body as text; rejects when the connection ends or falls silent before the body does. */
async function readWhole(message, idleMs) {
    message.setTimeout(idleMs, () => message.destroy(Object.assign(new Error('The server fell silent'), { code: 'timeout' })));
    const chunks = [];
    for await (const chunk of decompressed(message))
        chunks.push(chunk);
    if (!message.complete)
        throw Object.assign(new Error('The answer was cut off'), { code: 'ECONNRESET' });
    return Buffer.concat(chunks).toString('utf8');
}
function decompressed(message) {
    const decoder = decoderOf(message.headers['content-encoding']);
    if (!decoder)
        return message;
    message.on('error', (error) => decoder.destroy(error));
    message.on('aborted', () => decoder.destroy(Object.assign(new Error('The answer was cut off'), { code: 'ECONNRESET' })));
    return message.pipe(decoder);
}
function decoderOf(encoding) {
    switch (encoding?.toLowerCase()) {
        case 'gzip':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGunzip)();
        case 'deflate':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createInflate)();
        case 'br':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createBrotliDecompress)();
        default:
            return undefined;
    }
}
function toTransportError(cause, deadline) {
    const code = String(cause?.code ?? '');
    const timedOut = deadline.aborted || (cause instanceof Error && /timeout/i.test(cause.message));
    const reason = timedOut ? 'timeout' : code || 'connection failed';
    return new TransportError(reason, { mayHaveArrived: timedOut || !BEFORE_SENDING.test(code), cause });
}


/***/ })

};
