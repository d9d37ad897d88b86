import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** As it is printed. */
  readonly print?: boolean;
}

/** A headless Chromium. */
export interface Browser {
  /** Opens a page anew, evaluates an expression in it (a promise is awaited), and answers its value and what the browser complained about. */
  look<T>(url: string, view: View, expression: string): Promise<{ readonly value: T; readonly complaints: string[] }>;
  close(): Promise<void>;
}

/** What is installed where npm brings no browser: `CHROME_PATH`, else where Chrome and Edge usually are. */
const INSTALLED = [
  process.env.CHROME_PATH ?? '',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The npm package holds a browser for this system. */
const packaged = process.platform === 'linux' && process.arch === 'x64';

/** Whether there is a browser on this machine. */
export const hasBrowser = packaged || INSTALLED.some((path) => existsSync(path));

/** Unpacks the browser and the libraries that a bare machine lacks; the package does so where it sees this variable. */
const UNPACK = `const { default: chromium } = await import('@sparticuz/chromium');
chromium.setGraphicsMode = false;
process.stdout.write(await chromium.executablePath());`;

function pathIn(folder: string): string {
  if (!packaged) return INSTALLED.find((path) => existsSync(path)) ?? '';
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  return execFileSync(process.execPath, ['--input-type=module', '-e', UNPACK], { env, encoding: 'utf8' });
}

/** The package's own list of fonts names folders of another system. */
async function installFonts(folder: string): Promise<void> {
  const fonts = join(folder, 'fonts');
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`;
  await writeFile(join(fonts, 'fonts.conf'), config);
}

/** Starts the browser. */
export async function startBrowser(): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'browser-'));
  const path = pathIn(folder);
  if (packaged) await installFonts(folder);
  const flags = ['--headless', '--no-sandbox', '--no-zygote', '--disable-gpu', '--hide-scrollbars'];
  const child = spawn(path, [...flags, `--user-data-dir=${join(folder, 'profile')}`, '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...(packaged && { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const wire = new Wire(child);
  return {
    look: (url, view, expression) => look(wire, { url, view, expression }),
    close: async () => {
      void wire.send('Browser.close');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** The DevTools protocol over the browser's pipes: JSON, each message ended by a zero byte. */
class Wire {
  readonly #out: Writable;
  readonly #waiting = new Map<number, { resolve(value: Record<string, unknown>): void; reject(error: Error): void }>();
  readonly #listeners = new Set<(message: Message) => void>();
  #text = '';
  #last = 0;

  constructor(child: ChildProcess) {
    this.#out = child.stdio[3] as Writable;
    (child.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => this.#take(chunk));
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.#last += 1;
    const id = this.#last;
    this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  listen(listener: (message: Message) => void): void {
    this.#listeners.add(listener);
  }

  #take(chunk: string): void {
    const messages = (this.#text + chunk).split('\0');
    this.#text = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as Message;
      for (const listener of this.#listeners) listener(message);
      const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
      if (message.error) waiting?.reject(new Error(message.error.message));
      else waiting?.resolve(message.result ?? {});
    }
  }
}

/** Events that a page of ours never causes. */
const COMPLAINTS = new Set(['Runtime.exceptionThrown', 'Log.entryAdded', 'Page.javascriptDialogOpening']);

async function look<T>(
  wire: Wire,
  { url, view, expression }: { readonly url: string; readonly view: View; readonly expression: string },
): Promise<{ readonly value: T; readonly complaints: string[] }> {
  const { targetId } = await wire.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = (await wire.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const send = (method: string, params?: object) => wire.send(method, params, sessionId);
  const complaints: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    wire.listen((message) => {
      if (message.sessionId !== sessionId) return;
      if (message.method === 'Page.loadEventFired') resolve();
      if (COMPLAINTS.has(message.method ?? '')) complaints.push(JSON.stringify(message.params));
    });
  });
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);
  await send('Emulation.setDeviceMetricsOverride', {
    width: view.width,
    height: 900,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await send('Emulation.setEmulatedMedia', {
    media: view.print ? 'print' : '',
    features: [{ name: 'prefers-color-scheme', value: view.scheme }],
  });
  await send('Page.navigate', { url });
  await loaded;
  const { result } = (await send('Runtime.evaluate', {
    expression,
    returnByValue: true,
    awaitPromise: true,
  })) as { result: { value: T } };
  await wire.send('Target.closeTarget', { targetId });
  return { value: result.value, complaints };
}
