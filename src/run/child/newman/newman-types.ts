import type { HeaderList } from '../../protocol.ts';
// The little of Newman's, postman-runtime's and postman-collection's values that is used here. Their own types are
// either missing or far wider than what the running code hands out.

/** A folder, a request or the collection. */
export interface Node {
  readonly id: string;
  /** Any value from the file; a string where the author gave a name. */
  readonly name?: unknown;
  parent(): Node | undefined;
  readonly items?: { readonly members: readonly Node[] };
  readonly events?: { readonly members: readonly ScriptEvent[] };
}

/** A script's place in the collection. */
export interface ScriptEvent {
  readonly listen: string;
  readonly script?: { toSource(): string | undefined };
  parent?(): Node | undefined;
}

/** Position in the run; scripts add their own marks to the item's. */
export interface Cursor {
  readonly iteration?: number;
  /** Set on events from inside a script. */
  readonly execution?: string;
  readonly cycles?: number;
  readonly length?: number;
}

/** An error of the runtime: often no `Error`, often without a stack, with texts of any type. */
export interface RuntimeError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: string;
  readonly address?: string;
  readonly port?: number;
  /** Line of the script, counted from 0. Set in the scripts' thread, before the stack is dropped. */
  readonly scriptLine?: number;
  /** Set on a passed assertion whose `pm.test` has no function. */
  readonly noFunction?: boolean;
  /** Chai's flag for an assertion whose two sides should be shown. */
  readonly showDiff?: boolean;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** A request as it was sent. */
export interface RuntimeRequest {
  readonly method?: unknown;
  readonly url?: { toString(): string };
  readonly headers?: HeaderList;
  readonly body?: {
    readonly mode?: string;
    readonly formdata?: {
      readonly members?: readonly {
        readonly key?: unknown;
        readonly value?: unknown;
        readonly type?: string;
        readonly disabled?: boolean;
      }[];
    };
    toString(): string;
  };
}

/** An answer. */
export interface RuntimeResponse {
  readonly code?: number;
  readonly status?: string;
  readonly responseTime?: number;
  readonly headers?: HeaderList;
  readonly stream?: Uint8Array;
}

/** The messages of a redirected request, in order. */
export interface RequestHistory {
  readonly execution?: {
    readonly data?: readonly {
      readonly request?: { readonly method?: string; readonly href?: string };
      readonly response?: {
        readonly statusCode?: number;
        readonly headers?: readonly { readonly key?: string; readonly value?: unknown }[];
      };
    }[];
  };
}

/** Variables by key. */
export interface Scope {
  get(key: string): unknown;
}

/** Newman's events with their arguments. The first argument of every listener is an error. */
export interface NewmanEvents {
  readonly start: { readonly cursor: Cursor; readonly run: Run };
  readonly beforeItem: { readonly cursor: Cursor; readonly item: Node };
  readonly item: { readonly cursor: Cursor; readonly item: Node };
  readonly beforeRequest: { readonly cursor: Cursor };
  readonly request: {
    readonly cursor: Cursor;
    readonly request?: RuntimeRequest;
    readonly response?: RuntimeResponse;
    readonly history?: RequestHistory;
  };
  readonly beforeScript: { readonly cursor: Cursor; readonly event: ScriptEvent };
  readonly script: {
    readonly cursor: Cursor;
    readonly event: ScriptEvent;
    /** Our own flag: the script read the status or the body of a response of 500 or more. */
    readonly execution?: { readonly lookedAtResponse?: boolean };
  };
  readonly assertion: {
    readonly cursor: Cursor;
    readonly assertion?: unknown;
    readonly skipped?: boolean;
    readonly error?: RuntimeError | null;
  };
  /** The thrown value; it may be no error. */
  readonly exception: { readonly cursor: Cursor; readonly error?: unknown };
  readonly console: { readonly cursor: Cursor; readonly level: string; readonly messages: readonly unknown[] };
}

/** The return value of Newman's `run`. */
export interface Emitter {
  on<Name extends keyof NewmanEvents>(
    name: Name,
    listener: (error: RuntimeError | null, args: NewmanEvents[Name]) => void,
  ): unknown;
  on(name: 'beforeDone', listener: () => void): unknown;
  /** Files that Newman writes at the end. */
  readonly exports?: readonly { content: unknown }[];
  listeners(name: string): readonly ((...args: never[]) => void)[];
  eventNames(): readonly (string | symbol)[];
  removeListener(name: string | symbol, listener: (...args: never[]) => void): unknown;
}

/** The parts of a postman-runtime run that are used. */
export interface Run {
  /** Creates the steps of this run. */
  readonly pool: { readonly prototype: Step; create(name: string, payload: unknown, args: unknown[]): Step };
  /** The thread for scripts; set once the run has started. */
  readonly host?: { on(name: 'exit' | 'error', listener: (error?: unknown) => void): unknown };
  /** The variables after the scripts. */
  readonly state: { readonly environment?: Scope; readonly globals?: Scope; readonly collectionVariables?: Scope };
  immediate(name: string, payload: unknown, ...args: unknown[]): Step;
}

/** One step of a run; runs its command and calls back when it is done. */
export interface Step {
  execute(callback: (...args: unknown[]) => void, scope?: unknown): void;
  readonly in: readonly unknown[];
  readonly payload: unknown;
  readonly _processor: (this: unknown, ...args: unknown[]) => void;
  readonly _done?: readonly ((...args: unknown[]) => void)[];
  readonly _catch?: readonly ((...args: unknown[]) => void)[];
}

/** The used options of postman-runtime's `Runner.prototype.run`. */
export interface RunnerOptions {
  readonly environment?: unknown;
  readonly globals?: unknown;
  readonly fileResolver?: FileResolver;
}

/** Newman's reader of files that requests upload. */
export interface FileResolver {
  resolvePath(path: string, allowed: readonly string[] | Resolved, callback?: Resolved): void;
  resolvePathSync(path: string, allowed?: readonly string[]): string;
}

/** Called with the absolute path of a file that may be read. */
export type Resolved = (error: Error | null, path?: string) => void;
