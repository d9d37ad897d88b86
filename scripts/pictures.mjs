// `npm run pictures`: takes the README's pictures from a real run of the examples against the emulator: the files are
// applied, a colleague edits a collection in Postman, and one test fails. Run `npm run build` first. Needs Linux on x64, or
// a Chrome in CHROME_PATH.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { renderComment } from '../build/render/markdown.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, 'dist', 'index.js');
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const repository = join(folder, 'shop');
const MOST_BYTES = 150_000;

/** Drawings for characters that the fonts of the browser lack. */
const SIGNS = {
  good: '<svg width="14" height="14" viewBox="0 0 16 16"><path d="M2 9l4 4 8-10" fill="none" stroke="#1a7f37" stroke-width="2.5"/></svg>',
  warn: '<svg width="14" height="14" viewBox="0 0 16 16"><path d="M8 2l7 12H1z" fill="none" stroke="#9a6700" stroke-width="2"/></svg>',
  bad: '<svg width="14" height="14" viewBox="0 0 16 16"><path d="M3 3l10 10M13 3L3 13" fill="none" stroke="#d1242f" stroke-width="2.5"/></svg>',
};
const withSigns = (html) =>
  html
    .replaceAll(/[✅✓]/gu, SIGNS.good)
    .replaceAll(/[❌✗]/gu, SIGNS.bad)
    .replaceAll('⚠️', SIGNS.warn)
    .replaceAll('ℹ️', '<b>i</b>')
    .replaceAll('←', '&lt;-');

const emulator = spawn(process.execPath, [bundle, 'emulate', '--port', '0', '--sample-api'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
try {
  const account = await firstLine(emulator.stdout);
  prepare(account);
  const run = (...args) => command(account, args);
  run('apply', '--yes', '--run', 'none');
  await editInPostman(account);
  breakATest();
  run('plan');
  const report = JSON.parse(readFileSync(join(repository, 'postman-report', 'report.json'), 'utf8'));
  const comment = join(folder, 'comment.html');
  writeFileSync(comment, commentPage(report));
  const page = join(repository, 'postman-report', 'index.html');
  const [head, ...rest] = readFileSync(page, 'utf8').split('<script>');
  writeFileSync(page, [withSigns(head), ...rest].join('<script>'));
  const browser = await unpackBrowser();
  await takePicture(browser, { from: comment, to: 'comment.png', width: 900, height: 640 });
  await takePicture(browser, { from: page, to: 'page.png', width: 1100, height: 680 });
} finally {
  emulator.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

/** The JSON in the first line that the emulator prints. */
async function firstLine(stream) {
  for await (const line of createInterface({ input: stream })) {
    stream.resume();
    return JSON.parse(line);
  }
  throw new Error('the emulator did not start');
}

/** Creates a repository with two suites of the examples. */
function prepare({ workspaceId, sampleApi }) {
  mkdirSync(repository);
  for (const part of [
    'collections/catalog.postman_collection.json',
    'collections/orders.postman_collection.json',
    'environments/local.postman_environment.json',
  ])
    cpSync(join(root, 'examples', 'postman', part), join(repository, part.split('/')[1]));
  const suite = (name) =>
    `  - { name: ${name}, collection: ${name}, environment: Local, variables: { baseUrl: '${sampleApi}' } }`;
  const config = ['project: shop/api', `workspace: ${workspaceId}`, 'suites:', suite('Catalog'), suite('Orders'), ''];
  writeFileSync(join(repository, 'postman-sync.yaml'), config.join('\n'));
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Add the tests of the shop');
}

function git(...args) {
  const author = ['-c', 'user.name=Example', '-c', 'user.email=example@example.com'];
  execFileSync('git', [...author, ...args], { cwd: repository });
}

/** Runs a command of the bundle. It may exit with status 1, because the picture shows a failed run. */
function command({ url, apiKey }, args) {
  const env = { ...process.env, POSTMAN_API_URL: url, POSTMAN_API_KEY: apiKey, NO_COLOR: '1' };
  try {
    execFileSync(process.execPath, [bundle, ...args], { cwd: repository, env, stdio: 'pipe' });
  } catch (error) {
    if (error.status !== 1)
      throw new Error(`${args.join(' ')} ended with ${error.status}: ${error.stderr}${error.stdout}`);
  }
}

/** Changes a collection in the workspace, as a colleague would. */
async function editInPostman({ url, apiKey }) {
  const headers = { 'X-API-Key': apiKey, 'Content-Type': 'application/json' };
  const { collections } = await (await fetch(`${url}/collections`, { headers })).json();
  const { uid } = collections.find(({ name }) => name === 'Orders');
  const { collection } = await (await fetch(`${url}/collections/${uid}`, { headers })).json();
  collection.info.description = 'Places orders and follows them to the door.';
  await fetch(`${url}/collections/${uid}`, { method: 'PUT', headers, body: JSON.stringify({ collection }) });
}

/** Changes an expected status in the repository, so that a test fails. */
function breakATest() {
  const path = join(repository, 'catalog.postman_collection.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('status(422)', 'status(400)'));
}

/** A web page with the pull request comment, styled as on GitHub. */
function commentPage(report) {
  const text = renderComment(report, {
    marker: '',
    runUrl: 'https://example.com/run',
    pageUrl: 'https://example.com/report',
  });
  return `<!doctype html><meta charset="utf-8"><style>
body{font:14px/1.5 "Open Sans",system-ui,sans-serif;color:#1f2328;margin:16px;background:#fff}
.box{border:1px solid #d1d9e0;border-radius:6px}
.top{background:#f6f8fa;border-bottom:1px solid #d1d9e0;padding:8px 16px;color:#59636e;border-radius:6px 6px 0 0}
.body{padding:4px 16px 12px}a{color:#0969da;text-decoration:none}h3{font-size:17px;margin:12px 0 8px}
code{background:#818b981f;padding:2px 5px;border-radius:6px;font:12px "Liberation Mono",monospace}
pre{background:#f6f8fa;padding:10px;border-radius:6px;font:12px "Liberation Mono",monospace;overflow:hidden}pre code{background:none;padding:0}
blockquote{border-left:4px solid #d1d9e0;margin:8px 0;padding:0 14px;color:#59636e}
table{border-collapse:collapse;margin:8px 0}td,th{border:1px solid #d1d9e0;padding:5px 12px}
</style><div class="box"><div class="top"><b>github-actions</b> commented</div><div class="body">${withSigns(marked.parse(text))}</div></div>`;
}

/** The browser in CHROME_PATH, or the one in the npm package `@sparticuz/chromium`, and its environment variables. */
async function unpackBrowser() {
  if (process.env.CHROME_PATH) return { path: process.env.CHROME_PATH, env: {} };
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  process.env.TMPDIR = folder;
  const { default: chromium } = await import('@sparticuz/chromium');
  chromium.setGraphicsMode = false;
  const path = await chromium.executablePath();
  const fonts = join(folder, 'fonts');
  writeFileSync(
    join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  return { path, env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: fonts } };
}

/** Saves a screenshot of a file in a window of the given size, by the DevTools protocol over the browser's pipes. */
async function takePicture({ path, env }, { from, to, width, height }) {
  const flags = [
    '--headless',
    '--no-sandbox',
    '--no-zygote',
    '--disable-gpu',
    '--hide-scrollbars',
    '--remote-debugging-pipe',
  ];
  const browser = spawn(path, [...flags, `--user-data-dir=${join(folder, to)}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  const send = connect(browser);
  const { targetId } = await send('Target.createTarget', { url: pathToFileURL(from).href });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const view = { width, height, deviceScaleFactor: 1, mobile: false };
  await send('Emulation.setDeviceMetricsOverride', view, sessionId);
  const waitForLoad = {
    expression: 'new Promise((done) => document.readyState === "complete" ? done() : addEventListener("load", done))',
  };
  await send('Runtime.evaluate', { ...waitForLoad, awaitPromise: true }, sessionId);
  const { data } = await send('Page.captureScreenshot', { format: 'png' }, sessionId);
  browser.kill();
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > MOST_BYTES) throw new Error(`${to} has ${bytes.length} bytes, more than ${MOST_BYTES}`);
  mkdirSync(join(root, 'docs', 'pictures'), { recursive: true });
  writeFileSync(join(root, 'docs', 'pictures', to), bytes);
  process.stdout.write(`docs/pictures/${to}: ${bytes.length} bytes\n`);
}

/** Returns a function that sends a command and resolves with its result. Messages are JSON, each ended by a zero byte. */
function connect(browser) {
  const [toBrowser, fromBrowser] = [browser.stdio[3], browser.stdio[4]];
  const waiting = new Map();
  let [text, last] = ['', 0];
  fromBrowser.setEncoding('utf8').on('data', (chunk) => {
    const messages = (text + chunk).split('\0');
    text = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      if (error) throw new Error(error.message);
      waiting.get(id)?.(result);
      waiting.delete(id);
    }
  });
  browser.once('exit', (code, signal) => {
    if (waiting.size > 0) throw new Error(`the browser ended (${code ?? signal})`);
  });
  return (method, params, sessionId) => {
    last += 1;
    toBrowser.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    return new Promise((done) => waiting.set(last, done));
  };
}
