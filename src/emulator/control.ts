import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { EmulatorContext } from './context.ts';
import { isArray, isObject, type JsonObject } from './json.ts';
import { mintKey } from './keys.ts';
import { parseProfile } from './profile-parse.ts';
import { errorMessage } from './responses.ts';

type Body = JsonObject | readonly unknown[] | undefined;

const refusal = (c: Context, status: 400 | 403 | 404, message: string) =>
  c.json({ error: { name: 'emulatorError', message } }, status);

const bodyOf = async (c: Context): Promise<Body> => {
  const body: unknown = await c.req.json().catch(() => undefined);
  return isObject(body) || isArray(body) ? body : undefined;
};

const specsOf = (body: Body): readonly string[] => {
  const list = isObject(body) ? (body.faults ?? [body.fault]) : body;
  const specs = isArray(list) ? list : [list];
  if (specs.every((spec) => typeof spec === 'string') && specs.length > 0) return specs;
  throw new Error('Send {"fault": "PUT /collections/*: 504 after-apply"} or {"faults": [...]}.');
};

const people: readonly unknown[] = ['owner', 'teammate'];

const addKey = (emulator: EmulatorContext, body: Body) => {
  const { user: who = 'owner', expired = false } = isObject(body) ? body : {};
  const user = emulator.store.users[people.indexOf(who)];
  if (!user) throw new Error('The emulator has no such user; use "owner" or "teammate".');
  const added = { key: mintKey(), userId: user.id, expired: expired === true };
  emulator.store.keys = [...emulator.store.keys, added];
  return added;
};

/** The latest date in JavaScript, in milliseconds. */
const endOfTime = 8_640_000_000_000_000;

const advance = (emulator: EmulatorContext, body: Body) => {
  const ms = isObject(body) ? body.advanceMs : undefined;
  if (typeof ms !== 'number' || ms < 0 || emulator.now() + ms > endOfTime)
    throw new Error('Send {"advanceMs": 60000}.');
  emulator.advanceClock(ms);
  return { now: emulator.now() };
};

type Endpoint = readonly [
  'GET' | 'POST' | 'PATCH' | 'DELETE',
  string,
  (emulator: EmulatorContext, body: Body) => unknown,
];

const done = { ok: true };

const endpoints: readonly Endpoint[] = [
  ['GET', '/__journal', (emulator) => ({ entries: emulator.journal.entries })],
  ['DELETE', '/__journal', (emulator) => emulator.journal.clear()],
  ['POST', '/__reset', (emulator) => emulator.reset()],
  ['GET', '/__faults', (emulator) => ({ faults: emulator.faults.list() })],
  ['DELETE', '/__faults', (emulator) => emulator.faults.clear()],
  [
    'POST',
    '/__faults',
    (emulator, body) => {
      emulator.faults.add(specsOf(body));
      return { faults: emulator.faults.list() };
    },
  ],
  ['GET', '/__profile', (emulator) => emulator.profile],
  [
    'PATCH',
    '/__profile',
    (emulator, body) => {
      emulator.profile = parseProfile(body, emulator.profile);
      return emulator.profile;
    },
  ],
  ['POST', '/__clock', advance],
  ['POST', '/__keys', addKey],
];

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

const isLoopback = (origin: string): boolean => URL.canParse(origin) && loopbackHost.test(new URL(origin).host);

/** Refuses calls from web pages: a browser sends their origin, or a host other than loopback. */
const refuseStrangers = async (c: Context, next: () => Promise<void>) => {
  const origin = c.req.header('origin');
  if (loopbackHost.test(c.req.header('host') ?? '') && (origin === undefined || isLoopback(origin))) return next();
  return refusal(c, 403, "The emulator's own endpoints answer to 127.0.0.1 and localhost only.");
};

const refuseUnknown = (c: Context) => {
  const known = endpoints.map(([method, path]) => `${method} ${path}`).join(', ');
  return refusal(c, 404, `The emulator has no ${c.req.method} ${c.req.path} of its own. It has ${known}.`);
};

/** The emulator's own endpoints. They need no key, do not count, and are not in the journal. */
export const addControl = (app: Hono<{ Bindings: HttpBindings }>, emulator: EmulatorContext): void => {
  const own = '/:own{__(?!mocks$)[^/]*}';
  app.use(own, refuseStrangers);
  for (const [method, path, act] of endpoints) {
    app.on(method, path, async (c) => {
      const body = await bodyOf(c);
      try {
        return c.json(act(emulator, body) ?? done);
      } catch (error) {
        return refusal(c, 400, errorMessage(error));
      }
    });
  }
  app.all(own, refuseUnknown);
};
