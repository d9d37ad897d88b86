export const id = 856;
export const ids = [856];
export const modules = {

/***/ 32856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   emulate: () => (/* binding */ emulate)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1708);
/* harmony import */ var _emulator_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69111);
/* harmony import */ var _settings_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39416);
/* harmony import */ var _sample_api_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8052);





/** Where the emulator listens unless told otherwise. */
const PORT = 4010;
/** Runs the emulator until a signal ends it. The first line on stdout is JSON: URL, key and workspace. */
async function emulate(extras) {
    const emulator = await start(extras).catch(refuse);
    if (!emulator)
        return 2;
    const sample = extras.has('sample-api') ? await (0,_sample_api_index_js__WEBPACK_IMPORTED_MODULE_4__/* .startSampleApi */ .j)() : undefined;
    const { url, apiKey, workspaceId } = emulator;
    node_process__WEBPACK_IMPORTED_MODULE_1__.stdout.write(`${JSON.stringify({ url, apiKey, workspaceId, ...(sample ? { sampleApi: sample.url } : {}) })}\n`);
    await untilSignal();
    await Promise.all([emulator.close(), sample?.close()]);
    return 0;
}
async function start(extras) {
    const last = (name) => extras.get(name)?.at(-1);
    const [rateLimit, quota] = [numberOf('rate-limit', last('rate-limit')), numberOf('quota', last('quota'))];
    const [seedDir, stateDir, profile] = [last('seed'), last('state'), last('profile')];
    const options = {
        port: numberOf('port', last('port')) ?? PORT,
        faults: extras.get('fault') ?? [],
        log: (line) => node_process__WEBPACK_IMPORTED_MODULE_1__.stdout.write(`${line}\n`),
        ...(seedDir === undefined ? {} : { seedDir }),
        ...(stateDir === undefined ? {} : { stateDir }),
        ...(rateLimit === undefined ? {} : { rateLimit }),
        ...(quota === undefined ? {} : { quota }),
        ...(profile === undefined ? {} : { profile: (0,_emulator_index_js__WEBPACK_IMPORTED_MODULE_2__/* .parseProfile */ .j)(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(profile, 'utf8'))) }),
    };
    return (0,_emulator_index_js__WEBPACK_IMPORTED_MODULE_2__/* .createEmulator */ .I)(options);
}
function numberOf(name, text) {
    if (text === undefined)
        return undefined;
    const read = (0,_settings_values_js__WEBPACK_IMPORTED_MODULE_3__/* .readCount */ ._0)(text, { min: 0 });
    if (!read.ok)
        throw new Error(`--${name}: ${read.message}. ${read.remedy}`);
    return read.value;
}
function refuse(error) {
    const { code, message } = error;
    const said = code === 'EADDRINUSE'
        ? 'The port is taken. Choose another one with --port, or --port 0 for any free one.'
        : String(message ?? error);
    node_process__WEBPACK_IMPORTED_MODULE_1__.stderr.write(`The emulator cannot start: ${said}\n`);
}
const untilSignal = () => new Promise((stop) => {
    node_process__WEBPACK_IMPORTED_MODULE_1__.once('SIGINT', () => stop());
    node_process__WEBPACK_IMPORTED_MODULE_1__.once('SIGTERM', () => stop());
});


/***/ })

};
