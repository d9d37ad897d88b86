import type { ItemFailure, ItemRecord } from '../protocol.ts';

/** From this status on, an answer that no assertion looked at is no success. */
const SERVER_ERROR = 500;

/** What a whole run came to, as far as "was anything tested?" is concerned. */
export interface Totals {
  readonly requests: number;
  /** Without skipped ones. */
  readonly assertions: number;
}

/** A run in which nothing was requested, or nothing asserted, says nothing: the reason it fails, or undefined. */
export function nothingTested({ requests, assertions }: Totals): string | undefined {
  if (requests === 0) return 'Nothing was requested: the suite has no request to run. Add requests, or check `folder`.';
  if (assertions === 0) return 'Nothing was asserted: no script ran a pm.test. Add tests, or set `strict: false`.';
  return undefined;
}

/** A response of 500 or more to the collection's own request whose assertions read neither its status nor its body. */
export function unseenServerError({
  sent,
  assertions,
  looked,
}: Pick<ItemRecord, 'sent' | 'assertions' | 'looked'>): ItemFailure | undefined {
  const answer = sent.filter(({ byScript }) => !byScript).at(-1);
  if (answer?.code === undefined || answer.code < SERVER_ERROR) return undefined;
  if (looked && assertions.some(({ status }) => status !== 'skipped')) return undefined;
  const message = `Answered ${answer.code}, and no assertion looked at its status or body. Assert the status in a test of this request.`;
  return { kind: 'request', message };
}
