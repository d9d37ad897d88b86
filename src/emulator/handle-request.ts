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

export type Ctx = Context<{ Bindings: HttpBindings }>;

/** What handling a request needs besides the emulator's state. */
export interface Surroundings {
  readonly world: EmulatorContext;
  /** Aborts when the emulator closes, which ends delays. */
  readonly closing: AbortSignal;
  pause(ms: number): Promise<void>;
  finished(entry: JournalEntry, answer: Reply): void;
  /** Marks a request as completely received. Call the returned function when it is answered. */
  arrived(): () => void;
}

interface Settled {
  readonly reply: Reply;
  readonly kind: FaultEffect['kind'] | undefined;
  readonly end: Partial<JournalEntry>;
}

/** A completely received request. */
interface Arrival {
  readonly c: Ctx;
  readonly route: Route;
  readonly url: URL;
  readonly received: ReceivedBody;
  /** Time of arrival on the process's monotonic clock, in milliseconds. */
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
  world: EmulatorContext,
  arrival: Arrival,
  by: { readonly user: User; readonly fault: Fault | undefined },
): Call => {
  const { effect } = by.fault ?? {};
  const { profile } = world;
  const lag =
    effect?.kind === 'lag'
      ? { list: effect.calls, read: effect.calls }
      : { list: profile.listLag, read: profile.readLag };
  return {
    world,
    user: by.user,
    method: arrival.c.req.method,
    path: arrival.url.pathname,
    params: arrival.c.req.param(),
    query: arrival.url.searchParams,
    headers: arrival.c.req.raw.headers,
    body: arrival.received.json,
    lag,
  };
};

interface Admitted {
  readonly user: User;
  readonly window: WindowState;
}

/** Carries out the call, unless the fault prevents it. */
const carryOut = async (around: Surroundings, arrival: Arrival, { user, window }: Admitted): Promise<Outcome> => {
  const { world } = around;
  const fault = world.faults.hit({ method: arrival.c.req.method, path: arrival.url.pathname });
  const delayMs = fault?.effect.kind === 'slow' ? fault.effect.delayMs : 0;
  if (fault && !fault.applies) await around.pause(delayMs);
  const skipped = fault !== undefined && !fault.applies && delayMs === 0;
  settleTasks(world);
  const answer = skipped ? undefined : await answerOf(arrival.route, callOf(world, arrival, { user, fault }));
  if (fault?.applies) await around.pause(delayMs);
  const spoiled = applyFault(world, fault, { answer, resetAt: window.resetAt });
  return { answer: spoiled, window, ...(fault ? { fault } : {}) };
};

const respond = async (around: Surroundings, arrival: Arrival): Promise<Outcome> => {
  const { world } = around;
  const key = sentKey(arrival.c.req.raw.headers, arrival.url.searchParams);
  const user = authenticate(world, key);
  if (!user || key === undefined) return { answer: unauthorized(world, key) };
  const { window, refusal } = admit(world, user, { key, bucket: arrival.route.bucket });
  const early = refusal ?? arrival.received.refusal;
  return early
    ? { answer: underType(early, arrival.route.complaints), window }
    : carryOut(around, arrival, { user, window });
};

const shownQuery = (query: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...query].map(([name, value]) => [name, name === 'apikey' ? '***' : value]));

const openEntry = ({ world }: Surroundings, c: Ctx, url: URL) => {
  const key = sentKey(c.req.raw.headers, url.searchParams);
  return world.journal.open({
    method: c.req.method,
    path: url.pathname,
    query: shownQuery(url.searchParams),
    headerNames: [...c.req.raw.headers.keys()],
    bodyBytes: 0,
    bodyHash: null,
    keyFingerprint: key === undefined ? null : fingerprint(key),
    at: world.now(),
  });
};

const settle = async (around: Surroundings, arrival: Arrival): Promise<Settled> => {
  const outcome = await respond(around, arrival);
  const kind = outcome.fault?.effect.kind;
  const reply = replyOf(around.world, outcome);
  const end = {
    bodyBytes: arrival.received.bytes,
    bodyHash: arrival.received.hash,
    status: kind === 'reset' || kind === 'hang' ? null : reply.status,
    durationMs: Math.round(performance.now() - arrival.startedAt),
    fault: outcome.fault?.spec ?? null,
  };
  return { reply, kind, end };
};

/** Handles one request: body, key, limits, fault, route, headers, journal. */
export const handleRequest = async (around: Surroundings, route: Route, c: Ctx): Promise<Response> => {
  const startedAt = performance.now();
  const url = new URL(c.req.url);
  const complete = openEntry(around, c, url);
  const received = await receiveBody(c.env.incoming, { path: url.pathname, profile: around.world.profile });
  const answered = around.arrived();
  try {
    const { reply, kind, end } = await settle(around, { c, route, url, received, startedAt });
    around.finished(complete(end), reply);
    return await sendReply(reply, { outgoing: c.env.outgoing, kind, closing: around.closing });
  } finally {
    answered();
  }
};
