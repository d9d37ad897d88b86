import { isObject, type JsonObject } from '../lib/json.ts';
import { escapeRegExp } from '../lib/text.ts';

/** Host and base path of a server, as patterns. */
export interface ServerPattern {
  /** Matches `host:port`; absent for a URL without a host, and for a host of variables that match any text. */
  readonly host?: RegExp;
  /** Matches the base path at the beginning of a path; the empty text for a server without a base path. */
  readonly base: RegExp;
  /** Number of segments of the base path. */
  readonly depth: number;
  /** Equal for equal servers. */
  readonly key: string;
}

/** Converts a server's URL to patterns. A variable matches its `enum`, or any segment without one. */
export function serverPattern(url: string, variables: JsonObject): ServerPattern {
  const [, host, path = ''] = /^(?:[a-z][a-z\d+.-]*:)?\/\/([^/?#]*)([^?#]*)/i.exec(url) ?? [undefined, undefined, url];
  const trimmed = `/${path.replace(/[?#].*$/s, '')}`.replace(/\/+/g, '/').replace(/\/$/, '');
  const base = new RegExp(`^${expression(trimmed, variables, '[^/]+')}(?=/|$)`);
  const pattern = new RegExp(`^${expression(host ?? '', variables, '[^/]*')}$`, 'i');
  return {
    ...(pattern.test('') || pattern.test(':') ? {} : { host: pattern }),
    base,
    depth: trimmed.split('/').length - 1,
    key: `${host ?? ''} ${base.source}`,
  };
}

function expression(template: string, variables: JsonObject, anything: string): string {
  const parts = template.split(/(\{[^{}]*\})/);
  return parts
    .map((part) => (/^\{.*\}$/.test(part) ? valuesOf(variables[part.slice(1, -1)], anything) : escapeRegExp(part)))
    .join('');
}

function valuesOf(variable: unknown, anything: string): string {
  if (!isObject(variable)) return anything;
  const fixed = Array.isArray(variable.enum) ? variable.enum.map((value) => escapeRegExp(String(value))) : [];
  if (fixed.length > 0) return `(?:${fixed.join('|')})`;
  // A default can have slashes: `api/v2`.
  return `(?:${escapeRegExp(String(variable.default ?? ''))}|${anything})`;
}
