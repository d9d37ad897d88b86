import http from 'node:http';
import https from 'node:https';
import { duration } from '../../core/lib/text.ts';
import type { Clock, Log } from '../../sync/ports.ts';
import { safeUrl } from '../suite-secrets.ts';

/** Pause between two requests, and timeout of each, in milliseconds. */
const PAUSE_MS = 500;
const TRY_MS = 5000;

/** Lowest status that counts as not ready. */
const SERVER_ERROR = 500;

/** What waiting for the API needs. */
export interface WaitForOptions {
  readonly urls: readonly string[];
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until every URL answers with a status below 500. Returns an error message when a URL does not in time, else
 * undefined.
 */
export async function waitFor({ urls, timeoutMs, clock, log, signal }: WaitForOptions): Promise<string | undefined> {
  const until = clock.now() + timeoutMs;
  const reasons = await Promise.all(urls.map((url) => pollUntilAnswered(url, { until, clock, log, signal })));
  const index = reasons.findIndex((reason) => reason !== undefined);
  if (index === -1) return undefined;
  if (signal?.aborted) return 'The run was stopped from outside before the API under test answered.';
  return `${safeUrl(urls[index] ?? '')} did not answer within ${duration(timeoutMs)}: ${reasons[index]}. Start the API, or raise \`wait-for-timeout\`.`;
}

type PollOptions = Pick<WaitForOptions, 'clock' | 'log' | 'signal'> & { readonly until: number };

/** Polls a URL. Returns undefined once it answers, or the last error at the deadline. */
async function pollUntilAnswered(url: string, { until, clock, log, signal }: PollOptions): Promise<string | undefined> {
  let isLogged = false;
  for (;;) {
    const reason = await attempt(url, { limitMs: Math.min(TRY_MS, until - clock.now()), signal });
    if (reason === undefined) return undefined;
    if (!isLogged) log.line(`Waiting for ${safeUrl(url)} (${reason})`);
    isLogged = true;
    await clock.sleep(Math.max(0, Math.min(PAUSE_MS, until - clock.now())), signal).catch(() => undefined);
    if (signal?.aborted || clock.now() >= until) return reason;
  }
}

/** Sends one GET. Returns undefined for an answer, else the reason why there is none. */
function attempt(
  url: string,
  { limitMs, signal }: { readonly limitMs: number; readonly signal: AbortSignal | undefined },
): Promise<string | undefined> {
  const limit = AbortSignal.timeout(Math.max(limitMs, 1));
  const options = {
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    // Only the status counts. Certificates are verified by the suites, with their own settings.
    rejectUnauthorized: false,
    agent: false,
  };
  return new Promise((resolve) => {
    const failed = (error: Error): void => resolve(limit.aborted ? 'no answer in time' : reasonOf(error));
    try {
      const request = url.startsWith('https:') ? https.get(url, options) : http.get(url, options);
      request.once('error', failed);
      request.once('response', ({ statusCode = 0 }) => {
        request.destroy();
        resolve(statusCode < SERVER_ERROR ? undefined : `it answered ${statusCode}`);
      });
    } catch (error) {
      failed(error as Error);
    }
  });
}

/** Node's error code, which users can search for. A host with several addresses has one error for each. */
const reasonOf = ({ message, code, errors }: NodeJS.ErrnoException & { readonly errors?: readonly Error[] }): string =>
  code ?? errors?.[0]?.message ?? message;
