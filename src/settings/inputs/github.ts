import type { InputRow } from './input-spec.ts';

/** What is published on GitHub, and runs for pull requests of forks. */
export const githubInputs = [
  {
    name: 'comment',
    type: 'choice',
    values: ['auto', 'always', 'never'],
    default: 'auto',
    help: 'The pull-request comment: `auto` (on pull requests, if the token may write one), `always` or `never`.',
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
    help: "Run the suites on `pull_request_target`, `workflow_run` and `issue_comment` of a fork's pull request. These events expose secrets: set it only if no file of the fork is checked out.",
  },
  {
    name: 'matrix',
    type: 'text',
    inFile: false,
    expression: 'toJSON(matrix)',
    help: 'Values of the matrix job, so that each job keeps its own comment and check run. GitHub fills it in.',
  },
] as const satisfies readonly InputRow[];
