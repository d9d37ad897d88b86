import type { Exchange, HttpMessage } from '../core/model/run-result.ts';

/** Headers that curl sets by itself, or that only Postman's client sets. */
const AUTOMATIC = new Set([
  'accept-encoding',
  'cache-control',
  'connection',
  'content-length',
  'host',
  'postman-token',
  'user-agent',
]);

/** The text that replaces a secret. */
const MASK = '***';

/** The request as a curl command for a POSIX shell. A masked secret becomes a variable named after its header or field. */
export function curlOf({ request }: Pick<Exchange, 'request'>): string {
  const [method = 'GET', ...rest] = request.line.split(' ');
  const url = rest.join(' ');
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${quoted(method)} `}${quoted(url)}`,
    ...request.headers.filter(isNeeded).map((header) => `-H ${quoted(header)}`),
    ...(request.body === undefined ? [] : [`--data-raw ${quoted(request.body)}`]),
  ];
  return `${truncationNote(request)}${lines.join(' \\\n  ')}`;
}

const isNeeded = (header: string): boolean => !AUTOMATIC.has(header.slice(0, header.indexOf(':')).toLowerCase());

const truncationNote = ({ body = '', bodyBytes }: HttpMessage): string =>
  body.endsWith('… (cut)') ? `# The body is cut here: ${bodyBytes ?? 'more'} bytes were sent.\n` : '';

/** A text in single quotes, with `"$NAME"` for each secret in it. */
function quoted(text: string): string {
  const [first = '', ...rest] = text.split(MASK);
  const pieces = [single(first)];
  let before = first;
  for (const piece of rest) {
    // A masked value of JSON has lost its quotes.
    const quote = /["']\s*:\s*$/.test(before) ? '\\"' : '';
    pieces.push(`"${quote}$${variableName(before)}${quote}"`, piece === '' ? '' : single(piece));
    before = piece;
  }
  return pieces.filter((piece, at) => piece !== "''" || (at === 0 && pieces.length === 1)).join('');
}

const single = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The variable for a secret, from the text before it: `X-Api-Key: ` is `X_API_KEY`, `"token": ` is `TOKEN`. */
function variableName(before: string): string {
  const name = /([\w.-]+)["']?\s*[:=]\s*["']?(?:[A-Za-z]+\s+)?$/.exec(before)?.[1] ?? 'SECRET';
  const variable = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toUpperCase();
  return /^\d/.test(variable) ? `_${variable}` : variable;
}
