export const id = 352;
export const ids = [352];
export const modules = {

/***/ 54653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(90143);
// EXTERNAL MODULE: ./build/core/model/errors.js
var errors = __webpack_require__(31193);
// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(66082);
// EXTERNAL MODULE: ./build/wiring/execute.js + 100 modules
var execute = __webpack_require__(69909);
// EXTERNAL MODULE: ./build/action/host.js + 8 modules
var host = __webpack_require__(5519);
// EXTERNAL MODULE: ./build/settings/inputs.js
var inputs = __webpack_require__(19511);
// EXTERNAL MODULE: ./build/settings/values.js
var values = __webpack_require__(39416);
;// CONCATENATED MODULE: ./build/action/inputs.js



/** Reads every input once, and has the runner mask the confidential ones before anything else happens. */
function readInputs() {
    const raw = new Map(inputs/* INPUTS */.m.map(({ name }) => [name, core/* getInput */.V4(name)]));
    for (const { name, type } of inputs/* INPUTS */.m) {
        if (type === 'secret')
            mask(raw.get(name));
    }
    const variables = (0,values/* readPairs */.SX)(raw.get('variables') ?? '');
    if (variables.ok)
        for (const value of variables.value.values())
            mask(value);
    return raw;
}
/** Masking a short word would blank it out all over the log. */
const mask = (text) => {
    if (text && text.trim().length >= 4)
        core/* setSecret */.Pq(text.trim());
};

// EXTERNAL MODULE: ./build/render/waiting.js
var waiting = __webpack_require__(33766);
;// CONCATENATED MODULE: ./build/action/log.js



/** The job's log. No line of a collection, a server or a file can speak to the runner through it. */
const actionLog = {
    line: (text) => core/* info */.pq(harmlessLines(text)),
    notice: (text) => core/* notice */.lm((0,render_escape/* harmless */.Is)(text)),
    warning: (text) => core/* warning */.$e((0,render_escape/* harmless */.Is)(text)),
    waiting: (why, untilMs) => {
        core/* info */.pq((0,waiting/* waitLine */.A)(why, untilMs));
        return () => { };
    },
    group: (title, lines) => {
        core/* startGroup */.Oh((0,render_escape/* harmless */.Is)(title));
        for (const line of lines)
            core/* info */.pq(harmlessLines(line));
        core/* endGroup */.N4();
    },
};
/** A text of several lines, each of them harmless. */
const harmlessLines = (text) => text
    .split(/\r\n|\n/)
    .map(render_escape/* harmless */.Is)
    .join('\n');

// EXTERNAL MODULE: ./build/render/annotations.js
var annotations = __webpack_require__(29987);
// EXTERNAL MODULE: ./build/render/markdown.js + 6 modules
var markdown = __webpack_require__(26636);
// EXTERNAL MODULE: ./build/core/model/limits.js
var limits = __webpack_require__(99270);
// EXTERNAL MODULE: ./build/render/markdown/truncate.js
var truncate = __webpack_require__(14065);
// EXTERNAL MODULE: ./build/render/statistics.js
var statistics = __webpack_require__(146);
;// CONCATENATED MODULE: ./build/render/outputs.js




/** Failures that the output `failures` lists. */
const LISTED_FAILURES = 50;
/** Characters of one text inside a JSON output. */
const LONGEST_TEXT = 1000;
const LONGEST_NAME = 300;
/** Bytes of one JSON output: GitHub refuses outputs of about a megabyte, and would drop them all. */
const LONGEST_OUTPUT = 250_000;
/** Bytes of `failures`: Linux starts no program with a variable or an argument of more than 128 KiB, and a chat step is one. */
const LONGEST_FAILURES = 120_000;
/** Every output of the action, always all of them; empty where nothing is known. */
function renderOutputs(report, paths = {}) {
    const outputs = {
        verdict: report.verdict,
        'failure-kinds': report.failureKinds.join(','),
        ...planOutputs(report.plan),
        ...testOutputs(report),
        ...limitOutputs(report.api),
        report: paths.report,
        junit: paths.junit,
        html: paths.html,
    };
    return new Map(Object.entries(outputs).map(([name, value]) => [name, value === undefined ? '' : String(value)]));
}
function planOutputs(plan) {
    const { created, updated, deleted, unchanged, drifted } = (0,statistics/* changeCounts */.Zg)(plan);
    const changes = plan?.changes ?? [];
    const existing = changes.filter(({ action, uid }) => action !== 'delete' && uid !== undefined);
    return {
        plan: list(changes.map(({ action, kind, name, path, uid, drifted }) => ({
            action,
            kind,
            name,
            path,
            uid: uid ?? null,
            drifted,
        }))),
        created,
        updated,
        deleted,
        unchanged,
        drifted,
        resources: object(existing.map(({ path, uid }) => [path, uid ?? null])),
    };
}
function testOutputs(report) {
    const [requests, assertions] = [(0,statistics/* requestTally */.EJ)(report), (0,statistics/* assertionTally */.Zz)(report)];
    return {
        'requests-total': requests.total,
        'requests-failed': requests.failed,
        'assertions-total': assertions.total,
        'assertions-failed': assertions.failed,
        flaky: report.runs.filter(({ flaky }) => flaky).length,
        failures: list(gatingFirst(report.runs).slice(0, LISTED_FAILURES).map(failureOutput), LONGEST_FAILURES),
        monitors: list(report.monitors.map(({ name, uid, status, assertions, requests }) => ({
            name,
            uid,
            status,
            assertions: { ...assertions },
            requests: { ...requests },
        }))),
    };
}
const gatingFirst = (runs) => [...runs.filter(({ blocking }) => blocking), ...runs.filter(({ blocking }) => !blocking)].flatMap(({ attempt }) => attempt.failures);
const failureOutput = ({ suite, iteration, path, request, assertion, message, file, position, }) => ({
    suite: bounded(suite, LONGEST_NAME),
    iteration: iteration ?? null,
    path: bounded(path.join(' / '), LONGEST_NAME),
    request: bounded(request, LONGEST_NAME),
    assertion: bounded(assertion, LONGEST_NAME),
    message: bounded(message, LONGEST_TEXT),
    file: file ?? null,
    line: position?.line ?? null,
});
const bounded = (text, max) => text === undefined ? null : (0,render_escape/* shorten */.ml)((0,render_escape/* visible */.RK)(text), max);
function limitOutputs(api) {
    const { window } = api.limits;
    const quota = (0,limits/* quotaOf */.Ot)(api);
    return {
        'rate-limit': window?.limit,
        'rate-limit-remaining': window?.remaining,
        'rate-limit-reset': window?.resetAt && Math.ceil(window.resetAt.getTime() / 1000),
        'quota-limit': quota?.limit,
        'quota-remaining': quota?.remaining,
        'quota-used': quota?.used,
        usage: object(api.usage.map(({ name, limit, usage, overage }) => [name, { limit, usage, overage }])),
        'api-calls': api.apiCalls,
        'waited-ms': Math.round(api.waitedMs),
    };
}
/** A JSON array of as many values as an output can hold. */
const list = (values, maxBytes = LONGEST_OUTPUT) => `[${fitting(values.map((value) => JSON.stringify(value)), maxBytes).join(',')}]`;
/** A JSON object of as many entries as an output can hold. */
const object = (entries) => `{${fitting(entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`), LONGEST_OUTPUT).join(',')}}`;
function fitting(parts, maxBytes) {
    let left = maxBytes;
    const end = parts.findIndex((part) => {
        left -= (0,truncate/* utf8Bytes */.d)(part) + 1;
        return left < 0;
    });
    return end === -1 ? parts : parts.slice(0, end);
}

// EXTERNAL MODULE: ./build/render/text.js + 4 modules
var render_text = __webpack_require__(37875);
;// CONCATENATED MODULE: ./build/action/show-results.js









/** Shows a run on GitHub: log, annotations, job summary and outputs, on failure as well as on success. */
async function showResults({ report, paths }, options) {
    try {
        for (const [name, value] of renderOutputs(report, paths))
            core/* setOutput */.uH(name, value);
    }
    finally {
        await show(report, options);
    }
}
async function show(report, options) {
    core/* info */.pq(harmlessLines((0,render_text/* renderReport */.B1)(report, { color: false })));
    annotate((0,annotations/* renderAnnotations */.H)(report));
    await summarize(report, options);
}
/** A summary that cannot be written changes no verdict. */
async function summarize(report, options) {
    if (!external_node_process_.env.GITHUB_STEP_SUMMARY)
        return;
    try {
        await core/* summary */.z.addRaw((0,markdown/* renderSummary */.B)(report, options)).write();
    }
    catch (error) {
        core/* warning */.$e((0,render_escape/* harmless */.Is)(`The job summary cannot be written: ${(0,errors/* messageOf */.bD)(error)}`));
    }
}
function annotate(annotations) {
    const say = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
    for (const { level, message, title, path, line, column } of annotations) {
        say[level]((0,render_escape/* harmless */.Is)(message), {
            ...(title ? { title: (0,render_escape/* harmless */.Is)(title) } : {}),
            ...(path ? { file: path } : {}),
            ...(line ? { startLine: line } : {}),
            ...(column ? { startColumn: column } : {}),
        });
    }
}

;// CONCATENATED MODULE: ./build/action/main.js










/** The GitHub Action: inputs from the runner; outputs, summary, annotations, comment and check run to it. */
async function main() {
    try {
        external_node_process_.exitCode = await run();
    }
    catch (error) {
        core/* error */.z3((0,render_escape/* harmless */.Is)(`postman-sync itself failed: ${(0,errors/* messageOf */.bD)(error)}`));
    }
}
/** Outputs and exit status say the same; what cannot be shown on a pull request changes neither. */
async function run() {
    const raw = readInputs();
    const shell = { env: external_node_process_.env, cwd: external_node_process_.env.GITHUB_WORKSPACE || external_node_process_.cwd(), log: actionLog };
    const github = (0,host.onGitHub)(raw, shell);
    const entry = (0,external_node_fs_.realpathSync)(external_node_process_.argv[1] ?? '');
    const execution = await (0,execute/* execute */.g)(raw, { ...shell, ...github.host, entry, interactive: false, signal: stopSignal() });
    await showResults(execution, github.sourceUrl ? { sourceUrl: github.sourceUrl } : {});
    await github.publish(execution);
    return execution.report.verdict === 'passed' ? 0 : 1;
}
function stopSignal() {
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        external_node_process_.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
    return stop.signal;
}


/***/ }),

/***/ 58508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of the package; a test holds it against `package.json`. */
const VERSION = '0.1.0';


/***/ })

};
