import http from 'node:http';
import https from 'node:https';
import { duration } from '../../core/lib/text.ts';
import type { Clock, Log } from '../../sync/ports.ts';
import { safeUrl } from '../suite-secrets.ts';

/** Between two tries, and longest for one, in milliseconds. */
const PAUSE_MS = 500;
const TRY_MS = 5000;

/** From this status on, the API does not count as answering. */
const SERVER_ERROR = 500;

/** What to wait for, and how. */
export interface WaitForOptions {
  readonly urls: readonly string[];
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

/** Waits until every URL answers below 500; the sentence for the user when one does not in time, else undefined. */
export async function waitFor({ urls, timeoutMs, clock, log, signal }: WaitForOptions): Promise<string | undefined> {
  const until = clock.now() + timeoutMs;
  const reasons = await Promise.all(urls.map((url) => answers(url, { until, clock, log, signal })));
  const index = reasons.findIndex((reason) => reason !== undefined);
  if (index === -1) return undefined;
  if (signal?.aborted) return 'The run was stopped from outside before the API under test answered.';
  return `${safeUrl(urls[index] ?? '')} did not answer within ${duration(timeoutMs)}: ${reasons[index]}. Start the API, or raise \`wait-for-timeout\`.`;
}

type Patience = Pick<WaitForOptions, 'clock' | 'log' | 'signal'> & { readonly until: number };

/** The last error, or undefined as soon as the URL answers. */
async function answers(url: string, { until, clock, log, signal }: Patience): Promise<string | undefined> {
  let told = false;
  for (;;) {
    const reason = await attempt(url, { limitMs: Math.min(TRY_MS, until - clock.now()), signal });
    if (reason === undefined) return undefined;
    if (!told) log.line(`Waiting for ${safeUrl(url)} (${reason})`);
    told = true;
    await clock.sleep(Math.max(0, Math.min(PAUSE_MS, until - clock.now())), signal).catch(() => undefined);
    if (signal?.aborted || clock.now() >= until) return reason;
  }
}

/** One GET; why it does not count as an answer, or undefined when it does. */
function attempt(
  url: string,
  { limitMs, signal }: { readonly limitMs: number; readonly signal: AbortSignal | undefined },
): Promise<string | undefined> {
  const limit = AbortSignal.timeout(Math.max(limitMs, 1));
  const options = {
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    // Nothing but the status is looked at: whether to trust the certificate is for the suites to decide.
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

/** The code is what people search for; a host with several addresses has one for each. */
const reasonOf = ({ message, code, errors }: NodeJS.ErrnoException & { readonly errors?: readonly Error[] }): string =>
  code ?? errors?.[0]?.message ?? message;
