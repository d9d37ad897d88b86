import type { Notice } from '../../core/model/notice.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { Part } from './reading.ts';
import type { Script } from './schemas.ts';
import type { YamlFile } from './yaml-file.ts';

/** A request or script that v2.1 cannot hold. */
export interface LeftOut {
  readonly name: string;
  /** The kind for messages: `gRPC request`. */
  readonly what: string;
}

/** Kinds of requests that neither the Postman API nor Newman knows, with their protocols. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  'grpc-request': 'gRPC',
  'websocket-request': 'WebSocket',
  'socket.io-request': 'Socket.IO',
  'mqtt-request': 'MQTT',
  'mcp-request': 'MCP',
  'llm-request': 'LLM',
};

const KNOWN = ['http-request', 'graphql-request'] as const;

/** Refuses requests and scripts that cannot run, or leaves them out if the user allows that. */
export class Unsupported {
  readonly problems: Problem[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #allowed: boolean;

  constructor({ allowUnsupported }: { readonly allowUnsupported: boolean }) {
    this.#allowed = allowUnsupported;
  }

  /** The kind of a request that can run; undefined for others, which are refused or left out. */
  kindOf({ path, value, locate }: YamlFile, stem: string): (typeof KNOWN)[number] | undefined {
    const { $kind: kind, name } = Object(value);
    const known = KNOWN.find((supported) => supported === kind);
    if (known) return known;
    const protocol = typeof kind === 'string' ? PROTOCOLS[kind] : undefined;
    const place = { path, position: locate(['$kind']) };
    if (protocol) this.#leave({ name: typeof name === 'string' ? name : stem, what: `${protocol} request` }, place);
    else this.problems.push({ ...place, code: 'yaml-format', ...unknownKind(kind) });
    return undefined;
  }

  /** Refuses or leaves out a script that only concerns other kinds of requests. */
  script({ value, file, at }: Part<Script>): void {
    this.#leave({ name: value.type, what: 'script' }, { path: file.path, position: file.locate(at) });
  }

  #leave(item: LeftOut, place: Pick<Problem, 'path' | 'position'>): void {
    if (this.#allowed) this.leftOut.push(item);
    else this.problems.push({ ...place, ...refusal(item) });
  }
}

const refusal = ({ name, what }: LeftOut): Pick<Problem, 'code' | 'message' | 'remedy'> => ({
  code: 'unsupported-request',
  message: `The ${what} "${name}" cannot run here: the Postman API and Newman know HTTP and GraphQL only`,
  remedy: 'Set allow-unsupported: true to leave it out, or move it to a collection of its own.',
});

function unknownKind(kind: unknown): Pick<Problem, 'message' | 'remedy'> {
  const kinds = [...KNOWN, ...Object.keys(PROTOCOLS)].join(', ');
  if (kind === undefined) return { message: 'The file does not say its $kind', remedy: 'Add "$kind: http-request".' };
  return { message: `The $kind is not one of the format: ${String(kind)}`, remedy: `Write one of ${kinds}.` };
}

/** The most names in a notice. */
const MOST_NAMES = 10;

/** A notice that names everything that is left out of a tree. */
export function leftOutNotices(path: string, leftOut: readonly LeftOut[]): readonly Notice[] {
  if (leftOut.length === 0) return [];
  const names = leftOut.slice(0, MOST_NAMES).map(({ name, what }) => `"${name}" (${what})`);
  const more = leftOut.length > MOST_NAMES ? ` and ${leftOut.length - MOST_NAMES} more` : '';
  const message = `Left out because they cannot run here (allow-unsupported): ${leftOut.length} of ${path}: ${names.join(', ')}${more}.`;
  return [{ level: 'warning', path, message }];
}
