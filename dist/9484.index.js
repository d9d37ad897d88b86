(function(exports,createRequire,chunkUrl){exports.id=9484;exports.ids=[9484];exports.modules={39484:(e,t,s)=>{s.d(t,{SandboxThreads:()=>w$load()});var n$kept;function n$load(){return n$kept??=s(75919)}var r$kept;function r$load(){return r$kept??=s(22254)}var o$kept;function o$load(){return o$kept??=s(51500)}var i$kept;function i$load(){return i$kept??=s(65316)}var a$kept;function a$load(){return a$kept??=s(10155)}const c=300;const u=/(\w+)(\.test=function\(\w+,(\w+)\)\{var (\w+)=\w+\(\w+,!1\);)(if\("function"!=typeof \3\)return (\w+)\(\4\),\1;)/;const d=`
  const running = new Map();
  const places = new WeakMap();
  const executions = new Map();
  const { setTimeout: later } = globalThis;
  let execution;
  const stackHere = () => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 30;
    const { stack } = new Error();
    Error.stackTraceLimit = stackTraceLimit;
    return stack;
  };
  const beginExecution = (id) => {
    execution = { ended: false };
    executions.set(id, execution);
  };
  const watchResponse = ({ response }) => {
    if (!response || !(response.code >= 500)) return;
    const watching = execution;
    for (const name of ['code', 'status', 'stream']) {
      let value = response[name];
      Object.defineProperty(response, name, {
        get: () => {
          if (watching && /eval at exec /.test(stackHere())) watching.looked = true;
          return value;
        },
        set: (changed) => void (value = changed),
        enumerable: true,
        configurable: true,
      });
    }
  };
  const looked = (id) => executions.get(id)?.looked === true;
  const runTest = (assertion, test, report) => {
    const fail = (error) => Object.assign(assertion, { error, passed: false });
    const settle = () => {
      running.delete(assertion);
      report(assertion);
    };
    const wait = () => {
      assertion.async = true;
      places.set(assertion, stackHere());
      running.set(assertion, { execution, fail, settle });
    };
    const done = (error) => {
      if (assertion.error && assertion.passed === false) return;
      if (error) fail(error);
      settle();
    };
    const rejected = (error) => {
      fail(error);
      settle();
    };
    if (typeof test !== 'function') {
      assertion.error = { noFunction: true };
      return report(assertion);
    }
    if (test.length > 0) wait();
    let result;
    try {
      result = test.length > 0 ? test(done) : test();
    } catch (error) {
      return rejected(error);
    }
    if (!(result instanceof Promise)) return test.length > 0 ? undefined : report(assertion);
    if (test.length > 0) return void result.then(undefined, (error) => done(error || new Error('The promise rejected.')));
    wait();
    result.then(settle, rejected);
  };
  const afterTests = (id, timedOut, send) => {
    const ending = executions.get(id);
    executions.delete(id);
    if (ending) ending.ended = true;
    const unsettled = () => [...running.values()].filter((test) => test.execution === undefined || test.execution.ended);
    const until = Date.now() + (timedOut ? 0 : ${c});
    const look = () => {
      const left = unsettled();
      if (left.length > 0 && Date.now() < until) return later(look, 5);
      for (const test of left) {
        test.fail({ name: 'AssertionError', message: 'The test never finished: its promise did not settle, or its callback was not called.' });
        test.settle();
      }
      send();
    };
    if (running.size === 0) return send();
    look();
  };
`;function withAsyncTests(e){const t=e.replace(u,"runTest&&watchResponse($1),$1$2if(runTest)return runTest($4,$3,$6),$1;$5");if(t===e)throw new Error("The code of pm.test in the sandbox has changed: async tests cannot be watched.");return t};const l="sandbox";const f="compiled";const p=5;var m$kept;function m$load(){return m$kept??=`
  let keepCompiled = () => undefined;
  const bootFrom = (file) => {
    const fs = require('fs');
    const path = require('path');
    const kept = require('worker_threads').getEnvironmentData('${f}');
    const { pid } = process;
    const { Buffer: BufferOfNode } = require('buffer');
    const checksum = ${a$load().c};
    let cachedData;
    try {
      const bytes = fs.readFileSync(kept);
      if (checksum(bytes.subarray(8)) === bytes.readUInt32LE(0)) cachedData = bytes.subarray(8);
    } catch {}
    const script = new (require('vm').Script)(fs.readFileSync(file, 'latin1'), { filename: file, cachedData });
    const module = { exports: {} };
    const ownRequire = require('module').createRequire(file);
    script.runInThisContext()(ownRequire, module, module.exports, path.dirname(file));
    if (!kept || (cachedData && !script.cachedDataRejected)) return;
    // The sandbox takes \`process\` away.
    const temporary = kept + '.' + pid;
    keepCompiled = () => {
      keepCompiled = () => undefined;
      try {
        fs.mkdirSync(path.dirname(kept), { recursive: true, mode: 0o700 });
        const compiled = script.createCachedData();
        const sum = BufferOfNode.alloc(8);
        sum.writeUInt32LE(checksum(compiled));
        fs.writeFileSync(temporary, BufferOfNode.concat([sum, compiled]), { mode: 0o600 });
        fs.renameSync(temporary, kept);
      } catch {}
    };
  };
`}var h$kept;function h$load(){return h$kept??=`
  ${d}
  ${m$load()}
  const own = bridge;
  const RESULT = 'execution.result.';
  let needs = { everyAssertion: true, allVariables: true };
  const { dispatch } = own;
  const { parse, stringify } = JSON;
  const port = require('worker_threads').parentPort;
  const post = port.postMessage.bind(port);
  const requests = new Map();
  const isUnchanged = (id, request) => {
    const before = requests.get(id);
    requests.delete(id);
    try {
      return before !== undefined && stringify(request) === before;
    } catch {
      return false;
    }
  };
  const short = (id, execution) => {
    const scopes = ['environment', 'globals', 'collectionVariables'].filter((name) => execution && execution[name]);
    const changes = scopes.map((name) => [name, { mutations: execution[name].mutations }]);
    if (isUnchanged(id, execution && execution.request)) changes.push(['request', undefined]);
    return execution && Object.assign(Object.create(execution), execution, Object.fromEntries(changes));
  };
  const lineIn = (stack) => {
    const [, line] = /eval at exec \\(.*?\\), <anonymous>:(\\d+):/.exec(String(stack)) || [];
    return line && line - ${p};
  };
  const placed = (error, stack) =>
    error && typeof error === 'object'
      ? { ...(error.toJSON ? error.toJSON() : error), scriptLine: lineIn(stack) }
      : error;
  const located = (assertion) =>
    assertion.error
      ? { ...assertion, error: placed(assertion.error, places.get(assertion) || stackHere()) }
      : assertion;
  const { emit } = own;
  own.emit = function (name, ...args) {
    if (name === 'execute') {
      beginExecution(args[0]);
      if (!needs.allVariables) requests.set(args[0], stringify(args[2] && args[2].request));
    }
    return emit.call(own, name, ...args);
  };
  own.dispatch = function (name, ...args) {
    if (!name.startsWith(RESULT)) return send(name, ...args);
    const id = name.slice(RESULT.length);
    if (args[1] && looked(id)) args[1].lookedAtResponse = true;
    keepCompiled();
    afterTests(id, Boolean(args[0]), () => send(name, ...args));
  };
  const send = (name, ...args) => {
    if (!needs.everyAssertion && name.startsWith('execution.assertion.')) return;
    if (!needs.allVariables && name.startsWith(RESULT)) args[1] = short(name.slice(RESULT.length), args[1]);
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
    else if (message && message.needs) needs = message.needs;
  });
`}const g="/* prepared */";const bootCodeOf=e=>e.startsWith(g)?`{${h$load()};sandboxHooks = { runTest, watchResponse };${e}}`:`{${h$load()};${withAsyncTests(e)}}`;function handedOver(e){(0,n$load().setEnvironmentData)(l,e);return`require('vm').runInThisContext(require('worker_threads').getEnvironmentData('${l}'))`};var w$kept;function w$load(){return w$kept??=class SandboxThreads{#e;#t;#s;#n=r$load().createContext.bind(r$load());constructor(e){i$load().__bootCodeExecutor=handedOver;(0,n$load().setEnvironmentData)(f,e);const t=this;const s=o$load().prototype.connect;o$load().prototype.connect=function(e,n){const r=watchWorkers();s.call(this,{...e,bootCode:bootCodeOf(e.bootCode??"")},(e,s)=>{const o=r.stop();if(!e&&o){talkLean(this,o);t.#r(o)}n(e,s)})};r$load().createContext=(e,t)=>{this.#s?.then(e=>t(null,e),e=>t(e))}}prepare(){this.#e=undefined;const e=new Promise((e,t)=>{this.#n({},(s,n)=>s?t(s):e(n))});e.catch(()=>undefined);this.#s=e}serve({options:e,reporters:t}){this.#e={everyAssertion:e.bail!==false,allVariables:t.length>0};if(this.#t)this.#r(this.#t);const{timeoutMs:s,timeoutScriptMs:n}=e;const r=Math.min(s||Number.POSITIVE_INFINITY,n||Number.POSITIVE_INFINITY);void this.#s?.then(e=>e&&Number.isFinite(r)&&setTimeoutOf(e,r),()=>undefined)}async end(){const e=await this.#s;e?.removeAllListeners();e?.on("error",()=>undefined);await this.#t?.terminate();this.#t=undefined}#r(e){this.#t=e;if(this.#e)e.postMessage({needs:this.#e})}}}function setTimeoutOf(e,t){e.connectOptions.timeout=t;e.executionTimeout=t}function talkLean(e,t){const{_dispatch:s}=e;e._dispatch=(...n)=>{let r;try{r=JSON.stringify(n)}catch{return s.apply(e,n)}t.postMessage(r)};const n=e._dispatch;t.on("message",t=>{if(typeof t==="string"&&e._dispatch===n)e.emit(...JSON.parse(t))})}function watchWorkers(){const{on:e}=i$load().prototype;let t;i$load().prototype.on=function(s,n){t=this;return e.call(this,s,n)};return{stop:()=>{i$load().prototype.on=e;return t}}}}};
})