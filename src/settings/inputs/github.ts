import type { InputRow } from './input-spec.ts';

/** Pull requests on GitHub. */
export const githubInputs: readonly InputRow[] = [
  {
    name: 'comment',
    type: 'choice',
    values: ['auto', 'always', 'never'],
    default: 'auto',
    help: 'The pull-request comment: `auto` (on pull requests, where the token may), `always` or `never`.',
  },
  {
    name: 'check-run',
    type: 'flag',
    default: 'false',
    help: 'Also publish a check run with line annotations.',
  },
  {
    name: 'upload-artifact',
    type: 'choice',
    values: ['auto', 'always', 'never'],
    default: 'auto',
    help: 'On GitHub, keep `report-dir` as an artifact of the run: `auto` (when something failed or a backup was written), `always` or `never`.',
  },
  {
    name: 'github-token',
    type: 'secret',
    inFile: false,
    expression: 'github.token',
    help: 'Token for the comment and the check run only.',
  },
  {
    name: 'allow-forks',
    type: 'flag',
    default: 'false',
    inFile: false,
    help: "Run the suites on `pull_request_target`, `workflow_run` and `issue_comment` of a fork's pull request, where secrets are within reach. Only for checkouts that hold no file of the fork.",
  },
  {
    name: 'matrix',
    type: 'text',
    inFile: false,
    expression: 'toJSON(matrix)',
    help: 'Which job of a matrix this is, so that each keeps a comment and a check run of its own. GitHub fills it in.',
  },
];
