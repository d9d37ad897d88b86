import type { InputRow } from './input-spec.ts';

/** Files that a run writes. */
export const reportsInputs: readonly InputRow[] = [
  {
    name: 'reporters',
    type: 'list',
    default: 'junit,json,html',
    help: "Files written to `report-dir`: `json`, `html`, `junit`, `ctrf`, `gitlab-codequality`, `dotenv`. `cli` adds nothing: the log is always shown. Any other name is an external Newman reporter from `node_modules` in the working directory; `newman-json` is Newman's own `json`.",
  },
  {
    name: 'reporter-options',
    type: 'pairs',
    help: 'Options of external reporters, one `reporter.option=value` per line: `htmlextra.title=Orders`.',
  },
  {
    name: 'report-dir',
    type: 'text',
    default: 'postman-report',
    help: 'Folder that reports and backups are written to.',
  },
  {
    name: 'reports',
    type: 'list',
    inFile: false,
    help: 'For `merge-reports`: report folders of the shards, or folders that contain them.',
  },
];
