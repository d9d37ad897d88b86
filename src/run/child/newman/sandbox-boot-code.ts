import { setEnvironmentData } from 'node:worker_threads';
import { checksum } from '../../../core/lib/checksum.ts';
import { ASYNC_TESTS, withAsyncTests } from './async-tests.ts';
import { LATE_VALUES, withLateValues } from './late-values.ts';

/** Name of the thread's environment data that holds the sandbox's code. */
const BOOT_CODE = 'sandbox';

/** Name of the thread's environment data that holds the path for compiled code. */
export const COMPILED = 'compiled';

/** Number of lines that the sandbox adds before a script's first line when it compiles the script. */
const LINES_ABOVE = 5;

/**
 * Runs the sandbox's code from a file. After the first script, its compiled code is cached in the file that `compiled`
 * names.
 */
const BOOT_FROM = `
  let keepCompiled = () => undefined;
  const bootFrom = (file) => {
    const fs = require('fs');
    const path = require('path');
    const kept = require('worker_threads').getEnvironmentData('${COMPILED}');
    const { pid } = process;
    const { Buffer: BufferOfNode } = require('buffer');
    const checksum = ${checksum};
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
`;

/**
 * Runs in the scripts' thread before the sandbox, and makes its messages smaller. Messages are plain JSON; only values
 * with a cycle are sent in the runtime's own, much slower way. Every assertion is sent once: the second event serves
 * `bail` alone. A script's result holds what it returned, and the variables and the request if it changed them, since
 * nothing else is read. Errors lose their stacks when they are sent, so the script's line is added; for a failed
 * assertion, that is the line of its `pm.test`. The code takes what it needs of built-in objects beforehand: scripts
 * can replace them.
 */
const LEAN = `
  const { apply } = Reflect;
  ${ASYNC_TESTS}
  ${LATE_VALUES}
  ${BOOT_FROM}
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
    return line && line - ${LINES_ABOVE};
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
`;

/** First characters of boot code that the build has prepared, with a `pm.test` that calls these functions. */
const PREPARED = '/* prepared */';

export const bootCodeOf = (code: string): string =>
  code.startsWith(PREPARED)
    ? `{${LEAN};sandboxHooks = { runTest, watchResponse, laterRequest, mentions };${code}}`
    : `{${LEAN};${withLateValues(withAsyncTests(code))}}`;

/**
 * Passes the sandbox's two million characters to its thread as data: a literal in a script would have to be parsed as
 * well.
 */
export function handedOver(bootCode: string): string {
  setEnvironmentData(BOOT_CODE, bootCode);
  return `require('vm').runInThisContext(require('worker_threads').getEnvironmentData('${BOOT_CODE}'))`;
}
