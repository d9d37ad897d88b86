/**
 * Code for the scripts' thread, placed before the sandbox's code. With it, the sandbox creates values for a script only
 * where they are read: `laterRequest` creates `pm.request` when it is first read, and `mentions` tells whether a script
 * may read a global variable. `beginValues` and `endValues` enclose an execution; the latter returns its changed request.
 */
export const LATE_VALUES = `
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
`;

/** Expressions in the sandbox's minified code, and what replaces them where the functions above are defined. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  // An execution gets its request.
  [
    /\(this\.request=(\w+\.Request\.isRequest\((\w+)\.request\)\?\2\.request:new \w+\.Request\(\2\.request\))\)/,
    '(laterRequest?laterRequest(this,$2.request,()=>$1):this.request=$1)',
  ],
  // The properties of an object become read-only properties of `pm`.
  [
    /void 0!==(\w+)\[(\w+)\]&&\((\w+)\.value=\1\[\2\],Object\.defineProperty\((\w+),\2,\3\)\)/,
    '(laterRequest&&"request"===$2?Object.defineProperty($4,$2,{get:()=>$1.request}):$&)',
  ],
  // `pm` gets its request, and `pm.request` gets `to` for assertions.
  [
    /request:(\w+)\.request,(response:\1\.response.*?)this\.request&&(Object\.defineProperty\()this\.request,("to",\{get\(\)\{return \w+\.expect\(this\)\.to\}\}\))/s,
    'get request(){const request=$1.request;request&&!Object.hasOwn(request,"to")&&$3request,$4;return request},$2this',
  ],
  // The global variables `request` and `responseBody` of the old script API.
  [/(\w+\.request=)((\w+)\.request\?\{id:\3\.legacy\?)/, '$1laterRequest&&!mentions($3.id,"request")?{}:$2'],
  [
    /(\w+\.responseBody=)(\(\(\)=>\{if\((\w+)\.response&&)/,
    '$1laterRequest&&!mentions($3.id,"responseBody")?void 0:$2',
  ],
];

/** The sandbox's code, changed to create these values when they are read. Throws an `Error` when it lacks a part. */
export function withLateValues(bootCode: string): string {
  return CHANGES.reduce((code, [from, to]) => {
    const changed = code.replace(from, to);
    if (changed === code) throw new Error(`The sandbox's code has changed: it does not contain ${from}.`);
    return changed;
  }, bootCode);
}
