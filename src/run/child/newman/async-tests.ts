/** Time that a test has after its script's end, in milliseconds; less than the runtime's own limit of 500. */
const GRACE_MS = 300;

/** Time that the tests of a script have after it skipped its request, in milliseconds. Its timers are gone then. */
const SKIP_MS = 5;

/** The beginning of `pm.test` in the sandbox's minified code: the assertion, the function, and how to report. */
const PM_TEST =
  /(\w+)(\.test=function\(\w+,(\w+)\)\{var (\w+)=\w+\(\w+,!1\);)(if\("function"!=typeof \3\)return (\w+)\(\4\),\1;)/;

/**
 * Code for the scripts' thread, placed before the sandbox's code. Defines `runTest` and `watchResponse`. The sandbox
 * alone reports a test that returns a promise at once, as passed. With `runTest`, the test is reported when the
 * promise settles; it fails if the promise rejects, or does not settle soon after the script's end. `looked` tells
 * whether a script read the status or the body of a response of 500 or more.
 */
export const ASYNC_TESTS = `
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
    const until = now() + (hasError ? 0 : isSkipped ? ${SKIP_MS} : ${GRACE_MS});
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
`;

/** The sandbox's code with a `pm.test` that calls `runTest`. */
export function withAsyncTests(bootCode: string): string {
  const changed = bootCode.replace(PM_TEST, 'runTest&&watchResponse($1),$1$2if(runTest)return runTest($4,$3,$6),$1;$5');
  if (changed === bootCode)
    throw new Error('The code of pm.test in the sandbox has changed: async tests cannot be watched.');
  return changed;
}
