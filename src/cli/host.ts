import { realpathSync } from 'node:fs';
import process from 'node:process';
import { realClock } from '../wiring/clock.ts';
import type { Host } from '../wiring/host.ts';
import { LiveLines } from './live-lines.ts';
import { cliLog } from './log.ts';

/** The laptop or the CI. */
export const hostOf = (cwd: string): Host => ({
  cwd,
  env: process.env,
  log: cliLog,
  entry: realpathSync(process.argv[1] ?? ''),
  ...liveOf(process.stderr),
});

/** Lines that are redrawn, where somebody watches. */
const liveOf = (stream: NodeJS.WriteStream): Pick<Host, 'live'> =>
  stream.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI
    ? { live: new LiveLines(stream, realClock) }
    : {};
