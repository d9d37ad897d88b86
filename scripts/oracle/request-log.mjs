import { createServer } from 'node:http';

/** Headers whose value differs between runs or clients and does not depend on the collection. */
const CHANGING = new Set(['cache-control', 'connection', 'content-length', 'host', 'postman-token']);

/** Headers that are compared by their presence only. */
const VALUELESS = new Set(['accept-encoding', 'user-agent']);

/** Starts a server that responds to every request and records it without values that differ between runs and clients. */
export async function startRequestLog() {
  const requests = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      requests.push(comparable(request, Buffer.concat(chunks).toString('utf8')));
      response.setHeader('content-type', 'application/json').end('{"ok":true}');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, requests, close };
}

/** A request as lines: method and path, headers in order of their names, body. The order of headers does not count. */
function comparable({ method, url, rawHeaders }, body) {
  const headers = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index].toLowerCase();
    if (VALUELESS.has(name)) headers.push(name);
    else if (!CHANGING.has(name)) headers.push(`${name}: ${rawHeaders[index + 1]}`);
  }
  const [, boundary] = /boundary=([^;"\s]+)/.exec(headers.join('\n')) ?? [];
  const lines = [`${method} ${url}`, ...headers.sort(), '', ...body.split(/\r?\n/)];
  return boundary === undefined ? lines : lines.map((line) => line.replaceAll(boundary, 'BOUNDARY'));
}
