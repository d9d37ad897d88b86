(function(exports,createRequire,chunkUrl){exports.id=3391;exports.ids=[3391];exports.modules={3391:(e,t,s)=>{s.d(t,{SandboxThreads:()=>k$load()});var n$kept;function n$load(){return n$kept??=s(75919)}var r$kept;function r$load(){return r$kept??=s(22254)}var o$kept;function o$load(){return o$kept??=s(51500)}var i$kept;function i$load(){return i$kept??=s(65316)}var a$kept;function a$load(){return a$kept??=s(10155)}const c=300;const u=5;const d=/(\w+)(\.test=function\(\w+,(\w+)\)\{var (\w+)=\w+\(\w+,!1\);)(if\("function"!=typeof \3\)return (\w+)\(\4\),\1;)/;const l=`
  const { Promise: OwnPromise, Error: OwnError, setTimeout: later } = globalThis;
  const { then } = OwnPromise.prototype;
  const { now } = Date;
  const executions = { __proto__: null };
  const PLACE = Symbol('place');
  let running = [];
  let execution;
  const stackHere = () => {
    const { stackTraceLimit } = OwnError;
    OwnError.stackTraceLimit = 30;
    const { stack } = new OwnError();
    OwnError.stackTraceLimit = stackTraceLimit;
    return stack;
  };
  const beginExecution = (id) => {
    execution = { ended: false };
    executions[id] = execution;
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
  const looked = (id) => executions[id]?.looked === true;
  const listOf = (tests, isWanted) => {
    const wanted = [];
    for (let index = 0; index < tests.length; index += 1)
      if (isWanted(tests[index])) wanted[wanted.length] = tests[index];
    return wanted;
  };
  const runTest = (assertion, test, report) => {
    const fail = (error) => {
      assertion.error = error;
      assertion.passed = false;
    };
    const settle = () => {
      running = listOf(running, (each) => each.assertion !== assertion);
      report(assertion);
    };
    const wait = () => {
      assertion.async = true;
      assertion[PLACE] = stackHere();
      running[running.length] = { assertion, execution, fail, settle };
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
    if (!(result instanceof OwnPromise)) return test.length > 0 ? undefined : report(assertion);
    if (test.length > 0)
      return void apply(then, result, [undefined, (error) => done(error || new OwnError('The promise rejected.'))]);
    wait();
    apply(then, result, [settle, rejected]);
  };
  const afterTests = (id, { hasError, isSkipped }, send) => {
    const ending = executions[id];
    delete executions[id];
    if (ending) ending.ended = true;
    const until = now() + (hasError ? 0 : isSkipped ? ${u} : ${c});
    const isUnsettled = (test) => test.execution === undefined || test.execution.ended;
    const look = () => {
      const left = listOf(running, isUnsettled);
      if (left.length > 0 && now() < until) return later(look, 5);
      if (isSkipped) running = listOf(running, (test) => !isUnsettled(test));
      else for (let index = 0; index < left.length; index += 1) {
        left[index].fail({ name: 'AssertionError', message: 'The test never finished: its promise did not settle, or its callback was not called.' });
        left[index].settle();
      }
      send();
    };
    if (running.length === 0) return send();
    look();
  };
`;function withAsyncTests(e){const t=e.replace(d,"runTest&&watchResponse($1),$1$2if(runTest)return runTest($4,$3,$6),$1;$5");if(t===e)throw new Error("The code of pm.test in the sandbox has changed: async tests cannot be watched.");return t};const p=`
  const { stringify: asJson } = JSON;
  const { defineProperty } = Object;
  const { includes } = String.prototype;
  const sources = { __proto__: null };
  const requests = { __proto__: null };
  const mentions = (id, name) => {
    const source = sources[id];
    return typeof source !== 'string' || apply(includes, source, [name]) || /\\\\u|\\b(?:this|eval|require)\\b/.test(source);
  };
  const laterRequest = (execution, json, create) => {
    const property = (rest) =>
      void defineProperty(execution, 'request', { enumerable: true, configurable: true, ...rest });
    const set = (value) => property({ value, writable: true });
    const get = () => {
      if (execution.id in sources) requests[execution.id] = asJson(json);
      set(create());
      return execution.request;
    };
    property({ get, set });
  };
  const beginValues = (id, event) => {
    const exec = event && event.script && event.script.exec;
    sources[id] = Array.isArray(exec) ? exec.join('\\n') : exec;
  };
  const endValues = (id, execution) => {
    const before = requests[id];
    delete sources[id];
    delete requests[id];
    if (before === undefined || !execution) return undefined;
    try {
      return asJson(execution.request) === before ? undefined : execution.request;
    } catch {
      return execution.request;
    }
  };
`;const f=[[/\(this\.request=(\w+\.Request\.isRequest\((\w+)\.request\)\?\2\.request:new \w+\.Request\(\2\.request\))\)/,"(laterRequest?laterRequest(this,$2.request,()=>$1):this.request=$1)"],[/void 0!==(\w+)\[(\w+)\]&&\((\w+)\.value=\1\[\2\],Object\.defineProperty\((\w+),\2,\3\)\)/,'(laterRequest&&"request"===$2?Object.defineProperty($4,$2,{get:()=>$1.request}):$&)'],[/request:(\w+)\.request,(response:\1\.response.*?)this\.request&&(Object\.defineProperty\()this\.request,("to",\{get\(\)\{return \w+\.expect\(this\)\.to\}\}\))/s,'get request(){const request=$1.request;request&&!Object.hasOwn(request,"to")&&$3request,$4;return request},$2this'],[/(\w+\.request=)((\w+)\.request\?\{id:\3\.legacy\?)/,'$1laterRequest&&!mentions($3.id,"request")?{}:$2'],[/(\w+\.responseBody=)(\(\(\)=>\{if\((\w+)\.response&&)/,'$1laterRequest&&!mentions($3.id,"responseBody")?void 0:$2']];function withLateValues(e){return f.reduce((e,[t,s])=>{const n=e.replace(t,s);if(n===e)throw new Error(`The sandbox's code has changed: it does not contain ${t}.`);return n},e)};const m="sandbox";const h="compiled";const g=5;var w$kept;function w$load(){return w$kept??=`
  let keepCompiled = () => undefined;
  const bootFrom = (file) => {
    const fs = require('fs');
    const path = require('path');
    const kept = require('worker_threads').getEnvironmentData('${h}');
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
`}var x$kept;function x$load(){return x$kept??=`
  const { apply } = Reflect;
  ${l}
  ${p}
  ${w$load()}
  const own = bridge;
  const RESULT = 'execution.result.';
  const SKIP = 'execution.skipRequest.';
  let needs = { everyAssertion: true, allVariables: true };
  const { dispatch } = own;
  const { parse, stringify } = JSON;
  const port = require('worker_threads').parentPort;
  const post = port.postMessage.bind(port);
  const { keys } = Object;
  const { isArray } = Array;
  const { slice, startsWith } = String.prototype;
  const locals = { __proto__: null };
  const skips = { __proto__: null };
  const ending = { __proto__: null };
  const SCOPES = { __proto__: null, environment: 1, globals: 1, collectionVariables: 1 };
  const UNSENT = { _: undefined, mutations: undefined, _layers: undefined, _postman_enableTracking: undefined };
  const localsOf = (scope) => {
    try {
      return stringify({ ...scope, ...UNSENT });
    } catch {
      return undefined;
    }
  };
  const isEmpty = ({ stream, compacted }) =>
    isArray(stream) && stream.length === 0 && keys(compacted || {}).length === 0;
  const resultOf = (id, execution) => {
    const request = endValues(id, execution);
    const before = locals[id];
    delete locals[id];
    if (!execution || needs.allVariables) return execution;
    const { return: returned, lookedAtResponse, _variables } = execution;
    const result = { return: returned, lookedAtResponse, request };
    for (const name in SCOPES) {
      const { mutations } = execution[name] || {};
      if (mutations && !isEmpty(mutations)) result[name] = { mutations };
    }
    if (before === undefined || localsOf(_variables) !== before) result._variables = _variables;
    return result;
  };
  const lineIn = (stack) => {
    const [, line] = /eval at exec \\(.*?\\), <anonymous>:(\\d+):/.exec(String(stack)) || [];
    return line && line - ${g};
  };
  const placed = (error, stack) =>
    error && typeof error === 'object'
      ? { ...(error.toJSON ? error.toJSON() : error), scriptLine: lineIn(stack) }
      : error;
  const located = (assertion) =>
    assertion.error
      ? { ...assertion, error: placed(assertion.error, assertion[PLACE] || stackHere()) }
      : assertion;
  const begins = (name, start) => apply(startsWith, name, [start]);
  const idIn = (name, start) => apply(slice, name, [start.length]);
  const isIgnored = (name, [cursor, reported]) => {
    const skip = cursor && skips[cursor.execution];
    if (!skip) return false;
    const isEarly = (assertion) => listOf(skip.tests, (test) => test.assertion === assertion).length > 0;
    if (begins(name, 'execution.assertion')) return listOf(reported, isEarly).length === 0;
    return begins(name, 'execution.error') || name === 'execution.console';
  };
  const { emit } = own;
  own.emit = function (name, ...args) {
    if (name === 'execute') {
      const [id, event, context] = args;
      beginExecution(id);
      beginValues(id, event);
      locals[id] = localsOf(context && context._variables);
    }
    return emit.call(own, name, ...args);
  };
  own.dispatch = function (name, ...args) {
    // The runtime ignores what follows a skip, so the skip is told after the tests that are running.
    if (begins(name, SKIP) && running.length > 0) {
      skips[idIn(name, SKIP)] = { args, tests: listOf(running, () => true) };
      return;
    }
    if (!begins(name, RESULT)) return isIgnored(name, args) ? undefined : send(name, ...args);
    const id = idIn(name, RESULT);
    // What a script throws after it skipped its request ends it once more.
    if (ending[id]) return;
    ending[id] = true;
    if (args[1] && looked(id)) args[1].lookedAtResponse = true;
    keepCompiled();
    const skip = skips[id];
    afterTests(id, { hasError: Boolean(args[0]), isSkipped: skip !== undefined }, () => {
      if (skip) send(SKIP + id, ...skip.args);
      delete skips[id];
      delete ending[id];
      send(name, args[0], resultOf(id, args[1]));
    });
  };
  const send = (name, ...args) => {
    if (!needs.everyAssertion && begins(name, 'execution.assertion.')) return;
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
`}const y="/* prepared */";const bootCodeOf=e=>e.startsWith(y)?`{${x$load()};sandboxHooks = { runTest, watchResponse, laterRequest, mentions };${e}}`:`{${x$load()};${withLateValues(withAsyncTests(e))}}`;function handedOver(e){(0,n$load().setEnvironmentData)(m,e);return`require('vm').runInThisContext(require('worker_threads').getEnvironmentData('${m}'))`};var k$kept;function k$load(){return k$kept??=class SandboxThreads{#e;#t;#s;#n=r$load().createContext.bind(r$load());constructor(e){i$load().__bootCodeExecutor=handedOver;(0,n$load().setEnvironmentData)(h,e);const t=this;const s=o$load().prototype.connect;o$load().prototype.connect=function(e,n){const r=watchWorkers();s.call(this,{...e,bootCode:bootCodeOf(e.bootCode??"")},(e,s)=>{const o=r.stop();if(!e&&o){talkLean(this,o);t.#r(o)}n(e,s)})};r$load().createContext=(e,t)=>{this.#s?.then(e=>t(null,e),e=>t(e))}}prepare(){this.#e=undefined;const e=new Promise((e,t)=>{this.#n({},(s,n)=>s?t(s):e(n))});e.catch(()=>undefined);this.#s=e}serve({options:e,reporters:t}){this.#e={everyAssertion:e.bail!==false,allVariables:t.length>0};if(this.#t)this.#r(this.#t);const{timeoutMs:s,timeoutScriptMs:n}=e;const r=Math.min(s||Number.POSITIVE_INFINITY,n||Number.POSITIVE_INFINITY);void this.#s?.then(e=>e&&Number.isFinite(r)&&setTimeoutOf(e,r),()=>undefined)}async end(){const e=await this.#s;e?.removeAllListeners();e?.on("error",()=>undefined);await this.#t?.terminate();this.#t=undefined}#r(e){this.#t=e;if(this.#e)e.postMessage({needs:this.#e})}}}function setTimeoutOf(e,t){e.connectOptions.timeout=t;e.executionTimeout=t}function talkLean(e,t){const{_dispatch:s}=e;e._dispatch=(...n)=>{let r;try{r=JSON.stringify(n)}catch{return s.apply(e,n)}t.postMessage(r)};const n=e._dispatch;t.on("message",t=>{if(typeof t==="string"&&e._dispatch===n)e.emit(...JSON.parse(t))})}function watchWorkers(){const{on:e}=i$load().prototype;let t;i$load().prototype.on=function(s,n){t=this;return e.call(this,s,n)};return{stop:()=>{i$load().prototype.on=e;return t}}}}};
})