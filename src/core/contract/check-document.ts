import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../lib/json.ts';
import type { Complaint } from '../model/problem.ts';
import { type ApiFile, type ApiNode, Documents, joinPath, refOf } from './documents.ts';
import { METHODS } from './operations.ts';

/** A problem in a file of an OpenAPI document. */
export interface ApiComplaint extends Complaint {
  readonly file: string;
}

/**
 * Finds problems in the files that make checks impossible. Minor violations of the specification are not reported: many
 * documents have some.
 */
export function checkDocuments(files: readonly ApiFile[]): readonly ApiComplaint[] {
  const documents = new Documents(files);
  const broken = files.flatMap((file) => brokenReferences(file, documents));
  const roots = files.filter(({ isRoot }) => isRoot).map(({ path }) => documents.node({ file: path, at: [] }));
  return [...roots.flatMap((root) => checkRoot(root, documents)), ...broken];
}

/** Files that a file refers to, relative to the working directory, with the place of the first reference. */
export function referredFiles({ path, value }: ApiFile): ReadonlyMap<string, JsonPath> {
  const found = new Map<string, JsonPath>();
  for (const { ref, at } of referencesIn(value)) {
    const [target = ''] = ref.split('#', 1);
    const file = joinPath(path, target);
    if (target !== '' && !isAddress(file) && !found.has(file)) found.set(file, at);
  }
  return found;
}

const isAddress = (target: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(target);

function brokenReferences({ path, value }: ApiFile, documents: Documents): readonly ApiComplaint[] {
  const leads = new Map<string, boolean>();
  const leadsNowhere = (ref: string): boolean => {
    const place = documents.resolve(ref, path);
    return !place || documents.node(place).value === undefined;
  };
  return referencesIn(value).flatMap(({ ref, at }) => {
    const isBroken = leads.get(ref) ?? leadsNowhere(ref);
    leads.set(ref, isBroken);
    if (!isBroken) return [];
    const remedy = isAddress(ref)
      ? 'References to addresses are not fetched: keep a copy of the file in the repository and refer to that.'
      : 'Correct the path or the JSON pointer.';
    return [{ file: path, at, message: `The reference "${ref}" leads nowhere`, remedy }];
  });
}

/** Keys whose values are data of the API. A `$ref` in such a value is not a reference. */
const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const', 'value']);

interface Reference {
  readonly ref: string;
  readonly at: JsonPath;
}

/** A cache by the value of a file. Large documents have tens of thousands of references, which are needed twice. */
const CACHE = new WeakMap<object, readonly Reference[]>();

function referencesIn(root: JsonValue): readonly Reference[] {
  if (typeof root !== 'object' || root === null) return [];
  const known = CACHE.get(root);
  if (known) return known;
  const references = collectReferences(root);
  CACHE.set(root, references);
  return references;
}

function collectReferences(root: JsonValue): readonly Reference[] {
  const references: Reference[] = [];
  const at: (string | number)[] = [];
  const visit = (value: object, isMap: boolean): void => {
    const ref = isMap ? undefined : refOf(value as JsonValue);
    if (ref !== undefined) references.push({ ref, at: [...at, '$ref'] });
    const isList = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const entry = (value as Readonly<Record<string, unknown>>)[key];
      // Data of the API and extensions have no references.
      if (typeof entry !== 'object' || entry === null || !(isMap || isList || !isData(key))) continue;
      at.push(isList ? Number(key) : key);
      visit(entry, !isMap && MAPS.has(key));
      at.pop();
    }
  };
  if (typeof root === 'object' && root !== null) visit(root, false);
  return references;
}

const isData = (key: string): boolean => DATA.has(key) || key.startsWith('x-');

/** Maps whose keys are names chosen by the author. */
const MAPS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'schemas',
  'responses',
  '$defs',
  'definitions',
]);

function checkRoot(root: ApiNode, documents: Documents): readonly ApiComplaint[] {
  const { value, file } = root;
  const complain = (at: JsonPath, message: string, remedy: string): ApiComplaint => ({ file, at, message, remedy });
  if (!isObject(value)) return [complain([], 'The file holds no OpenAPI document', 'Name an OpenAPI 3 document.')];
  if (value.swagger !== undefined) {
    return [complain(['swagger'], 'Swagger 2.0 is not supported', 'Convert the document to OpenAPI 3.')];
  }
  const remedy = 'Name an OpenAPI document of version 3.0 or 3.1.';
  if (value.openapi === undefined) return [complain([], 'The file has no openapi version', remedy)];
  const version = String(value.openapi);
  if (!/^3\.[0-2](\.|$)/.test(version)) return [complain(['openapi'], `OpenAPI ${version} is not supported`, remedy)];
  const paths = documents.object(documents.child(root, 'paths'));
  if (!paths) return [complain([], 'The document has no paths', 'Describe the operations under paths.')];
  return Object.keys(paths.value).flatMap((path) => checkPath(paths, path, documents));
}

function checkPath(paths: ApiNode, path: string, documents: Documents): readonly ApiComplaint[] {
  if (path.startsWith('x-')) return [];
  const node = documents.child(paths, path);
  const complaint = (at: ApiNode, message: string, remedy: string): ApiComplaint => ({
    file: at.file,
    at: at.at,
    message,
    remedy,
  });
  if (!path.startsWith('/'))
    return [complaint(node, `The path "${path}" does not begin with a slash`, `Write /${path}.`)];
  if (refOf(node.value) !== undefined && !documents.follow(node)) return [];
  const item = documents.object(node);
  if (!item) return [complaint(node, `The path "${path}" is no object`, 'Describe its operations by method.')];
  return METHODS.filter((method) => item.value[method] !== undefined).flatMap((method) => {
    const operation = documents.child(item, method);
    const object = documents.object(operation);
    const name = `${method.toUpperCase()} ${path}`;
    if (!object) return [complaint(operation, `The operation ${name} is no object`, 'Describe its responses.')];
    return checkOperation(name, object, documents).map(([at, message, remedy]) => complaint(at, message, remedy));
  });
}

type Finding = readonly [at: ApiNode, message: string, remedy: string];

function checkOperation(
  name: string,
  operation: ApiNode & { readonly value: JsonObject },
  documents: Documents,
): readonly Finding[] {
  return [...checkResponses(name, operation, documents), ...checkParameters(name, operation, documents)];
}

function checkParameters(name: string, operation: ApiNode, documents: Documents): readonly Finding[] {
  const findings: Finding[] = [];
  const parameters = documents.child(operation, 'parameters');
  for (let index = 0; Array.isArray(parameters.value) && index < parameters.value.length; index += 1) {
    const parameter = documents.object(documents.child(parameters, index));
    if (!parameter || (typeof parameter.value.name === 'string' && typeof parameter.value.in === 'string')) continue;
    findings.push([documents.child(parameters, index), `A parameter of ${name} has no name or no "in"`, 'Write both.']);
  }
  return findings;
}

function checkResponses(name: string, operation: ApiNode, documents: Documents): readonly Finding[] {
  const responses = documents.child(operation, 'responses');
  const object = documents.object(responses);
  const findings: Finding[] = [];
  if (!object) {
    if (responses.value !== undefined)
      findings.push([responses, `The responses of ${name} are no object`, 'Describe them by status.']);
    return findings;
  }
  for (const key of Object.keys(object.value)) {
    if (/^([1-5](\d\d|XX)|default|x-.*)$/i.test(key)) continue;
    findings.push([
      documents.child(object, key),
      `"${key}" is no status of ${name}`,
      'Write a status such as 200, a range such as 4XX, or default.',
    ]);
  }
  return findings;
}
