export const id = 138;
export const ids = [138];
export const modules = {

/***/ 24072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toTransportError),
/* harmony export */   w: () => (/* binding */ TransportError)
/* harmony export */ });
/** No whole answer came. */
class TransportError extends Error {
    mayHaveArrived;
    again;
    /** Node's code (`ECONNRESET`), or a few words. */
    reason;
    /** What the user can do, one sentence. */
    remedy;
    constructor(reason, { mayHaveArrived, again = 'failure', remedy = CHECK_NETWORK, cause }) {
        super(`No answer (${reason})`, { cause });
        this.name = 'TransportError';
        this.reason = reason;
        this.mayHaveArrived = mayHaveArrived;
        this.again = again;
        this.remedy = remedy;
    }
}
const CHECK_NETWORK = 'Check the network, the proxy settings and api-url, and run it again.';
/** Failures that come before a request is sent: nothing can have been applied. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_URL)/;
/** A certificate that is not trusted will not be a moment later. */
const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const CHECK_CERTIFICATE = 'If a proxy or gateway of your own signs it, name its CA in NODE_EXTRA_CA_CERTS; otherwise check api-url.';
/** What made a request fail, in one shape. */
function toTransportError(cause, timedOut) {
    if (cause instanceof TransportError)
        return cause;
    const code = String(cause?.code ?? '');
    if (timedOut || (cause instanceof Error && /timeout/i.test(cause.message)))
        return new TransportError('timeout', { mayHaveArrived: true, again: 'once', cause });
    if (CERTIFICATE.test(code)) {
        const reason = `its certificate cannot be trusted: ${code}`;
        return new TransportError(reason, { mayHaveArrived: false, again: 'no', remedy: CHECK_CERTIFICATE, cause });
    }
    return new TransportError(code || 'connection failed', { mayHaveArrived: !BEFORE_SENDING.test(code), cause });
}


/***/ }),

/***/ 5138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sender: () => (/* binding */ Sender)
});

// EXTERNAL MODULE: ./build/core/model/errors.js
var errors = __webpack_require__(31193);
// EXTERNAL MODULE: ./build/core/model/limits.js
var limits = __webpack_require__(99270);
// EXTERNAL MODULE: ./build/core/model/secret.js
var secret = __webpack_require__(82250);
;// CONCATENATED MODULE: ./build/postman/map-error.js

/** Whether a refusal means the month or the plan, so that no wait helps. */
function exhaustedBy(refusal, { limits, retryAfterMs }) {
    const { status, name, message } = refusal;
    const left = limits.month?.remaining;
    if (/^serviceLimitExhausted$/i.test(name))
        return left === undefined || left === 0 ? 'month' : 'plan';
    if (/^usageLimit\w*$/i.test(name))
        return 'plan';
    if (refusal.ownAllowance && isAllowanceUsedUp(refusal))
        return 'plan';
    if (status === 403)
        return /\b(usage|service) limit (reached|exhausted)/i.test(message) ? 'plan' : undefined;
    if (status !== 429)
        return undefined;
    if (left === 0)
        return 'month';
    const hinted = retryAfterMs !== undefined || refusal.retryAfterMs !== undefined;
    return !hinted && /limit (for|of) your plan|plan limit/i.test(message) ? 'plan' : undefined;
}
/** How Postman refuses a monitor when the month's monitored requests are used up is documented nowhere. */
const isAllowanceUsedUp = ({ status, name, message }) => (status === 402 || status === 403) && /limit|usage|quota|exhaust|used up/i.test(`${name} ${message}`);
/** The code of a refusal, by its status and by its name where Postman's status alone would mislead. */
function codeOf(refusal, facts) {
    const { status, name } = refusal;
    if (exhaustedBy(refusal, facts))
        return 'quota-exhausted';
    if (status === 429 || name === 'rateLimit')
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
    unauthorized: 'Check that the key is complete and has neither expired nor been revoked, and the region: a key of EU data residency needs region: eu, any other key region: us.',
    forbidden: "Give the key's user at least the Editor role in the workspace; some features need a higher plan.",
    'not-found': "Check the id; the resource may have been deleted, or the key's user may not see it.",
    'rate-limited': 'Run it again later.',
    'quota-exhausted': 'Wait for the next month, or ask a team admin for a larger plan; `status` shows the usage.',
    invalid: 'Correct the file as Postman asks, and run it again.',
    conflict: 'Another update of the same resource is under way; run it again in a minute.',
    'too-large': 'Split it, or take large saved examples out of it.',
    unavailable: 'Postman may be down for a moment (status.postman.com); run it again.',
    'outcome-unknown': 'Look into the workspace, then run it again: it resolves what was done.',
    stopped: 'Run it again: it finds what was done.',
};
/** The remedy for an error of that code. */
const remedyFor = (code) => REMEDIES[code];
const OTHER_REGION = 'Ask for the region that the key belongs to (region: us or eu); some features are not offered in every region.';
/** What a refusal is to the rest of the program. `what` names the call: "create collection Orders". */
function toPostmanError(refusal, { facts, what }) {
    const { status, name, message } = refusal;
    const exhausted = exhaustedBy(refusal, facts);
    if (exhausted)
        return usedUp(exhausted, { limits: facts.limits, refusal });
    if (status >= 300 && status < 400)
        return redirected(refusal, what);
    const code = codeOf(refusal, facts);
    // What a limit is reached with says nothing: the next call would have met it as well.
    const problem = code === 'rate-limited' ? "Postman's rate limit is used up" : `Could not ${what}`;
    const elsewhere = code === 'forbidden' && /available in your region/i.test(message);
    return new errors/* PostmanError */.Bk({
        code,
        message: `${problem} (HTTP ${status}${name ? ` ${name}` : ''}). ${quoted(refusal) || 'Postman gave no reason.'}`,
        remedy: elsewhere ? OTHER_REGION : remedyFor(code),
        status,
        reason: name || undefined,
    });
}
/** Postman's own words as a sentence; nothing where it has none. */
const quoted = ({ message }) => message && `Postman says: ${message}${/[.!?…]$/.test(message) ? '' : '.'}`;
/** The month's calls are used up: how many there were, and what can be done. */
const monthUsedUp = (limits) => usedUp('month', { limits });
/** The month has no calls left but those that are kept for the record of what was done. */
const monthEnds = (limits) => new errors/* PostmanError */.Bk({
    code: 'quota-exhausted',
    message: `The monthly quota of Postman API calls ends${usedOf(limits)}; what is left is kept for recording what was done.`,
    remedy: remedyFor('quota-exhausted'),
});
function usedUp(exhausted, { limits, refusal }) {
    const what = { month: 'The monthly quota of Postman API calls', plan: 'What the Postman plan allows' }[exhausted];
    const said = refusal ? quoted(refusal) : '';
    return new errors/* PostmanError */.Bk({
        code: 'quota-exhausted',
        message: `${what} is used up${exhausted === 'month' ? usedOf(limits) : ''}; no further call was made.${said && ` ${said}`}`,
        remedy: remedyFor('quota-exhausted'),
        status: refusal?.status,
        reason: refusal?.name || undefined,
    });
}
/** How much of the month's calls is used, where Postman told it. */
const usedOf = ({ month }) => month?.limit === undefined ? '' : ` (${month.limit - month.remaining} of ${month.limit} calls)`;
const redirected = ({ status }, what) => new errors/* PostmanError */.Bk({
    code: 'invalid',
    message: `Could not ${what}: the server answered with a redirect (HTTP ${status}), which is not followed, because the key would go along.`,
    remedy: 'Set api-url to the address of the API itself.',
    status,
});

;// CONCATENATED MODULE: ./build/postman/abortable-clock.js


/** The run was stopped from outside: what a call that was not begun ends with. */
const stoppedError = ({ reason }) => new errors/* PostmanError */.Bk({
    code: 'stopped',
    message: `${reason instanceof Error ? reason.message.replace(/\.$/, '') : 'Stopped from outside'}: no further call to Postman was made.`,
    remedy: remedyFor('stopped'),
    cause: reason,
});
/** A clock whose sleeps end with the run. */
function abortableClock(clock, signal) {
    if (!signal)
        return clock;
    return {
        now: () => clock.now(),
        sleep: async (ms) => {
            try {
                await clock.sleep(ms, signal);
            }
            catch {
                throw stoppedError(signal);
            }
        },
    };
}

// EXTERNAL MODULE: ./build/core/lib/json.js
var lib_json = __webpack_require__(3870);
;// CONCATENATED MODULE: ./build/postman/rate-limit/headers.js

/**
 * Reads every family of limit headers that Postman documents (learning center, "Postman API rate limits") or has been
 * seen to send: `X-RateLimit-*`, `RateLimit-*`, the combined `RateLimit` with `RateLimit-Policy`, the `-Month` pairs and
 * the three spellings of a wait.
 */
function readLimitHeaders(headers, nowMs) {
    const skewMs = skewOf(headers, nowMs);
    const find = (name) => one(headers[`x-ratelimit-${name}`]) ?? one(headers[`ratelimit-${name}`]);
    const { window, ...facts } = readWindow(headers, { find, nowMs, skewMs });
    const month = monthOf(find('limit-month'), find('remaining-month'));
    const retryAfterMs = readRetryAfter(headers, { nowMs, skewMs });
    return {
        limits: { ...(window ? { window } : {}), ...(month ? { month } : {}) },
        ...facts,
        skewMs,
        serverAheadMs: aheadOf(headers, nowMs),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
}
function readWindow(headers, { find, ...clocks }) {
    const combined = parameters(one(headers.ratelimit));
    const told = (name) => find(name) ?? combined.get(name);
    const policy = /(\d+)\s*;\s*w\s*=\s*(\d+)/.exec(one(headers['ratelimit-policy']) ?? '');
    const reset = amount(told('reset')) ?? Number.NaN;
    const resetAt = resetTime(reset, clocks);
    const limit = wholeNumber(told('limit') ?? policy?.[1]);
    const remaining = wholeNumber(told('remaining'));
    const isPair = limit !== undefined && remaining !== undefined;
    const window = (0,lib_json/* omitUndefined */.Oy)({ limit, remaining, resetAt });
    return {
        ...(Object.keys(window).length > 0 ? { window } : {}),
        resetRoundingMs: reset >= EPOCH_MILLISECONDS ? 0 : SECOND_MS,
        resetClockErrorMs: reset >= EPOCH_SECONDS && clocks.skewMs !== 0 ? SECOND_MS : 0,
        ...(policy ? { windowMs: Number(policy[2]) * 1000 } : {}),
        ...(resetAt && !isPair && !remaining ? { resetInMs: Math.max(0, resetAt.getTime() - clocks.nowMs) } : {}),
    };
}
const one = (header) => typeof header === 'string' ? header : header?.[0];
/** `limit=300, remaining=12, reset=30` → its parameters. */
const parameters = (header) => new Map([...(header ?? '').matchAll(/([a-z]+)\s*=\s*(\d+)/gi)].map(([, name = '', text = '']) => [
    name.toLowerCase(),
    text,
]));
/** What is left counts by itself: at 0 nothing may be sent, whatever the limit was. */
function monthOf(limit, remaining) {
    const [most, left] = [wholeNumber(limit), wholeNumber(remaining)];
    if (left === undefined)
        return undefined;
    return most === undefined ? { remaining: left } : { limit: most, remaining: left };
}
/** The number that a header begins with. */
function amount(text) {
    const [digits] = /^\s*\d+(?:\.\d+)?/.exec(text ?? '') ?? [];
    return digits === undefined ? undefined : Number(digits);
}
function wholeNumber(text) {
    const value = amount(text);
    return value === undefined ? undefined : Math.floor(value);
}
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
/** The reset in our own clock's time; undefined where no calendar holds it. */
function resetTime(reset, { nowMs, skewMs }) {
    const epochMs = reset < EPOCH_MILLISECONDS ? reset * 1000 : reset;
    const resetMs = reset < EPOCH_SECONDS ? nowMs + epochMs : epochMs - skewMs;
    return resetMs < nowMs + LONGEST_WAIT_MS ? new Date(resetMs) : undefined;
}
/** Of several spellings the longest wait counts. */
function readRetryAfter(headers, clocks) {
    const texts = [headers['retry-after'], headers.retryafter, headers['x-ratelimit-retryafter']].map(one);
    const waits = [amount(one(headers['retry-after-ms'])), ...texts.map((text) => waitOf(text, clocks))];
    const told = waits.filter((wait) => wait !== undefined);
    return told.length === 0 ? undefined : boundedWait(Math.max(...told));
}
/** A wait is a number of seconds or the date of its end; some servers give the point in time as a number. */
function waitOf(text, clocks) {
    const { nowMs, skewMs } = clocks;
    if (text === undefined)
        return undefined;
    if (/^\s*\d+(\.\d+)?\s*$/.test(text))
        return (resetTime(Number(text), clocks)?.getTime() ?? Number.POSITIVE_INFINITY) - nowMs;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : date - skewMs - nowMs;
}
/** A year: nobody waits longer, and a date can still be told from it. */
const LONGEST_WAIT_MS = 366 * 86_400_000;
/** A wait that makes sense, whatever a server says. */
const boundedWait = (ms) => Math.min(Math.max(0, ms), LONGEST_WAIT_MS);

;// CONCATENATED MODULE: ./build/postman/error-response.js


/** More of a server's words is not worth reading. */
const LONGEST_NAME = 80;
const LONGEST_MESSAGE = 600;
/**
 * Reads the four error envelopes (object, string, problem details, HTML or nothing), whatever the content type says.
 * `serverNowMs` is the time by the server's clock, which is what points in time in a body are told by.
 */
function readErrorResponse({ status, body }, serverNowMs) {
    const json = parseObject(body);
    const error = json && (0,lib_json/* isObject */.Gv)(json.error) ? json.error : undefined;
    const name = (0,lib_json/* textOf */.b6)(error?.name) ?? (0,lib_json/* textOf */.b6)(json?.error) ?? lastPart((0,lib_json/* textOf */.b6)(json?.type)) ?? '';
    const title = [(0,lib_json/* textOf */.b6)(json?.title), (0,lib_json/* textOf */.b6)(json?.detail)].filter(Boolean).join(': ');
    const sentence = (0,lib_json/* textOf */.b6)(error?.message) ?? (title || (0,lib_json/* textOf */.b6)(json?.message) || '');
    const details = error?.details ?? json?.details;
    const waitMs = waitIn(details, sentence, serverNowMs);
    return {
        status,
        name: cut(name, LONGEST_NAME),
        message: cut([sentence, ...wordsOf(details)].filter(Boolean).join('; '), LONGEST_MESSAGE),
        ...(waitMs === undefined ? {} : { retryAfterMs: boundedWait(waitMs) }),
    };
}
function parseObject(body) {
    try {
        const json = JSON.parse(body);
        return (0,lib_json/* isObject */.Gv)(json) ? json : undefined;
    }
    catch {
        return undefined;
    }
}
const lastPart = (type) => type?.split('/').at(-1);
function cut(text, longest) {
    const line = text
        .slice(0, 10 * longest)
        .replace(/\s+/g, ' ')
        .trim();
    return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
function wordsOf(details) {
    if (Array.isArray(details))
        return details.map((detail) => (typeof detail === 'string' ? detail : JSON.stringify(detail)));
    return (0,lib_json/* isObject */.Gv)(details) ? Object.entries(details).map(([key, value]) => `${key}: ${JSON.stringify(value)}`) : [];
}
/** `details.retryAfter` in seconds, or a point in time at the end of the message (older 429 bodies). */
function waitIn(details, sentence, serverNowMs) {
    const seconds = (0,lib_json/* isObject */.Gv)(details)
        ? Number((0,lib_json/* textOf */.b6)(details.retryAfter) ?? details.retryAfter ?? Number.NaN)
        : Number.NaN;
    if (!Number.isNaN(seconds))
        return seconds * 1000;
    const [, digits] = /retry (?:after|at) (\d{10,13})\b/i.exec(sentence) ?? [];
    return digits === undefined ? undefined : Number(digits) * (digits.length > 11 ? 1 : 1000) - serverNowMs;
}

;// CONCATENATED MODULE: ./build/postman/http/request.js


/** A call that Postman turned down. */
function refused(call, { refusal, facts }) {
    const error = toPostmanError(refusal, {
        facts,
        what: codeOf(refusal, facts) === 'too-large' ? sized(call) : call.what,
    });
    return {
        ok: false,
        again: againAfter(call, { refusal, facts }),
        error: unknownIf(call, { error, refusal }),
        waitMs: hintOf(refusal, facts),
    };
}
/** What is too large is told with its size. */
function sized({ what, body = '' }) {
    const kilobytes = Buffer.byteLength(body) / 1_000;
    return `${what}, which has ${kilobytes < 100 ? `${kilobytes.toFixed(1)} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`}`;
}
/** Of several hints the longest counts; a 429 without any may have told a reset. */
function hintOf(refusal, facts) {
    const hints = [refusal.retryAfterMs, facts.retryAfterMs].filter((hint) => hint !== undefined);
    if (hints.length > 0)
        return Math.max(...hints);
    return refusal.status === 429 ? facts.resetInMs : undefined;
}
/** They wait for an update of the same resource that is under way. */
const OVERWRITES = new Set(['PUT', 'DELETE']);
function againAfter({ method }, { refusal, facts }) {
    const code = codeOf(refusal, facts);
    if (code === 'rate-limited')
        return refusal.status === 429 ? 'limit' : 'no';
    if (code === 'conflict' && OVERWRITES.has(method))
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
function failed(call, { reason, mayHaveArrived, again, remedy, cause }) {
    const message = `Could not ${call.what}: Postman did not answer (${reason}).`;
    const error = new errors/* PostmanError */.Bk({ code: 'unavailable', message, remedy, cause });
    if (call.method !== 'POST' || !mayHaveArrived)
        return { ok: false, again, error };
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
            error: new errors/* PostmanError */.Bk({ code: 'unavailable', message, remedy, status: answer.status, cause }),
        };
    }
}
const outcomeUnknown = (what, { why, cause }) => new errors/* PostmanError */.Bk({
    code: 'outcome-unknown',
    message: `Could not ${what}: nobody knows whether it was applied (${why}).`,
    remedy: remedyFor('outcome-unknown'),
    cause,
});

// EXTERNAL MODULE: ./build/postman/http/transport-error.js
var transport_error = __webpack_require__(24072);
;// CONCATENATED MODULE: ./build/postman/rate-limit/window.js
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
    constructor(sample) {
        this.#current = opened(sample, false);
        if (sample.lengthMs)
            this.#lengthMs = sample.lengthMs;
    }
    /** Calls that the window had room for at the latest answer. */
    get remaining() {
        return this.#current.remaining;
    }
    /** From when on the next window is open, as far as can be known. */
    get opensAtMs() {
        const { lastMs } = this.#ends();
        const { waitedFor, receivedAtMs } = this.#current;
        return waitedFor && typeof this.#lengthMs === 'number' ? Math.min(lastMs, receivedAtMs + this.#lengthMs) : lastMs;
    }
    /** When to send the last call that there is room for: at once (in the past), or when it answers a question. */
    get lastAtMs() {
        return this.#question()?.atMs ?? this.#current.receivedAtMs;
    }
    /** Takes in what the answer to a call told. */
    observe(sample) {
        const { call } = sample;
        const question = this.#question();
        const asked = question !== undefined && call.sentMs >= question.atMs && call.sentMs < this.opensAtMs;
        const turned = this.#isNext(sample);
        const isPrompt = sample.receivedAtMs - (question?.atMs ?? 0) <= PROMPT_MS;
        if (asked && (isPrompt || !turned))
            this.#learn(question, turned);
        if (turned)
            this.#current = opened(sample, call.sentMs >= this.#ends().firstMs);
        else
            this.#current = narrowed(this.#current, sample);
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
    #isNext({ call, remaining, resetAtMs, roundingMs, clockErrorMs }) {
        const known = this.#current;
        if (call.index < known.knownSince)
            return false;
        if (resetAtMs - roundingMs - clockErrorMs > known.soonestMs + known.roundingMs)
            return true;
        return remaining > known.remaining || call.sentMs >= this.opensAtMs;
    }
    #learn({ about, lengthMs }, turned) {
        if (about === 'rounding' && turned && this.#current.clockErrorMs > 0)
            return;
        if (about === 'rounding')
            this.#rounding = turned ? 'up' : 'down';
        else if (turned)
            this.#lengthMs = lengthMs;
        else
            this.#longerThanMs = lengthMs;
    }
    #question() {
        const { receivedAtMs, soonestMs, waitedFor } = this.#current;
        const { firstMs, lastMs } = this.#ends();
        if (lastMs - firstMs <= WORTH * (lastMs - receivedAtMs))
            return undefined;
        if (this.#rounding === 'unknown')
            return { about: 'rounding', atMs: soonestMs, lengthMs: 0 };
        if (!waitedFor || this.#lengthMs !== 'unknown')
            return undefined;
        const longerThanMs = Math.max(this.#longerThanMs, firstMs - receivedAtMs - BLUR_MS, 0);
        const lengthMs = (Math.floor(longerThanMs / window_SECOND_MS) + 1) * window_SECOND_MS;
        const atMs = receivedAtMs + lengthMs;
        return atMs < lastMs ? { about: 'length', atMs, lengthMs } : undefined;
    }
    /** The first and the last time at which the window may end. */
    #ends() {
        const { soonestMs, latestMs, roundingMs, clockErrorMs, notBeforeMs } = this.#current;
        const firstMs = latestMs - clockErrorMs - (this.#rounding === 'down' ? 0 : roundingMs);
        const lastMs = this.#rounding === 'up' ? soonestMs : Math.max(soonestMs + roundingMs, latestMs);
        return { firstMs: Math.max(firstMs, notBeforeMs), lastMs: Math.max(firstMs, lastMs, notBeforeMs) + BLUR_MS };
    }
}
function opened(sample, isAwaited) {
    const { limit, remaining, resetAtMs, roundingMs, clockErrorMs, receivedAtMs, sentBefore, call } = sample;
    return {
        remaining,
        roundingMs,
        clockErrorMs,
        receivedAtMs,
        waitedFor: isAwaited && remaining === limit - 1,
        soonestMs: resetAtMs,
        latestMs: resetAtMs,
        notBeforeMs: call.sentMs,
        knownSince: sentBefore,
    };
}
/** Answers may overtake one another: the least room counts. A window that slides announces later resets as it goes. */
function narrowed(known, sample) {
    const { remaining, resetAtMs, roundingMs, clockErrorMs, sentBefore, call } = sample;
    const slides = roundingMs + clockErrorMs === 0 && call.index >= known.knownSince;
    return {
        ...known,
        remaining: Math.min(known.remaining, remaining),
        soonestMs: slides ? resetAtMs : Math.min(known.soonestMs, resetAtMs),
        latestMs: Math.max(known.latestMs, resetAtMs),
        notBeforeMs: Math.max(known.notBeforeMs, call.sentMs),
        knownSince: remaining <= known.remaining ? sentBefore : known.knownSince,
    };
}

;// CONCATENATED MODULE: ./build/postman/rate-limit/rate-limiter.js

/**
 * Postman allows 10 calls in 10 seconds on these and sends no hint of it beforehand (Postman API documentation, "Rate
 * limits"). It counts when they arrive: the first of them may have taken a handshake longer than the one that follows
 * the window, so that half a second is left in between.
 */
const KNOWN = { calls: 10, perMs: 10_500 };
/** The bucket of a call, by its method and path. */
function bucketOf(method, path) {
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
class RateLimiter {
    #buckets = new Map();
    #notBeforeMs = 0;
    /** Notes that a caller waits for its turn. */
    join(bucket) {
        this.#of(bucket).waiting += 1;
    }
    /** Notes that it no longer does. */
    leave(bucket) {
        this.#of(bucket).waiting -= 1;
    }
    /** Milliseconds until a call of that bucket may be sent; 0 means now. */
    delayMs(bucket, nowMs) {
        const traffic = this.#of(bucket);
        const untilMs = Math.max(this.#notBeforeMs, windowFreeAtMs(traffic, nowMs), knownFreeAtMs(traffic));
        return Math.max(0, untilMs - nowMs);
    }
    /** Notes that a call of that bucket is being sent. */
    start(bucket, nowMs) {
        const traffic = this.#of(bucket);
        const permit = { bucket, index: traffic.sent, sentMs: nowMs };
        if (traffic.window && nowMs >= turnsAtMs(traffic, traffic.window))
            traffic.probe = permit;
        traffic.sent += 1;
        traffic.underWay += 1;
        if (bucket !== 'general')
            traffic.latestMs = [...traffic.latestMs, nowMs].slice(-KNOWN.calls);
        return permit;
    }
    /** Notes the end of a call. */
    finish(permit, { nowMs, facts, refused = false }) {
        const traffic = this.#of(permit.bucket);
        traffic.underWay -= 1;
        if (traffic.probe === permit)
            traffic.probe = undefined;
        if (refused)
            traffic.window?.refuse(permit);
        const sample = facts && sampleOf(facts, { call: permit, receivedAtMs: nowMs, sentBefore: traffic.sent });
        if (!sample)
            return;
        if (traffic.window)
            traffic.window.observe(sample);
        else
            traffic.window = new LimitWindow(sample);
    }
    /** Nobody may send until then: a 429 or a 503 asked for it. */
    blockUntil(untilMs) {
        this.#notBeforeMs = Math.max(this.#notBeforeMs, untilMs);
    }
    #of(bucket) {
        const traffic = this.#buckets.get(bucket) ?? { waiting: 0, underWay: 0, sent: 0, latestMs: [] };
        this.#buckets.set(bucket, traffic);
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
function sampleOf({ limits: { window }, resetRoundingMs, resetClockErrorMs, windowMs }, answer) {
    const { limit, remaining, resetAt } = window ?? {};
    if (limit === undefined || remaining === undefined || !resetAt)
        return undefined;
    const reset = { resetAtMs: resetAt.getTime(), roundingMs: resetRoundingMs, clockErrorMs: resetClockErrorMs };
    return { ...answer, ...reset, limit, remaining, lengthMs: windowMs };
}

// EXTERNAL MODULE: ./build/core/lib/duration.js
var duration = __webpack_require__(22184);
;// CONCATENATED MODULE: ./build/postman/rate-limit/wait-budget.js


/** From here on a wait is worth a line, and so are short ones that come to this together. */
const LONG_MS = 3_000;
const SILENCE_MS = 15_000;
/** Waits on limits, within one sum for the whole run, and says so when it takes long. */
class WaitBudget {
    #clock;
    #log;
    #maxWaitMs;
    /** Ends of waits, so that calls that wait side by side count the time once. */
    #countedUntilMs = 0;
    #announcedUntilMs = 0;
    /** Waited since the last line. */
    #silentMs = 0;
    waitedMs = 0;
    constructor({ clock, log, maxWaitMs }) {
        this.#clock = clock;
        this.#log = log;
        this.#maxWaitMs = maxWaitMs;
    }
    /** Waits that long. */
    async wait(ms, code) {
        const until = this.#clock.now() + ms;
        const added = this.#added(ms);
        this.#countedUntilMs = Math.max(this.#countedUntilMs, until);
        this.waitedMs += Math.round(added);
        this.#silentMs += added;
        const done = this.#announce(whyOf(code), { ms, until });
        try {
            await this.#clock.sleep(ms);
        }
        catch (error) {
            this.waitedMs -= Math.round(Math.min(added, until - this.#clock.now()));
            throw error;
        }
        finally {
            done();
        }
    }
    /** The error to end with instead of waiting that long, where it is more than the run may still wait. */
    refusal(ms, error) {
        return this.waitedMs + this.#added(ms) > this.#maxWaitMs ? this.#refuse(ms, error) : undefined;
    }
    /** What a wait from now on adds to the sum. */
    #added(ms) {
        const now = this.#clock.now();
        return Math.max(0, now + ms - Math.max(now, this.#countedUntilMs));
    }
    /** Calls that wait side by side for the same limit are one wait to those who watch. */
    #announce(why, { ms, until }) {
        const isLong = ms >= LONG_MS || this.#silentMs >= SILENCE_MS;
        if (!isLong || until <= this.#announcedUntilMs + LONG_MS)
            return () => { };
        this.#announcedUntilMs = until;
        this.#silentMs = 0;
        return this.#log.waiting(why, until);
    }
    #refuse(ms, error) {
        const back = new Date(Math.ceil((this.#clock.now() + ms) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
        const used = this.waitedMs > 0 ? `, of which ${(0,duration/* duration */.p)(this.waitedMs)} are used` : '';
        return new errors/* PostmanError */.Bk({
            code: error.code,
            message: `${error.message} The wait of ${(0,duration/* duration */.p)(ms)} goes beyond max-wait (${(0,duration/* duration */.p)(this.#maxWaitMs)}${used}).`,
            remedy: ms > LONGEST_TO_WAIT_MS ? `Come back after ${back}.` : `Come back after ${back}, or raise max-wait.`,
            status: error.status,
            reason: error.reason,
            cause: error,
        });
    }
}
/** No job waits longer: CI systems end it before. */
const LONGEST_TO_WAIT_MS = 6 * 3_600_000;
const whyOf = (code) => {
    if (code === 'conflict')
        return 'Waiting for another update of the same resource to end';
    return code === 'rate-limited' ? "Waiting for Postman's rate limit" : 'Waiting for Postman to be available again';
};

;// CONCATENATED MODULE: ./build/postman/sender.js











/** How often a call is tried that failed for another reason than a limit. */
const TRIES = { limit: Number.POSITIVE_INFINITY, failure: 5, once: 2, no: 1 };
/**
 * The one function that talks to Postman: it authenticates, paces, retries, keeps the limits and names the errors. Reads,
 * PUT and DELETE are tried again; a POST only where it certainly was not applied, and otherwise ends as
 * `outcome-unknown`, which the caller resolves by looking.
 */
class Sender {
    #options;
    #clock;
    #redact;
    #rateLimiter = new RateLimiter();
    #waits;
    /** Who waits for the next answer, whatever it is. */
    #sleepers = [];
    /** Calls that have no answer yet. */
    #underWay = 0;
    #limits = {};
    #calls = 0;
    #serverAheadMs = 0;
    /** Set by what makes every further call pointless: a wrong key, an empty quota, a wait that nobody waits for. */
    #final;
    constructor(options) {
        this.#options = options;
        this.#clock = abortableClock(options.clock, options.signal);
        this.#redact = (0,secret/* redactor */.$p)([options.apiKey]);
        this.#waits = new WaitBudget({ ...options, clock: this.#clock });
    }
    /** What was used so far, and what is left. */
    use() {
        return { limits: this.#limits, apiCalls: this.#calls, waitedMs: this.#waits.waitedMs };
    }
    /** The server's time. */
    serverNow() {
        return new Date(this.#clock.now() + this.#serverAheadMs);
    }
    /** Sends a call until it succeeds or cannot; throws a PostmanError. */
    async send(call) {
        for (let tries = 1;; tries += 1) {
            const attempt = await this.#attempt(call);
            if (attempt.ok)
                return attempt.value;
            if (tries >= TRIES[attempt.again])
                throw attempt.error;
            await this.#pause(attempt, tries);
        }
    }
    /** Waits between looks at something that takes its time; no limit asked for it. */
    pause(ms) {
        return this.#clock.sleep(ms);
    }
    async #attempt(call) {
        const permit = await this.#turn(call, bucketOfCall(call));
        try {
            return await this.#exchange(call, permit);
        }
        finally {
            this.#underWay -= 1;
            for (const wake of this.#sleepers.splice(0))
                wake();
        }
    }
    /** Waits until the window and the month have room for a call, and takes it at once; throws where waiting is pointless. */
    async #turn(call, bucket) {
        this.#rateLimiter.join(bucket);
        try {
            for (;;) {
                if (!call.isRecord)
                    this.#throwIfStopped();
                const delayMs = this.#rateLimiter.delayMs(bucket, this.#clock.now());
                if (this.#final)
                    throw this.#final;
                if (delayMs > 0)
                    await this.#wait(delayMs, WINDOW_USED_UP);
                else if (this.#monthHasRoom(call))
                    break;
                else
                    await new Promise((wake) => this.#sleepers.push(wake));
            }
        }
        finally {
            this.#rateLimiter.leave(bucket);
        }
        this.#underWay += 1;
        this.#calls += 1;
        return this.#rateLimiter.start(bucket, this.#clock.now());
    }
    #throwIfStopped() {
        const { signal } = this.#options;
        if (signal?.aborted)
            throw stoppedError(signal);
    }
    /** The month's last calls go one by one, because those under way may be in what is left of it or not. */
    #monthHasRoom({ method, isRecord = false, ownAllowance }) {
        const left = this.#limits.month?.remaining;
        const kept = method === 'GET' || isRecord || ownAllowance ? 0 : RECORD_CALLS;
        if (left === undefined || left - this.#underWay > kept)
            return true;
        if (this.#underWay > 0)
            return false;
        throw monthEnds(this.#limits);
    }
    async #exchange(call, permit) {
        let facts;
        let attempt;
        try {
            const answer = await this.#options.transport.send(this.#wire(call));
            facts = this.#note(answer);
            attempt = this.#judge(call, { answer, facts });
        }
        catch (error) {
            if (!(error instanceof transport_error/* TransportError */.w))
                throw error;
            if (!error.mayHaveArrived)
                this.#calls -= 1;
            attempt = failed(call, error);
        }
        finally {
            const refused = attempt?.ok === false && attempt.error.code === 'rate-limited';
            this.#rateLimiter.finish(permit, { nowMs: this.#clock.now(), facts, refused });
        }
        return attempt;
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
        const facts = readLimitHeaders(answer.headers, this.#clock.now());
        this.#limits = (0,limits/* latest */.IW)(this.#limits, facts.limits);
        this.#serverAheadMs = facts.serverAheadMs;
        if (facts.limits.month?.remaining === 0)
            this.#final ??= monthUsedUp(facts.limits);
        return facts;
    }
    #judge(call, { answer, facts }) {
        if (answer.status >= 200 && answer.status < 300)
            return decoded(call, answer);
        // A server may repeat the key, and a part of it that is cut off would not be recognised any more.
        const refusal = readErrorResponse({ ...answer, body: this.#redact(answer.body) }, this.#clock.now() + facts.skewMs);
        const ownAllowance = call.ownAllowance ?? false;
        const attempt = refused(call, { refusal: { ...refusal, ownAllowance }, facts });
        const { code } = attempt.error;
        if (code === 'unauthorized' || (code === 'quota-exhausted' && !call.ownAllowance))
            this.#final = attempt.error;
        return attempt;
    }
    async #pause({ again, error, waitMs: askedMs }, tries) {
        this.#throwIfStopped();
        const backoffMs = Math.min(30_000, 500 * 2 ** (tries - 1)) * (0.5 + this.#options.random() / 2);
        if (askedMs === undefined && again !== 'limit') {
            this.#options.log.line(`${error.message} Trying again (try ${tries + 1} of ${TRIES[again]}).`);
            return this.#clock.sleep(backoffMs);
        }
        // Who was refused again after the wait it was told to make is not told the truth.
        const leastMs = tries > 1 ? backoffMs : SHORTEST_WAIT_MS;
        const waitMs = Math.max(askedMs ?? backoffMs, leastMs);
        if (error.code !== 'conflict')
            this.#rateLimiter.blockUntil(this.#clock.now() + waitMs);
        await this.#wait(waitMs, error);
    }
    /** Waits because of that error; where max-wait does not allow it, that is the end of all calls. */
    async #wait(ms, error) {
        const refusal = this.#waits.refusal(ms, error);
        if (!refusal)
            return this.#waits.wait(ms, error.code);
        if (error.code !== 'conflict')
            this.#final ??= refusal;
        throw this.#final ?? refusal;
    }
}
const WINDOW_USED_UP = new errors/* PostmanError */.Bk({
    code: 'rate-limited',
    message: "Postman's rate limit is used up.",
    remedy: remedyFor('rate-limited'),
});
/** Of the month's last calls one is kept for the record of what the others did. */
const RECORD_CALLS = 1;
/** A wait of nothing would hammer a server that just said no. */
const SHORTEST_WAIT_MS = 250;
const bucketOfCall = ({ method, path }) => bucketOf(method, path.replace(/\?.*$/s, ''));


/***/ })

};
