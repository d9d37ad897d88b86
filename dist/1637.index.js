export const id=1637;export const ids=[1637];export const modules={91637:(e,t,n)=>{n.d(t,{SandboxThreads:()=>g});var s=n(98995);var r=n(75919);var o=n(22254);var i=n(51500);var a=n(65316);const c=300;const u=/(\w+)(\.test=function\(\w+,(\w+)\)\{var (\w+)=\w+\(\w+,!1\);)(if\("function"!=typeof \3\)return (\w+)\(\4\),\1;)/;const d=`
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
`;function withAsyncTests(e){const t=e.replace(u,"runTest&&watchResponse($1),$1$2if(runTest)return runTest($4,$3,$6),$1;$5");if(t===e)throw new Error("The code of pm.test in the sandbox has changed: async tests cannot be watched.");return t};const l=5;const h="sandbox";const f="compile-cache";const p=`
  ${d}
  const own = bridge;
  // A thread does not inherit the cache of compiled code.
  const cache = require('worker_threads').getEnvironmentData('${f}');
  if (cache) require('module').enableCompileCache(cache);
  let needs = { everyAssertion: true, allVariables: true };
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
    const [, line] = /eval at exec \\(.*?\\), <anonymous>:(\\d+):/.exec(String(stack)) || [];
    return line && line - ${l};
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
    if (name === 'execute') beginExecution(args[0]);
    return emit.call(own, name, ...args);
  };
  own.dispatch = function (name, ...args) {
    if (!name.startsWith('execution.result.')) return send(name, ...args);
    const id = name.slice('execution.result.'.length);
    if (args[1] && looked(id)) args[1].lookedAtResponse = true;
    afterTests(id, Boolean(args[0]), () => send(name, ...args));
  };
  const send = (name, ...args) => {
    if (!needs.everyAssertion && name.startsWith('execution.assertion.')) return;
    if (!needs.allVariables && name.startsWith('execution.result.')) args[1] = short(args[1]);
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
`;const m="/* prepared */";const bootCodeOf=e=>e.startsWith(m)?`{${p};sandboxHooks = { runTest, watchResponse };${e}}`:`{${p};${withAsyncTests(e)}}`;let g=class SandboxThreads{#e;#t;#n;#s=o.createContext.bind(o);constructor(){a.__bootCodeExecutor=handedOver;const{getCompileCacheDir:e}=s;(0,r.setEnvironmentData)(f,e?.());const t=this;const n=i.prototype.connect;i.prototype.connect=function(e,s){const r=watchWorkers();n.call(this,{...e,bootCode:bootCodeOf(e.bootCode??"")},(e,n)=>{const o=r.stop();if(!e&&o){talkLean(this,o);t.#r(o)}s(e,n)})};o.createContext=(e,t)=>{this.#n?.then(e=>t(null,e),e=>t(e))}}prepare(){this.#e=undefined;const e=new Promise((e,t)=>{this.#s({},(n,s)=>n?t(n):e(s))});e.catch(()=>undefined);this.#n=e}serve({options:e,reporters:t}){this.#e={everyAssertion:e.bail!==false,allVariables:t.length>0};if(this.#t)this.#r(this.#t);const{timeoutMs:n,timeoutScriptMs:s}=e;const r=Math.min(n||Number.POSITIVE_INFINITY,s||Number.POSITIVE_INFINITY);void this.#n?.then(e=>e&&Number.isFinite(r)&&setTimeoutOf(e,r),()=>undefined)}async end(){const e=await this.#n;e?.removeAllListeners();e?.on("error",()=>undefined);await this.#t?.terminate();this.#t=undefined}#r(e){this.#t=e;if(this.#e)e.postMessage({needs:this.#e})}};function setTimeoutOf(e,t){e.connectOptions.timeout=t;e.executionTimeout=t}function handedOver(e){(0,r.setEnvironmentData)(h,e);return`require('vm').runInThisContext(require('worker_threads').getEnvironmentData('${h}'))`}function talkLean(e,t){const{_dispatch:n}=e;e._dispatch=(...s)=>{let r;try{r=JSON.stringify(s)}catch{return n.apply(e,s)}t.postMessage(r)};const s=e._dispatch;t.on("message",t=>{if(typeof t==="string"&&e._dispatch===s)e.emit(...JSON.parse(t))})}function watchWorkers(){const{on:e}=a.prototype;let t;a.prototype.on=function(n,s){t=this;return e.call(this,n,s)};return{stop:()=>{a.prototype.on=e;return t}}}}};