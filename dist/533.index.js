export const id = 533;
export const ids = [533,414];
export const modules = {

/***/ 93703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ canonicalCron),
/* harmony export */   G6: () => (/* binding */ posixCron),
/* harmony export */   K2: () => (/* binding */ cronProblem)
/* harmony export */ });
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const FIELDS = [
    { name: 'minute', min: 0, max: 59 },
    { name: 'hour', min: 0, max: 23 },
    { name: 'day of month', min: 1, max: 31 },
    { name: 'month', min: 1, max: 12, words: MONTHS },
    { name: 'day of week', min: 0, max: 7, words: WEEKDAYS },
];
/** Postman's own examples of what it takes. */
const EXAMPLES = 'Postman takes five fields (minute, hour, day of month, month, day of week), every five minutes at most: */5 * * * *, 0 */6 * * *, 0 17 * * *, 0 6 * * MON-FRI.';
const SHORTEST_MINUTES = 5;
const DAY_MINUTES = 1_440;
/** What Postman would refuse in a cron pattern: another form than POSIX's five fields, a date that never comes, more than one run in five minutes. */
function cronProblem(text) {
    const pattern = parse(text);
    if ('message' in pattern)
        return { message: pattern.message, remedy: EXAMPLES };
    if (isNever(pattern))
        return { message: `"${text}" is never due`, remedy: 'Name a day that its months have.' };
    const gap = shortestGap(pattern);
    if (gap >= SHORTEST_MINUTES)
        return undefined;
    const often = gap === 1 ? 'every minute' : `${gap} minutes apart`;
    return { message: `"${text}" runs ${often} at times, which Postman does not allow`, remedy: EXAMPLES };
}
/** A pattern in POSIX's five fields. Postman answers with six, of which the first are the seconds. */
function posixCron(text) {
    const fields = text.trim().split(/\s+/);
    const posix = fields.length === 6 && fields[0] === '0' ? fields.slice(1) : fields;
    return posix.map((field) => (field === '?' ? '*' : field)).join(' ');
}
/** One text for all patterns that mean the same. */
function canonicalCron(text) {
    const posix = posixCron(text);
    const pattern = parse(posix);
    if ('message' in pattern)
        return posix;
    return pattern.map((values, at) => (isEvery(values, at) ? '*' : values.join(','))).join(' ');
}
function parse(text) {
    const parts = text.trim().split(/\s+/);
    if (parts.length !== FIELDS.length)
        return { message: `"${text}" has ${parts.length} field${parts.length === 1 ? '' : 's'} instead of five` };
    const read = FIELDS.map((field, at) => valuesOf(parts[at] ?? '', field));
    const wrong = read.indexOf(undefined);
    if (wrong >= 0)
        return { message: `"${parts[wrong]}" is no ${FIELDS[wrong]?.name} of a cron pattern` };
    return read.map((values) => values ?? []);
}
/** The values that a field such as `1,10-20/5` stands for; undefined when it is none. */
function valuesOf(text, field) {
    const parts = text.split(',').map((part) => rangeOf(part, field));
    if (parts.some((part) => part === undefined))
        return undefined;
    const values = parts.flatMap((part) => part ?? []).map((value) => (field.max === 7 ? value % 7 : value));
    return [...new Set(values)].sort((a, b) => a - b);
}
function rangeOf(text, field) {
    const [, star, from, to, step] = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text) ?? [];
    if (step !== undefined && (Number(step) === 0 || (!star && to === undefined)))
        return undefined;
    const first = star ? field.min : numberOf(from, field);
    const last = star ? field.max : to === undefined ? first : numberOf(to, { ...field, asEnd: true });
    if (first === undefined || last === undefined || first > last)
        return undefined;
    const by = Number(step ?? 1);
    return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, index) => first + index * by);
}
/** `SUN` at the end of a range is the seventh day. */
function numberOf(text, field) {
    if (text === undefined)
        return undefined;
    const word = field.asEnd
        ? field.words?.lastIndexOf(text.toLowerCase())
        : (field.words?.indexOf(text.toLowerCase()) ?? -1);
    const value = word !== undefined && word >= 0 ? field.min + word : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= field.min && value <= field.max ? value : undefined;
}
/** Whether the values are all that a field has. */
function isEvery(values, at) {
    const field = FIELDS[at];
    return field !== undefined && values.length === field.max - field.min + (field.max === 7 ? 0 : 1);
}
const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days of the month that none of the months has; a day of the week comes in any. */
function isNever([, , days = [], months = [], weekdays = []]) {
    const longest = Math.max(...months.map((month) => LONGEST_MONTH[month - 1] ?? 31));
    return isEvery(weekdays, 4) && (days[0] ?? 1) > longest;
}
/** Minutes between the two runs of a day, or over midnight, that are closest. */
function shortestGap([minutes = [], hours = []]) {
    const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
    const next = [...times.slice(1), (times[0] ?? 0) + DAY_MINUTES];
    return Math.min(...times.map((time, at) => (next[at] ?? DAY_MINUTES) - time));
}


/***/ }),

/***/ 22184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
/** Milliseconds for people: `85 ms`, `1.2 s`, `3 min 5 s`, `1 h 4 min`, `7 days`. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 48 * 60)
        return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    return `${Math.round(minutes / 1440)} days`;
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

/***/ 55414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseWithPositions: () => (/* binding */ parseWithPositions)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** Parses a text and remembers where everything stands. Slow on megabytes: call it only when a position is needed. */
function parseWithPositions(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
    const position = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    return {
        value: () => document.toJS({ maxAliasCount: 100 }),
        syntaxErrors: document.errors.map((error) => ({
            message: firstLine(error.message),
            position: position(error.pos[0]),
        })),
        locate: (at, key) => position(offsetOf(document, at, key)),
    };
}
function offsetOf(document, at, key) {
    if (at.length === 0)
        return 0;
    const own = key ? keyOffset(document, at) : valueOffset(document, at);
    return own ?? offsetOf(document, at.slice(0, -1), undefined);
}
function valueOffset(document, at) {
    const node = document.getIn(at, true);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : undefined;
}
function keyOffset(document, at) {
    const parent = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(parent))
        return undefined;
    const pair = parent.items.find((item) => keyText(item.key) === at.at(-1));
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair?.key) ? pair.key.range?.[0] : undefined;
}
const keyText = (key) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(key) && 'value' in key ? key.value : undefined);
/** Without what the library would have its caller do. */
const firstLine = (text) => (text.split('\n', 1)[0] ?? text).replace(/; please use .*$/, '');


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

/***/ 29930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ uid),
/* harmony export */   RX: () => (/* binding */ workspaceId),
/* harmony export */   hO: () => (/* binding */ isUid),
/* harmony export */   yW: () => (/* binding */ bareId)
/* harmony export */ });
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const UID = new RegExp(`^(\\d+-)?${UUID.source}`, 'i');
/** Whether a text has the form of a uid, or of the bare id in it. */
const isUid = (text) => UID.test(text);
/** Names a text as a workspace id; whether it exists is for Postman to say. */
const workspaceId = (text) => text;
/** Names a text as a uid; whether it exists is for Postman to say. */
const uid = (text) => text;
/** The bare id (the UUID) inside a uid; a text without one is returned as it is. */
const bareId = (text) => UUID.exec(text)?.[0].toLowerCase() ?? text;


/***/ }),

/***/ 99270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ latest),
/* harmony export */   Ot: () => (/* binding */ quotaOf),
/* harmony export */   Ul: () => (/* binding */ isUnlimited)
/* harmony export */ });
/** What is known after an answer: the latest it told; a window told by halves completes the one before. */
function latest(before, told) {
    const { window } = told;
    if (!window || (window.limit !== undefined && window.remaining !== undefined))
        return { ...before, ...told };
    return { ...before, ...told, window: { ...before.window, ...window } };
}
/** From this limit on, Postman means "unlimited" (`GET /me` shows 99999999). */
const UNLIMITED = 99_999_999;
/** Whether a limit of `GET /me` stands for "unlimited". */
const isUnlimited = (limit) => limit >= UNLIMITED;
/** The month's API calls: from the latest headers, or else from `GET /me`. */
function quotaOf({ limits: { month }, usage }) {
    if (month)
        return month.limit === undefined ? month : { ...month, used: Math.max(0, month.limit - month.remaining) };
    const entry = usage.find(({ name }) => name === 'api_usage');
    return entry && { limit: entry.limit, remaining: Math.max(0, entry.limit - entry.usage), used: entry.usage };
}


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

/***/ 96830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ DIFFERENCE_SIGNS),
/* harmony export */   XY: () => (/* binding */ differenceWords),
/* harmony export */   Ze: () => (/* binding */ differenceLines),
/* harmony export */   mX: () => (/* binding */ ACTION_SIGNS),
/* harmony export */   sG: () => (/* binding */ SHOWN_LINES)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66082);

/** The sign of an action, as Terraform prints it. */
const ACTION_SIGNS = {
    create: '+',
    update: '~',
    delete: '-',
    // Only what could not be compared is shown with this one.
    none: '!',
};
/** The sign of a difference. */
const DIFFERENCE_SIGNS = {
    added: '+',
    removed: '-',
    changed: '~',
    moved: '~',
    renamed: '~',
};
/** Lines of one resource's differences that a log or page shows. */
const SHOWN_LINES = 200;
const LONGEST_TEXT = 200;
const LONGEST_LINE = 300;
/** A difference in words, without its sign: `url  Orders / Get order: a → b`. One harmless line. */
function differenceWords({ change, what, path, before, after }) {
    const place = path.length > 0 ? ` ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(path.join(' / ')), LONGEST_TEXT)}` : '';
    const verb = change === 'moved' || change === 'renamed' ? ` ${change}` : '';
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(what)}${place}${verb}${beforeAfter(before, after)}`;
}
function beforeAfter(before, after) {
    const [was, is] = [before, after].map((text) => text && (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text), LONGEST_TEXT));
    if (was && is)
        return `: ${was} → ${is}`;
    return was || is ? `: ${was || is}` : '';
}
/** The line diff of a difference: sign and rest of each line, harmless. */
const differenceLines = ({ lines, }) => (lines ?? []).map((line) => ({
    sign: line.startsWith('+') ? '+' : line.startsWith('-') ? '-' : ' ',
    rest: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(keepIndent(line.slice(1)), LONGEST_LINE),
}));
const keepIndent = (line) => `${' '.repeat(Math.min(40, line.search(/\S|$/)))}${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(line)}`;


/***/ }),

/***/ 66082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   Jt: () => (/* binding */ disarm),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/** What ends a line for some reader of a log, other than a line feed. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** A terminal's own commands: colours, titles, cursor movements. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is there to remove
const ANSI = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]/g;
/** What nobody sees, but some comparisons skip over: controls, formats (joiners, bidi), fillers, non-characters. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** `::command` where a line begins, whatever indents or colours it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours may stand before it
const LINE_COMMAND = /^((?:[^\S\n\r\u2028\u2029]|\u001b\[[\d;]*m)*):(?=:)/gmu;
/** `##[command]`, and its relatives `##vso[` and `##teamcity[`, anywhere. */
const BRACKET_COMMAND = /##(?=[\w.-]*\[)/g;
/** Nearly every text: nothing in it has to go. */
const PLAIN = /^[\n\t\x20-\x7e]*$/;
/** A text without any character that controls a terminal or hides; every line end becomes a line feed. */
function visible(text) {
    if (PLAIN.test(text))
        return text;
    return text.replace(ANSI, '').replace(LINE_ENDS, '\n').replace(INVISIBLE, '').replace(LONE_SURROGATE, '\uFFFD');
}
/** Breaks the commands of CI runners apart by a space; leaves everything else, our own colours included. */
const disarm = (text) => text.includes('::') || text.includes('##')
    ? text.replace(LINE_COMMAND, '$1: ').replace(BRACKET_COMMAND, '# #')
    : text;
/** A hostile text made unable to command a runner or a terminal; its lines stay lines. */
const harmless = (text) => disarm(visible(text));
/** A hostile text as one harmless line. */
const oneLine = (text) => disarm(visible(text).replace(/\s+/gu, ' ').trim());
/** The first `max` characters of a text, with an ellipsis where it was cut. */
const shorten = (text, max) => text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** A hostile text inside HTML: as text or as an attribute in quotes. Its lines stay lines. */
const html = (text) => visible(text).replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);
const entity = (sign) => `&#${sign.charCodeAt(0)};`;
/** Scripts that run from right to left: without a mark behind them they would turn around what follows. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** One line in which every sign that means something to Markdown or HTML is an entity, so that it means nothing in either. */
const entities = (text) => oneLine(text)
    .replace(/[&<>"'\\`*_[\]{}|~$#@!]/g, entity)
    .replace(/:(?=\/\/)|(?<=www)\./gi, entity)
    .replace(/^[-+=]|(?<=^\d+)[.)]/, entity)
    .concat(RIGHT_TO_LEFT.test(text) ? '&lrm;' : '');
/** A hostile text as Markdown that shows it as it is: no markup, no table cell, no link, no @mention, no #123. */
const markdown = (text) => entities(text)
    .replace(/&#(?:64|35);/g, '$&&#8203;')
    .replace(/\b(GH)-(?=\d)/gi, '$1-&#8203;');
/** A hostile text as inline code; safe in Markdown, in table cells and inside HTML tags. */
const inlineCode = (text) => `<code>${entities(text)}</code>`;
/** A hostile text as a block of code, in HTML, because nothing can close it and nothing in it can look like a tag. */
const codeBlock = (text, language) => `<pre${language ? ` lang="${language}"` : ''}>\n${html(harmless(text))}\n</pre>`;


/***/ }),

/***/ 39822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ executionsByPlace),
/* harmony export */   Kk: () => (/* binding */ wasSent),
/* harmony export */   Lo: () => (/* binding */ messageText),
/* harmony export */   M9: () => (/* binding */ exchangesOf),
/* harmony export */   r4: () => (/* binding */ failedIn)
/* harmony export */ });
/* unused harmony export placeKey */
/** Executions of one request in one iteration have the same key. */
const placeKey = ({ iteration, path, request }) => JSON.stringify([iteration, path, request]);
/** A request or response as text: first line, headers, body. */
const messageText = ({ line, headers, body }) => [line, ...headers, ...(body === undefined ? [] : ['', body])].join('\n');
/** Finds the execution that a failure belongs to: the last one at its place, one with its exchange before all others. */
function executionsByPlace({ executions }) {
    const byPlace = new Map();
    for (const execution of executions) {
        const key = placeKey(execution);
        if (execution.exchange || !byPlace.get(key)?.exchange)
            byPlace.set(key, execution);
    }
    return (failure) => (failure.request === undefined ? undefined : byPlace.get(placeKey(failure)));
}
/** Finds the request and response that a failure belongs to. */
function exchangesOf(attempt) {
    const find = executionsByPlace(attempt);
    return (failure) => find(failure)?.exchange;
}
/** False for a request that a script skipped. */
const wasSent = ({ method }) => method !== '';
/** Tells the executions in which an assertion, the request itself or a script failed. */
function failedIn({ failures }) {
    const places = new Set(failures.filter(({ assertion }) => assertion === undefined).map(placeKey));
    return (execution) => (execution.code === undefined && wasSent(execution)) ||
        execution.assertions.some(({ status }) => status === 'failed') ||
        places.has(placeKey(execution));
}


/***/ }),

/***/ 10382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ groupFailures),
/* harmony export */   D: () => (/* binding */ whichOf)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14246);

/** Failures that differ in nothing but their iteration, told once, in the order in which they first happened. */
function groupFailures(failures, { attempt }) {
    const groups = new Map();
    for (const failure of failures) {
        const { kind, path, request, assertion, message } = failure;
        const key = JSON.stringify([kind, path, request, assertion, message]);
        const same = groups.get(key);
        if (same)
            same.push(failure);
        else
            groups.set(key, [failure]);
    }
    return [...groups.values()].flatMap((same) => {
        const [failure] = same;
        const iterations = attempt.iterations > 1 ? same.map(({ iteration }) => iteration) : [];
        return failure ? [{ failure, times: same.length, iterations: distinct(iterations) }] : [];
    });
}
const distinct = (numbers) => [...new Set(numbers.filter((number) => number !== undefined))].sort((a, b) => a - b);
/** Ranges that are told before the rest is only counted. */
const TOLD_RANGES = 4;
/** `iteration 3`, `iterations 1–4, 7 and 12 more`; how often, where iterations do not tell it; empty for a single one. */
function whichOf({ times, iterations }) {
    const ranges = rangesOf(iterations);
    const told = ranges.slice(0, TOLD_RANGES);
    const more = ranges.slice(TOLD_RANGES).reduce((sum, [first, last]) => sum + last - first + 1, 0);
    const words = told
        .map(([first, last]) => (first === last ? (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(first) : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(first)}–${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(last)}`))
        .join(', ');
    const where = words &&
        `${iterations.length === 1 ? 'iteration' : 'iterations'} ${words}${more > 0 ? ` and ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more)} more` : ''}`;
    const often = times > Math.max(1, iterations.length) ? (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(times, 'time') : '';
    return [where, often].filter(Boolean).join(', ');
}
function rangesOf(numbers) {
    const ranges = [];
    for (const number of numbers) {
        const last = ranges.at(-1);
        if (last && last[1] + 1 === number)
            last[1] = number;
        else
            ranges.push([number, number]);
    }
    return ranges;
}


/***/ }),

/***/ 14246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   p0: () => (/* reexport safe */ _core_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__.p),
/* harmony export */   rb: () => (/* binding */ timeOfDay)
/* harmony export */ });
/* harmony import */ var _core_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22184);

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const SMALL = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 1 });
/** A number with thousands separators and at most two decimals, or what there is of a smaller one: `12,345`, `1.25`, `0.001`. */
const count = (value) => (value > 0 && value < 0.01 ? SMALL : NUMBER).format(value);
/** A count with its noun: `1 suite`, `2,000 suites`; `many` where an `s` is not enough. */
const plural = (value, one, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;
/** A share as a whole percent; a little is never shown as nothing, nearly all never as all. */
function percent(share) {
    if (share > 0 && share < 0.01)
        return '< 1%';
    if (share < 1 && share > 0.99)
        return '> 99%';
    return `${count(Math.round(share * 100))}%`;
}
/** A bar of `cells` characters, filled to a share from 0 to 1; more than 1 is full. */
function bar(share, cells = 10) {
    const filled = Math.min(cells, Math.max(share > 0 ? 1 : 0, Math.round(share * cells)));
    return '█'.repeat(filled) + '░'.repeat(cells - filled);
}
/** A moment: `2026-01-31 12:34:56 UTC`; empty for one that no calendar holds. */
function moment(at) {
    return Number.isNaN(at.getTime()) ? '' : `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
/** A time of day: `12:34:56 UTC`; empty for one that no calendar holds. */
const timeOfDay = (at) => moment(at).split(' ').slice(1).join(' ');
/** A size for people: `44 B`, `1.2 kB`, `3.4 MB`. */
function bytes(size) {
    if (size < 1000)
        return `${size} B`;
    if (size < 999_950)
        return `${(size / 1000).toFixed(1)} kB`;
    return `${(size / 1_000_000).toFixed(1)} MB`;
}


/***/ }),

/***/ 1709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ limitRows),
/* harmony export */   p: () => (/* binding */ callsOf)
/* harmony export */ });
/* harmony import */ var _core_model_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99270);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66082);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14246);



/** Every limit there is to show; `all` keeps what is unused, unlimited, or an older number of the month's calls. */
function limitRows(api, { all = false } = {}) {
    const month = (0,_core_model_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .quotaOf */ .Ot)(api);
    const operations = api.usage.filter((entry) => !isMonth(entry, { month, all }) && (all || (entry.usage > 0 && !(0,_core_model_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnlimited */ .Ul)(entry.limit))));
    return [
        ...windowRow(api),
        ...(month ? [monthRow(month)] : []),
        ...operations.map((entry) => row({ ...entry, name: titleOf(entry.name) })),
    ];
}
/** Whether an operation is the month's calls once more, or as they were when it was asked for. */
const isMonth = ({ name, limit, usage }, { month, all }) => name === 'api_usage' && limit === month?.limit && (usage === month.used || (!all && usage < (month.used ?? 0)));
function monthRow({ limit, remaining, used = 0 }) {
    const name = 'API calls this month';
    if (limit === undefined)
        return { name, share: 0, used: `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(remaining)} left`, percent: '', note: '' };
    return row({ name, limit, usage: used, overage: 0 });
}
function windowRow({ limits: { window } }) {
    if (!window)
        return [];
    const { limit, remaining, resetAt } = window;
    const note = resetAt ? `resets at ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOfDay */ .rb)(resetAt)}` : '';
    const name = 'Rate limit window';
    if (limit !== undefined && remaining !== undefined) {
        return [{ ...row({ name, limit, usage: Math.max(0, limit - remaining), overage: 0 }), note }];
    }
    const told = [
        limit === undefined ? '' : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(limit)} allowed`,
        remaining === undefined ? '' : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(remaining)} left`,
    ];
    return [{ name, share: 0, used: told.filter(Boolean).join(', '), percent: '', note }];
}
function row({ name, limit, usage, overage }) {
    const note = overage > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(overage)} over` : '';
    if ((0,_core_model_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnlimited */ .Ul)(limit))
        return { name, share: 0, used: `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(usage)}, unlimited`, percent: '', note };
    const share = limit > 0 ? usage / limit : usage > 0 ? 1 : 0;
    return { name, share, used: `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(usage)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(limit)}`, percent: (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(share), note };
}
/** `monitor_request_runs` → `Monitor request runs`. */
function titleOf(name) {
    const words = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name)
        .replaceAll('_', ' ')
        .replace(/\bapi\b/i, 'API');
    return words.charAt(0).toUpperCase() + words.slice(1);
}
/** What this run took: `14 API calls, waited 1.2 s for limits`. */
const callsOf = ({ apiCalls }) => (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(apiCalls, 'API call');


/***/ }),

/***/ 2062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oW: () => (/* binding */ pathInUrl),
  RA: () => (/* binding */ postmanLink),
  _o: () => (/* binding */ sourceLink),
  Dl: () => (/* binding */ webLink)
});

;// CONCATENATED MODULE: ./build/core/report/source-links.js
const PATTERNS = {
    github: { file: '/blob/{commit}/{path}', line: '/blob/{commit}/{path}#L{line}' },
    gitlab: { file: '/-/blob/{commit}/{path}', line: '/-/blob/{commit}/{path}#L{line}' },
    azure: {
        file: '?path=/{path}&version=GC{commit}',
        line: '?path=/{path}&version=GC{commit}&line={line}&lineEnd={line}&lineStartColumn=1&lineEndColumn=200',
    },
    bitbucket: { file: '/src/{commit}/{path}', line: '/src/{commit}/{path}#lines-{line}' },
};
/** The addresses of a repository's files. */
function sourceLinksOf({ site, url, commit, folder = '' }) {
    const path = folder === '' ? '{path}' : `${encodePath(folder)}/{path}`;
    const filled = (pattern) => url.replace(/\/+$/, '') +
        pattern.replaceAll('{commit}', encodeURIComponent(commit)).replaceAll('{path}', () => path);
    const { file, line } = PATTERNS[site];
    return { file: filled(file), line: filled(line) };
}
/** A path as a part of an address. */
const encodePath = (path) => path.split('/').map(encodeURIComponent).join('/');

// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(66082);
;// CONCATENATED MODULE: ./build/render/links.js


/** The page of a committed file, at its line where one is known; undefined where nobody shows the files. */
function sourceLink({ sources }, { path, position }) {
    const inUrl = path === undefined ? undefined : pathInUrl(path);
    if (!sources || inUrl === undefined)
        return undefined;
    const address = position ? sources.line.replaceAll('{line}', String(position.line)) : sources.file;
    return webLink(address.replaceAll('{path}', () => inUrl));
}
/** Undefined for a path that would lead out of the repository. */
function pathInUrl(path) {
    const shown = (0,render_escape/* visible */.RK)(path);
    return shown.split('/').some((segment) => /^\.{0,2}$/.test(segment)) ? undefined : encodePath(shown);
}
/** An address of the web; undefined for anything else. */
const webLink = (address) => address !== undefined && /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\x21-\x7e]*)?$/.test(address) ? address : undefined;
const UID = /^(?:\d+-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** The page of a resource in Postman; undefined before it exists and after it was deleted. */
function postmanLink({ workspace }, { kind, uid, action, status }) {
    const isGone = action === 'delete' && status === 'applied';
    if (!workspace || isGone || !UID.test(workspace.id))
        return undefined;
    const base = `https://go.postman.co/workspace/${workspace.id}`;
    if (kind === 'globals')
        return `${base}/${kind}`;
    if (uid === undefined || !UID.test(uid))
        return undefined;
    return `${base}/${kind}/${kind === 'monitor' ? uid.replace(/^\d+-/, '') : uid}`;
}


/***/ }),

/***/ 32994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ linkOf),
/* harmony export */   JD: () => (/* binding */ beforeWords),
/* harmony export */   Wg: () => (/* binding */ latencyOf),
/* harmony export */   nN: () => (/* binding */ monitorMarks)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14246);

/** What stands beside a monitor's name. */
const monitorMarks = ({ blocking }) => (blocking ? [] : ['does not gate']);
const PAGE = /^https:\/\/go\.postman\.co\/workspace\/[0-9a-f-]{36}\/monitor\/[0-9a-f-]{36}$/i;
/** The monitor's page; undefined for anything that leads elsewhere. */
const linkOf = ({ link = '' }) => (PAGE.test(link) ? link : undefined);
/** Postman's latency of a run; empty where it told none. */
const latencyOf = ({ latencyMs }) => latencyMs === undefined ? '' : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(latencyMs);
/** The run before in short: `success, 12 assertions, 310 ms`; empty for a first run. */
function beforeWords({ before }) {
    if (!before)
        return '';
    const { status, assertions } = before;
    const failed = assertions.failed > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(assertions.failed)} of ` : '';
    const told = `${failed}${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(assertions.total)} assertions${failed ? ' failed' : ''}`;
    return [status, told, latencyOf(before)].filter(Boolean).join(', ');
}


/***/ }),

/***/ 146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ planWords),
/* harmony export */   EJ: () => (/* binding */ requestTally),
/* harmony export */   Pn: () => (/* binding */ pendingChanges),
/* harmony export */   Pv: () => (/* binding */ KIND_WORDS),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   XC: () => (/* binding */ hasIterations),
/* harmony export */   Zg: () => (/* binding */ changeCounts),
/* harmony export */   Zz: () => (/* binding */ assertionTally),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS),
/* harmony export */   de: () => (/* binding */ whereOf),
/* harmony export */   gp: () => (/* binding */ headlineFacts),
/* harmony export */   rl: () => (/* binding */ verbOf)
/* harmony export */ });
/* harmony import */ var _core_model_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15411);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14246);


/** The verdict's name as a word at the head of a page. */
const VERDICT_WORDS = { passed: 'Passed', failed: 'Failed', error: 'Error' };
/** What each kind of failure is called where people read it. */
const KIND_WORDS = {
    assertion: 'assertion failed',
    request: 'request failed',
    script: 'script failed',
    'nothing-tested': 'nothing was tested',
    threshold: 'threshold exceeded',
    timeout: 'timed out',
    monitor: 'monitor failed',
    drift: 'changed in Postman',
    secret: 'credential in plain text',
    'rate-limit': 'rate limit reached',
    quota: 'quota used up',
    auth: 'access refused',
    sync: 'sync failed',
    settings: 'settings are wrong',
    network: 'network failed',
};
/** Requests over the last attempts of all suites. */
const requestTally = ({ runs }) => sum(runs.map(({ attempt }) => attempt.requests));
/** Assertions over the last attempts of all suites. */
const assertionTally = ({ runs }) => sum(runs.map(({ attempt }) => attempt.assertions));
const sum = (tallies) => tallies.reduce((all, one) => ({ total: all.total + one.total, failed: all.failed + one.failed }), {
    total: 0,
    failed: 0,
});
/** The counts of a plan; all zero where none was made. */
function changeCounts(plan) {
    const changes = plan?.changes ?? [];
    const done = changes.filter(({ status }) => !plan?.applied || status === 'applied');
    const having = (action) => done.filter((change) => change.action === action).length;
    const pending = pendingChanges(plan);
    return {
        created: having('create'),
        updated: having('update'),
        deleted: having('delete'),
        unchanged: changes.filter(({ action, drifted, status }) => action === 'none' && !drifted && status !== 'failed')
            .length,
        drifted: changes.filter(({ drifted }) => drifted).length,
        failed: pending.filter(({ status }) => status === 'failed').length,
        skipped: pending.filter(({ status }) => status === 'skipped').length,
        unread: pending.filter(({ action }) => action === 'none').length,
    };
}
/** The changes that are, or were, to be made, and what could not even be compared: everything that is not in step. */
const pendingChanges = (plan) => (plan?.changes ?? []).filter(({ action, status }) => action !== 'none' || status === 'failed');
/** What a change does, as a verb. */
const verbOf = ({ action }) => (action === 'none' ? 'compare' : action);
/** The plan in words: `2 to create, 1 unchanged`, `2 created, 1 failed`, `in sync`. */
function planWords(plan) {
    const all = changeCounts(plan);
    if (pendingChanges(plan).length === 0)
        return plan.changes.length === 0 ? 'nothing to sync' : all.drifted > 0 ? 'nothing to do' : 'in sync';
    const words = plan.applied
        ? [
            [all.created, 'created'],
            [all.updated, 'updated'],
            [all.deleted, 'deleted'],
            [all.failed, 'failed'],
            [all.skipped, 'skipped'],
        ]
        : [
            [all.created, 'to create'],
            [all.updated, 'to update'],
            [all.deleted, 'to delete'],
            [all.unread, 'could not be read'],
        ];
    return words
        .filter(([number]) => number > 0)
        .map(([number, word]) => `${number} ${word}`)
        .join(', ');
}
/** What stands beside the verdict: short facts, most important first; no text of anybody else's. */
function headlineFacts(report) {
    const wrong = [
        ...(report.problems.length > 0 ? [(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(report.problems.length, 'problem')] : []),
        ...(report.errors.length > 0 ? [(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(report.errors.length, 'error')] : []),
    ];
    const { drifted } = changeCounts(report.plan);
    const sync = [
        ...(report.plan ? [planWords(report.plan)] : []),
        ...(drifted > 0 ? [`${drifted} changed in Postman`] : []),
    ];
    const facts = [...sync, ...suiteFacts(report), ...monitorFacts(report.monitors)];
    // A pull request that passed without a plan is not known to be in sync.
    const planless = report.command === 'plan' && !report.plan && wrong.length === 0 && facts.length > 0;
    return [...wrong, ...facts, ...(planless ? ['no plan'] : [])];
}
function suiteFacts(report) {
    const { runs } = report;
    if (runs.length === 0)
        return [];
    const failed = runs.filter(({ status }) => status === 'failed').length;
    const flaky = runs.filter((run) => run.flaky).length;
    return [
        outOf({ total: runs.length, failed }, 'suite'),
        outOf(assertionTally(report), 'assertion'),
        ...(flaky > 0 ? [`${flaky} flaky`] : []),
    ];
}
function monitorFacts(monitors) {
    if (monitors.length === 0)
        return [];
    const failed = monitors.filter((monitor) => !monitor.passed).length;
    return [outOf({ total: monitors.length, failed }, 'monitor')];
}
/** `3 suites passed`, `1 of 3 suites failed`. */
const outOf = ({ total, failed }, noun) => failed === 0
    ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(total, noun)}${total === 0 ? '' : ' passed'}`
    : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(failed)} of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(total, noun)} failed`;
/** Where a failure happened, in the collection's words; empty for the suite as a whole. */
function whereOf({ path, request, assertion }) {
    const place = [...path, ...(request === undefined ? [] : [request])].join(' / ');
    return [...(place ? [place] : []), ...(assertion === undefined ? [] : [assertion])].join(' › ');
}
/** `file:line:column` of a failure, as far as it is known; empty without a file. */
const fileOf = ({ file, position }) => file === undefined ? '' : (0,_core_model_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)({ path: file, ...(position && { position }) });
/** Whether iterations need telling apart. */
const hasIterations = ({ attempt }) => attempt.iterations > 1;


/***/ }),

/***/ 62229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ DEFAULT_CONFIG),
  g: () => (/* binding */ parseSettings)
});

// EXTERNAL MODULE: ./build/core/lib/json.js
var json = __webpack_require__(3870);
// EXTERNAL MODULE: ./build/core/model/ids.js
var ids = __webpack_require__(29930);
// EXTERNAL MODULE: ./build/core/model/secret.js
var secret = __webpack_require__(82250);
;// CONCATENATED MODULE: ./build/settings/api-access.js

/** The hosts of Postman's regions (Postman API documentation, "Servers"). */
const HOSTS = { us: 'https://api.postman.com', eu: 'https://api.eu.postman.com' };
/** How to reach Postman; undefined without a key. */
function readAccess(read) {
    const baseUrl = readBaseUrl(read);
    const maxWaitMs = read.durationMs('max-wait') ?? 0;
    const key = read.text('postman-api-key');
    if (key === undefined)
        return undefined;
    if (!/^[!#-&(-~]+$/.test(key)) {
        read.complain('postman-api-key', {
            message: 'the key holds a space, a quote, a line break or another character that no key has',
            remedy: 'Store the key anew, without quotes or line breaks around it.',
        });
    }
    return { apiKey: new secret/* Secret */.zh(key), baseUrl, maxWaitMs };
}
function readBaseUrl(read) {
    const region = read.choice('region');
    const text = read.text('api-url');
    if (text === undefined)
        return HOSTS[region] ?? HOSTS.us;
    const complaint = complaintAbout(text);
    if (complaint)
        read.complain('api-url', complaint);
    return text.replace(/\/+$/, '');
}
function complaintAbout(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) {
        return { message: 'this is not an http(s) URL', remedy: `Write a URL such as ${HOSTS.us}.` };
    }
    if (url.username || url.password || url.search || url.hash) {
        return { message: 'a base URL has no user, query or fragment', remedy: 'Give scheme, host and path only.' };
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
        return {
            message: `http:// would send the API key in clear text to ${url.hostname}`,
            remedy: 'Use https://. Plain http:// is for loopback addresses only.',
        };
    }
    return undefined;
}
/** Whether a URL's host is this machine itself. */
const isLoopback = (host) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);

// EXTERNAL MODULE: ./build/core/lib/positions.js
var positions = __webpack_require__(55414);
// EXTERNAL MODULE: ./build/settings/inputs.js
var inputs = __webpack_require__(19511);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/core/kinds/monitor/cron.js
var cron = __webpack_require__(93703);
;// CONCATENATED MODULE: ./build/core/kinds/monitor/timezone.js
/** What is wrong with the name of a time zone: unknown to the IANA database, or spelled in another case. */
function timezoneProblem(name) {
    const zones = Intl.supportedValuesOf('timeZone');
    const same = zones.find((zone) => zone.toLowerCase() === name.toLowerCase());
    const known = same === undefined ? isKnown(name) : same === name;
    if (known)
        return undefined;
    const close = same ?? zones.find((zone) => zone.toLowerCase().endsWith(`/${name.toLowerCase().replace(/ /g, '_')}`));
    return {
        message: `"${name}" is not a time zone of the IANA database`,
        remedy: close ? `Did you mean ${close}?` : 'Write a name such as UTC, Europe/Berlin or America/Chicago.',
    };
}
/** Older names (Asia/Calcutta, US/Pacific) are in no list, but Intl knows them; offsets such as +01:00 are no names. */
function isKnown(name) {
    if (!/^[A-Z]/i.test(name))
        return false;
    try {
        return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/settings/refinements.js


/** A text that Postman would refuse otherwise, in a message that says what it takes. */
const refined = (troubleWith) => schemas/* string */.YjP()
    .min(1)
    .superRefine((value, { addIssue }) => {
    const trouble = troubleWith(value);
    if (trouble)
        addIssue({ code: 'custom', message: trouble.message, params: { remedy: trouble.remedy } });
});
/** The uid of something that exists in Postman. */
const existingUid = refined((value) => (0,ids/* isUid */.hO)(value)
    ? undefined
    : {
        message: `"${value}" is no uid`,
        remedy: 'Copy it from Postman: <owner>-<uuid>, as in 12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2.',
    });

// EXTERNAL MODULE: ./build/settings/values.js
var settings_values = __webpack_require__(39416);
;// CONCATENATED MODULE: ./build/settings/monitor-schema.js





const monitor_schema_text = schemas/* string */.YjP().min(1);
const emails = schemas/* array */.YOg(schemas/* string */.YjP().regex(settings_values/* EMAIL */.Tm));
/** Where Postman runs monitors (Postman API documentation, "Create a monitor"). */
const REGIONS = [
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
const LONGEST_MS = 900_000;
const milliseconds = schemas/* int */.Whr().min(0).max(LONGEST_MS).describe('Milliseconds; 0 leaves it to Postman.');
const NO_SCHEDULE = "a monitor needs a schedule, such as { cron: '0 */6 * * *', timezone: Europe/Berlin }; none is made up for it";
const monitor = schemas/* strictObject */.rej({
    name: monitor_schema_text,
    uid: existingUid.describe('Pins the identity to a monitor that exists.').optional(),
    collection: monitor_schema_text.describe('Name or path of a collection.'),
    environment: monitor_schema_text.describe('Name or path of an environment.').optional(),
    schedule: schemas/* strictObject */.rej({
        cron: refined(cron/* cronProblem */.K2).describe('Five fields; every five minutes at most.'),
        timezone: refined(timezoneProblem).describe('A name of the IANA database, such as Europe/Berlin.'),
    }, { error: ({ input }) => (input === undefined ? NO_SCHEDULE : undefined) }),
    regions: schemas/* array */.YOg(schemas/* enum */.k5n(REGIONS)).describe('Where it runs; left to Postman by default.').optional(),
    active: schemas/* boolean */.zMY().describe('false: pauses the schedule.').optional(),
    options: schemas/* strictObject */.rej({
        strictSSL: schemas/* boolean */.zMY().describe('Verify TLS certificates; true unless said otherwise.').optional(),
        followRedirects: schemas/* boolean */.zMY().optional(),
        requestTimeout: milliseconds.optional(),
        requestDelay: milliseconds.optional(),
    })
        .optional(),
    retry: schemas/* strictObject */.rej({ attempts: schemas/* int */.Whr().min(1).max(2) }).optional(),
    notifications: schemas/* strictObject */.rej({ onError: emails.optional(), onFailure: emails.optional() }).optional(),
    'notification-limit': schemas/* int */.Whr().min(1).max(99).describe('Mails stop after so many failures in a row.').optional(),
});
/** The key `monitors`. */
const monitors = schemas/* array */.YOg(monitor).superRefine((list, { addIssue }) => {
    const seen = new Set();
    for (const [index, { name }] of list.entries()) {
        if (seen.has(name))
            addIssue({ ...declaredTwice(name), path: [index, 'name'] });
        seen.add(name);
    }
});
const declaredTwice = (name) => ({
    code: 'custom',
    message: `there is a monitor "${name}" already`,
    params: { remedy: 'Give each monitor a name of its own: it is what a monitor is known by.' },
});

;// CONCATENATED MODULE: ./build/settings/schema.js





const schema_text = schemas/* string */.YjP().min(1);
const texts = schemas/* union */.KCZ([schema_text, schemas/* array */.YOg(schema_text)]);
const duration = schemas/* union */.KCZ([schemas/* number */.aig().nonnegative(), schemas/* string */.YjP().regex(settings_values/* DURATION */.ft)]);
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const count = schemas/* int */.Whr().nonnegative();
/** The keys a suite shares with the inputs of the same name. */
const RUN_KEYS = [
    'iteration-data',
    'iteration-count',
    'folder',
    'bail',
    'delay-request',
    'timeout',
    'timeout-request',
    'timeout-script',
    'insecure',
    'ignore-redirects',
    'working-dir',
    'cookie-jar',
    'ssl-client-cert',
    'ssl-client-key',
    'ssl-extra-ca-certs',
    'retries',
];
/** The schema of one input's key in the file. */
function keyOf(spec) {
    switch (spec.type) {
        case 'text':
        case 'path':
        case 'secret':
            return schema_text;
        case 'list':
            return texts;
        case 'flag':
            return schemas/* boolean */.zMY();
        case 'duration':
            return duration;
        case 'share':
            return schemas/* string */.YjP().regex(settings_values/* SHARE */.oV);
        case 'pairs':
            return schemas/* record */.g1P(schema_text, scalar);
        case 'count':
            return schemas/* int */.Whr()
                .min(spec.min)
                .max(spec.max ?? Number.MAX_SAFE_INTEGER);
        case 'choice':
            return choiceOf(spec.values);
        case 'choices': {
            const choice = choiceOf(spec.values);
            return schemas/* union */.KCZ([choice, schemas/* array */.YOg(choice)]);
        }
    }
}
/** `true` and `false` of a choice are YAML's booleans. */
function choiceOf(values) {
    const words = values.filter((value) => value !== 'true' && value !== 'false');
    if (words.length === values.length)
        return schemas/* enum */.k5n(values);
    return words.length === 0 ? schemas/* boolean */.zMY() : schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* enum */.k5n(words)]);
}
const optional = (specs) => Object.fromEntries(specs.map((spec) => [spec.name, keyOf(spec).describe(spec.help).optional()]));
const thresholds = schemas/* strictObject */.rej({
    'failed-assertions': count.optional(),
    p95: duration.optional(),
    max: duration.optional(),
    total: duration.optional(),
});
/** Keys of a suite that a monitor has a use for; the rest of its settings are Postman's. */
const MONITOR_SUITE_KEYS = new Set(['name', 'monitor', 'blocking', 'timeout']);
const suite = schemas/* strictObject */.rej({
    name: schema_text.optional(),
    collection: schema_text.describe('Name or path of a collection.').optional(),
    monitor: schema_text.describe("Name of one of the monitors: runs in Postman's cloud, with `run: monitors`.").optional(),
    environment: schema_text.describe('Name or path of an environment.').optional(),
    variables: schemas/* record */.g1P(schema_text, schemas/* union */.KCZ([scalar, schemas/* strictObject */.rej({ env: schema_text })])).optional(),
    blocking: schemas/* boolean */.zMY().describe('false: reported, but does not gate.').optional(),
    thresholds: thresholds.optional(),
    'ssl-client-passphrase': schemas/* strictObject */.rej({ env: schema_text })
        .describe('Passphrase of the client key: the environment variable that holds it.')
        .optional(),
    ...optional(inputs/* INPUTS */.m.filter((spec) => RUN_KEYS.includes(spec.name))),
})
    .superRefine((value, { addIssue }) => {
    if ((value.collection === undefined) === (value.monitor === undefined))
        addIssue(NEITHER_NOR_BOTH);
    if (value.monitor === undefined)
        return;
    const foreign = Object.keys(value).filter((key) => !MONITOR_SUITE_KEYS.has(key) && key !== 'collection');
    for (const key of foreign)
        addIssue({ ...NOT_OF_MONITORS, path: [key] });
});
const NEITHER_NOR_BOTH = {
    code: 'custom',
    message: 'a suite runs either a collection or a monitor',
    params: { remedy: 'Name one of the two: collection (run by Newman here) or monitor (run by Postman).' },
};
const NOT_OF_MONITORS = {
    code: 'custom',
    message: 'a monitor runs in Postman with its own settings, and takes none of this',
    params: { remedy: 'Remove it, or set it where the monitor is declared.' },
};
const collectionFile = schemas/* union */.KCZ([schema_text, schemas/* strictObject */.rej({ path: schema_text, uid: existingUid.optional() })]);
const environmentValue = schemas/* union */.KCZ([scalar, schemas/* strictObject */.rej({ env: schema_text, upload: schemas/* boolean */.zMY().optional() })]);
const environmentFile = schemas/* union */.KCZ([
    schema_text,
    schemas/* strictObject */.rej({ path: schema_text, uid: existingUid.optional(), values: schemas/* record */.g1P(schema_text, environmentValue).optional() }),
]);
/** The configuration file, `postman-sync.yaml`. The JSON Schema for editors is made from it. */
const configSchema = schemas/* strictObject */.rej({
    ...optional(inputs/* INPUTS */.m.filter((spec) => spec.inFile !== false)),
    collections: schemas/* array */.YOg(collectionFile).describe('Globs of collection files.').optional(),
    environments: schemas/* array */.YOg(environmentFile).describe('Globs of environment files.').optional(),
    globals: schema_text.describe('One globals file.').optional(),
    monitors: monitors.describe('Monitors that Postman runs on a schedule.').optional(),
    suites: schemas/* array */.YOg(suite).optional(),
    thresholds: thresholds.describe('Over all suites.').optional(),
    'allowed-secrets': schemas/* array */.YOg(schema_text).describe('Fingerprints of findings that are no credentials.').optional(),
});

;// CONCATENATED MODULE: ./build/settings/zod-messages.js

/** The message of an issue that has none of its own, for the parser. */
const issueMessage = (issue) => wordsFor(issue).message;
/** What may stand where an issue was found. */
function remedyOf(issue) {
    if (issue.code === 'custom' && typeof issue.params?.remedy === 'string')
        return issue.params.remedy;
    return wordsFor(issue).remedy;
}
function wordsFor(issue) {
    const { input } = issue;
    if (issue.code === 'invalid_value')
        return choice(input, issue.values.map(String));
    if (issue.code === 'invalid_type')
        return belongs(input, [KINDS[issue.expected] ?? issue.expected]);
    if (issue.code === 'invalid_format')
        return format(issue.pattern ?? '', String(input));
    if (issue.code === 'invalid_union')
        return union(input, issue.errors.flat());
    if (issue.code === 'too_small' && issue.origin === 'string')
        return { message: 'the text is empty', remedy: 'Write one, or remove the key.' };
    if (issue.code === 'too_small')
        return { message: `${input} is too little`, remedy: `Write ${issue.minimum} at least.` };
    if (issue.code === 'too_big')
        return { message: `${input} is too much`, remedy: `Write ${issue.maximum} at most.` };
    return { message: 'this does not fit', remedy: SEE_SCHEMA };
}
const SEE_SCHEMA = 'See the JSON Schema of the configuration for what may stand here.';
const KINDS = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'keys with values',
    record: 'names with values',
};
function kindOf(input) {
    if (input === null)
        return 'nothing';
    if (typeof input === 'number' && !Number.isInteger(input))
        return 'a fraction';
    return KINDS[Array.isArray(input) ? 'array' : typeof input] ?? typeof input;
}
/** What stands there is told by its kind only: it may be confidential. */
function belongs(input, wanted) {
    const place = [...new Set(wanted)].join(', or ');
    const isPlain = typeof input === 'number' && place === KINDS.string;
    const remedy = isPlain ? 'Write a text here: with its unit, or in quotes.' : `Write ${place} here.`;
    if (input === undefined)
        return { message: 'this is missing', remedy };
    return { message: `${kindOf(input)} stands here, where ${place} should`, remedy };
}
function choice(input, values) {
    if (input === undefined || (typeof input === 'object' && input !== null)) {
        return belongs(input, [`one of ${values.join(', ')}`]);
    }
    return complaintOf((0,settings_values/* readChoice */.Kf)(String(input), values));
}
/** Words to choose from, true and false among them; or values of several kinds. */
function union(input, issues) {
    const own = issues.filter(({ path }) => path.length === 0);
    const kinds = own.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : []));
    const words = own.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
    if (words.length > 0)
        return choice(input, [...(kinds.includes('boolean') ? ['true', 'false'] : []), ...words]);
    return belongs(input, kinds.map((kind) => KINDS[kind] ?? kind));
}
const READERS = new Map([
    [String(settings_values/* DURATION */.ft), settings_values/* readDuration */.$7],
    [String(settings_values/* SHARE */.oV), settings_values/* readShare */.cb],
    [String(settings_values/* EMAIL */.Tm), settings_values/* readEmail */.$G],
]);
function format(pattern, text) {
    const read = READERS.get(pattern);
    return read ? complaintOf(read(text)) : { message: 'this does not fit', remedy: SEE_SCHEMA };
}
const complaintOf = (read) => read.ok ? { message: 'this does not fit', remedy: SEE_SCHEMA } : read;

;// CONCATENATED MODULE: ./build/settings/config.js





/** Reads the configuration file; every syntax error, unknown key and wrong value is a problem with its line and column. */
function parseConfig({ path, text }) {
    const document = (0,positions.parseWithPositions)(text);
    if (document.syntaxErrors.length > 0) {
        const problems = document.syntaxErrors.map(({ message, position }) => ({
            path,
            position,
            message: `The configuration is not valid YAML: ${message}`,
            remedy: 'Mend the syntax at this place.',
        }));
        return { ok: false, problems };
    }
    const parsed = configSchema.safeParse(document.value() ?? {}, { error: issueMessage, reportInput: true });
    if (parsed.success)
        return {
            ok: true,
            value: { path, config: parsed.data, base: folderOf(path), locate: (at) => document.locate(at) },
        };
    const problems = parsed.error.issues.flatMap((issue) => explain(issue, document)).sort(byPlace);
    return { ok: false, problems: problems.map((problem) => ({ path, ...problem })) };
}
const byPlace = ({ position: a }, { position: b }) => a.line - b.line || a.column - b.column;
const folderOf = (path) => path.replaceAll('\\', '/').split('/').slice(0, -1).join('/');
function explain(issue, document) {
    const at = issue.path;
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => unknownKey([...at, key], document));
    const inner = issue.code === 'invalid_union' ? mostSpecific(issue) : undefined;
    if (inner)
        return inner.flatMap((one) => explain({ ...one, path: [...at, ...one.path] }, document));
    return [
        { position: document.locate(at), message: `${nameOf(at)}: ${lower(issue.message)}`, remedy: remedyOf(issue) },
    ];
}
function unknownKey(at, document) {
    const key = String(at.at(-1));
    const position = document.locate(at, 'key');
    if (at.length === 1 && OF_THE_HOST.has(key)) {
        const remedy = 'Remove it, and give it as an input of the action or on the command line.';
        return { position, message: `${key}: this does not belong in a file`, remedy };
    }
    return { position, message: `${nameOf(at)}: unknown key`, remedy: remedyFor(key, keysAt(at)) };
}
/** Inputs that no file may give. */
const OF_THE_HOST = new Set(inputs/* INPUTS */.m.filter((one) => one.inFile === false).map(({ name }) => name));
/** More keys than these are not told one by one. */
const FEW = 12;
function remedyFor(key, known) {
    const meant = (0,settings_values/* suggestion */.h)(key, known);
    if (meant !== undefined)
        return meant;
    return known.length > FEW
        ? 'Remove it; the README names every key.'
        : `Remove it, or use one of ${known.join(', ')}.`;
}
/** Of a union's branches the one that got furthest into the value, where there is one. */
function mostSpecific(issue) {
    return issue.errors.find((branch) => branch.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'));
}
/** The keys that the schema knows at the parent of a path. */
function keysAt(at) {
    let schema = configSchema;
    for (const key of at.slice(0, -1))
        schema = step(schema, key);
    return Object.keys(shapeOf(schema) ?? {});
}
function step(schema, key) {
    const shape = shapeOf(schema);
    if (shape)
        return shape[key] ?? schema;
    const { def } = unwrap(schema)._zod;
    return def.element ?? def.valueType ?? schema;
}
function shapeOf(schema) {
    return unwrap(schema)._zod.def.shape;
}
/** The object inside an optional, and the object branch of a union. */
function unwrap(schema) {
    const def = schema._zod.def;
    if (def.innerType)
        return unwrap(def.innerType);
    return def.options?.find((option) => 'shape' in option._zod.def) ?? schema;
}
/** A path as people write it: `suites[0].folder`. */
const nameOf = (at) => at
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '') || 'the configuration';
const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);

;// CONCATENATED MODULE: ./build/settings/input-sources.js


/** Inputs as the host gave them; an empty text counts as not given. */
const rawSource = (raw) => (name) => {
    const text = raw.get(name)?.trim();
    return text ? { text } : undefined;
};
/** The keys of an object in the configuration file. */
const fileSource = (parsed, { object, at }) => (name) => {
    const value = object[name];
    if (value === undefined)
        return undefined;
    return {
        text: asText(value),
        ...(Array.isArray(value) ? { entries: value.map(String) } : {}),
        base: parsed.base,
        place: { path: parsed.path, position: parsed.locate([...at, name]) },
    };
};
/** The documented defaults. */
const defaultSource = (name) => {
    const text = specOf(name).default;
    return text === undefined ? undefined : { text };
};
/** A value of the file as it would be written in an input. */
function asText(value) {
    if (Array.isArray(value))
        return value.map(String).join('\n');
    if (typeof value !== 'object' || value === null)
        return String(value);
    return Object.entries(value)
        .map(([key, entry]) => `${key}=${String(entry)}`)
        .join('\n');
}
const SPECS = new Map(inputs/* INPUTS */.m.map((spec) => [spec.name, spec]));
function specOf(name) {
    const spec = SPECS.get(name);
    if (!spec)
        throw new Error(`No input is named ${name}.`);
    return spec;
}
/** Reads inputs from layers, the first that has one winning, and collects every problem it meets. */
class InputReader {
    #layers;
    #problems;
    constructor(layers, problems) {
        this.#layers = layers;
        this.#problems = problems;
    }
    text(name) {
        return this.#given(name)?.text;
    }
    /** A path relative to the working directory. */
    path(name) {
        const given = this.#given(name);
        const isRelative = given !== undefined && !/^(\/|[a-z]:|\\\\)/i.test(given.text);
        return given?.base && isRelative ? `${given.base}/${given.text}` : given?.text;
    }
    list(name) {
        const given = this.#given(name);
        return given?.entries ?? (0,settings_values/* readList */.LD)(given?.text ?? '');
    }
    flag(name) {
        return this.#read(name, settings_values/* readFlag */.fG) ?? false;
    }
    durationMs(name) {
        return this.#read(name, settings_values/* readDuration */.$7);
    }
    share(name) {
        return this.#read(name, settings_values/* readShare */.cb) ?? 1;
    }
    pairs(name) {
        return this.#read(name, settings_values/* readPairs */.SX) ?? new Map();
    }
    count(name) {
        const spec = specOf(name);
        return spec.type === 'count' ? this.#read(name, (text) => (0,settings_values/* readCount */._0)(text, spec)) : undefined;
    }
    choice(name) {
        const spec = specOf(name);
        const values = 'values' in spec ? spec.values : [];
        return (this.#read(name, (text) => (0,settings_values/* readChoice */.Kf)(text, values)) ?? spec.default ?? '');
    }
    choices(name) {
        const spec = specOf(name);
        const values = 'values' in spec ? spec.values : [];
        return this.list(name).filter((text) => this.#check(name, (0,settings_values/* readChoice */.Kf)(text, values)) !== undefined);
    }
    /** Notes a problem with an input, at the place where it is written. */
    complain(name, { message, remedy }) {
        const place = this.#given(name)?.place;
        this.#problems.push({ message: `${name}: ${message}`, remedy, ...place });
    }
    #given(name) {
        for (const layer of this.#layers) {
            const given = layer(name);
            if (given)
                return given;
        }
        return undefined;
    }
    #read(name, read) {
        const text = this.text(name);
        return text === undefined ? undefined : this.#check(name, read(text));
    }
    #check(name, read) {
        if (read.ok)
            return read.value;
        this.complain(name, read);
        return undefined;
    }
}
/** Reads inputs as they hold for one suite: the host's, its own, the file's, the default ones. */
function suiteReader(suite, { at, sources: { input, parsed, problems }, }) {
    const own = fileSource(parsed, { object: suite, at });
    const top = fileSource(parsed, { object: parsed.config, at: [] });
    return new InputReader([input, own, top, defaultSource], problems);
}

;// CONCATENATED MODULE: ./build/settings/monitor-suites.js

/** How long to wait for a run: Postman itself cuts runs after 15 minutes (learning center, "Monitoring FAQs"). */
const TIMEOUT_MS = 15 * 60_000;
/** The monitors that are run: those that suites name, or every one that is declared where no suite names any. */
function readMonitorSuites(read, sources) {
    const { parsed } = sources;
    if (!parsed)
        return [];
    const named = namedSuites(parsed, sources);
    if (named.length > 0)
        return named;
    const timeoutMs = read.durationMs('timeout') ?? TIMEOUT_MS;
    const { monitors = [] } = parsed.config;
    return monitors.map(({ name }) => ({ name, monitor: name, blocking: true, timeoutMs }));
}
function namedSuites(parsed, { input, problems }) {
    const seen = new Set();
    const { suites = [] } = parsed.config;
    return suites.flatMap((suite, index) => {
        const { monitor, blocking = true } = suite;
        if (monitor === undefined)
            return [];
        const at = ['suites', index];
        const complaint = monitor_suites_complaintAbout(monitor, { parsed, seen });
        seen.add(monitor);
        if (complaint)
            problems.push({ ...complaint, path: parsed.path, position: parsed.locate([...at, 'monitor']) });
        const own = suiteReader(suite, { at, sources: { input, parsed, problems } });
        const timeoutMs = own.durationMs('timeout') ?? TIMEOUT_MS;
        return [{ name: suite.name ?? monitor, monitor, blocking, timeoutMs }];
    });
}
function monitor_suites_complaintAbout(monitor, { parsed, seen }) {
    const names = (parsed.config.monitors ?? []).map(({ name }) => name);
    if (!names.includes(monitor)) {
        return {
            message: `there is no monitor "${monitor}"`,
            remedy: `Declare it under monitors; there ${names.length === 0 ? 'are none' : `is ${names.map((name) => `"${name}"`).join(', ')}`}.`,
        };
    }
    if (!seen.has(monitor))
        return undefined;
    return { message: `the monitor "${monitor}" is a suite already`, remedy: 'Remove one of the two.' };
}

;// CONCATENATED MODULE: ./build/settings/run.js





/** What to run, and how. */
function readRun(read, sources) {
    const run = new Set(read.choices('run'));
    if (run.has('none') && run.size > 1) {
        read.complain('run', { message: '"none" stands beside other words', remedy: 'Write either none, or what to run.' });
    }
    const suites = sources.parsed?.config.suites;
    const monitorSuites = readMonitorSuites(read, sources);
    return (0,json/* omitUndefined */.Oy)({
        newman: run.has('newman'),
        monitors: run.has('monitors'),
        suites: suites?.flatMap((suite, index) => (isCollectionSuite(suite) ? [readSuite(suite, { index, sources })] : [])),
        monitorSuites,
        only: read.list('suite'),
        environment: read.text('environment'),
        defaults: readDefaults(read, { thresholds: sources.parsed?.config.thresholds }),
        parallel: read.count('parallel') ?? sources.cpus,
        strict: read.flag('strict'),
        waitFor: read.list('wait-for').filter((url) => isHttpUrl(url, read)),
        waitForTimeoutMs: read.durationMs('wait-for-timeout') ?? 0,
    });
}
function isHttpUrl(url, read) {
    const fits = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
    if (!fits)
        read.complain('wait-for', {
            message: `"${url}" is not an http(s) URL`,
            remedy: 'Write a URL such as http://127.0.0.1:8080/health.',
        });
    return fits;
}
function readDefaults(read, { thresholds }) {
    return {
        options: readOptions(read),
        variables: secretly(read.pairs('variables')),
        retries: read.count('retries') ?? 0,
        thresholds: readThresholds(thresholds ?? {}),
    };
}
/** The one option of Newman's that is a secret. */
const PASSPHRASE = 'ssl-client-passphrase';
const isCollectionSuite = (suite) => suite.collection !== undefined;
function readSuite(suite, { index, sources }) {
    const { input, parsed, problems } = sources;
    if (!parsed)
        throw new Error('A suite is declared in a configuration.');
    const at = ['suites', index];
    const { variables, thresholds, [PASSPHRASE]: secret, ...rest } = suite;
    const read = suiteReader(rest, { at, sources: { input, parsed, problems } });
    const passphrase = resolveValues(secret ? { [PASSPHRASE]: secret } : {}, { at, sources }).get(PASSPHRASE);
    const defaults = readDefaults(read, { thresholds: { ...parsed.config.thresholds, ...thresholds } });
    const extra = resolveValues(variables ?? {}, { at: [...at, 'variables'], sources });
    return (0,json/* omitUndefined */.Oy)({
        ...defaults,
        options: { ...(passphrase ? { sslClientPassphrase: passphrase.reveal() } : {}), ...defaults.options },
        variables: new Map([...extra, ...defaults.variables]),
        name: suite.name ?? suite.collection,
        collection: suite.collection,
        environment: suite.environment,
        blocking: suite.blocking ?? true,
        place: { path: parsed.path, position: parsed.locate(at) },
        base: parsed.base,
    });
}
/** Values of the configuration, where `{ env: NAME }` is looked up; a variable that is not set is a problem. */
function resolveValues(values, { at, sources }) {
    const resolved = Object.entries(values).map(([name, value]) => {
        if (typeof value !== 'object')
            return [name, new secret/* Secret */.zh(String(value))];
        const text = sources.env(value.env);
        if (text === undefined && sources.parsed) {
            sources.problems.push({
                message: `${name}: the environment variable ${value.env} is not set`,
                remedy: `Set ${value.env} for this step; an empty value is accepted.`,
                path: sources.parsed.path,
                position: sources.parsed.locate([...at, name]),
            });
        }
        return [name, new secret/* Secret */.zh(text ?? '')];
    });
    return new Map(resolved);
}
const secretly = (pairs) => new Map([...pairs].map(([name, text]) => [name, new secret/* Secret */.zh(text)]));
function readOptions(read) {
    checkPair(read);
    const bail = read.choice('bail');
    return (0,json/* omitUndefined */.Oy)({
        iterationData: read.path('iteration-data'),
        iterationCount: read.count('iteration-count'),
        folder: read.list('folder'),
        bail: bail === 'folder' || bail === 'failure' ? bail : bail === 'true',
        delayRequestMs: read.durationMs('delay-request') ?? 0,
        timeoutMs: read.durationMs('timeout'),
        timeoutRequestMs: read.durationMs('timeout-request'),
        timeoutScriptMs: read.durationMs('timeout-script'),
        insecure: read.flag('insecure'),
        ignoreRedirects: read.flag('ignore-redirects'),
        workingDir: read.path('working-dir') ?? '.',
        cookieJar: read.path('cookie-jar'),
        sslClientCert: read.path('ssl-client-cert'),
        sslClientKey: read.path('ssl-client-key'),
        sslClientPassphrase: read.text(PASSPHRASE),
        sslExtraCaCerts: read.path('ssl-extra-ca-certs'),
    });
}
/** Newman sends no certificate at all when it has one half of the pair. */
function checkPair(read) {
    const [cert, key] = [read.path('ssl-client-cert'), read.path('ssl-client-key')];
    if ((cert === undefined) === (key === undefined))
        return;
    const [given, missing] = cert === undefined ? ['key', 'cert'] : ['cert', 'key'];
    read.complain(`ssl-client-${given}`, {
        message: `it stands without ssl-client-${missing}`,
        remedy: `Give ssl-client-${missing} as well; one PEM file may hold both.`,
    });
}
function readThresholds(config) {
    return (0,json/* omitUndefined */.Oy)({
        failedAssertions: config['failed-assertions'],
        p95Ms: toMs(config.p95),
        maxMs: toMs(config.max),
        totalMs: toMs(config.total),
    });
}
/** The schema has already seen that it is a duration. */
function toMs(text) {
    const read = text === undefined ? undefined : (0,settings_values/* readDuration */.$7)(String(text));
    return read?.ok ? read.value : undefined;
}

;// CONCATENATED MODULE: ./build/settings/files.js





/** Which files belong to the desired state: the input's globs, else the file's, else the default ones. */
function readFiles(read, sources) {
    const globals = read.text('globals');
    return (0,json/* omitUndefined */.Oy)({
        collections: selectionsOf('collections', { read, sources }),
        environments: selectionsOf('environments', { read, sources }),
        globals: globals === undefined ? undefined : globalsSelection(globals, sources),
        exclude: [
            '**/node_modules/**',
            '**/.git/**',
            `${(read.text('report-dir') ?? 'postman-report').replace(/^\.\//, '')}/**`,
        ],
    });
}
/** Relative to the file where the file names it, else to the working directory. */
function globalsSelection(pattern, { input, parsed }) {
    if (input('globals') || !parsed)
        return { pattern, base: '', explicit: true };
    return placed({ pattern, base: parsed.base, explicit: true }, { parsed, at: ['globals'] });
}
function selectionsOf(name, { read, sources }) {
    const given = sources.input(name)?.text;
    if (given !== undefined)
        return fromInput(given, defaultSource(name)?.text);
    const entries = sources.parsed?.config[name];
    if (entries === undefined)
        return (0,settings_values/* readList */.LD)(read.text(name) ?? '').map((pattern) => ({ pattern, base: '', explicit: false }));
    return entries.map((entry, index) => declared(entry, { at: [name, index], sources }));
}
/** A workflow that spells out the default glob does not promise that it matches. */
const fromInput = (given, fallback) => (0,settings_values/* readList */.LD)(given).map((pattern) => ({ pattern, base: '', explicit: pattern !== fallback }));
function declared(entry, { at, sources }) {
    const { parsed } = sources;
    if (typeof entry === 'string')
        return placed({ pattern: entry, base: parsed?.base ?? '', explicit: true }, { parsed, at });
    const values = 'values' in entry && entry.values ? extraValues(entry.values, { at: [...at, 'values'], sources }) : undefined;
    const pinned = entry.uid === undefined ? undefined : (0,ids/* uid */.Ld)(entry.uid);
    const selection = (0,json/* omitUndefined */.Oy)({
        pattern: entry.path,
        base: parsed?.base ?? '',
        explicit: true,
        uid: pinned,
        values,
        place: undefined,
    });
    return placed(selection, { parsed, at: [...at, 'path'] });
}
function extraValues(values, { at, sources }) {
    const uploads = new Set(Object.entries(values).flatMap(([name, value]) => (typeof value === 'object' && value.upload ? [name] : [])));
    const resolved = resolveValues(values, { at, sources });
    return new Map([...resolved].map(([name, value]) => [name, { value, upload: uploads.has(name) }]));
}
function placed(selection, { parsed, at }) {
    return parsed ? { ...selection, place: { path: parsed.path, position: parsed.locate(at) } } : selection;
}

;// CONCATENATED MODULE: ./build/settings/monitors.js


/** The monitors that the configuration declares. */
function readMonitors(parsed) {
    if (!parsed)
        return [];
    const declared = parsed.config.monitors ?? [];
    return declared.map((monitor, index) => {
        const at = ['monitors', index];
        return (0,json/* omitUndefined */.Oy)({
            name: monitor.name,
            collection: monitor.collection,
            environment: monitor.environment,
            content: contentOf(monitor),
            pinned: monitor.uid === undefined ? undefined : (0,ids/* uid */.Ld)(monitor.uid),
            document: parsed.path,
            base: parsed.base,
            locate: (inner) => parsed.locate([...at, ...inner]),
        });
    });
}
/** In the words of the API. What is verified and followed is never left to chance; the rest stays out where nothing is said. */
function contentOf(monitor) {
    const { schedule, regions, active = true, options = {}, retry, notifications } = monitor;
    const { strictSSL = true, followRedirects = true, requestTimeout, requestDelay } = options;
    return (0,json/* omitUndefined */.Oy)({
        schedule: { cron: schedule.cron.trim().split(/\s+/).join(' '), timezone: schedule.timezone },
        active,
        options: (0,json/* omitUndefined */.Oy)({
            strictSSL,
            followRedirects,
            requestTimeout: requestTimeout || undefined,
            requestDelay: requestDelay || undefined,
        }),
        distribution: regions?.map((region) => ({ region })),
        retry,
        notifications: notifications &&
            (0,json/* omitUndefined */.Oy)({ onError: mails(notifications.onError), onFailure: mails(notifications.onFailure) }),
        notificationLimit: monitor['notification-limit'],
    });
}
const mails = (addresses) => addresses?.map((email) => ({ email }));

;// CONCATENATED MODULE: ./build/settings/required-inputs.js
const NEEDS_KEY = new Set(['apply', 'pull', 'status']);
/** Commands that a workspace must be named for: it is never guessed. */
const NEEDS_WORKSPACE = new Set(['plan', 'apply', 'pull']);
/** Complains about a key or a workspace that the command cannot do without. */
function checkRequiredInputs(read, { command, postman, workspace, unread }) {
    if (NEEDS_KEY.has(command) && !postman) {
        read.complain('postman-api-key', {
            message: `${command} needs an API key, and none was given`,
            remedy: 'Pass postman-api-key from a secret (on the command line: the environment variable POSTMAN_API_KEY).',
        });
    }
    if (!NEEDS_WORKSPACE.has(command) || (command === 'plan' && !postman))
        return;
    if (workspace === undefined) {
        if (unread)
            return;
        read.complain('workspace', {
            message: `${command} needs a workspace's id, and none was given`,
            remedy: 'Open the workspace in Postman, copy its id from "Workspace details", and set workspace to it.',
        });
    }
    else if (!IS_ID.test(workspace)) {
        read.complain('workspace', {
            message: `"${workspace}" is not the id of a workspace`,
            remedy: required_inputs_remedyFor(workspace),
        });
    }
}
const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IS_ID = new RegExp(`^${ID}$`, 'i');
/** The address of a workspace in the browser holds its id. */
function required_inputs_remedyFor(workspace) {
    const [id] = new RegExp(ID, 'i').exec(workspace) ?? [];
    if (id !== undefined)
        return `Set workspace to the id in it: ${id}.`;
    return 'A workspace id looks like 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9; it stands under "Workspace details".';
}

;// CONCATENATED MODULE: ./build/settings/unsupported.js
const LATER_COMMANDS = new Set(['pull']);
/** What the interface names and this version cannot do yet: refused in so many words, never ignored. */
function notYetSupported({ command }) {
    if (!LATER_COMMANDS.has(command))
        return [];
    return [{ message: `The command ${command} is not yet supported`, remedy: 'Use plan, apply, test or status.' }];
}

;// CONCATENATED MODULE: ./build/settings/parse.js













/** The configuration's path where none is given. */
const DEFAULT_CONFIG = 'postman-sync.yaml';
/** Checks everything the host and the configuration file say: settings, or every problem at once. Touches nothing. */
function parseSettings(raw, context) {
    const problems = unknownInputs(raw);
    const parsed = context.config ? parseConfig(context.config) : undefined;
    if (parsed && !parsed.ok)
        problems.push(...parsed.problems);
    const settings = readSettings({
        ...context,
        input: rawSource(raw),
        problems,
        ...(parsed?.ok ? { parsed: parsed.value } : {}),
        ...(parsed?.ok === false && WORKSPACE_KEY.test(context.config?.text ?? '') ? { unread: true } : {}),
    });
    problems.push(...notYetSupported(settings));
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: settings };
}
/** As it stands in a configuration, whatever else is wrong with that. */
const WORKSPACE_KEY = /^["']?workspace["']?\s*:/m;
function unknownInputs(raw) {
    const names = inputs/* INPUTS */.m.map((spec) => spec.name);
    const unknown = [...raw.keys()].filter((name) => !names.includes(name));
    return unknown.map((name) => ({
        message: `${name}: there is no input of this name`,
        remedy: (0,settings_values/* suggestion */.h)(name, names) ?? 'Remove it; the README lists all inputs.',
    }));
}
/** Commands that neither run a suite nor read its files: what only those need may be missing. */
const RUNS_NOTHING = new Set(['status', 'comment']);
function readSettings(given) {
    const { parsed } = given;
    const file = parsed ? [fileSource(parsed, { object: parsed.config, at: [] })] : [];
    const read = new InputReader([given.input, ...file, defaultSource], given.problems);
    const command = readCommand(read, given);
    const sources = RUNS_NOTHING.has(command) ? { ...given, env: (name) => given.env(name) ?? '' } : given;
    const postman = readAccess(read);
    const workspace = read.text('workspace');
    checkRequiredInputs(read, { command, postman, workspace, unread: sources.unread === true });
    const project = readProject(read, { command, postman, sources });
    return (0,json/* omitUndefined */.Oy)({
        command,
        postman,
        target: NEEDS_WORKSPACE.has(command) && postman ? targetOf(workspace, project) : undefined,
        project,
        commit: sources.commit,
        files: readFiles(read, sources),
        monitors: readMonitors(parsed),
        sync: readSync(read, parsed),
        run: readRun(read, sources),
        report: readReport(read),
        github: readGitHub(read),
        notices: noticesOf({ command, postman, keyless: sources.keyless }),
    });
}
/** A command that cannot run here is read as `test`, which needs the fewest inputs. */
function readCommand(read, { auto }) {
    const text = read.choice('command');
    if (text === 'emulate' || text === 'demo') {
        read.complain('command', {
            message: `${text} is for the command line only`,
            remedy: `Start it from a clone of postman-sync: node dist/index.js ${text}.`,
        });
        return 'test';
    }
    if (text !== 'auto')
        return text;
    if (auto)
        return auto;
    read.complain('command', {
        message: 'there is no event here that tells what `auto` means',
        remedy: `Name a command: ${inputs/* COMMANDS */.L.join(', ')}.`,
    });
    return 'plan';
}
function readProject(read, { command, postman, sources, }) {
    const given = read.text('project');
    if (given !== undefined)
        return given;
    const path = sources.parsed?.path;
    const suffix = path === undefined || path === DEFAULT_CONFIG ? '' : `/${path}`;
    if (sources.repository)
        return `${sources.repository}${suffix}`;
    if (postman && NEEDS_WORKSPACE.has(command) && !sources.unread) {
        read.complain('project', {
            message: 'neither the host nor a git remote tells which repository this is',
            remedy: 'Set project to owner/repository: it names whose state is kept in the workspace.',
        });
    }
    return undefined;
}
/** Undefined where a problem tells that one of the two is missing. */
const targetOf = (workspace, project) => workspace === undefined || project === undefined ? undefined : { workspace: (0,ids/* workspaceId */.RX)(workspace), project };
function readSync(read, parsed) {
    const prune = { false: 'no', true: 'yes', force: 'force' };
    return {
        prune: prune[read.choice('prune')] ?? 'no',
        onDrift: read.choice('on-drift'),
        verify: read.choice('verify'),
        secrets: read.choice('secrets'),
        allowedSecrets: parsed?.config['allowed-secrets'] ?? [],
        quotaWarnAt: read.share('quota-warn-at'),
        quotaStopAt: read.share('quota-stop-at'),
    };
}
const FORMATS = ['junit', 'json', 'html'];
function readReport(read) {
    const reporters = read.list('reporters');
    return {
        dir: read.text('report-dir') ?? 'postman-report',
        formats: reporters.filter((name) => FORMATS.includes(name)),
        external: reporters.filter((name) => !FORMATS.includes(name)),
    };
}
function readGitHub(read) {
    const token = read.text('github-token');
    return (0,json/* omitUndefined */.Oy)({
        comment: read.choice('comment'),
        checkRun: read.flag('check-run'),
        token: token === undefined ? undefined : new secret/* Secret */.zh(token),
    });
}
function noticesOf({ command, postman, keyless = 'set postman-api-key to have a plan', }) {
    if (command !== 'plan' || postman)
        return [];
    const message = `No API key was given (${keyless}): the plan is skipped, the Newman suites run from the files.`;
    return [{ level: 'notice', message }];
}


/***/ })

};
