export const id = 995;
export const ids = [995];
export const modules = {

/***/ 11995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readUntrustedReport: () => (/* binding */ readUntrustedReport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/core/model/problem.js
var problem = __webpack_require__(15411);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/core/model/verdict.js
var verdict = __webpack_require__(59665);
;// CONCATENATED MODULE: ./build/action/report-schema.js


/** Longer texts are not written by this tool. */
const report_schema_text = schemas/* string */.YjP().max(200_000);
const amount = schemas/* number */.aig().nonnegative();
const tally = schemas/* object */.Ikc({ total: amount, failed: amount });
const kind = schemas/* enum */.k5n(verdict/* FAILURE_KINDS */.Bs);
const KINDS = { collection: true, environment: true, globals: true, monitor: true };
const position = schemas/* object */.Ikc({ line: schemas/* int */.Whr().positive(), column: schemas/* int */.Whr().positive() });
const failure = schemas/* object */.Ikc({
    kind,
    suite: report_schema_text,
    iteration: schemas/* int */.Whr().exactOptional(),
    path: schemas/* array */.YOg(report_schema_text),
    request: report_schema_text.exactOptional(),
    assertion: report_schema_text.exactOptional(),
    message: report_schema_text,
    file: report_schema_text.exactOptional(),
    position: position.exactOptional(),
});
const attempt = schemas/* object */.Ikc({
    startedAt: amount,
    durationMs: amount,
    iterations: amount,
    // What a comment does not show is not read.
    executions: schemas/* unknown */.L5J().transform(() => []),
    failures: schemas/* array */.YOg(failure),
    warnings: schemas/* array */.YOg(failure),
    requests: tally,
    assertions: tally,
    responseTimes: schemas/* object */.Ikc({ mean: amount, p95: amount, max: amount }).exactOptional(),
});
const run = schemas/* object */.Ikc({
    suite: report_schema_text,
    collection: report_schema_text,
    environment: report_schema_text.exactOptional(),
    blocking: schemas/* boolean */.zMY(),
    status: schemas/* enum */.k5n(['passed', 'failed']),
    flaky: schemas/* boolean */.zMY(),
    attempt,
    earlier: schemas/* array */.YOg(attempt),
});
const difference = schemas/* object */.Ikc({
    change: schemas/* enum */.k5n(['added', 'removed', 'changed', 'moved', 'renamed']),
    what: report_schema_text,
    path: schemas/* array */.YOg(report_schema_text),
    before: report_schema_text.exactOptional(),
    after: report_schema_text.exactOptional(),
    lines: schemas/* array */.YOg(report_schema_text).exactOptional(),
});
const change = schemas/* object */.Ikc({
    action: schemas/* enum */.k5n(['create', 'update', 'delete', 'none']),
    kind: schemas/* enum */.k5n(Object.keys(KINDS)),
    name: report_schema_text,
    path: report_schema_text,
    uid: report_schema_text.exactOptional(),
    drifted: schemas/* boolean */.zMY(),
    diff: schemas/* array */.YOg(difference),
    status: schemas/* enum */.k5n(['planned', 'applied', 'failed', 'skipped']),
    reason: report_schema_text.exactOptional(),
});
const report_schema_problem = schemas/* object */.Ikc({
    message: report_schema_text,
    remedy: report_schema_text,
    path: report_schema_text.exactOptional(),
    position: position.exactOptional(),
});
/** A report as far as a comment shows it; everything else in it is dropped unread. */
const reportSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(2),
    tool: schemas/* object */.Ikc({ name: schemas/* literal */.euz('postman-sync'), version: report_schema_text }),
    command: report_schema_text,
    workspace: schemas/* object */.Ikc({ id: report_schema_text, name: report_schema_text }).exactOptional(),
    commit: report_schema_text.exactOptional(),
    pullRequest: schemas/* int */.Whr().positive().exactOptional(),
    startedAt: amount,
    durationMs: amount,
    verdict: schemas/* enum */.k5n(['passed', 'failed', 'error']),
    failureKinds: schemas/* array */.YOg(kind),
    problems: schemas/* array */.YOg(report_schema_problem),
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({ kind, message: report_schema_text, remedy: report_schema_text })),
    notices: schemas/* array */.YOg(schemas/* object */.Ikc({ level: schemas/* enum */.k5n(['notice', 'warning']), message: report_schema_text })),
    plan: schemas/* object */.Ikc({ applied: schemas/* boolean */.zMY(), changes: schemas/* array */.YOg(change), cost: amount }).exactOptional(),
    runs: schemas/* array */.YOg(run),
    // No monitor runs for a pull request.
    monitors: schemas/* unknown */.L5J().transform(() => []),
    api: schemas/* unknown */.L5J().transform(() => ({ limits: {}, usage: [], apiCalls: 0, waitedMs: 0 })),
});

;// CONCATENATED MODULE: ./build/action/untrusted-report.js





/** Larger reports are not read: a stranger wrote them. */
const MOST_BYTES = 64 * 1024 * 1024;
const REMEDY = 'Give report-dir the folder that an earlier job of the same version wrote, reporters: json included.';
/** Reads `report.json` of an earlier run as what a stranger made: a plain file, of bounded size, checked in every part that is kept. */
async function readUntrustedReport(folder) {
    const path = (0,external_node_path_.join)(folder, 'report.json');
    const parsed = reportSchema.safeParse(parseJson(await readBounded(path), path));
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    throw untrusted_report_problem(`${path} is not a report of this version (${issue?.path.join('.') || 'as a whole'}: ${issue?.message})`);
}
async function readBounded(path) {
    try {
        const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = external_node_fs_.constants;
        const file = await (0,promises_.open)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
        try {
            const stat = await file.stat();
            if (!stat.isFile())
                throw untrusted_report_problem(`${path} is not a plain file`);
            if (stat.size > MOST_BYTES)
                throw untrusted_report_problem(`${path} has ${stat.size} bytes, which is more than any report`);
            return await file.readFile('utf8');
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        if (error instanceof problem/* ProblemsError */.FQ)
            throw error;
        const code = String(error.code ?? error);
        throw untrusted_report_problem(`${path} cannot be read (${code === 'ELOOP' ? 'it is a symbolic link' : code})`);
    }
}
function parseJson(text, path) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw untrusted_report_problem(`${path} is not JSON`);
    }
}
const untrusted_report_problem = (message) => new problem/* ProblemsError */.FQ([{ message: `comment: ${message}`, remedy: REMEDY }]);


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


/***/ })

};
