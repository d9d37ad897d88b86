import { isObject, type JsonObject, type JsonValue, omit, textOf } from '../../lib/json.ts';
import { lines } from '../merge/lines.ts';
import { list } from '../merge/list.ts';
import { json, object } from '../merge/object.ts';
import {
  type Canonical,
  clean,
  type IdPolicy,
  type Merged,
  type Merger,
  type Versions,
  whole,
} from '../merge/versions.ts';
import { canonicalBody, canonicalEvent, canonicalOwner } from './canonical.ts';
import { idOf } from './items.ts';
import { auth, description, rows, unlessEmpty } from './merge-rows.ts';
import { url } from './merge-url.ts';
import { scriptTitle } from './script-diff.ts';
import { INFO_FIELDS, ITEM_FIELDS, keySet, stripCollection } from './strip.ts';

const optional = whole(unlessEmpty);

/** Takes our value: the server may drop the field or add it. */
const takeOurs: Merger = (versions) => clean(versions.ours);

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

/** Merges a request; a string is a request that consists of a URL. */
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

const DEFAULTS = keySet('url');

const ID = keySet('id');

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

const eventName = (event: JsonObject): string => scriptTitle(textOf(event.listen) ?? 'other');

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

/** The canonical form of an example, in the collection that holds nothing else. */
const canonicalExample: Canonical = (value) =>
  isObject(value) ? (stripCollection(canonicalOwner({ response: [value] })).response as JsonValue) : value;

const EXAMPLE_LABELS: ReadonlyMap<string, string> = new Map([['originalRequest', 'request']]);

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
    _postman_previewlanguage: takeOurs,
  },
  ignored: ITEM_FIELDS,
  label: (key) => EXAMPLE_LABELS.get(key) ?? (key === 'header' ? undefined : key),
  canonical: canonicalExample,
});

const example: Merger = (versions, context) =>
  withPolicyId(exampleFields(versions, context), { ...versions, policy: context.ids });

interface IdInput extends Pick<Versions, 'ours' | 'theirs'> {
  readonly policy: IdPolicy;
}

/** A merged item or example with the id that the policy gives it. */
export function withPolicyId({ value, conflicts }: Merged, { ours, theirs, policy }: IdInput): Merged {
  if (!isObject(value)) return { value, conflicts };
  const their = isObject(theirs) ? idOf(theirs) : undefined;
  const takesTheirs = policy === 'remote' ? their !== undefined : ours === undefined;
  if (!takesTheirs) return { value, conflicts };
  const id = policy === 'none' ? {} : { id: their };
  return { value: { ...id, ...omit(value, ITEM_FIELDS) } as JsonObject, conflicts };
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

/** Merges the fields of an item or of the collection itself. Its children are merged elsewhere. */
export const ownerFields = object({
  fields: {
    info: object({
      fields: { name: whole(), description, schema: whole(), version: json() },
      ignored: keySet(...ITEM_FIELDS, ...INFO_FIELDS),
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
    _postman_isSubFolder: takeOurs,
    item: (versions) => clean(versions.ours ?? versions.theirs),
  },
  ignored: ITEM_FIELDS,
  label: (key) => (['info', 'request', 'response', 'event', 'variable'].includes(key) ? undefined : key),
});
