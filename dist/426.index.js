export const id = 426;
export const ids = [426];
export const modules = {

/***/ 62807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ PostmanError),
/* harmony export */   C: () => (/* binding */ OutsideError)
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


/***/ }),

/***/ 40332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isUnlimited)
/* harmony export */ });
/** From this limit on, Postman means "unlimited" (`GET /me` shows 99999999). */
const UNLIMITED = 99_999_999;
/** Whether a limit of `GET /me` stands for "unlimited". */
const isUnlimited = (limit) => limit >= UNLIMITED;


/***/ }),

/***/ 5616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ redactor),
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
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
/** A function that replaces every given secret in a text by `***`, longest first; its URL-encoded and base64 forms too. */
function redactor(secrets) {
    const texts = secrets.map((secret) => secret.reveal()).filter((text) => text.length >= SHORTEST);
    const forms = texts.flatMap((text) => [
        text,
        encodeURIComponent(text),
        base64(text),
        JSON.stringify(text).slice(1, -1),
    ]);
    const needles = [...new Set(forms)].sort((a, b) => b.length - a.length);
    if (needles.length === 0)
        return (text) => text;
    const pattern = new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
    return (text) => text.replace(pattern, '***');
}
const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));


/***/ }),

/***/ 96830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $o: () => (/* binding */ DIFFERENCE_SIGNS),
/* harmony export */   XY: () => (/* binding */ differenceWords),
/* harmony export */   Ze: () => (/* binding */ differenceLines),
/* harmony export */   mX: () => (/* binding */ ACTION_SIGNS)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66082);

/** The sign of an action, as Terraform prints it. */
const ACTION_SIGNS = {
    create: '+',
    update: '~',
    delete: '-',
    none: ' ',
};
/** The sign of a difference. */
const DIFFERENCE_SIGNS = {
    added: '+',
    removed: '-',
    changed: '~',
    moved: '~',
    renamed: '~',
};
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
/** One line in which every sign that means something to Markdown or HTML is an entity, so that it means nothing in either. */
const entities = (text) => oneLine(text)
    .replace(/[&<>"'\\`*_[\]{}|~$#@!]/g, entity)
    .replace(/:(?=\/\/)|(?<=www)\./gi, entity)
    .replace(/^[-+=]|(?<=^\d+)[.)]/, entity);
/** A hostile text as Markdown that shows it as it is: no markup, no table cell, no link, no @mention, no #123. */
const markdown = (text) => entities(text)
    .replace(/&#(?:64|35);/g, '$&&#8203;')
    .replace(/\b(GH)-(?=\d)/gi, '$1-&#8203;');
/** A hostile text as inline code; safe in Markdown, in table cells and inside HTML tags. */
const inlineCode = (text) => `<code>${entities(text)}</code>`;
/** A hostile text as a block of code, in HTML, because nothing can close it and nothing in it can look like a tag. */
const codeBlock = (text, language) => `<pre${language ? ` lang="${language}"` : ''}>\n${html(harmless(text))}\n</pre>`;


/***/ }),

/***/ 41814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ planWords),
/* harmony export */   EJ: () => (/* binding */ requestTally),
/* harmony export */   Pn: () => (/* binding */ pendingChanges),
/* harmony export */   Pv: () => (/* binding */ KIND_WORDS),
/* harmony export */   RY: () => (/* binding */ monitorPassed),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   XC: () => (/* binding */ hasIterations),
/* harmony export */   Zg: () => (/* binding */ changeCounts),
/* harmony export */   Zz: () => (/* binding */ assertionTally),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS),
/* harmony export */   de: () => (/* binding */ whereOf),
/* harmony export */   gp: () => (/* binding */ headlineFacts)
/* harmony export */ });
/* unused harmony export outOf */
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19341);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14246);


/** The verdict's name as a word at the head of a page. */
const VERDICT_WORDS = { passed: 'Passed', failed: 'Failed', error: 'Error' };
/** What each kind of failure is called where people read it. */
const KIND_WORDS = {
    assertion: 'assertion failed',
    request: 'request got no answer',
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
/** Requests and assertions over the last attempts of all suites. */
const requestTally = ({ runs }) => sum(runs.map(({ attempt }) => attempt.requests));
const assertionTally = ({ runs }) => sum(runs.map(({ attempt }) => attempt.assertions));
const sum = (tallies) => tallies.reduce((all, one) => ({ total: all.total + one.total, failed: all.failed + one.failed }), {
    total: 0,
    failed: 0,
});
/** Whether a monitor's run passed. */
const monitorPassed = ({ passed }) => passed;
/** The counts of a plan; all zero where none was made. */
function changeCounts(plan) {
    const changes = plan?.changes ?? [];
    const done = changes.filter(({ status }) => !plan?.applied || status === 'applied');
    const having = (action) => done.filter((change) => change.action === action).length;
    const pending = changes.filter(({ action }) => action !== 'none');
    return {
        created: having('create'),
        updated: having('update'),
        deleted: having('delete'),
        unchanged: changes.filter(({ action }) => action === 'none').length,
        drifted: changes.filter(({ drifted }) => drifted).length,
        failed: pending.filter(({ status }) => status === 'failed').length,
        skipped: pending.filter(({ status }) => status === 'skipped').length,
    };
}
/** The changes that are, or were, to be made: everything but `none`. */
const pendingChanges = (plan) => (plan?.changes ?? []).filter(({ action }) => action !== 'none');
/** The plan in words: `2 to create, 1 unchanged`, `2 created, 1 failed`, `in sync`. */
function planWords(plan) {
    if (pendingChanges(plan).length === 0)
        return plan.changes.length === 0 ? 'nothing to sync' : 'in sync';
    const all = changeCounts(plan);
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
    return [...wrong, ...sync, ...suiteFacts(report), ...monitorFacts(report.monitors)];
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
    const failed = monitors.filter((monitor) => !monitorPassed(monitor)).length;
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
const fileOf = ({ file, position }) => file === undefined ? '' : (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)({ path: file, ...(position && { position }) });
/** Whether iterations need telling apart. */
const hasIterations = ({ attempt }) => attempt.iterations > 1;


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
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rb: () => (/* binding */ timeOfDay)
/* harmony export */ });
const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
/** A number with thousands separators and at most two decimals: `12,345`, `1.25`. */
const count = (value) => NUMBER.format(value);
/** A count with its noun: `1 suite`, `2,000 suites`; `many` where an `s` is not enough. */
const plural = (value, one, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;
/** Milliseconds for people: `85 ms`, `1.2 s`, `3 min 5 s`, `1 h 4 min`. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
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


/***/ }),

/***/ 1709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ quotaOf),
/* harmony export */   X3: () => (/* binding */ limitRows),
/* harmony export */   p9: () => (/* binding */ callsOf)
/* harmony export */ });
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40332);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66082);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14246);



/** The month's calls: from the latest headers, or else from `GET /me`. */
function quotaOf(api) {
    const { month } = api.limits;
    if (month)
        return { ...month, used: Math.max(0, month.limit - month.remaining) };
    const entry = api.usage.find(({ name }) => name === 'api_usage');
    return entry && { limit: entry.limit, remaining: Math.max(0, entry.limit - entry.usage), used: entry.usage };
}
/** Every limit there is to show; `all` keeps the operations that are unused or unlimited. */
function limitRows(api, { all = false } = {}) {
    const month = quotaOf(api);
    const operations = api.usage.filter((entry) => !isMonth(entry, month) && (all || (entry.usage > 0 && !(0,_core_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnlimited */ .U)(entry.limit))));
    return [
        ...windowRow(api),
        ...(month ? [row({ name: 'API calls this month', limit: month.limit, usage: month.used, overage: 0 })] : []),
        ...operations.map((entry) => row({ ...entry, name: titleOf(entry.name) })),
    ];
}
/** Whether an operation is the month's calls once more. */
const isMonth = ({ name, limit, usage }, month) => name === 'api_usage' && limit === month?.limit && usage === month.used;
function windowRow({ limits: { window } }) {
    if (!window)
        return [];
    const shown = row({
        name: 'Rate limit window',
        limit: window.limit,
        usage: Math.max(0, window.limit - window.remaining),
        overage: 0,
    });
    return [{ ...shown, note: window.resetAt ? `resets at ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOfDay */ .rb)(window.resetAt)}` : '' }];
}
function row({ name, limit, usage, overage }) {
    const note = overage > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(overage)} over` : '';
    if ((0,_core_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnlimited */ .U)(limit))
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


/***/ })

};
