import { groupBy } from '../lib/group-by.ts';
import { escapeRegExp } from '../lib/text.ts';
import { decoded } from './documents.ts';
import type { Operation } from './operations.ts';
import { type ParameterSource, queryOf } from './parameters.ts';
import type { ServerPattern } from './servers.ts';

/** The operation of a request, with the values of its path parameters. */
export interface Match {
  readonly operation: Operation;
  readonly parameters: ReadonlyMap<string, string>;
}

type QueryPairs = ParameterSource['query'];

/** A path with its operations by method. */
interface Route {
  readonly expression: RegExp;
  /** The segments without a template; undefined for one with a template. */
  readonly literals: readonly (string | undefined)[];
  readonly names: readonly string[];
  /** Number of segments. */
  readonly segments: number;
  /** Query parameters that the path itself has, as in `/documents?upload`; an empty value allows any. */
  readonly query: QueryPairs;
  /** Specificity; a larger value is tried first. Literal segments come before templates, from left to right. */
  readonly rank: string;
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Finds the operation of a request. */
export interface Router {
  /** The best matching operation of a request; undefined if no document describes it. */
  find(method: string, url: string): Match | undefined;
}

/** Creates a router. Operations are indexed by the number of segments of their paths, the most specific path first. */
export function createRouter(operations: readonly Operation[]): Router {
  const table = routesOf(operations);
  const servers = [
    ...new Map(operations.flatMap((operation) => operation.servers).map((server) => [server.key, server])).values(),
  ];
  return {
    find: (method, url) => {
      const { host, path } = partsOf(url);
      const hosts = hostForms(url, host);
      const query = queryOf(url);
      const matches = splits(servers, { hosts, path }).flatMap((split) => {
        const match = findRoute(table, { hosts, method, query, ...split });
        return match ? [{ ...split, match }] : [];
      });
      return matches.sort(byFit)[0]?.match;
    },
  };
}

type Table = ReadonlyMap<number, readonly Route[]>;

function routesOf(operations: readonly Operation[]): Table {
  const byPath = groupBy(operations, ({ node, path }) => JSON.stringify([node.file, path]));
  const routes = [...byPath.values()].flatMap((list) => routeOf(list) ?? []).sort(mostSpecificFirst);
  return groupBy(routes, ({ segments }) => segments);
}

const mostSpecificFirst = (a: { readonly rank: string }, b: { readonly rank: string }): number => {
  if (a.rank === b.rank) return 0;
  return a.rank < b.rank ? 1 : -1;
};

function routeOf(operations: readonly Operation[]): Route | undefined {
  const [first] = operations;
  if (!first) return undefined;
  const names: string[] = [];
  const segments = segmentsOf(partsOf(first.path).path);
  const query = queryOf(first.path);
  const source = segments.map((segment) => `/${segmentExpression(segment, names)}`).join('');
  return {
    expression: new RegExp(`^${source}$`),
    literals: segments.map((segment) => (segment.includes('{') ? undefined : decoded(segment))),
    names,
    query,
    segments: segments.length,
    rank: segments.map(rankOf).join('') + '1'.repeat(query.length),
    operations: new Map(operations.map((operation) => [operation.method, operation])),
  };
}

const segmentsOf = (path: string): readonly string[] => path.replace(/\/$/, '').split('/').slice(1);

/**
 * Pattern of a segment. A template matches any text without a slash; a segment can have several, with fixed text
 * between them.
 */
function segmentExpression(segment: string, names: string[]): string {
  return segment
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!/^\{.*\}$/.test(part)) return escapeRegExp(decoded(part));
      names.push(part.slice(1, -1));
      return '([^/]+?)';
    })
    .join('');
}

/** `2` for a literal segment, `0` for a template, `1` for a mixture. */
function rankOf(segment: string): string {
  if (!segment.includes('{')) return '2';
  return /^\{[^{}]*\}$/.test(segment) ? '0' : '1';
}

interface Address {
  readonly host: string;
  readonly path: string;
}

/** Host and path of a URL. The host may be an unresolved variable. */
export function partsOf(url: string): Address {
  const [, host = '', path = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?([^/?#]*)([^?#]*)/i.exec(url.trim()) ?? [];
  return { host: host.replace(/^.*@/, ''), path };
}

/** The host of a URL, and the same host with or without the default port of the URL's scheme. */
function hostForms(url: string, host: string): readonly string[] {
  const port = /^(?:http|ws)s:/i.test(url.trim()) ? ':443' : ':80';
  if (host.endsWith(port)) return [host, host.slice(0, -port.length)];
  return /:\d+$/.test(host) ? [host] : [host, `${host}${port}`];
}

/** A path without the base path of a server, or unchanged. */
interface Split {
  readonly rest: string;
  readonly server?: ServerPattern;
  readonly sameHost: boolean;
}

/** All ways to split a path: without the base path of each server, and unchanged. */
function splits(
  servers: readonly ServerPattern[],
  { hosts, path }: Pick<Search, 'hosts'> & Pick<Address, 'path'>,
): readonly Split[] {
  const based = servers.flatMap((server): readonly Split[] => {
    const base = server.base.exec(path);
    return base ? [{ rest: path.slice(base[0].length), server, sameHost: isAt(server, hosts) }] : [];
  });
  return [...based, { rest: path, sameHost: false }];
}

const isAt = ({ host }: ServerPattern, hosts: Search['hosts']): boolean => hosts.some((form) => host?.test(form));

interface Search extends Split {
  /** The host of the request, in all its forms. */
  readonly hosts: readonly string[];
  readonly method: string;
  readonly query: QueryPairs;
}

function findRoute(table: Table, { method, query, rest, ...at }: Search): Ranked | undefined {
  const path = rest.replace(/\/+$/, '');
  const segments = segmentsOf(path);
  const plain = segments.map((segment) => decoded(segment).replaceAll('/', '%2F'));
  for (const { expression, literals, names, query: wanted, rank, operations } of table.get(segments.length) ?? []) {
    const operation = operations.get(method);
    // Compiling the expressions of all paths would take longer than everything else.
    if (!operation || !literals.every((literal, index) => literal === undefined || literal === plain[index])) continue;
    if (!wanted.every((pair) => isIn(query, pair))) continue;
    if (!canServe(operation, { rank, ...at })) continue;
    const values = expression.exec(plain.map((segment) => `/${segment}`).join(''));
    if (values) {
      return { operation, rank, parameters: new Map(names.map((name, index) => [name, values[index + 1] ?? ''])) };
    }
  }
  return undefined;
}

const isIn = (query: QueryPairs, [name, value]: QueryPairs[number]): boolean =>
  query.some((pair) => pair[0] === name && (value === '' || pair[1] === value));

interface ServedRoute extends Pick<Search, 'hosts' | 'server'> {
  readonly rank: string;
}

/** Whether an operation can be at the server that a request was split by, and at the host of the request. */
function canServe(operation: Operation, { hosts, server, rank }: ServedRoute): boolean {
  if (server && !operation.servers.includes(server) && !hasServer(operation, server)) return false;
  const isTemplate = /^0+$/.test(rank) && (server?.depth ?? 0) === 0;
  return !isTemplate || !isForeign(hosts, operation);
}

const hasServer = ({ servers }: Operation, { key }: ServerPattern): boolean =>
  servers.some((server) => server.key === key);

/**
 * Whether a host is a domain that no server of the operation has. Tests also call other hosts than the document's, such
 * as a staging host; but a path of templates only would match the requests to any other API. Localhost, IP addresses and
 * names without a dot are never foreign. As servers they say nothing about other hosts, and a server without a host
 * allows any.
 */
function isForeign(hosts: Search['hosts'], { servers }: Operation): boolean {
  if (!hosts.some(isDomain) || servers.some(({ host }) => host === undefined)) return false;
  return servers.some(({ host }) => isDomain(host?.source ?? '')) && !servers.some((server) => isAt(server, hosts));
}

/** Whether a host, or the pattern of one, is a name with a dot. */
const isDomain = (host: string): boolean => /\.[a-z]/i.test(host);

interface Ranked extends Match {
  readonly rank: string;
}

type Fit = Split & { readonly match: Ranked };

/** The document's own host first, then the longest base path, then the most specific template. */
function byFit(a: Fit, b: Fit): number {
  const depth = ({ server }: Fit): number => server?.depth ?? -1;
  return Number(b.sameHost) - Number(a.sameHost) || depth(b) - depth(a) || mostSpecificFirst(a.match, b.match);
}
