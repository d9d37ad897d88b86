import { isObject, type JsonObject, type JsonPath } from '../lib/json.ts';
import type { ApiFile, ApiNode, Documents } from './documents.ts';
import { type ServerPattern, serverPattern } from './servers.ts';

/** Methods that an operation can have, as keys of a path item. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** The dialect of a document's schemas. */
export type Dialect = '3.0' | '3.1';

/** A parameter of a request. */
export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly node: ApiNode;
}

/** An operation of a document: a method on a path. */
export interface Operation {
  /** `GET /orders/{id}`; followed by the file if several documents have the operation. */
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly servers: readonly ServerPattern[];
  readonly dialect: Dialect;
  readonly node: ApiNode & { readonly value: JsonObject };
  /** Parameters of the path and the operation. Those of the operation override. */
  readonly parameters: readonly ApiParameter[];
  /** Responses by their key: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, ApiNode>;
}

/** The operations of all root documents, in order. Malformed ones are skipped; `check-document.ts` reports them. */
export function readOperations(documents: Documents, roots: readonly ApiFile[]): readonly Operation[] {
  const all = roots.flatMap((root) => operationsIn(documents, documents.node({ file: root.path, at: [] })));
  const counts = new Map<string, number>();
  for (const { id } of all) counts.set(id, (counts.get(id) ?? 0) + 1);
  return all.map((operation) =>
    (counts.get(operation.id) ?? 0) > 1 ? { ...operation, id: `${operation.id} (${operation.node.file})` } : operation,
  );
}

function operationsIn(documents: Documents, root: ApiNode): readonly Operation[] {
  const paths = documents.object(documents.child(root, 'paths'));
  const dialect = dialectOf(root);
  const servers = serversOf(root) ?? [serverPattern('/', {})];
  return Object.keys(paths?.value ?? {}).flatMap((path) => {
    const item = paths && documents.object(documents.child(paths, path));
    if (!item || !path.startsWith('/')) return [];
    const inherited = serversOf(item) ?? servers;
    return METHODS.flatMap((method) => {
      const node = documents.object(documents.child(item, method));
      if (!node) return [];
      const context = { documents, item, path, method: method.toUpperCase(), dialect };
      return [operationOf(node, { ...context, servers: serversOf(node) ?? inherited })];
    });
  });
}

/** OpenAPI 3.0 has its own dialect; later versions follow JSON Schema 2020-12. */
const dialectOf = ({ value }: ApiNode): Dialect =>
  isObject(value) && /^3\.0(\.|$)/.test(String(value.openapi)) ? '3.0' : '3.1';

interface OperationContext {
  readonly documents: Documents;
  readonly item: ApiNode & { readonly value: JsonObject };
  readonly path: string;
  readonly method: string;
  readonly dialect: Dialect;
  readonly servers: readonly ServerPattern[];
}

function operationOf(node: ApiNode & { readonly value: JsonObject }, context: OperationContext): Operation {
  const { documents, item, path, method, dialect, servers } = context;
  let parameters: Operation['parameters'] | undefined;
  let responses: Operation['responses'] | undefined;
  return {
    id: `${method} ${path}`,
    method,
    path,
    servers,
    dialect,
    node,
    tags: Array.isArray(node.value.tags) ? node.value.tags.map(String) : [],
    // Computed on demand: most operations of a large document need neither.
    get parameters() {
      parameters ??= parametersOf(documents, [item, node]);
      return parameters;
    },
    get responses() {
      responses ??= responsesOf(documents, node);
      return responses;
    },
  };
}

function responsesOf(documents: Documents, node: ApiNode): Operation['responses'] {
  const responses = documents.object(documents.child(node, 'responses'));
  if (!responses) return new Map();
  const keys = Object.keys(responses.value).filter((key) => !key.startsWith('x-'));
  return new Map(keys.map((key) => [key.toUpperCase(), documents.child(responses, key)]));
}

function parametersOf(documents: Documents, owners: readonly ApiNode[]): readonly ApiParameter[] {
  const found = new Map<string, ApiParameter>();
  for (const owner of owners) {
    const list = documents.child(owner, 'parameters');
    const count = Array.isArray(list.value) ? list.value.length : 0;
    for (let index = 0; index < count; index += 1) {
      const parameter = parameterOf(documents.object(documents.child(list, index)));
      if (parameter) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...found.values()];
}

const LOCATIONS: readonly unknown[] = ['path', 'query', 'header', 'cookie'] satisfies ApiParameter['in'][];

function parameterOf(node: (ApiNode & { readonly value: JsonObject }) | undefined): ApiParameter | undefined {
  if (!node || typeof node.value.name !== 'string' || !LOCATIONS.includes(node.value.in)) return undefined;
  const { name, in: location, required, style, explode } = node.value;
  return {
    name,
    in: location as ApiParameter['in'],
    required: location === 'path' || required === true,
    node,
    ...(typeof style === 'string' ? { style } : {}),
    ...(typeof explode === 'boolean' ? { explode } : {}),
  };
}

function serversOf({ value }: ApiNode): readonly ServerPattern[] | undefined {
  if (!isObject(value) || !Array.isArray(value.servers) || value.servers.length === 0) return undefined;
  const servers = value.servers.filter(isObject);
  return servers.flatMap(({ url, variables }) =>
    typeof url === 'string' ? [serverPattern(url, isObject(variables) ? variables : {})] : [],
  );
}

/** The schema of a media type, parameter or header; undefined without one. */
export const schemaOf = (documents: Documents, node: ApiNode, ...steps: JsonPath): ApiNode | undefined => {
  const schema = documents.child(node, ...steps, 'schema');
  return schema.value === undefined ? undefined : schema;
};
