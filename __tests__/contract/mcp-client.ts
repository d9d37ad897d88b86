import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

interface Answer {
  readonly id?: number;
  readonly result?: {
    readonly content?: readonly { readonly text?: string }[];
    readonly tools?: readonly { readonly name: string }[];
    readonly isError?: boolean;
  };
  readonly error?: { readonly message: string };
}

/** Postman's MCP server as a child process, spoken to in JSON-RPC over stdio. */
export interface McpClient {
  tools(): Promise<readonly string[]>;
  /** Calls a tool and returns the text of its answer; rejects with the tool's error. */
  call(tool: string, args: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

const serverFile = (): string => {
  const manifest = createRequire(import.meta.url).resolve('@postman/postman-mcp-server/package.json');
  return join(dirname(manifest), 'dist', 'src', 'index.js');
};

const environment = (emulator: { readonly url: string; readonly apiKey: string }): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  POSTMAN_API_KEY: emulator.apiKey,
  POSTMAN_API_BASE_URL: emulator.url,
  POSTMAN_MCP_TELEMETRY: 'false',
});

const exchange = (child: ChildProcess) => {
  const waiting = new Map<number, (answer: Answer) => void>();
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the server has no pipes');
  createInterface({ input: stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  child.on('exit', () => {
    for (const settle of waiting.values()) settle({ error: { message: 'the server ended' } });
  });
  let last = 0;
  const notify = (method: string): void => void stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method })}\n`);
  const request = async (method: string, params: Record<string, unknown>): Promise<NonNullable<Answer['result']>> => {
    last += 1;
    const id = last;
    const arrived = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    const { result, error } = await arrived;
    waiting.delete(id);
    if (error || !result) throw new Error(error?.message ?? 'no result');
    return result;
  };
  return { request, notify };
};

/** Starts the server with all its tools against the emulator. */
export const startMcp = async (emulator: { readonly url: string; readonly apiKey: string }): Promise<McpClient> => {
  const child = spawn(process.execPath, [serverFile(), '--full', '--quiet'], {
    env: environment(emulator),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const { request, notify } = exchange(child);
  await request('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'contract-test', version: '1.0.0' },
  });
  notify('notifications/initialized');
  return {
    tools: async () => ((await request('tools/list', {})).tools ?? []).map(({ name }) => name),
    call: async (name, args) => {
      const { content = [], isError } = await request('tools/call', { name, arguments: args });
      const text = content.map((part) => part.text ?? '').join('\n');
      if (isError) throw new Error(text);
      return text;
    },
    close: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
};
