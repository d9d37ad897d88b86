import { realpathSync } from 'node:fs';
import process from 'node:process';
import type { Style } from '../render/text.ts';
import type { Host } from '../wiring/host.ts';
import { realClock } from '../wiring/clock.ts';
import { LiveLines } from './live-lines.ts';
import { cliLog } from './log.ts';

/** The laptop or the CI. */
export const hostOf = (cwd: string): Host => ({
  cwd,
  env: process.env,
  log: cliLog,
  entry: realpathSync(process.argv[1] ?? ''),
  ...(process.stderr.isTTY === true && !process.env.CI ? { live: new LiveLines(process.stderr, realClock) } : {}),
});

/** Colours for terminals alone. */
export const styleOf = (stream: NodeJS.WriteStream): Style => ({
  color: stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  ...(stream.columns ? { width: stream.columns } : {}),
});

/** The first signal ends the run with its reports; a second one ends the process. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)));
  return stop.signal;
}
