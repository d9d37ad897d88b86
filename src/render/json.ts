import type { Report } from '../core/report/report.ts';

/** The whole report as JSON (`report.json`), with its version. Dates are ISO 8601 in UTC. Ends with a line feed. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
