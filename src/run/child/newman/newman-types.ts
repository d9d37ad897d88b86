import type { HeaderList } from '../../protocol.ts';
// The little of Newman's, postman-runtime's and postman-collection's values that is used here. Their own types are
// either missing or far wider than what the running code hands out.

/** A folder, a request or the collection. */
export interface Node {
  readonly id: string;
  /** Whatever stands in the file: text where the author gave one. */
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
  /** Set on everything that comes from inside a script. */
  readonly execution?: string;
  readonly cycles?: number;
  readonly length?: number;
}

/** An error as the runtime hands it out: mostly not an Error, mostly without a stack, its texts of every type. */
export interface RuntimeError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: string;
  readonly address?: string;
  readonly port?: number;
  /** Line of the script that it came from, from 0: set where scripts run, before the stack is dropped. */
  readonly scriptLine?: number;
  /** Set on a passed assertion whose `pm.test` has no function. */
  readonly noFunction?: boolean;
  /** Chai's mark of an assertion whose two sides are worth comparing. */
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

/** The messages of a request that was redirected, in their order. */
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

/** Newman's events and what comes with each; the error is the first argument of every listener. */
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
    /** The flag is ours: the script read the status or the body of a response of 500 or more. */
    readonly execution?: { readonly lookedAtResponse?: boolean };
  };
  readonly assertion: {
    readonly cursor: Cursor;
    readonly assertion?: unknown;
    readonly skipped?: boolean;
    readonly error?: RuntimeError | null;
  };
  /** Whatever was thrown: it need not be an error. */
  readonly exception: { readonly cursor: Cursor; readonly error?: unknown };
  readonly console: { readonly cursor: Cursor; readonly level: string; readonly messages: readonly unknown[] };
}

/** What Newman returns at once. */
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

/** A run of postman-runtime, as far as it is touched. */
export interface Run {
  /** Makes the steps of a run; every run has its own. */
  readonly pool: { readonly prototype: Step; create(name: string, payload: unknown, args: unknown[]): Step };
  /** The scripts' thread; there once the run has started. */
  readonly host?: { on(name: 'exit' | 'error', listener: (error?: unknown) => void): unknown };
  /** The variables as scripts have left them. */
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

/** Options of postman-runtime's `Runner.prototype.run` that are touched. */
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

/** Gets the absolute path of a file that may be read. */
export type Resolved = (error: Error | null, path?: string) => void;
