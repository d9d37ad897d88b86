import type { Report } from '../core/report/report.ts';

/** The whole report as JSON (`report.json`): versioned, complete, ends with a line feed. Moments are ISO 8601 in UTC. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
