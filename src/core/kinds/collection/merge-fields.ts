import { isObject, type JsonObject, type JsonValue, omit, textOf } from '../../lib/json.ts';
import { lines } from '../merge/lines.ts';
import { list } from '../merge/list.ts';
import { json, object } from '../merge/object.ts';
import { type Canonical, type MergeContext, type Merged, type Merger, whole } from '../merge/versions.ts';
import { canonicalBody, canonicalEvent, canonicalOwner } from './canonical.ts';
import { idOf } from './items.ts';
import { auth, description, rows, unlessEmpty } from './merge-rows.ts';
import { url } from './merge-url.ts';
import { stripCollection } from './strip.ts';

const keys = (...names: readonly string[]): ReadonlySet<string> => new Set(names);

/** What Postman stamps on items and examples. */
export const STAMPS = keys(
  'id',
  'uid',
  '_postman_id',
  'createdAt',
  'updatedAt',
  'lastUpdatedBy',
  'createdBy',
  'updatedBy',
  'owner',
);

const optional = whole(unlessEmpty);

/** What the server need not keep, and adds. */
const ownForm: Merger = (versions) => ({ value: versions.ours, conflicts: [] });

const body: Merger = object({
  fields: {
    mode: whole(),
    raw: whole(),
    urlencoded: rows('body field'),
    formdata: rows('body field'),
    graphql: json(),
    file: json(),
    options: json(),
    disabled: whole((value) => value || undefined),
  },
  label: (key) => (key === 'raw' || key === 'urlencoded' || key === 'formdata' ? undefined : key),
  canonical: (value) => (isObject(value) ? canonicalBody(value) : value),
  variant: 'mode',
});

const request = object({
  fields: {
    method: whole((value) => value ?? 'GET'),
    url,
    header: rows('header'),
    body,
    auth,
    description,
    proxy: json(),
    certificate: json(),
  },
  label: (key) => (key === 'header' ? undefined : key),
  canonical: (value) => canonicalOwner({ request: value }).request,
});

/** A request may be a mere URL. */
const requestOrUrl: Merger = (versions, context) => {
  const asObject = (value: JsonValue | undefined): JsonValue | undefined =>
    typeof value === 'string' ? { url: value } : value;
  const result = request(
    { base: asObject(versions.base), ours: asObject(versions.ours), theirs: asObject(versions.theirs) },
    context,
  );
  const { value } = result;
  const isUrl = typeof versions.ours === 'string' && isObject(value) && typeof value.url === 'string';
  return isUrl && Object.keys(omit(value, DEFAULTS)).length === 0 ? { ...result, value: value.url } : result;
};

const DEFAULTS = keys('url');

const ID = keys('id');

const script = object({
  fields: {
    exec: lines,
    type: whole((value) => value ?? 'text/javascript'),
    packages: optional,
    requests: optional,
    name: whole(),
    src: json(),
  },
  ignored: ID,
  label: (key) => (key === 'exec' ? undefined : key),
});

const eventName = (event: JsonObject): string => {
  const listen = textOf(event.listen) ?? 'other';
  return `${listen === 'prerequest' ? 'pre-request' : listen} script`;
};

const events = list({
  keyOf: eventName,
  label: eventName,
  canonical: (event) => (isObject(event) ? canonicalEvent(omit(event, ID)) : event),
  member: object({
    fields: { listen: whole(), script, disabled: whole((value) => value || undefined) },
    ignored: ID,
    label: () => undefined,
    canonical: (event) => canonicalOwner({ event: event === undefined ? [] : [event] }).event,
  }),
});

/** The one item or example in the form that is compared. */
const canonicalExample: Canonical = (value) =>
  isObject(value) ? (stripCollection(canonicalOwner({ response: [value] })).response as JsonValue) : value;

const exampleFields = object({
  fields: {
    name: whole(),
    originalRequest: requestOrUrl,
    status: whole(),
    code: whole(),
    header: rows('header'),
    cookie: optional,
    body: whole(),
    responseTime: whole(),
    _postman_previewlanguage: ownForm,
  },
  ignored: STAMPS,
  label: (key) => (key === 'originalRequest' ? 'request' : key === 'header' ? undefined : key),
  canonical: canonicalExample,
});

/** Merges an example; see {@link withItsId}. */
const example: Merger = (versions, context) => withItsId(exampleFields(versions, context), { ...versions, context });

/** A merged item or example with the id that the policy gives it. */
export function withItsId(
  { value, conflicts }: Merged,
  {
    ours,
    theirs,
    context,
  }: { readonly ours: JsonValue | undefined; readonly theirs: JsonValue | undefined; readonly context: MergeContext },
): Merged {
  if (!isObject(value)) return { value, conflicts };
  const their = isObject(theirs) ? idOf(theirs) : undefined;
  const takesTheirs = context.ids === 'remote' ? their !== undefined : ours === undefined;
  if (!takesTheirs) return { value, conflicts };
  const id = context.ids === 'none' ? {} : { id: their };
  return { value: { ...id, ...omit(value, STAMPS) } as JsonObject, conflicts };
}

const exampleName = (item: JsonObject): string => `example ${textOf(item.name) ?? 'unnamed'}`;

const examples = list({
  keyOf: (item) => JSON.stringify([item.code ?? 0, item.name ?? '']),
  idOf,
  label: exampleName,
  canonical: canonicalExample,
  member: example,
  isOrdered: true,
  keepsBoth: true,
});

/** Merges what an item or the collection itself holds, its children aside. */
export const ownerFields = object({
  fields: {
    info: object({
      fields: { name: whole(), description, schema: whole(), version: json() },
      ignored: keys(...STAMPS, 'fork', '_exporter_id', '_collection_link'),
      label: (key) => key,
    }),
    name: whole(),
    description,
    request: requestOrUrl,
    response: examples,
    event: events,
    variable: rows('variable'),
    auth,
    protocolProfileBehavior: optional,
    _postman_isSubFolder: ownForm,
    item: (versions) => ({ value: versions.ours ?? versions.theirs, conflicts: [] }),
  },
  ignored: STAMPS,
  label: (key) => (['info', 'request', 'response', 'event', 'variable'].includes(key) ? undefined : key),
});
