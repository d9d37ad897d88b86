import type { InputRow } from './input-spec.ts';

/** The reports that postman-sync writes itself. */
export const REPORT_FORMATS = ['json', 'html', 'junit', 'ctrf', 'gitlab-codequality', 'dotenv'] as const;

/** One of {@link REPORT_FORMATS}. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Files that a run writes. */
export const reportsInputs = [
  {
    name: 'reporters',
    type: 'list',
    default: 'junit,json,html',
    help: `Files written to \`report-dir\`: ${REPORT_FORMATS.map((format) => `\`${format}\``).join(', ')}. \`cli\` adds nothing: the log is always shown. Any other name is an external Newman reporter from \`node_modules\` in the working directory; \`newman-json\` is Newman's own \`json\`.`,
    example: ['junit', 'json', 'html', 'ctrf'],
  },
  {
    name: 'reporter-options',
    type: 'pairs',
    help: 'Options of external reporters, one `reporter.option=value` per line: `htmlextra.title=Orders`.',
    example: { 'htmlextra.title': 'Orders' },
  },
  {
    name: 'report-dir',
    type: 'text',
    default: 'postman-report',
    help: 'Folder that reports and backups are written to.',
    example: 'postman-report',
  },
  {
    name: 'reports',
    type: 'list',
    inFile: false,
    help: 'For `merge-reports`: report folders of the shards, or folders that contain them.',
  },
] as const satisfies readonly InputRow[];
