import { describe, expect, it } from '@jest/globals';
import type { CiFacts, Env } from '../../../../src/cli/ci/facts.ts';
import { autoCommand, readCi } from '../../../../src/cli/ci/read-ci.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

const gitlab: Env = {
  GITLAB_CI: 'true',
  CI_PROJECT_PATH: 'acme/team/shop',
  CI_PROJECT_URL: 'https://gitlab.example.com/acme/team/shop',
  CI_COMMIT_SHA: COMMIT,
  CI_DEFAULT_BRANCH: 'trunk',
  CI_JOB_URL: 'https://gitlab.example.com/acme/team/shop/-/jobs/7',
};
const azure: Env = {
  TF_BUILD: 'True',
  BUILD_REPOSITORY_PROVIDER: 'TfsGit',
  BUILD_REPOSITORY_NAME: 'shop',
  BUILD_REPOSITORY_URI: 'https://dev.azure.com/acme/Web%20Shop/_git/shop',
  BUILD_SOURCEVERSION: COMMIT,
  SYSTEM_COLLECTIONURI: 'https://dev.azure.com/acme/',
  SYSTEM_TEAMPROJECT: 'Web Shop',
  BUILD_BUILDID: '42',
};
const jenkins: Env = {
  JENKINS_URL: 'https://ci.example.com/',
  BUILD_URL: 'https://ci.example.com/job/shop/7/',
  GIT_COMMIT: COMMIT,
};
const circleci: Env = {
  CIRCLECI: 'true',
  CIRCLE_PROJECT_USERNAME: 'acme',
  CIRCLE_PROJECT_REPONAME: 'shop',
  CIRCLE_SHA1: COMMIT,
  CIRCLE_BUILD_URL: 'https://circleci.com/gh/acme/shop/7',
};
const bitbucket: Env = { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_REPO_FULL_NAME: 'acme/shop', BITBUCKET_COMMIT: COMMIT };

describe("the CI's data about a run", () => {
  it.each<[string, Env, Partial<CiFacts>]>([
    [
      'GitLab, on a branch',
      { ...gitlab, CI_COMMIT_BRANCH: 'trunk' },
      {
        name: 'GitLab',
        repository: 'acme/team/shop',
        commit: COMMIT,
        branch: 'trunk',
        isDefaultBranch: true,
        mergeRequest: undefined,
        runUrl: gitlab.CI_JOB_URL,
        sources: {
          file: `https://gitlab.example.com/acme/team/shop/-/blob/${COMMIT}/{path}`,
          line: `https://gitlab.example.com/acme/team/shop/-/blob/${COMMIT}/{path}#L{line}`,
        },
      },
    ],
    [
      'GitLab, on a merge request of a fork',
      {
        ...gitlab,
        CI_MERGE_REQUEST_IID: '12',
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'feature',
        CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2',
        CI_MERGE_REQUEST_PROJECT_ID: '1',
      },
      {
        branch: 'feature',
        isDefaultBranch: false,
        isFork: true,
        mergeRequest: { number: 12, url: 'https://gitlab.example.com/acme/team/shop/-/merge_requests/12' },
      },
    ],
    [
      'Azure Pipelines, on a pull request',
      { ...azure, SYSTEM_PULLREQUEST_PULLREQUESTID: '5', SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/feature/a' },
      {
        name: 'Azure Pipelines',
        repository: 'Web Shop/shop',
        branch: 'feature/a',
        isFork: false,
        mergeRequest: { number: 5, url: 'https://dev.azure.com/acme/Web%20Shop/_git/shop/pullrequest/5' },
        runUrl: 'https://dev.azure.com/acme/Web%20Shop/_build/results?buildId=42',
      },
    ],
    [
      'Azure Pipelines, on a branch',
      { ...azure, BUILD_SOURCEBRANCH: 'refs/heads/main' },
      { branch: 'main', mergeRequest: undefined },
    ],
    [
      'Jenkins, on a pull request',
      {
        ...jenkins,
        CHANGE_ID: '3',
        CHANGE_URL: 'https://github.com/acme/shop/pull/3',
        CHANGE_BRANCH: 'feature',
        BRANCH_NAME: 'PR-3',
      },
      {
        name: 'Jenkins',
        branch: 'feature',
        mergeRequest: { number: 3, url: 'https://github.com/acme/shop/pull/3' },
        isFork: false,
      },
    ],
    [
      'Jenkins, on the primary branch',
      { ...jenkins, BRANCH_NAME: 'trunk', BRANCH_IS_PRIMARY: 'true' },
      { branch: 'trunk', isDefaultBranch: true },
    ],
    [
      'CircleCI, for a fork',
      {
        ...circleci,
        CIRCLE_BRANCH: 'pull/9',
        CIRCLE_PR_NUMBER: '9',
        CIRCLE_PR_REPONAME: 'shop',
        CIRCLE_PULL_REQUEST: 'https://github.com/acme/shop/pull/9',
      },
      {
        name: 'CircleCI',
        repository: 'acme/shop',
        isFork: true,
        mergeRequest: { number: 9, url: 'https://github.com/acme/shop/pull/9' },
      },
    ],
    [
      'CircleCI, on a branch',
      { ...circleci, CIRCLE_BRANCH: 'main' },
      { branch: 'main', mergeRequest: undefined, isFork: false },
    ],
    [
      'Bitbucket, on a pull request',
      { ...bitbucket, BITBUCKET_BRANCH: 'feature', BITBUCKET_PR_ID: '4' },
      {
        name: 'Bitbucket',
        mergeRequest: { number: 4, url: 'https://bitbucket.org/acme/shop/pull-requests/4' },
        runUrl: 'https://bitbucket.org/acme/shop/pipelines/results/7',
      },
    ],
  ])('is read on %s', (_, env, facts) => {
    expect(readCi(env)).toMatchObject(facts);
  });

  it('is missing on a laptop and on an unknown CI', () => {
    expect(readCi({ HOME: '/home/ada' })).toBeUndefined();
    expect(readCi({ CI: 'true' })).toBeUndefined();
  });

  it('has no merge request with an invalid number', () => {
    expect(readCi({ ...gitlab, CI_MERGE_REQUEST_IID: '1/../2' })?.mergeRequest).toBeUndefined();
  });
});

describe('what auto means on a CI', () => {
  const on = (facts: Partial<CiFacts>, defaultBranch?: string) => autoCommand({ name: 'x', ...facts }, defaultBranch);

  it.each<[string, string, 'plan' | 'apply']>([
    ['a merge request', on({ branch: 'main', mergeRequest: { number: 1 } }, 'main'), 'plan'],
    ['the default branch that the CI names', on({ branch: 'trunk', isDefaultBranch: true }), 'apply'],
    ['another branch, whatever its name', on({ branch: 'main', isDefaultBranch: false }), 'plan'],
    ['the default branch that the clone knows', on({ branch: 'trunk' }, 'trunk'), 'apply'],
    ['another branch than the clone knows', on({ branch: 'main' }, 'trunk'), 'plan'],
    ['main, where nobody knows the default branch', on({ branch: 'main' }), 'apply'],
    ['a feature branch, where nobody knows', on({ branch: 'feature' }), 'plan'],
    ['a tag', on({}), 'plan'],
  ])('is for %s: %s', (_, command, expected) => {
    expect(command).toBe(expected);
  });
});
