import type { Exchange, HttpMessage } from '../core/model/run-result.ts';

/** Headers that curl, or the client that sent the request, sets by itself. */
const AUTOMATIC = new Set([
  'accept-encoding',
  'cache-control',
  'connection',
  'content-length',
  'host',
  'postman-token',
  'user-agent',
]);

/** What stands where a secret was. */
const MASK = '***';

/** The request as a curl command for a POSIX shell. Every secret is a variable named after its header, parameter or field. */
export function curlOf({ request }: Pick<Exchange, 'request'>): string {
  const [method = 'GET', ...rest] = request.line.split(' ');
  const url = rest.join(' ');
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${quoted(method)} `}${quoted(url)}`,
    ...request.headers.filter(isNeeded).map((header) => `-H ${quoted(header)}`),
    ...(request.body === undefined ? [] : [`--data-raw ${quoted(request.body)}`]),
  ];
  return `${cutNote(request)}${lines.join(' \\\n  ')}`;
}

const isNeeded = (header: string): boolean => !AUTOMATIC.has(header.slice(0, header.indexOf(':')).toLowerCase());

const cutNote = ({ body = '', bodyBytes }: HttpMessage): string =>
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

/** The name that stands before a secret: of a header, a parameter or a field. */
function variableName(before: string): string {
  const name = /([\w.-]+)["']?\s*[:=]\s*["']?(?:[A-Za-z]+\s+)?$/.exec(before)?.[1] ?? 'SECRET';
  const variable = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toUpperCase();
  return /^\d/.test(variable) ? `_${variable}` : variable;
}
