import { isObject, type JsonObject, type JsonValue, mapObjectsAt, objectsOf, omit } from '../../src/core/lib/json.ts';

/** What a server may make of what it is sent without a change in meaning. */
export type Rewrite = (content: JsonObject) => JsonObject;

/** Parts of a collection, each replaced by what the function makes of it. */
interface Parts {
  readonly owner?: Rewrite;
  readonly request?: Rewrite;
  readonly url?: (url: JsonValue) => JsonValue;
  readonly example?: Rewrite;
  readonly event?: Rewrite;
  readonly variable?: Rewrite;
  readonly auth?: Rewrite;
  readonly body?: Rewrite;
  readonly entry?: Rewrite;
  readonly info?: Rewrite;
}

const same: Rewrite = (content) => content;

const inside = (owner: JsonObject, key: string, change: Rewrite = same): JsonObject =>
  isObject(owner[key]) ? { [key]: change(owner[key]) } : {};

const LISTS = ['header', 'query', 'urlencoded', 'formdata'];

const entriesIn = (owner: JsonObject, { entry = same }: Parts): JsonObject =>
  Object.assign({}, ...LISTS.map((key) => mapObjectsAt(owner, key, entry)));

function urlIn({ url }: JsonObject, parts: Parts): JsonObject {
  if (url === undefined || url === null) return {};
  const { url: change = (value) => value, variable = same } = parts;
  const inner = isObject(url) ? { ...url, ...entriesIn(url, parts), ...mapObjectsAt(url, 'variable', variable) } : url;
  return { url: change(inner) };
}

function requestIn(owner: JsonObject, key: string, parts: Parts): JsonObject {
  const request = owner[key];
  if (!isObject(request)) return {};
  const body = inside(request, 'body', (content) => (parts.body ?? same)({ ...content, ...entriesIn(content, parts) }));
  const auth = inside(request, 'auth', parts.auth);
  const inner = { ...request, ...entriesIn(request, parts), ...urlIn(request, parts), ...body, ...auth };
  return { [key]: (parts.request ?? same)(inner) };
}

/** A collection, every part of it rewritten. */
const each =
  (parts: Parts): Rewrite =>
  (collection) =>
    ownerWith(collection, parts);

function ownerWith(owner: JsonObject, parts: Parts): JsonObject {
  const { owner: change = same, example = same } = parts;
  return change({
    ...owner,
    ...inside(owner, 'info', parts.info),
    ...inside(owner, 'auth', parts.auth),
    ...mapObjectsAt(owner, 'event', parts.event ?? same),
    ...mapObjectsAt(owner, 'variable', parts.variable ?? same),
    ...mapObjectsAt(owner, 'item', (item) => ownerWith(item, parts)),
    ...mapObjectsAt(owner, 'response', (response) =>
      example({ ...response, ...entriesIn(response, parts), ...requestIn(response, 'originalRequest', parts) }),
    ),
    ...requestIn(owner, 'request', parts),
  });
}

const without =
  (...keys: readonly string[]): Rewrite =>
  (content) =>
    omit(content, new Set(keys));

const adding =
  (defaults: JsonObject): Rewrite =>
  (content) => ({ ...defaults, ...content });

const withoutEmpty =
  (...keys: readonly string[]): Rewrite =>
  (content) =>
    omit(
      content,
      new Set(
        keys.filter((key) => {
          const value = content[key];
          return value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
        }),
      ),
    );

const typed =
  (type: string): Rewrite =>
  (auth) =>
    Object.fromEntries(
      Object.entries(auth).map(([key, value]) => [
        key,
        Array.isArray(value) ? objectsOf(value).map((one) => ({ ...one, type })) : value,
      ]),
    );

const listsOf =
  (change: (list: readonly JsonObject[]) => readonly JsonObject[]): Rewrite =>
  (auth) =>
    Object.fromEntries(
      Object.entries(auth).map(([key, value]) => [key, Array.isArray(value) ? change(objectsOf(value)) : value]),
    );

const isFolder = ({ item }: JsonObject): boolean => Array.isArray(item);

let number = 0;
const id = (): string => `00000000-0000-4000-8000-${String(++number).padStart(12, '0')}`;

const identified: Rewrite = (content) => ({ ...content, id: id() });

/** Every `:name` step of a path has a variable, empty where none was sent. */
function withPathVariables(url: JsonValue): JsonValue {
  if (!isObject(url) || !Array.isArray(url.path)) return url;
  const known = new Set(objectsOf(url.variable).map(({ key }) => key));
  const steps = url.path.filter((step: JsonValue) => typeof step === 'string' && /^:[\w-]+$/.test(step));
  const added = steps.map((step: JsonValue) => String(step).slice(1)).filter((key) => !known.has(key));
  if (added.length === 0) return url;
  return { ...url, variable: [...objectsOf(url.variable), ...added.map((key) => ({ id: id(), key, value: '' }))] };
}

const looksLikeJson = (text: unknown): boolean => /^\s*[[{]/.test(String(text ?? ''));

/** The language that follows from the text, where none was sent. */
const withLanguage: Rewrite = (body) => {
  if (body.mode !== 'raw' || body.options !== undefined) return body;
  return { ...body, options: { raw: { language: looksLikeJson(body.raw) ? 'json' : 'text' } } };
};

const textualDescription: Rewrite = (content) => {
  const { description } = content;
  return isObject(description) && typeof description.content === 'string'
    ? { ...content, description: description.content }
    : content;
};

const objectDescription: Rewrite = (content) =>
  typeof content.description === 'string' && content.description !== ''
    ? { ...content, description: { content: content.description, type: 'text/markdown' } }
    : content;

const onDescriptions = (change: Rewrite): Rewrite =>
  each({ owner: change, info: change, request: change, entry: change, variable: change });

const scripts = (change: (exec: JsonValue) => JsonValue): Rewrite =>
  each({
    event: (event) => ({
      ...event,
      ...inside(event, 'script', (script) =>
        script.exec === undefined ? script : { ...script, exec: change(script.exec) },
      ),
    }),
  });

const linesOf = (exec: JsonValue): readonly string[] =>
  typeof exec === 'string' ? exec.split(/\r?\n/) : Array.isArray(exec) ? exec.map(String) : [];

/** Rewrites of which a comparison knows: each leaves a collection what it was. */
export const KNOWN_REWRITES = {
  'ids everywhere': each({
    owner: (owner) => ('info' in owner ? owner : identified(owner)),
    example: identified,
    variable: identified,
    event: (event) => ({ ...event, id: id(), ...inside(event, 'script', identified) }),
    info: (info) => ({ ...info, _postman_id: id(), uid: `1-${id()}`, updatedAt: 'now', createdAt: 'then' }),
  }),
  'times and owners': each({
    owner: (owner) =>
      'info' in owner ? owner : { ...owner, uid: id(), createdAt: 'then', updatedAt: 'now', lastUpdatedBy: '1' },
    example: adding({ responseTime: null, createdAt: 'then', updatedAt: 'now', uid: 'x' }),
  }),
  'a URL of which only the text is kept': each({
    url: (url) => (isObject(url) && typeof url.raw === 'string' && isPlain(url) ? url.raw : url),
  }),
  'URLs as objects': each({ url: (url) => (typeof url === 'string' ? { raw: url } : url) }),
  'host and path as text': each({
    url: (url) =>
      isObject(url)
        ? {
            ...url,
            ...(isTexts(url.host) ? { host: (url.host as readonly string[]).join('.') } : {}),
            ...(isTexts(url.path) ? { path: (url.path as readonly string[]).join('/') } : {}),
          }
        : url,
  }),
  'empty path variables': each({ url: withPathVariables }),
  'subfolders marked': each({ owner: (owner) => (isFolder(owner) ? { ...owner, _postman_isSubFolder: true } : owner) }),
  'subfolders not marked': each({ owner: without('_postman_isSubFolder') }),
  'preview languages added': each({ example: adding({ _postman_previewlanguage: 'json' }) }),
  'preview languages dropped': each({ example: without('_postman_previewlanguage', '_postman_previewtype') }),
  'variables with types': each({ variable: adding({ type: 'any' }) }),
  'variables as strings': each({ variable: adding({ type: 'string' }) }),
  'variables without plain types': each({
    variable: (variable) =>
      ['string', 'any', 'default'].includes(String(variable.type)) ? without('type')(variable) : variable,
  }),
  'variables that are not disabled': each({ variable: adding({ disabled: false }) }),
  'auth parameters with types': each({ auth: typed('any') }),
  'auth parameters without types': each({ auth: listsOf((list) => list.map(without('type'))) }),
  'auth parameters in another order': each({ auth: listsOf((list) => [...list].reverse()) }),
  'the language of a body': each({ body: withLanguage }),
  'a body without the language that its text has': each({
    body: (body) =>
      same2(body.options, { raw: { language: looksLikeJson(body.raw) ? 'json' : 'text' } })
        ? without('options')(body)
        : body,
  }),
  'descriptions as text': onDescriptions(textualDescription),
  'descriptions as objects': onDescriptions(objectDescription),
  'empty descriptions': each({
    owner: (owner) => ('info' in owner ? owner : { description: '', ...owner }),
    request: adding({ description: null }),
    entry: adding({ description: null }),
    variable: adding({ description: '' }),
    info: adding({ description: '' }),
  }),
  'scripts as text': scripts((exec) => linesOf(exec).join('\n')),
  'scripts as lines': scripts((exec) => linesOf(exec)),
  'scripts with Windows line ends': scripts((exec) => linesOf(exec).map((line) => `${line.replace(/\r+$/, '')}\r`)),
  'scripts with types and packages': each({
    event: (event) => ({
      ...event,
      ...inside(event, 'script', adding({ type: 'text/javascript', packages: {}, requests: {} })),
    }),
  }),
  'empty lists added': each({
    owner: (owner) => ({
      event: [],
      variable: [],
      ...owner,
      ...(owner.request === undefined || typeof owner.request === 'string' ? {} : { response: owner.response ?? [] }),
      protocolProfileBehavior: owner.protocolProfileBehavior ?? {},
    }),
    request: adding({ header: [], auth: null, body: null }),
    example: adding({ cookie: [], header: [] }),
    url: (url) => (isObject(url) ? { query: [], variable: [], ...url } : url),
  }),
  'empty lists dropped': each({
    owner: withoutEmpty('event', 'variable', 'response', 'protocolProfileBehavior'),
    request: withoutEmpty('header', 'auth', 'body', 'description'),
    example: withoutEmpty('cookie', 'header', 'body'),
    url: (url) => (isObject(url) ? withoutEmpty('query', 'variable')(url) : url),
  }),
  'nulls dropped': (content) => withoutNulls(content) as JsonObject,
  'entries completed': each({ entry: adding({ disabled: false, description: '' }) }),
  'entries with the type text': each({ entry: adding({ type: 'text' }) }),
  'methods completed': each({ request: adding({ method: 'GET' }) }),
  'requests as objects': each({
    owner: (owner) =>
      typeof owner.request === 'string'
        ? { ...owner, request: { method: 'GET', header: [], url: owner.request } }
        : owner,
  }),
  'a version in parts': each({ info: (info) => ({ ...info, ...versionOf(info.version) }) }),
  'the other URL of the schema': each({
    info: (info) => ({ ...info, schema: String(info.schema).replace('schema.getpostman.com', 'schema.postman.com') }),
  }),
  'keys in another order': (content) => reversed(content) as JsonObject,
} as const satisfies Record<string, Rewrite>;

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one === 'string' && one !== '' && !/[./]/.test(one));

/** Whether the text says all that the parts say. */
const isPlain = (url: JsonObject): boolean =>
  objectsOf(url.variable).length === 0 &&
  objectsOf(url.query).every((one) => !one.disabled && !one.description && Object.keys(one).length <= 2);

const same2 = (a: JsonValue | undefined, b: JsonValue): boolean => JSON.stringify(a) === JSON.stringify(b);

function versionOf(version: JsonValue | undefined): JsonObject {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(String(version)) ?? [];
  return major === undefined ? {} : { version: { major: Number(major), minor: Number(minor), patch: Number(patch) } };
}

function reversed(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((one: JsonValue) => reversed(one) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

function withoutNulls(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return value.map((one: JsonValue) => withoutNulls(one) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([key, one]) => [key, withoutNulls(one)]),
  );
}

const onTexts = (change: (text: string) => string): Rewrite => {
  const texts = (value: JsonValue | undefined): JsonValue | undefined => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map((one: JsonValue) => texts(one) ?? null);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, texts(one)]));
  };
  return (content) => texts(content) as JsonObject;
};

const isOwn = (key: string): boolean => key.startsWith('x-');

const withoutOwn = (value: JsonValue | undefined): JsonValue | undefined => {
  if (Array.isArray(value)) return value.map((one: JsonValue) => withoutOwn(one) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (isOwn(key) ? [] : [[key, withoutOwn(one)]])),
  );
};

/** Rewrites that change what is stored; only a look at the result tells them. */
export const UNKNOWN_REWRITES = {
  'drops members that it does not know': (content) => withoutOwn(content) as JsonObject,
  'drops the version': each({ info: without('version') }),
  'trims texts': onTexts((text) => text.trim()),
  'writes other line ends': onTexts((text) => text.replace(/\r\n/g, '\n')),
  'writes names of headers in lower case': each({
    request: (request) => ({
      ...request,
      ...mapObjectsAt(request, 'header', (header) => ({ ...header, key: String(header.key).toLowerCase() })),
    }),
  }),
  'adds a member to every item': each({ owner: adding({ 'x-server': 1 }) }),
  'drops disabled headers': each({
    request: (request) =>
      Array.isArray(request.header)
        ? { ...request, header: objectsOf(request.header).filter(({ disabled }) => disabled !== true) }
        : request,
  }),
} as const satisfies Record<string, Rewrite>;
