import type { EmulatorContext } from './context.ts';
import { sameKey } from './keys.ts';
import { quotaExhausted, tooManyRequests } from './limit-headers.ts';
import type { SpecialBucket, WindowState } from './limits.ts';
import { monthState, spendCall } from './quota.ts';
import { type Answer, namedError, problem } from './responses.ts';
import type { ApiKey, User } from './store.ts';

/** The key of a request. The header overrides the old query parameter. */
export const sentKey = (headers: Headers, query: URLSearchParams): string | undefined =>
  headers.get('x-api-key') ?? query.get('apikey') ?? undefined;

/** Compares with all keys, so that the duration reveals nothing about them. */
const findKey = (keys: readonly ApiKey[], sent: string): ApiKey | undefined =>
  keys.filter((known) => sameKey(known.key, sent)).find((known) => !known.expired);

/** The owner of the key; undefined for a missing, unknown or expired key. */
export const authenticate = (world: EmulatorContext, key: string | undefined): User | undefined => {
  const known = findKey(world.store.keys, key ?? '');
  return known && world.store.users.find((user) => user.id === known.userId);
};

/** The 401 in the envelope that the profile sets. */
export const unauthorized = (world: EmulatorContext, key: string | undefined): Answer =>
  world.profile.unauthorized === 'error'
    ? namedError({
        status: 401,
        type: 'problem',
        name: 'AuthenticationError',
        message: 'Invalid API Key. Every request requires a valid API Key to be sent.',
      })
    : problem({
        status: 401,
        slug: 'unauthorized',
        title: 'Unauthorized',
        detail:
          key === undefined
            ? 'An API key must be provided in the request header or query string'
            : 'A valid API key must be provided in the request header.',
      });

/** Values for the limit headers, and whether the call is allowed. */
export interface Admission {
  readonly window: WindowState;
  /** The 429, when the call is refused. */
  readonly refusal?: Answer;
}

/** Counts the call in its windows and its month, or refuses it where one of them is exhausted. */
export const admit = (
  world: EmulatorContext,
  user: User,
  { key, bucket }: { readonly key: string; readonly bucket: SpecialBucket | undefined },
): Admission => {
  const now = world.now();
  const caller = { userId: user.id, key, bucket };
  if (monthState(world.store, world.profile, now).remaining === 0) {
    return { window: world.limiter.peek(caller, world.profile), refusal: quotaExhausted(world.profile) };
  }
  const { allowed, window } = world.limiter.take(caller, world.profile);
  if (!allowed) return { window, refusal: tooManyRequests(world.profile, window.resetAt, now) };
  spendCall(world.store, world.profile, now);
  return { window };
};
