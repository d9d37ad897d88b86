import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { isArray, isObject } from './json.ts';
import { mintKey } from './keys.ts';
import { parseProfile } from './profile-parse.ts';
import type { World } from './world.ts';

const wrong = (c: Context, message: string) => c.json({ error: { name: 'emulatorError', message } }, 400);

const bodyOf = async (c: Context): Promise<unknown> => {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
};

/** Runs an action and turns what it throws into a 400 with its message. */
const attempt = (c: Context, action: () => unknown) => {
  try {
    return c.json(action() ?? { ok: true });
  } catch (error) {
    return wrong(c, error instanceof Error ? error.message : String(error));
  }
};

const specsOf = (body: unknown): readonly string[] => {
  const list = isObject(body) ? (body.faults ?? [body.fault]) : body;
  const specs = isArray(list) ? list : [list];
  if (specs.every((spec) => typeof spec === 'string') && specs.length > 0) return specs;
  throw new Error('Send {"fault": "PUT /collections/*: 504 after-apply"} or {"faults": [...]}.');
};

const addKey = (world: World, body: unknown) => {
  const of = isObject(body) && body.user === 'teammate' ? 1 : 0;
  const user = world.store.users[of];
  if (!user) throw new Error('The emulator has no such user; use "owner" or "teammate".');
  const added = { key: mintKey(), userId: user.id, expired: isObject(body) && body.expired === true };
  world.store.keys = [...world.store.keys, added];
  return added;
};

const advance = (world: World, body: unknown) => {
  const ms = isObject(body) ? body.advanceMs : undefined;
  if (typeof ms !== 'number' || ms < 0) throw new Error('Send {"advanceMs": 60000}.');
  world.advanceClock(ms);
  return { now: world.now() };
};

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** A web page can make a browser call loopback, but not under a loopback name of its own. */
const refuseOtherHosts = async (c: Context, next: () => Promise<void>) => {
  if (loopbackHost.test(c.req.header('host') ?? '')) return next();
  const message = "The emulator's own endpoints answer to 127.0.0.1 and localhost only.";
  return c.json({ error: { name: 'emulatorError', message } }, 403);
};

/** The emulator's own endpoints: they need no key, are not counted, and are not in the journal. */
export const addControl = (app: Hono<{ Bindings: HttpBindings }>, world: World): void => {
  for (const path of ['journal', 'reset', 'faults', 'profile', 'clock', 'keys'])
    app.use(`/__${path}`, refuseOtherHosts);
  app.get('/__journal', (c) => c.json({ entries: world.journal.entries }));
  app.delete('/__journal', (c) => attempt(c, () => world.journal.clear()));
  app.post('/__reset', (c) => attempt(c, () => world.reset()));
  app.get('/__faults', (c) => c.json({ faults: world.faults.list() }));
  app.post('/__faults', async (c) => {
    const body = await bodyOf(c);
    return attempt(c, () => {
      world.faults.add(specsOf(body));
      return { faults: world.faults.list() };
    });
  });
  app.delete('/__faults', (c) => attempt(c, () => world.faults.clear()));
  app.get('/__profile', (c) => c.json(world.profile));
  app.patch('/__profile', async (c) => {
    const body = await bodyOf(c);
    return attempt(c, () => {
      world.profile = parseProfile(body, world.profile);
      return world.profile;
    });
  });
  app.post('/__clock', async (c) => {
    const body = await bodyOf(c);
    return attempt(c, () => advance(world, body));
  });
  app.post('/__keys', async (c) => {
    const body = await bodyOf(c);
    return attempt(c, () => addKey(world, body));
  });
};
