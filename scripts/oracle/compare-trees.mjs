import { parse } from 'yaml';

/** Files of two trees that differ when they are parsed; a form that the format allows for the same thing is no difference. */
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

/** Without ids and paths that Postman makes anew, with maps as lists, and with defaults spelled out. */
function meaning({ id: _id, examples: _examples, order: _order, ...file }, name) {
  const said = Object.fromEntries(Object.entries(file).filter(([, value]) => !isEmpty(value)));
  const lists = LISTS.filter((key) => said[key]).map((key) => [key, list(said[key])]);
  return {
    ...said,
    ...(name === undefined ? {} : { name: said.name ?? name }),
    ...Object.fromEntries(lists),
    ...(said.$kind === 'http-request' ? { method: (said.method ?? 'GET').toUpperCase() } : {}),
    ...(said.auth ? { auth: auth(said.auth) } : {}),
    ...(said.body ? { body: body(said.body) } : {}),
    ...(said.scripts ? { scripts: said.scripts.map((one) => ({ language: 'text/javascript', ...one })) } : {}),
    ...(said.request ? { request: meaning(said.request) } : {}),
    ...(said.response ? { response: meaning(said.response) } : {}),
  };
}

const isEmpty = (value) => value === '' || (typeof value === 'object' && value && Object.keys(value).length === 0);

const list = (entries) =>
  Array.isArray(entries)
    ? entries.map(({ secret: _secret, ...entry }) => entry)
    : Object.entries(entries).map(([key, value]) => ({ key, value }));

/** Of a list, the last is the default. */
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
