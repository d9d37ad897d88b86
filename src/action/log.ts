import * as core from '@actions/core';
import { harmless } from '../render/escape.ts';
import { ansiOf } from '../render/text/ansi.ts';
import { waitLine } from '../render/waiting.ts';
import type { Log } from '../sync/ports.ts';

/** The job's log. Text from collections, servers and files cannot send commands to the runner through it. */
export const actionLog: Log = {
  line: (text) => core.info(harmlessLines(text)),
  notice: (text) => core.notice(harmless(text)),
  warning: (text) => core.warning(harmless(text)),
  waiting: (why, untilMs) => {
    core.info(waitLine(why, untilMs));
    return () => {};
  },
  group: (title, lines) => {
    if (lines.length === 0) return core.info(painted(title));
    core.startGroup(painted(title));
    for (const line of lines)
      core.info(
        line
          .split(/\r\n|\n/)
          .map(painted)
          .join('\n'),
      );
    core.endGroup();
  },
};

const ansi = ansiOf({ color: true });

/** The log shows colours; they come after a foreign text has lost its own. */
function painted(line: string): string {
  const safe = harmless(line);
  if (safe.startsWith('✗')) return ansi.bad(safe);
  if (safe.startsWith('!')) return ansi.warn(safe);
  return safe.startsWith('✓') ? ansi.good('✓') + safe.slice(1) : safe;
}

/** A text of several lines, escaped line by line. */
export const harmlessLines = (text: string): string =>
  text
    .split(/\r\n|\n/)
    .map(harmless)
    .join('\n');
