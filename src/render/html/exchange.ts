import type { Execution, HttpMessage } from '../../core/model/run-result.ts';
import { curlOf } from '../curl.ts';
import { shorten } from '../escape.ts';
import { bytes } from '../format.ts';
import { prettyBody } from '../pretty-body.ts';
import { type Markup, markup, own } from './markup.ts';

/** Most characters of a body, indentation included. */
const LONGEST_BODY = 16_000;

/** Request and response, and the request as a curl command. */
export function exchangePart({ exchange }: Execution): Markup {
  if (!exchange) return own('');
  const { request, response } = exchange;
  return markup`<div class="pair">${messagePart('Request', request)}${response ? messagePart('Response', response) : markup`<div><p class="title">Response</p><p class="dim">No response was received.</p></div>`}</div>
<details class="curl"><summary>curl</summary><pre>${curlOf(exchange)}</pre></details>`;
}

function messagePart(title: string, { line, headers, body, bodyBytes }: HttpMessage): Markup {
  const size = bodyBytes === undefined ? '' : ` · ${bytes(bodyBytes)}`;
  return markup`<div><p class="title">${title}${size}</p><pre>${[line, ...headers].join('\n')}</pre>${body !== undefined && markup`<pre>${shorten(prettyBody(body), LONGEST_BODY)}</pre>`}</div>`;
}

/** The console output of a request's scripts. */
export const consolePart = ({ console = [] }: Execution): Markup =>
  console.length === 0
    ? own('')
    : markup`<p class="title">Console</p><pre class="console">${console.map((line) => consoleLine(line))}</pre>`;

function consoleLine(line: string): Markup {
  const look = /^error:/.test(line) ? 'bad' : /^warn(?:ing)?:/.test(line) ? 'warn' : '';
  return look === '' ? markup`${line}\n` : markup`<span class="${own(look)}">${line}</span>\n`;
}
