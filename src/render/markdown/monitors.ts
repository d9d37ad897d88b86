import type { MonitorResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { html, markdown, shorten } from '../escape.ts';
import { beforeWords, latencyOf, linkOf, monitorMarks } from '../monitors.ts';
import { LONGEST_NAME, tally } from './suites.ts';
import type { Block } from './truncate.ts';

/** The monitors as a table, failed ones first; empty without monitors. */
export function monitorBlocks({ monitors }: Report): readonly Block[] {
  if (monitors.length === 0) return [];
  return [
    '### Monitors\n\n| | Monitor | Status | Requests | Assertions | Latency | Run before |\n| :-: | :-- | :-- | --: | --: | --: | :-- |',
    ...[...monitors].sort((a, b) => Number(a.passed) - Number(b.passed)).map((monitor) => monitorRow(monitor)),
    '',
  ];
}

function monitorRow(monitor: MonitorResult): string {
  const { status, message } = monitor;
  const short = (text: string): string => markdown(shorten(text, LONGEST_NAME));
  const cells = [
    markOf(monitor),
    [monitorName(monitor), ...monitorMarks(monitor)].join(' · '),
    [status, ...(message ? [message] : [])].map(short).join('<br>'),
    tally(monitor.requests),
    tally(monitor.assertions),
    latencyOf(monitor) || '–',
    short(beforeWords(monitor)) || '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

function markOf({ passed, blocking }: MonitorResult): string {
  if (passed) return '✅';
  return blocking ? '❌' : '⚠️';
}

function monitorName(monitor: MonitorResult): string {
  const shown = `<b>${markdown(shorten(monitor.name, LONGEST_NAME))}</b>`;
  const link = linkOf(monitor);
  return link === undefined ? shown : `<a href="${html(link)}">${shown}</a>`;
}
