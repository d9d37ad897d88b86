export const id = 491;
export const ids = [491];
export const modules = {

/***/ 72491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  emulate: () => (/* binding */ emulate)
});

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./build/core/model/errors.js
var errors = __webpack_require__(31193);
// EXTERNAL MODULE: ./build/emulator/index.js + 65 modules
var build_emulator = __webpack_require__(54429);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/settings/values.js
var values = __webpack_require__(39416);
;// CONCATENATED MODULE: ./build/cli/emulate-options.js



/** Where the emulator listens unless told otherwise. */
const PORT = 4010;
const HIGHEST_PORT = 65_535;
/** The emulator's options from its flags, or every problem with them at once. */
async function readEmulatorOptions(flags) {
    const given = (name) => flags.get(name)?.at(-1);
    const parts = [
        countOf(flags, { name: 'port', min: 0, max: HIGHEST_PORT, as: (port) => ({ port }) }),
        countOf(flags, { name: 'rate-limit', min: 1, as: (rateLimit) => ({ rateLimit }) }),
        countOf(flags, { name: 'quota', min: 0, as: (quota) => ({ quota }) }),
        await profileOf(given('profile')),
        faultsOf(flags.get('fault') ?? []),
        textOf(given('seed'), (seedDir) => ({ seedDir })),
        textOf(given('state'), (stateDir) => ({ stateDir })),
    ];
    const problems = parts.flatMap((part) => (part.ok ? [] : part.problems));
    if (problems.length > 0)
        return { ok: false, problems };
    let options = { port: PORT };
    for (const part of parts)
        options = { ...options, ...(part.ok ? part.value : {}) };
    return fine(options);
}
const fine = (value) => ({ ok: true, value });
const refused = (...problems) => ({ ok: false, problems });
const textOf = (text, as) => fine(text === undefined ? {} : as(text));
function countOf(flags, { name, as, ...bounds }) {
    const text = flags.get(name)?.at(-1);
    if (text === undefined)
        return fine({});
    const read = (0,values/* readCount */._0)(text, bounds);
    return read.ok ? fine(as(read.value)) : refused({ message: `--${name}: ${read.message}`, remedy: read.remedy });
}
function faultsOf(faults) {
    const complaints = (0,build_emulator/* faultComplaints */.ZU)(faults);
    return complaints.length === 0 ? fine({ faults }) : refused({ message: complaints.join('\n'), remedy: build_emulator/* faultHelp */.Mf });
}
/** JSON is YAML: its parser knows the place of every setting. It is loaded only for this. */
async function profileOf(path) {
    if (path === undefined)
        return fine({});
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => error);
    if (typeof text !== 'string') {
        const message = `The profile cannot be read (${text.code ?? text.message})`;
        return refused({ path, message, remedy: 'Check that it exists and may be read.' });
    }
    const { parseWithPositions } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(414)]).then(__webpack_require__.bind(__webpack_require__, 55414));
    const document = parseWithPositions(text);
    const broken = document.syntaxErrors.map(({ message, position }) => ({
        path,
        position,
        message: `The profile is not valid JSON: ${message}`,
        remedy: 'Mend the syntax at this place.',
    }));
    if (broken.length > 0)
        return refused(...broken);
    const content = document.value();
    const complaints = (0,build_emulator/* profileComplaints */.CS)(content).map(({ setting, unknown, message, remedy }) => ({
        path,
        position: document.locate(setting === undefined ? [] : [setting], unknown ? 'key' : undefined),
        message,
        remedy,
    }));
    return complaints.length > 0 ? refused(...complaints) : fine({ profile: (0,build_emulator/* parseProfile */.jZ)(content) });
}

// EXTERNAL MODULE: ./build/cli/problems.js
var problems = __webpack_require__(25921);
// EXTERNAL MODULE: ./build/cli/sample-api/index.js + 5 modules
var sample_api = __webpack_require__(8052);
;// CONCATENATED MODULE: ./build/cli/emulate.js






/** Runs the emulator until a signal ends it. The first line on stdout is JSON: URL, key and workspace. */
async function emulate(flags) {
    const options = await readEmulatorOptions(flags);
    if (!options.ok)
        return (0,problems/* tellProblems */.s)(options.problems);
    const say = openLog();
    // Before the first line: whoever reads it may send a signal at once.
    const signal = untilSignal();
    const emulator = await (0,build_emulator/* createEmulator */.Iw)({ ...options.value, log: say }).catch(tell);
    if (!emulator)
        return 2;
    const sample = flags.has('sample-api') ? await (0,sample_api/* startSampleApi */.j)() : undefined;
    const { url, apiKey, workspaceId } = emulator;
    say(JSON.stringify({ url, apiKey, workspaceId, ...(sample ? { sampleApi: sample.url } : {}) }));
    await signal;
    const stopped = await Promise.all([emulator.close(), sample?.close()]).catch(tell);
    return stopped ? 0 : 2;
}
/** Ports, seeds and states are tried, not checked: what they refuse is told in their own words. */
function tell(error) {
    external_node_process_.stderr.write(`${(0,errors/* messageOf */.bD)(error)}\n`);
}
/** Says lines for as long as someone listens: a script may read the first one and close the pipe. */
function openLog() {
    let heard = true;
    external_node_process_.stdout.on('error', () => {
        heard = false;
    });
    return (line) => {
        if (heard)
            external_node_process_.stdout.write(`${line}\n`);
    };
}
const untilSignal = () => new Promise((stop) => {
    external_node_process_.once('SIGINT', () => stop());
    external_node_process_.once('SIGTERM', () => stop());
});


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


/***/ })

};
