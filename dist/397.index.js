export const id = 397;
export const ids = [397];
export const modules = {

/***/ 7397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startSandbox: () => (/* binding */ startSandbox)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75919);
/* harmony import */ var postman_sandbox__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18196);
/* harmony import */ var uvm__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88010);
/* harmony import */ var uvm_lib_worker_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53662);




/** Lines that the sandbox puts above a script's first one when it compiles it. */
const LINES_ABOVE = 5;
/** Under this name the thread finds the code that it boots with. */
const BOOT_CODE = 'sandbox';
/**
 * Runs in the scripts' thread before the sandbox does, and makes its side of the talk lean. Messages are plain JSON; what
 * holds a cycle goes the runtime's own, much slower way. Every assertion is told once, not twice: the other event is for
 * `bail` alone. A script's result has the changes it made to variables, which is all that is read, not all variables.
 * Errors, which lose their stacks on the way out, take the script's line along; that of a failed assertion is the line of
 * its `pm.test`, which still runs when the assertion is told, unless it goes on in a callback.
 */
const lean = ({ options, reporters }) => `{
  const own = bridge;
  const { dispatch } = own;
  const { parse, stringify } = JSON;
  const port = require('worker_threads').parentPort;
  const post = port.postMessage.bind(port);
  const short = (execution) => {
    const scopes = ['environment', 'globals', 'collectionVariables'].filter((name) => execution && execution[name]);
    const changes = scopes.map((name) => [name, { mutations: execution[name].mutations }]);
    return execution && Object.assign(Object.create(execution), execution, Object.fromEntries(changes));
  };
  const lineIn = (stack) => {
    const [, line] = /eval at exec \\([^()]*\\), <anonymous>:(\\d+):/.exec(String(stack)) || [];
    return line && line - ${LINES_ABOVE};
  };
  const placed = (error, stack) =>
    error && typeof error === 'object'
      ? { ...(error.toJSON ? error.toJSON() : error), scriptLine: lineIn(stack) }
      : error;
  const located = (assertion) =>
    assertion.error && !assertion.async
      ? { ...assertion, error: placed(assertion.error, new Error().stack) }
      : assertion;
  own.dispatch = function (name, ...args) {
    if (${options.bail === false} && name.startsWith('execution.assertion.')) return;
    if (${reporters.length === 0} && name.startsWith('execution.result.')) args[1] = short(args[1]);
    if (name === 'execution.assertion') args[1] = args[1].map(located);
    if (name === 'execution.error') args[1] = placed(args[1], args[1] && args[1].stack);
    let text;
    try {
      text = stringify([name, ...args]);
    } catch {
      return dispatch.call(own, name, ...args);
    }
    post(text);
  };
  port.on('message', (message) => {
    if (typeof message === 'string') own.emit(...parse(message));
  });
};`;
/**
 * Starts the scripts' thread at once, so that it boots while Newman is loaded; the runtime gets it where it asks for one.
 * One that had to be stopped is replaced by the runtime in the same way.
 */
function startSandbox(job) {
    uvm_lib_worker_js__WEBPACK_IMPORTED_MODULE_3__.__bootCodeExecutor = handedOver;
    const connect = uvm__WEBPACK_IMPORTED_MODULE_2__.prototype.connect;
    uvm__WEBPACK_IMPORTED_MODULE_2__.prototype.connect = function (options, callback) {
        const bootCode = `${lean(job)}${options.bootCode ?? ''}`;
        const workers = watchWorkers();
        connect.call(this, { ...options, bootCode }, (error, connected) => {
            const worker = workers.stop();
            if (!error && worker)
                talkLean(this, worker);
            callback(error, connected);
        });
    };
    const create = postman_sandbox__WEBPACK_IMPORTED_MODULE_1__.createContext.bind(postman_sandbox__WEBPACK_IMPORTED_MODULE_1__);
    const { timeoutMs, timeoutScriptMs } = job.options;
    const timeout = Math.min(timeoutMs || Number.POSITIVE_INFINITY, timeoutScriptMs || Number.POSITIVE_INFINITY);
    const context = new Promise((resolve, reject) => {
        create({ timeout }, (error, made) => (error ? reject(error) : resolve(made)));
    });
    postman_sandbox__WEBPACK_IMPORTED_MODULE_1__.createContext = (_, callback) => {
        context.then((made) => callback(null, made), (error) => callback(error));
    };
    // The runtime may not have asked yet.
    context.catch(() => undefined);
}
/** The sandbox's two million characters go to its thread as they are, not as a literal in a script: that is parsed, too. */
function handedOver(bootCode) {
    (0,node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.setEnvironmentData)(BOOT_CODE, bootCode);
    return `require('vm').runInThisContext(require('worker_threads').getEnvironmentData('${BOOT_CODE}'))`;
}
/** The other side of {@link lean}. */
function talkLean(connected, worker) {
    const { _dispatch: dispatch } = connected;
    connected._dispatch = (...args) => {
        let text;
        try {
            text = JSON.stringify(args);
        }
        catch {
            return dispatch.apply(connected, args);
        }
        worker.postMessage(text);
    };
    const own = connected._dispatch;
    worker.on('message', (message) => {
        // A thread that was stopped may have said something just before.
        if (typeof message === 'string' && connected._dispatch === own)
            connected.emit(...JSON.parse(message));
    });
}
/** The thread that is started while a sandbox connects is not handed out: it is seen when it is listened to. */
function watchWorkers() {
    const { on } = uvm_lib_worker_js__WEBPACK_IMPORTED_MODULE_3__.prototype;
    let seen;
    uvm_lib_worker_js__WEBPACK_IMPORTED_MODULE_3__.prototype.on = function (name, listener) {
        seen = this;
        return on.call(this, name, listener);
    };
    return {
        stop: () => {
            uvm_lib_worker_js__WEBPACK_IMPORTED_MODULE_3__.prototype.on = on;
            return seen;
        },
    };
}


/***/ })

};
