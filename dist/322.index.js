export const id = 322;
export const ids = [322];
export const modules = {

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


/***/ }),

/***/ 63322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sync: () => (/* binding */ sync)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./build/core/model/verdict.js
var verdict = __webpack_require__(59665);
// EXTERNAL MODULE: ./build/render/statistics.js
var statistics = __webpack_require__(146);
// EXTERNAL MODULE: ./build/render/text.js + 4 modules
var render_text = __webpack_require__(37875);
// EXTERNAL MODULE: ./build/wiring/execute.js + 100 modules
var execute = __webpack_require__(69909);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/cli/git.js


const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** Asks git for the repository's name and commit. */
async function readCheckout(cwd) {
    const [url, commit] = await Promise.all([
        git(cwd, ['config', '--get', 'remote.origin.url']),
        git(cwd, ['rev-parse', 'HEAD']),
    ]);
    const repository = url === undefined ? undefined : repositoryOf(url);
    return { ...(repository ? { repository } : {}), ...(commit ? { commit } : {}) };
}
async function git(cwd, args) {
    try {
        const { stdout } = await run('git', [...args], { cwd, timeout: 5_000 });
        return stdout.trim() || undefined;
    }
    catch {
        return undefined;
    }
}
/** `owner/repository` from a remote's URL: the last two parts of its path, groups of other hosts included. */
function repositoryOf(url) {
    const path = /^(?:[a-z+]+:\/\/[^/]+\/|[^/]+@[^:]+:)(.+?)(?:\.git)?\/?$/i.exec(url)?.[1];
    return path?.includes('/') ? path : undefined;
}

// EXTERNAL MODULE: ./build/cli/host.js + 1 modules
var cli_host = __webpack_require__(22816);
;// CONCATENATED MODULE: ./build/cli/sync.js







/** Runs a command that reads the repository, and prints what came of it; answers with the exit status. */
async function sync({ inputs, extras }, openVenue) {
    const raw = withEnvironment(inputs, external_node_process_.env);
    const shell = (0,cli_host/* hostOf */.w4)(external_node_process_.cwd());
    const venue = await openVenue?.(raw, shell);
    const host = { ...shell, ...(await readCheckout(external_node_process_.cwd())), ...venue?.host, signal: (0,cli_host/* stopSignal */.Zm)() };
    const execution = await (0,execute/* execute */.g)(raw, host);
    const { report } = execution;
    external_node_process_.stdout.write((0,render_text/* renderReport */.B1)(report, (0,cli_host/* styleOf */.Vj)(external_node_process_.stdout)));
    if (venue)
        await venue.publish(execution);
    else if (wantsGitHub(execution))
        shell.log.notice('comment: always and check-run have no effect outside GitHub Actions.');
    const code = (0,verdict/* exitCodeOf */.FO)(report.failureKinds);
    return code === 0 && extras.has('detailed-exitcode') && (0,statistics/* pendingChanges */.Pn)(report.plan).length > 0 ? 4 : code;
}
const wantsGitHub = ({ settings }) => settings !== undefined && (settings.github.comment === 'always' || settings.github.checkRun);
const ENVIRONMENT = {
    'postman-api-key': 'POSTMAN_API_KEY',
    'api-url': 'POSTMAN_API_URL',
    'github-token': 'GITHUB_TOKEN',
};
/** Inputs that the environment gives where no flag does. */
function withEnvironment(inputs, env) {
    const given = Object.entries(ENVIRONMENT).flatMap(([name, variable]) => env[variable] ? [[name, env[variable]]] : []);
    return new Map([...given, ...inputs]);
}


/***/ })

};
