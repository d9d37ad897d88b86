import { harmless, shorten, visible } from '../render/escape.ts';
import { countdownLine, waitLine } from '../render/format.ts';
import { painted } from '../render/text/ansi.ts';
import type { Log } from '../sync/ports.ts';
import { styleOf } from './style.ts';

/** Writes to stderr, so that stdout holds only the result. Hostile texts cannot control the terminal or a CI runner. */
export const cliLog: Log = {
  line: (text) => say(text),
  notice: (text) => say(`Notice: ${text}`),
  warning: (text) => say(`Warning: ${text}`),
  waiting,
  progress,
  group: (title, lines) => {
    const style = styleOf(process.stderr);
    process.stderr.write(`${painted(title, style)}\n`);
    for (const line of lines) say(`  ${line}`);
  },
};

/** The log with `--quiet`: writes nothing. */
export const silentLog: Log = {
  line: () => {},
  notice: () => {},
  warning: () => {},
  waiting: () => () => {},
  group: () => {},
};

const say = (text: string): void => {
  process.stderr.write(`${harmless(text)}\n`);
};

/** Shows a text on the last line of a terminal, in place of the former text; without a text, clears the line. */
function progress(text: string | undefined): void {
  if (process.stderr.isTTY !== true || process.env.CI) return;
  const width = Math.max((process.stderr.columns ?? 80) - 1, 20);
  process.stderr.write(`\r\u001b[2K${text === undefined ? '' : shorten(visible(text), width)}`);
}

const SECOND_MS = 1_000;

/** Logs a wait. On a terminal, a countdown follows, which the returned function removes. */
function waiting(why: string, untilMs: number): () => void {
  say(waitLine(why, untilMs));
  if (process.stderr.isTTY !== true) return () => {};
  const tick = () => process.stderr.write(`\r\u001b[2K${visible(countdownLine(why, untilMs - Date.now()))}`);
  const timer = setInterval(tick, SECOND_MS);
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\u001b[2K');
  };
}
