import type { ItemFailure, ItemRecord } from '../protocol.ts';

/** From this status on, a response that no assertion checks is a failure. */
const SERVER_ERROR = 500;

/** Numbers that show whether a run tested anything. */
export interface Totals {
  readonly requests: number;
  /** Without skipped ones. */
  readonly assertions: number;
}

/** The failure message of a run without requests or without assertions; undefined for other runs. */
export function nothingTested({ requests, assertions }: Totals): string | undefined {
  if (requests === 0) return 'Nothing was requested: the suite has no request to run. Add requests, or check `folder`.';
  if (assertions === 0) return 'Nothing was asserted: no script ran a pm.test. Add tests, or set `strict: false`.';
  return undefined;
}

/** The failure of a request that was answered with 500 or more, where no assertion read status or body. */
export function uncheckedServerError({
  sent,
  assertions,
  looked,
}: Pick<ItemRecord, 'sent' | 'assertions' | 'looked'>): ItemFailure | undefined {
  const answer = sent.filter(({ byScript }) => !byScript).at(-1);
  if (answer?.code === undefined || answer.code < SERVER_ERROR) return undefined;
  if (looked && assertions.some(({ status }) => status !== 'skipped')) return undefined;
  const message = `Answered ${answer.code}, and no assertion checked its status or body. Assert the status in a test of this request.`;
  return { kind: 'request', message };
}
