export const id = 77;
export const ids = [77];
export const modules = {

/***/ 462:
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
// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(66082);
// EXTERNAL MODULE: ./build/wiring/execute.js + 88 modules
var execute = __webpack_require__(67552);
// EXTERNAL MODULE: ./build/action/host.js + 7 modules
var host = __webpack_require__(80913);
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
// EXTERNAL MODULE: ./build/render/markdown.js + 5 modules
var markdown = __webpack_require__(75799);
// EXTERNAL MODULE: ./build/render/facts.js
var facts = __webpack_require__(41814);
// EXTERNAL MODULE: ./build/render/limits.js
var limits = __webpack_require__(1709);
;// CONCATENATED MODULE: ./build/render/outputs.js



/** Failures that the output `failures` lists. */
const LISTED_FAILURES = 50;
/** Characters of one text inside a JSON output. */
const LONGEST_TEXT = 1000;
/** Characters of one JSON output: GitHub refuses outputs of about a megabyte, and would drop them all. */
const LONGEST_OUTPUT = 250_000;
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
    const { created, updated, deleted, unchanged, drifted } = (0,facts/* changeCounts */.Zg)(plan);
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
    const [requests, assertions] = [(0,facts/* requestTally */.EJ)(report), (0,facts/* assertionTally */.Zz)(report)];
    return {
        'requests-total': requests.total,
        'requests-failed': requests.failed,
        'assertions-total': assertions.total,
        'assertions-failed': assertions.failed,
        flaky: report.runs.filter(({ flaky }) => flaky).length,
        failures: list(gatingFirst(report.runs).slice(0, LISTED_FAILURES).map(failureOutput)),
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
    suite: bounded(suite),
    iteration: iteration ?? null,
    path: bounded(path.join(' / ')),
    request: bounded(request),
    assertion: bounded(assertion),
    message: bounded(message),
    file: file ?? null,
    line: position?.line ?? null,
});
function bounded(text) {
    return text === undefined ? null : (0,render_escape/* shorten */.ml)((0,render_escape/* visible */.RK)(text), LONGEST_TEXT);
}
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
const list = (values) => `[${fitting(values.map((value) => JSON.stringify(value))).join(',')}]`;
/** A JSON object of as many entries as an output can hold. */
const object = (entries) => `{${fitting(entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)).join(',')}}`;
function fitting(parts) {
    let left = LONGEST_OUTPUT;
    const end = parts.findIndex((part) => {
        left -= part.length + 1;
        return left < 0;
    });
    return end === -1 ? parts : parts.slice(0, end);
}

// EXTERNAL MODULE: ./build/render/text.js + 4 modules
var render_text = __webpack_require__(78893);
;// CONCATENATED MODULE: ./build/action/present.js








/** Shows a run on GitHub: log, annotations, job summary and outputs, on failure as well as on success. */
async function present({ report, paths }) {
    try {
        for (const [name, value] of renderOutputs(report, paths))
            core/* setOutput */.uH(name, value);
    }
    finally {
        await show(report);
    }
}
async function show(report) {
    core/* info */.pq(harmlessLines([(0,render_text/* renderPlan */.EG)(report, { color: false }), (0,render_text/* renderResult */.C8)(report, { color: false })].filter(Boolean).join('\n')));
    annotate((0,annotations/* renderAnnotations */.H)(report));
    await summarize(report);
}
/** A summary that cannot be written changes no verdict. */
async function summarize(report) {
    if (!external_node_process_.env.GITHUB_STEP_SUMMARY)
        return;
    try {
        await core/* summary */.z.addRaw((0,markdown/* renderSummary */.B)(report)).write();
    }
    catch (error) {
        core/* warning */.$e((0,render_escape/* harmless */.Is)(`The job summary cannot be written: ${error instanceof Error ? error.message : error}`));
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
        core/* error */.z3((0,render_escape/* harmless */.Is)(`postman-sync itself failed: ${error instanceof Error ? error.message : String(error)}`));
    }
}
/** Outputs and exit status say the same; what cannot be shown on a pull request changes neither. */
async function run() {
    const raw = readInputs();
    const shell = { env: external_node_process_.env, cwd: external_node_process_.env.GITHUB_WORKSPACE || external_node_process_.cwd(), log: actionLog };
    const github = (0,host.onGitHub)(raw, shell);
    const entry = (0,external_node_fs_.realpathSync)(external_node_process_.argv[1] ?? '');
    const execution = await (0,execute/* execute */.g)(raw, { ...shell, ...github.host, entry, interactive: false, signal: stopSignal() });
    await present(execution);
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

/***/ 19511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ COMMANDS),
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
/** The commands; the action's `auto` picks one of them. */
const COMMANDS = ['plan', 'apply', 'test', 'pull', 'status', 'comment', 'emulate', 'demo'];
/** Every input, in the order of the documentation: the one table that `action.yml`, `--help` and the schema follow. */
const INPUTS = [
    {
        name: 'command',
        type: 'choice',
        values: ['auto', ...COMMANDS],
        default: 'auto',
        inFile: false,
        help: 'What to do. `auto` plans on pull requests and on branches, and applies on the default branch, schedules, releases and manual runs.',
    },
    {
        name: 'postman-api-key',
        type: 'secret',
        inFile: false,
        help: 'Postman API key, from a secret. Sent only in the `X-API-Key` header.',
    },
    {
        name: 'region',
        type: 'choice',
        values: ['us', 'eu'],
        default: 'us',
        help: "Where the team's data lives: `us`, or `eu` for EU data residency. Picks the host.",
    },
    {
        name: 'api-url',
        type: 'text',
        defaultHelp: 'by `region`',
        help: 'Base URL of the Postman API. `http://` is accepted on loopback only.',
    },
    { name: 'workspace', type: 'text', help: 'Id of the workspace. `plan`, `apply` and `pull` refuse to guess one.' },
    {
        name: 'config',
        type: 'text',
        defaultHelp: '`postman-sync.yaml`, if there',
        inFile: false,
        help: 'Configuration file.',
    },
    {
        name: 'project',
        type: 'text',
        defaultHelp: '`owner/repository`',
        help: 'Whose state this is: several repositories, and several configurations of one, may share a workspace without pruning one another.',
    },
    {
        name: 'collections',
        type: 'list',
        default: '**/*.postman_collection.json',
        help: 'Globs of collection files, one per line.',
    },
    {
        name: 'environments',
        type: 'list',
        default: '**/*.postman_environment.json',
        help: 'Globs of environment files, one per line.',
    },
    { name: 'globals', type: 'text', help: 'One globals file.' },
    {
        name: 'run',
        type: 'choices',
        values: ['newman', 'monitors', 'none'],
        default: 'newman',
        help: 'What to run: any of `newman` and `monitors`, or `none`. `monitors` are run by `apply`.',
    },
    { name: 'suite', type: 'list', help: 'Names of the suites to run; all by default.' },
    {
        name: 'environment',
        type: 'text',
        defaultHelp: 'the only one, else none',
        help: 'Name or path of the environment that suites run with, where the configuration has no `suites`.',
    },
    {
        name: 'variables',
        type: 'pairs',
        help: '`name=value` lines, given to runs only: never uploaded, masked in every output.',
    },
    { name: 'iteration-data', type: 'path', help: 'Data file for iterations (CSV or JSON), as in Newman.' },
    { name: 'iteration-count', type: 'count', min: 1, help: 'Number of iterations, as in Newman.' },
    { name: 'folder', type: 'list', help: 'Folders or requests to run, by name or id, as in Newman.' },
    {
        name: 'bail',
        type: 'choice',
        values: ['true', 'false', 'folder', 'failure'],
        default: 'false',
        help: 'Stop a suite at its first failure, as in Newman.',
    },
    { name: 'delay-request', type: 'duration', default: '0', help: 'Pause between requests, as in Newman.' },
    { name: 'timeout', type: 'duration', help: 'Longest time for a whole suite, as in Newman.' },
    { name: 'timeout-request', type: 'duration', help: 'Longest time for a request, as in Newman.' },
    { name: 'timeout-script', type: 'duration', help: 'Longest time for a script, as in Newman.' },
    {
        name: 'insecure',
        type: 'flag',
        default: 'false',
        help: 'Do not verify TLS certificates of the API under test, as in Newman.',
    },
    { name: 'ignore-redirects', type: 'flag', default: 'false', help: 'Do not follow redirects, as in Newman.' },
    {
        name: 'working-dir',
        type: 'path',
        default: '.',
        help: 'Folder that requests may upload files from, as in Newman; nothing outside it is readable.',
    },
    { name: 'ssl-client-cert', type: 'path', help: 'Client certificate (PEM), as in Newman.' },
    { name: 'ssl-client-key', type: 'path', help: 'Key of the client certificate, as in Newman.' },
    { name: 'ssl-client-passphrase', type: 'secret', help: 'Passphrase of that key, as in Newman.', inFile: false },
    { name: 'ssl-extra-ca-certs', type: 'path', help: 'Further trusted CA certificates (PEM), as in Newman.' },
    { name: 'parallel', type: 'count', min: 1, defaultHelp: 'number of CPUs', help: 'Suites run at once.' },
    {
        name: 'retries',
        type: 'count',
        min: 0,
        max: 10,
        default: '0',
        help: 'Reruns of a failed suite. One that passes on a rerun counts as passed and is reported as flaky.',
    },
    {
        name: 'strict',
        type: 'flag',
        default: 'true',
        help: 'No false green: nothing requested, nothing asserted, and an answer of 500 or more that no assertion looked at, fail. `false`: these are warnings.',
    },
    { name: 'wait-for', type: 'list', help: 'URLs that must answer (below 500) before the suites start.' },
    { name: 'wait-for-timeout', type: 'duration', default: '60s', help: 'How long to wait for them.' },
    {
        name: 'reporters',
        type: 'list',
        default: 'junit,json,html',
        help: "Files written to `report-dir`. Any other name is an external Newman reporter from the workspace's `node_modules`.",
    },
    { name: 'report-dir', type: 'text', default: 'postman-report', help: 'Where reports and backups go.' },
    {
        name: 'prune',
        type: 'choice',
        values: ['true', 'false', 'force'],
        default: 'false',
        help: 'Delete resources that this tool created and whose file is gone; never any other. More than half of them at once needs `force`.',
    },
    {
        name: 'on-drift',
        type: 'choice',
        values: ['overwrite', 'keep', 'fail'],
        default: 'overwrite',
        help: 'What to do with a resource that was changed in Postman since the last apply: `overwrite` (backed up and warned about), `keep` or `fail`.',
    },
    {
        name: 'verify',
        type: 'choice',
        values: ['changed', 'all'],
        default: 'changed',
        help: '`changed`: fetch only what the recorded state cannot vouch for. `all`: fetch and compare everything.',
    },
    {
        name: 'secrets',
        type: 'choice',
        values: ['block', 'warn', 'allow'],
        default: 'block',
        help: 'Credentials in plain text found in files about to be uploaded: `block`, `warn` or `allow`.',
    },
    { name: 'quota-warn-at', type: 'share', default: '80%', help: 'Share of the monthly quota at which to warn.' },
    {
        name: 'quota-stop-at',
        type: 'share',
        default: '100%',
        help: 'Share of the monthly quota at which to refuse to start a write.',
    },
    {
        name: 'max-wait',
        type: 'duration',
        default: '5m',
        help: 'Longest total time to wait on rate limits before giving up.',
    },
    {
        name: 'comment',
        type: 'choice',
        values: ['auto', 'always', 'never'],
        default: 'auto',
        help: 'The pull-request comment: `auto` (on pull requests, where the token may), `always` or `never`.',
    },
    { name: 'check-run', type: 'flag', default: 'false', help: 'Also publish a check run with line annotations.' },
    {
        name: 'github-token',
        type: 'secret',
        inFile: false,
        expression: 'github.token',
        help: 'Token for the comment and the check run only.',
    },
    {
        name: 'matrix',
        type: 'text',
        inFile: false,
        expression: 'toJSON(matrix)',
        help: 'Which job of a matrix this is, so that each keeps a comment and a check run of its own. GitHub fills it in.',
    },
];


/***/ }),

/***/ 39416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ readDuration),
/* harmony export */   Kf: () => (/* binding */ readChoice),
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   SX: () => (/* binding */ readPairs),
/* harmony export */   _0: () => (/* binding */ readCount),
/* harmony export */   cb: () => (/* binding */ readShare),
/* harmony export */   fG: () => (/* binding */ readFlag),
/* harmony export */   h: () => (/* binding */ suggestion)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);

const value = (read) => ({ ok: true, value: read });
const wrong = (message, remedy) => ({ ok: false, message, remedy });
/** The entries of a list: one per line, or separated by commas on one line. Commas inside `{a,b}` of a glob do not separate. */
function readList(text) {
    const parts = text.includes('\n') ? text.split(/\r?\n/) : text.split(/,(?![^{]*\})/);
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
/** `true` or `false`, in any of YAML's spellings that GitHub accepts. */
function readFlag(text) {
    if (/^true$/i.test(text))
        return value(true);
    if (/^false$/i.test(text))
        return value(false);
    return wrong(`"${text}" is neither true nor false`, 'Write true or false.');
}
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
/** Milliseconds from `800ms`, `30s`, `5m`, `1h`; a bare number means milliseconds. */
function readDuration(text) {
    const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)?$/.exec(text) ?? [];
    if (digits === undefined)
        return wrong(`"${text}" is not a duration`, 'Write a number with a unit: 800ms, 30s or 5m.');
    return value(Math.round(Number(digits) * UNITS[(unit ?? 'ms')]));
}
/** A share between 0 and 1 from `80%`. */
function readShare(text) {
    const [, digits] = /^(\d+(?:\.\d+)?)\s*%$/.exec(text) ?? [];
    if (digits === undefined || Number(digits) > 100) {
        return wrong(`"${text}" is not a percentage`, 'Write a percentage from 0% to 100%, such as 80%.');
    }
    return value(Number(digits) / 100);
}
/** A whole number within bounds. */
function readCount(text, { min, max }) {
    const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (count >= min && count <= (max ?? Number.MAX_SAFE_INTEGER))
        return value(count);
    const bounds = max === undefined ? `of ${min} or more` : `from ${min} to ${max}`;
    return wrong(`"${text}" is not a whole number ${bounds}`, `Write a whole number ${bounds}.`);
}
/** One of the given words. */
function readChoice(text, values) {
    if (values.includes(text))
        return value(text);
    return wrong(`"${text}" is not one of ${values.join(', ')}`, suggestion(text, values) ?? `Write one of ${values.join(', ')}.`);
}
/** `name=value` lines; the value may hold further equals signs and may be empty. A bad line is told by its number only: it may hold a secret. */
function readPairs(text) {
    const pairs = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '')
            continue;
        const at = line.indexOf('=');
        if (at < 1)
            return wrong(`line ${index + 1} has no name before an equals sign`, 'Write one name=value per line.');
        pairs.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
    }
    return value(pairs);
}
/** "Did you mean …?" for a word that is close to a known one. */
function suggestion(word, known) {
    const [best] = known
        .map((name) => ({ name, far: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase(), name.toLowerCase()) }))
        .sort((a, b) => a.far - b.far);
    return best && best.far <= Math.max(2, Math.floor(word.length / 3)) ? `Did you mean ${best.name}?` : undefined;
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
