import { isObject, type JsonObject, objectsOf, textOf } from '../lib/json.ts';
import type { CoveredRequest } from './coverage.ts';
import type { Router } from './match.ts';

/** A collection with the variables that its requests may use. */
export interface StaticCollection {
  readonly content: JsonObject;
  /** Values of the environments and globals by name. The collection's own variables override them. */
  readonly variables: ReadonlyMap<string, string>;
}

/** The operations that the requests of a collection call, and whether a script asserts something. Nothing is sent. */
export function staticRequests({ content, variables }: StaticCollection, router: Router): readonly CoveredRequest[] {
  const own = objectsOf(content.variable).flatMap(({ key, value }) =>
    typeof key === 'string' && typeof value === 'string' && value !== '' ? [[key, value] as const] : [],
  );
  const scope = { router, variables: new Map([...variables, ...own]) };
  return requestsIn(content, { ...scope, asserted: false });
}

interface Scope {
  readonly router: Router;
  readonly variables: ReadonlyMap<string, string>;
  /** Whether a script of a parent asserts something. */
  readonly asserted: boolean;
}

function requestsIn(node: JsonObject, scope: Scope): readonly CoveredRequest[] {
  const asserted = scope.asserted || asserts(node);
  const inside = objectsOf(node.item).flatMap((item) => requestsIn(item, { ...scope, asserted }));
  const { request } = node;
  if (request === undefined) return inside;
  const { method, url } = isObject(request)
    ? { method: textOf(request.method) ?? 'GET', url: urlOf(request.url) }
    : { method: 'GET', url: urlOf(request) };
  const match = scope.router.find(method.toUpperCase(), resolved(url, scope.variables));
  return match ? [...inside, { operation: match.operation.id, asserted }] : inside;
}

function asserts({ event }: JsonObject): boolean {
  return objectsOf(event).some(({ listen, script, disabled }) => {
    if (listen !== 'test' || disabled === true || !isObject(script)) return false;
    const source = [script.exec].flat().join('\n');
    return /\bpm\s*\.\s*(test|expect)\b|\btests\s*\[|\bpm\s*\.\s*response\s*\.\s*to\b|\bpm\.require\b/.test(source);
  });
}

function urlOf(url: unknown): string {
  if (typeof url === 'string') return url;
  if (!isObject(url)) return '';
  const raw = textOf(url.raw);
  if (raw !== undefined) return raw;
  const host = [url.host].flat().join('.');
  return `${host}/${[url.path].flat().join('/')}`;
}

/** The deepest level of variables in values of variables. */
const MOST_LEVELS = 5;

/** Resolves known variables. An unknown variable becomes a word, so that it matches a segment or a host. */
function resolved(url: string, variables: ReadonlyMap<string, string>): string {
  let text = url.trim();
  for (let level = 0; level < MOST_LEVELS && text.includes('{{'); level += 1) {
    text = text.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => variables.get(name.trim()) ?? whole);
  }
  return text.replace(/\{\{[^{}]*\}\}/g, 'variable');
}
