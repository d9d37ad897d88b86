import type { MonitorResult } from '../../core/model/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { html, markdown, shorten } from '../escape.ts';
import { beforeWords, latencyOf, linkOf, monitorMarks } from '../monitors.ts';
import { LONGEST_NAME, tally } from './suites.ts';
import type { Block } from './truncate.ts';

/** The monitors as a table, messages below. */
export function monitorBlocks({ monitors }: Report): readonly Block[] {
  if (monitors.length === 0) return [];
  return [
    '### Monitors\n\n| | Monitor | Status | Requests | Assertions | Latency | Run before |\n| :-: | :-- | :-- | --: | --: | --: | :-- |',
    ...[...monitors].sort((a, b) => Number(a.passed) - Number(b.passed)).map((monitor) => monitorRow(monitor)),
    '',
  ];
}

const monitorRow = (monitor: MonitorResult): string =>
  `| ${[
    monitor.passed ? '✅' : monitor.blocking ? '❌' : '⚠️',
    [monitorName(monitor), ...monitorMarks(monitor)].join(' · '),
    [monitor.status, ...(monitor.message ? [monitor.message] : [])]
      .map((text) => markdown(shorten(text, LONGEST_NAME)))
      .join('<br>'),
    tally(monitor.requests),
    tally(monitor.assertions),
    latencyOf(monitor) || '–',
    markdown(shorten(beforeWords(monitor), LONGEST_NAME)) || '–',
  ].join(' | ')} |`;

function monitorName(monitor: MonitorResult): string {
  const shown = `<b>${markdown(shorten(monitor.name, LONGEST_NAME))}</b>`;
  const link = linkOf(monitor);
  return link === undefined ? shown : `<a href="${html(link)}">${shown}</a>`;
}
