export const id = 6;
export const ids = [6];
export const modules = {

/***/ 94006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   demo: () => (/* binding */ demo)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1708);
/* harmony import */ var _emulator_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54429);
/* harmony import */ var _render_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37875);
/* harmony import */ var _wiring_execute_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69909);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22816);
/* harmony import */ var _sample_api_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8052);









/** Where the demo leaves its report, below the working directory. */
const REPORT_DIR = 'postman-report';
/** Shows the whole product on loopback: syncs the examples into an emulated workspace, runs them, and plans again. */
async function demo() {
    const [host, style] = [(0,_host_js__WEBPACK_IMPORTED_MODULE_7__/* .hostOf */ .w4)(node_process__WEBPACK_IMPORTED_MODULE_3__.cwd()), (0,_host_js__WEBPACK_IMPORTED_MODULE_7__/* .styleOf */ .Vj)(node_process__WEBPACK_IMPORTED_MODULE_3__.stdout)];
    const examples = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(host.entry), '..', 'examples');
    if (!(await exists(examples)))
        return missing(examples);
    const [emulator, sample] = await Promise.all([(0,_emulator_index_js__WEBPACK_IMPORTED_MODULE_4__/* .createEmulator */ .Iw)(), (0,_sample_api_index_js__WEBPACK_IMPORTED_MODULE_8__/* .startSampleApi */ .j)()]);
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'postman-sync-demo-'));
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(examples, folder, { recursive: true });
        await pointEnvironments((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'postman', 'environments'), sample.url);
        const show = createStage({ host: { ...host, cwd: folder }, style });
        const inputs = inputsFor({ ...emulator, reportDir: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(host.cwd, REPORT_DIR) });
        say(`A Postman API emulator listens on ${emulator.url}, a sample API on ${sample.url}.\n`);
        const first = await show('1. apply: the examples go into an empty workspace; their suites run here, their monitor runs at Postman', inputs('apply', { run: 'newman,monitors' }));
        const second = await show('2. plan: nothing is left to do', inputs('plan', { run: 'none', 'report-dir': (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'second') }));
        say(`The report is in ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(host.cwd, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(host.cwd, REPORT_DIR)) || '.'}: open ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(REPORT_DIR, 'index.html')} in a browser.`);
        return [first, second].every(({ report }) => report.verdict === 'passed') ? 0 : 1;
    }
    finally {
        await Promise.all([emulator.close(), sample.close(), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true })]);
    }
}
/** The shop listens on another port each time, and a monitor knows only what its environment in the workspace says. */
async function pointEnvironments(folder, url) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const environment = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
        const values = environment.values.map((entry) => (entry.key === 'baseUrl' ? { ...entry, value: url } : entry));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, `${JSON.stringify({ ...environment, values }, null, 2)}\n`);
    }
}
const inputsFor = ({ url, apiKey, workspaceId, reportDir }) => (command, more = {}) => new Map(Object.entries({
    command,
    'postman-api-key': apiKey,
    'api-url': url,
    workspace: workspaceId,
    project: 'examples/shop',
    'report-dir': reportDir,
    ...more,
}));
function createStage({ host, style }) {
    return async (title, inputs) => {
        say(`${title}\n`);
        const execution = await (0,_wiring_execute_js__WEBPACK_IMPORTED_MODULE_6__/* .execute */ .g)(inputs, host);
        say(`${(0,_render_text_js__WEBPACK_IMPORTED_MODULE_5__/* .renderReport */ .B1)(execution.report, style)}\n`);
        return execution;
    };
}
const exists = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
function missing(examples) {
    node_process__WEBPACK_IMPORTED_MODULE_3__.stderr.write(`The demo needs the folder ${examples}, which is not there. Run it from a clone of the repository.\n`);
    return 2;
}
const say = (text) => {
    node_process__WEBPACK_IMPORTED_MODULE_3__.stdout.write(`${text}\n`);
};


/***/ }),

/***/ 22816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w4: () => (/* binding */ hostOf),
  Zm: () => (/* binding */ stopSignal),
  Vj: () => (/* binding */ styleOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(66082);
// EXTERNAL MODULE: ./build/render/waiting.js
var waiting = __webpack_require__(33766);
;// CONCATENATED MODULE: ./build/cli/log.js


/** Progress goes to stderr, so that stdout holds the result alone. Hostile text steers neither a terminal nor a CI runner. */
const cliLog = {
    line: (text) => say(text),
    notice: (text) => say(`Notice: ${text}`),
    warning: (text) => say(`Warning: ${text}`),
    waiting: log_waiting,
    group: (title, lines) => {
        say(title);
        for (const line of lines)
            say(`  ${line}`);
    },
};
const say = (text) => {
    process.stderr.write(`${(0,render_escape/* harmless */.Is)(text)}\n`);
};
const SECOND_MS = 1_000;
/** On a terminal one line that counts down and goes away; elsewhere a line that stays. */
function log_waiting(why, untilMs) {
    say((0,waiting/* waitLine */.A)(why, untilMs));
    if (process.stderr.isTTY !== true)
        return () => { };
    const tick = () => process.stderr.write(`\r\u001b[2K${(0,render_escape/* visible */.RK)((0,waiting/* countdownLine */.U)(why, untilMs - Date.now()))}`);
    const timer = setInterval(tick, SECOND_MS);
    return () => {
        clearInterval(timer);
        process.stderr.write('\r\u001b[2K');
    };
}

;// CONCATENATED MODULE: ./build/cli/host.js



/** The laptop or the CI. */
const hostOf = (cwd) => ({
    cwd,
    env: external_node_process_.env,
    log: cliLog,
    entry: (0,external_node_fs_.realpathSync)(external_node_process_.argv[1] ?? ''),
    interactive: external_node_process_.stderr.isTTY === true && !external_node_process_.env.CI,
});
/** Colours for terminals alone. */
const styleOf = (stream) => ({
    color: stream.isTTY === true && !external_node_process_.env.NO_COLOR && external_node_process_.env.TERM !== 'dumb',
    ...(stream.columns ? { width: stream.columns } : {}),
});
/** The first signal ends the run with its reports; a second one ends the process. */
function stopSignal() {
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        external_node_process_.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
    return stop.signal;
}


/***/ })

};
