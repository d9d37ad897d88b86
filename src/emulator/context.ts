import type { FaultList } from './faults.ts';
import type { Journal } from './journal.ts';
import { type JsonObject, objectAt } from './json.ts';
import type { RateLimiter, SpecialBucket } from './limits.ts';
import type { EmulatorProfile } from './profile.ts';
import type { Answer } from './responses.ts';
import type { Store, User, Workspace } from './store.ts';

/** The state of a running emulator, for routes. */
export interface EmulatorContext {
  readonly store: Store;
  readonly journal: Journal;
  readonly limiter: RateLimiter;
  readonly faults: FaultList;
  /** Collections with a PATCH under way. */
  readonly patching: Set<string>;
  profile: EmulatorProfile;
  /** Epoch milliseconds of the emulator's own clock. */
  now(): number;
  advanceClock(ms: number): void;
  reset(): void;
  url(): string;
  /** Work that goes on after its request. Closing waits briefly for it. */
  inBackground(work: Promise<unknown>): void;
  backgroundWork(): Promise<unknown>;
}

/** One authenticated, counted request with its body parsed. */
export interface Call {
  readonly emulator: EmulatorContext;
  readonly user: User;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Parsed JSON; `undefined` without a JSON body. */
  readonly body: unknown;
  /** Number of lists or reads that do not see this write yet. */
  readonly lag: { readonly list: number; readonly read: number };
}

/** An endpoint with its pattern, its stricter rate limit if any, and its handler. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly bucket?: SpecialBucket;
  /** Content type of its 400 responses, whatever their envelope; `json` by default. */
  readonly complaints?: 'problem';
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

/** The emulator's time in Postman's format. */
export const isoNow = (emulator: EmulatorContext): string => new Date(emulator.now()).toISOString();

/** A parameter of the path. Routes read only parameters of their pattern. */
export const param = (call: Call, name: string): string => call.params[name] ?? '';

/** The envelope of a body, such as `collection`; empty when it is missing. */
export const bodyOf = (call: Call, wrapper: string): JsonObject => objectAt(call.body, wrapper);

/** Personal workspaces are visible to their owner only. */
export const canSee = (user: User, workspace: Workspace | undefined): workspace is Workspace =>
  workspace !== undefined && (workspace.type !== 'personal' || workspace.createdBy === user.id);

/** The workspace, if it is visible to the caller. */
export const visibleWorkspace = (call: Call, id: string): Workspace | undefined => {
  const workspace = call.emulator.store.workspaces.get(id);
  return canSee(call.user, workspace) ? workspace : undefined;
};

/** The workspace for a new resource: the one in the query, or the caller's oldest personal workspace. */
export const targetWorkspace = (call: Call, name = 'workspace'): Workspace | undefined => {
  const id = call.query.get(name);
  if (id !== null) return visibleWorkspace(call, id);
  return [...call.emulator.store.workspaces.values()].find(
    (workspace) => workspace.type === 'personal' && workspace.createdBy === call.user.id,
  );
};

/** A filter for lists: one workspace, or everything the caller sees. An unknown workspace matches nothing. */
export const inScope = (call: Call): ((record: { readonly workspaceId: string }) => boolean) => {
  const id = call.query.get('workspace');
  return (record) =>
    (id === null || record.workspaceId === id) && visibleWorkspace(call, record.workspaceId) !== undefined;
};
