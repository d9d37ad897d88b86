import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { applyFault } from './apply-fault.ts';
import { admit, authenticate, sentKey, unauthorized } from './authenticate.ts';
import { type ReceivedBody, receiveBody } from './body.ts';
import type { Call, EmulatorContext, Route } from './context.ts';
import type { Fault, FaultEffect } from './fault.ts';
import type { JournalEntry } from './journal.ts';
import { fingerprint } from './keys.ts';
import type { WindowState } from './limits.ts';
import { type Outcome, replyOf } from './reply.ts';
import { type Answer, errorMessage, namedError, Refusal, underType } from './responses.ts';
import { type Reply, sendReply } from './send-reply.ts';
import type { User } from './store.ts';
import { settleTasks } from './tasks.ts';

type HonoContext = Context<{ Bindings: HttpBindings }>;

/** What handling a request needs besides the emulator's state. */
export interface ServerContext {
  readonly emulator: EmulatorContext;
  /** Aborts when the emulator closes, which ends delays. */
  readonly closing: AbortSignal;
  pause(ms: number): Promise<void>;
  finished(entry: JournalEntry, answer: Reply): void;
  /** Counts a completely received request as pending. Call the returned function when it is answered. */
  arrived(): () => void;
}

/** The response to a request, the fault that changes how it is sent, and the end of its journal entry. */
interface HandledRequest {
  readonly reply: Reply;
  readonly kind: FaultEffect['kind'] | undefined;
  readonly end: Partial<JournalEntry>;
}

/** A completely received request. */
interface ReceivedRequest {
  readonly c: HonoContext;
  readonly route: Route;
  readonly url: URL;
  readonly received: ReceivedBody;
  /** When the request arrived, on the process's monotonic clock, in milliseconds. */
  readonly startedAt: number;
}

const answerOf = async (route: Route, call: Call): Promise<Answer> => {
  try {
    return await route.answer(call);
  } catch (error) {
    if (error instanceof Refusal) return underType(error.answer, route.complaints);
    return namedError({
      status: 500,
      type: 'problem',
      name: 'serverError',
      message: `The emulator failed at this call: ${errorMessage(error)}`,
    });
  }
};

const callOf = (
  emulator: EmulatorContext,
  request: ReceivedRequest,
  by: { readonly user: User; readonly fault: Fault | undefined },
): Call => {
  const { effect } = by.fault ?? {};
  const { profile } = emulator;
  const lag =
    effect?.kind === 'lag'
      ? { list: effect.calls, read: effect.calls }
      : { list: profile.listLag, read: profile.readLag };
  return {
    emulator,
    user: by.user,
    method: request.c.req.method,
    path: request.url.pathname,
    params: request.c.req.param(),
    query: request.url.searchParams,
    headers: request.c.req.raw.headers,
    body: request.received.json,
    lag,
  };
};

/** The user and the rate-limit window of a call that is within its limits. */
interface AdmittedCaller {
  readonly user: User;
  readonly window: WindowState;
}

/** Carries out the call, unless the fault prevents it. */
const callRoute = async (
  context: ServerContext,
  request: ReceivedRequest,
  { user, window }: AdmittedCaller,
): Promise<Outcome> => {
  const { emulator } = context;
  const fault = emulator.faults.hit({ method: request.c.req.method, path: request.url.pathname });
  const delayMs = fault?.effect.kind === 'slow' ? fault.effect.delayMs : 0;
  if (fault && !fault.applies) await context.pause(delayMs);
  const skipped = fault !== undefined && !fault.applies && delayMs === 0;
  settleTasks(emulator);
  const answer = skipped ? undefined : await answerOf(request.route, callOf(emulator, request, { user, fault }));
  if (fault?.applies) await context.pause(delayMs);
  const sent = applyFault(emulator, fault, { answer, resetAt: window.resetAt });
  return { answer: sent, window, ...(fault ? { fault } : {}) };
};

const respond = async (context: ServerContext, request: ReceivedRequest): Promise<Outcome> => {
  const { emulator } = context;
  const key = sentKey(request.c.req.raw.headers, request.url.searchParams);
  const user = authenticate(emulator, key);
  if (!user || key === undefined) return { answer: unauthorized(emulator, key) };
  const { window, refusal } = admit(emulator, user, { key, bucket: request.route.bucket });
  const early = refusal ?? request.received.refusal;
  return early
    ? { answer: underType(early, request.route.complaints), window }
    : callRoute(context, request, { user, window });
};

const shownQuery = (query: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...query].map(([name, value]) => [name, name === 'apikey' ? '***' : value]));

const openEntry = ({ emulator }: ServerContext, c: HonoContext, url: URL) => {
  const key = sentKey(c.req.raw.headers, url.searchParams);
  return emulator.journal.open({
    method: c.req.method,
    path: url.pathname,
    query: shownQuery(url.searchParams),
    headerNames: [...c.req.raw.headers.keys()],
    bodyBytes: 0,
    bodyHash: null,
    keyFingerprint: key === undefined ? null : fingerprint(key),
    at: emulator.now(),
  });
};

const handle = async (context: ServerContext, request: ReceivedRequest): Promise<HandledRequest> => {
  const outcome = await respond(context, request);
  const kind = outcome.fault?.effect.kind;
  const reply = replyOf(context.emulator, outcome);
  const end = {
    bodyBytes: request.received.bytes,
    bodyHash: request.received.hash,
    status: kind === 'reset' || kind === 'hang' ? null : reply.status,
    durationMs: Math.round(performance.now() - request.startedAt),
    fault: outcome.fault?.spec ?? null,
  };
  return { reply, kind, end };
};

/** Handles one request: body, key, limits, fault, route, headers, journal. */
export const handleRequest = async (context: ServerContext, route: Route, c: HonoContext): Promise<Response> => {
  const startedAt = performance.now();
  const url = new URL(c.req.url);
  const complete = openEntry(context, c, url);
  const received = await receiveBody(c.env.incoming, { path: url.pathname, profile: context.emulator.profile });
  const answered = context.arrived();
  try {
    const { reply, kind, end } = await handle(context, { c, route, url, received, startedAt });
    context.finished(complete(end), reply);
    return await sendReply(reply, { outgoing: c.env.outgoing, kind, closing: context.closing });
  } finally {
    answered();
  }
};
