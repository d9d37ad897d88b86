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
export const authenticate = (emulator: EmulatorContext, key: string | undefined): User | undefined => {
  const known = findKey(emulator.store.keys, key ?? '');
  return known && emulator.store.users.find((user) => user.id === known.userId);
};

/** The 401 in the envelope that the profile sets. */
export const unauthorized = (emulator: EmulatorContext, key: string | undefined): Answer =>
  emulator.profile.unauthorized === 'error'
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
  emulator: EmulatorContext,
  user: User,
  { key, bucket }: { readonly key: string; readonly bucket: SpecialBucket | undefined },
): Admission => {
  const now = emulator.now();
  const caller = { userId: user.id, key, bucket };
  if (monthState(emulator.store, emulator.profile, now).remaining === 0) {
    return { window: emulator.limiter.peek(caller, emulator.profile), refusal: quotaExhausted(emulator.profile) };
  }
  const { allowed, window } = emulator.limiter.take(caller, emulator.profile);
  if (!allowed) return { window, refusal: tooManyRequests(emulator.profile, window.resetAt, now) };
  spendCall(emulator.store, emulator.profile, now);
  return { window };
};
