import type { EmulatorContext } from './context.ts';
import type { JournalEntry } from './journal.ts';
import { monthState } from './quota.ts';
import type { Reply } from './send-reply.ts';

const header = (reply: Reply, names: readonly string[]): string | undefined =>
  names.map((name) => reply.headers[name]).find((value) => value !== undefined);

const windowText = (reply: Reply): string => {
  const remaining = header(reply, ['X-RateLimit-Remaining', 'RateLimit-Remaining']);
  return remaining === undefined ? '' : ` · ${remaining} left in the window`;
};

/** A log line for a request: time, call, outcome, duration, remaining limits. No keys, no bodies. */
export const logLine = (emulator: EmulatorContext, entry: JournalEntry, reply: Reply): string => {
  // Encoded, because a line feed or terminal escape in it could forge log lines.
  const query = new URLSearchParams(entry.query).toString();
  const target = query === '' ? entry.path : `${entry.path}?${query}`;
  const time = new Date(entry.at).toISOString().slice(11, 19);
  const month = monthState(emulator.store, emulator.profile, emulator.now());
  const limits = entry.status === 401 ? '' : `${windowText(reply)} · ${month.remaining} left this month`;
  const fault = entry.fault === null ? '' : ` · fault "${entry.fault}"`;
  return `${time} ${entry.method} ${target} → ${entry.status ?? 'no answer'} (${entry.durationMs} ms)${limits}${fault}`;
};
