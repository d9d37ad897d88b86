import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { runStep, type Step, type StepResult } from './action.ts';
import { programEntry } from './compile.ts';
import { pullRequest, runner } from './events.ts';
import { type GitHubStandIn, REPOSITORY, startGitHub } from './github.ts';
import type { TestServer } from './http-server.ts';
import { collection, startShopApi } from './shop-api.ts';

/** The collection's file in a scene's checkout. */
export const FILE = 'orders.postman_collection.json';

/** A pull request as GitHub's API answers with it. */
export interface Pull {
  readonly number: number;
  readonly head: { readonly sha: string };
}

/** A repository on GitHub with an open pull request, an API to test, and the action to run. */
export interface Scene {
  readonly github: GitHubStandIn;
  readonly pull: Pull;
  readonly shopUrl: string;
  /** Opens a pull request from mallory's fork. */
  openFork(): Promise<Pull>;
  /** Runs the action on the pull request, with one collection that passes. */
  run(parts?: Partial<Step>): Promise<StepResult>;
  /** The same without suites, where only what comes after them matters. */
  runQuickly(parts?: Partial<Step>): Promise<StepResult>;
}

/** Sets the scene before every test of a file and clears it after. */
export function setScene(): Scene {
  let shop: TestServer;
  let github: GitHubStandIn;
  let pull: Pull;
  beforeAll(async () => {
    shop = await startShopApi();
  });
  afterAll(async () => {
    await shop.close();
  });
  beforeEach(async () => {
    github = await startGitHub();
    const body = { title: 'A change', head: 'feature', base: 'main' };
    pull = await github.api('POST', `/repos/${REPOSITORY}/pulls`, { body });
  });
  afterEach(() => github.close());
  const run = (parts: Partial<Step> = {}) =>
    runStep({
      entry: programEntry(),
      event: pullRequest({ number: pull.number, sha: pull.head.sha }),
      files: { [FILE]: collection(`${shop.url}/orders`) },
      ...parts,
      env: { ...runner(github.url), ...parts.env },
      inputs: { 'github-token': github.token, ...parts.inputs },
    });
  return {
    get github() {
      return github;
    },
    get pull() {
      return pull;
    },
    get shopUrl() {
      return shop.url;
    },
    openFork: async () => {
      const as = 'ghp_of-mallory';
      await github.api('POST', `/repos/${REPOSITORY}/forks`, { body: {}, as });
      // A file of the fork's own, so that its head differs from every other one.
      const content = Buffer.from('mine').toString('base64');
      const sha = (await github.api('GET', '/repos/mallory/shop/git/ref/heads/main', { as })).object.sha;
      await github.api('POST', '/repos/mallory/shop/git/refs', { body: { ref: 'refs/heads/patch', sha }, as });
      const put = { message: 'Mine', content, branch: 'patch' };
      await github.api('PUT', '/repos/mallory/shop/contents/mine.txt', { body: put, as });
      const body = { title: 'From a fork', head: 'mallory:patch', base: 'main' };
      return github.api('POST', `/repos/${REPOSITORY}/pulls`, { body, as });
    },
    run,
    runQuickly: (parts = {}) => run({ ...parts, inputs: { run: 'none', ...parts.inputs } }),
  };
}
