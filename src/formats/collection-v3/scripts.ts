import type { JsonObject, JsonValue } from '../../core/lib/json.ts';
import { children, complain, note, type Part } from './reading.ts';
import type { Script } from './schemas.ts';

/** The owner of a script. */
export type ScriptOwner = 'http-request' | 'graphql-request' | 'collection';

type Listen = 'prerequest' | 'test';

/** Script types of each owner, and their events in v2.1. */
const EVENTS: Readonly<Record<ScriptOwner, Readonly<Record<string, Listen>>>> = {
  'http-request': { beforeRequest: 'prerequest', afterResponse: 'test' },
  'graphql-request': { beforeQuery: 'prerequest', afterResponse: 'test' },
  collection: { 'http:beforeRequest': 'prerequest', 'http:afterResponse': 'test' },
};

/** The type of a script for an event of v2.1. */
export function scriptTypeFor(owner: ScriptOwner, listen: Listen): string {
  const [type = ''] = Object.entries(EVENTS[owner]).find(([, event]) => event === listen) ?? [];
  return type;
}

/** Script types of collections and folders that only concern other kinds of requests. */
const OTHER_KINDS = /^(graphql:(beforeQuery|afterResponse)|grpc:(beforeInvoke|onIncomingMessage|afterResponse))$/;

/** Options for reading scripts. */
export interface ScriptOptions {
  readonly owner: ScriptOwner;
  /** Leaves out or refuses a script that v2.1 cannot hold. */
  leaveOut(part: Part<Script>): void;
}

/** The scripts in the form of v2.1: events, in their order. */
export function eventsOf(
  part: Part<readonly Script[] | undefined>,
  { owner, leaveOut }: ScriptOptions,
): readonly JsonObject[] {
  if (part.value === undefined) return [];
  return children(part as Part<readonly Script[]>).flatMap((script) => {
    const { type } = script.value;
    const listen = EVENTS[owner][type];
    if (listen) return [eventOf(script, listen)];
    if (owner === 'collection' && OTHER_KINDS.test(type)) leaveOut(script);
    else complain(script, wrongType(type, owner));
    return [];
  });
}

function eventOf(part: Part<Script>, listen: Listen): JsonObject {
  const { value, file, at, reading } = part;
  const { code, language = 'text/javascript', packages, requests } = value;
  const library = [
    ['packages', packages],
    ['requests', requests],
  ] as const;
  for (const [key, own] of library) if (Object.keys(Object(own)).length > 0) note(part, 'warning', NO_LIBRARY[key]);
  const exec = reading.mark(code.split('\n'), { file, at: [...at, 'code'], line: 0 });
  const given = Object.fromEntries(library.filter(([, own]) => own !== undefined)) as Record<string, JsonValue>;
  const script = reading.mark<JsonObject>({ type: language, exec, ...given }, { file, at });
  return reading.mark<JsonObject>({ listen, script }, { file, at });
}

const NO_LIBRARY = {
  packages: "The script uses the team's package library, which Newman cannot load: it fails where it calls one.",
  requests: 'The script runs other requests of the workspace, which Newman cannot do: it fails where it calls one.',
} as const;

function wrongType(type: string, owner: ScriptOwner): { readonly message: string; readonly remedy: string } {
  const allowed = Object.keys(EVENTS[owner]);
  const bare = type.replace(/^[a-z]+:/, '');
  const meant = allowed.find((candidate) => candidate === bare || candidate.endsWith(`:${bare}`));
  const where = owner === 'collection' ? 'a collection or folder' : `a request of kind ${owner}`;
  return {
    message: `The script type "${type}" is not valid in ${where}; Postman would refuse the whole collection`,
    remedy: meant ? `Write "${meant}".` : `Write one of ${allowed.map((candidate) => `"${candidate}"`).join(', ')}.`,
  };
}
