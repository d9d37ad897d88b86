import { parse } from 'yaml';

/** The keys in which files of two trees differ. Different forms that the format allows for the same content are equal. */
export function differentFiles(ours, theirs) {
  return [...ours.keys()].sort().flatMap((path) => {
    const other = theirs.get(path) ?? theirs.get(path.replace(/\.yml$/, '.yaml'));
    if (other === undefined) return [`${path}: has another name`];
    const [a, b] = [ours.get(path), other].map((text) => meaning(parse(text), stem(path)));
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
    return keys.filter((key) => stable(a[key]) !== stable(b[key])).map((key) => `${path}: ${key}`);
  });
}

const stem = (path) =>
  path.endsWith('definition.yaml') ? undefined : path.replace(/^.*\/|\.(request|example)\.ya?ml$/g, '');

const LISTS = ['headers', 'queryParams', 'pathVariables', 'variables'];

/** The content without ids and positions that Postman replaces, with maps as lists, and with explicit defaults. */
function meaning({ id: _id, examples: _examples, order: _order, ...file }, name) {
  const filled = Object.fromEntries(Object.entries(file).filter(([, value]) => !isEmpty(value)));
  const lists = LISTS.filter((key) => filled[key]).map((key) => [key, list(filled[key])]);
  return {
    ...filled,
    ...(name === undefined ? {} : { name: filled.name ?? name }),
    ...Object.fromEntries(lists),
    ...(filled.$kind === 'http-request' ? { method: (filled.method ?? 'GET').toUpperCase() } : {}),
    ...(filled.auth ? { auth: auth(filled.auth) } : {}),
    ...(filled.body ? { body: body(filled.body) } : {}),
    ...(filled.scripts
      ? { scripts: filled.scripts.map((script) => ({ language: 'text/javascript', ...script })) }
      : {}),
    ...(filled.request ? { request: meaning(filled.request) } : {}),
    ...(filled.response ? { response: meaning(filled.response) } : {}),
  };
}

const isEmpty = (value) => value === '' || (typeof value === 'object' && value && Object.keys(value).length === 0);

const list = (entries) =>
  Array.isArray(entries)
    ? entries.map(({ secret: _secret, ...entry }) => entry)
    : Object.entries(entries).map(([key, value]) => ({ key, value }));

/** The authorization. In a list, the last one is the default. */
function auth(value) {
  const { type, credentials = [] } = Array.isArray(value) ? value.at(-1) : value;
  return { type, credentials: list(credentials) };
}

function body({ type, content }) {
  if (type === 'none' || (type === 'text' && content === '')) return undefined;
  return { type, content: type === 'urlencoded' ? list(content) : content };
}

const stable = (value) =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  );
