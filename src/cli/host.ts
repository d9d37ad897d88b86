import { realpathSync } from 'node:fs';
import process from 'node:process';
import { realClock } from '../wiring/clock.ts';
import type { Host } from '../wiring/host.ts';
import { LiveLines } from './live-lines.ts';
import { cliLog } from './log.ts';

/** The host of the command line, on a developer's machine or a CI. */
export const hostOf = (cwd: string): Host => ({
  cwd,
  env: process.env,
  log: cliLog,
  entry: realpathSync(process.argv[1] ?? ''),
  ...liveOf(process.stderr),
});

/** The live display of suites; only on a terminal. */
const liveOf = (stream: NodeJS.WriteStream): Pick<Host, 'live'> =>
  stream.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI
    ? { live: new LiveLines(stream, realClock) }
    : {};
