import * as core from '@actions/core';
import { harmless } from '../render/escape.ts';
import { waitLine } from '../render/waiting.ts';
import type { Log } from '../sync/ports.ts';

/** The job's log. No line of a collection, a server or a file can speak to the runner through it. */
export const actionLog: Log = {
  line: (text) => core.info(harmlessLines(text)),
  notice: (text) => core.notice(harmless(text)),
  warning: (text) => core.warning(harmless(text)),
  waiting: (why, untilMs) => {
    core.info(waitLine(why, untilMs));
    return () => {};
  },
  group: (title, lines) => {
    core.startGroup(harmless(title));
    for (const line of lines) core.info(harmlessLines(line));
    core.endGroup();
  },
};

/** A text of several lines, each of them harmless. */
export const harmlessLines = (text: string): string =>
  text
    .split(/\r\n|\n/)
    .map(harmless)
    .join('\n');
