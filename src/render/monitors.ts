import { count, duration } from '../core/lib/text.ts';
import type { MonitorNumbers, MonitorResult } from '../core/model/run-result.ts';

/** The remarks beside a monitor's name. */
export const monitorMarks = ({ blocking }: MonitorResult): readonly string[] => (blocking ? [] : ['does not gate']);

const PAGE = /^https:\/\/go\.postman\.co\/workspace\/[0-9a-f-]{36}\/monitor\/[0-9a-f-]{36}$/i;

/** The monitor's page in Postman; undefined for any other address. */
export const linkOf = ({ link = '' }: MonitorResult): string | undefined => (PAGE.test(link) ? link : undefined);

/** The latency of a run as Postman reports it; empty where Postman reports none. */
export const latencyOf = ({ latencyMs }: MonitorNumbers): string =>
  latencyMs === undefined ? '' : duration(latencyMs);

/** The previous run in short: `success, 12 assertions, 310 ms`; empty for a first run. */
export function beforeWords({ before }: MonitorResult): string {
  if (!before) return '';
  const { status, assertions } = before;
  const failed = assertions.failed > 0 ? `${count(assertions.failed)} of ` : '';
  const result = `${failed}${count(assertions.total)} assertions${failed ? ' failed' : ''}`;
  return [status, result, latencyOf(before)].filter(Boolean).join(', ');
}
