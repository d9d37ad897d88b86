import * as core from '@actions/core';
import { harmless } from '../render/escape.ts';
import { waitLine } from '../render/format.ts';
import { painted } from '../render/text/ansi.ts';
import type { Log } from '../sync/ports.ts';

const COLOURED = { color: true } as const;

/** The job's log. Texts from collections, servers and files cannot send commands to the runner through it. */
export const actionLog: Log = {
  line: (text) => core.info(byLine(text, harmless)),
  notice: (text) => core.notice(harmless(text)),
  warning: (text) => core.warning(harmless(text)),
  waiting: (why, untilMs) => {
    core.info(waitLine(why, untilMs));
    return () => {};
  },
  group: (title, lines) => {
    if (lines.length === 0) return core.info(painted(title, COLOURED));
    core.startGroup(painted(title, COLOURED));
    for (const entry of lines) core.info(byLine(entry, (line) => painted(line, COLOURED)));
    core.endGroup();
  },
};

/** Changes a text line by line. */
const byLine = (text: string, change: (line: string) => string): string =>
  text
    .split(/\r\n|\n/)
    .map(change)
    .join('\n');
