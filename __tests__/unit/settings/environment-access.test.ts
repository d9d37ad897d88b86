import { describe, expect, it } from '@jest/globals';
import { environmentRefusal } from '../../../src/settings/environment-access.ts';

describe('an environment variable that the configuration names', () => {
  it.each(
    `INPUT_POSTMAN-API-KEY input_github_token ACTIONS_RUNTIME_TOKEN ACTIONS_ID_TOKEN_REQUEST_URL GITHUB_TOKEN GH_TOKEN
    GITHUB_PAT RUNNER_TEMP POSTMAN_API_KEY Postman_Api_Key NODE_AUTH_TOKEN NODE_OPTIONS CI_JOB_TOKEN CI_JOB_JWT_V2
    SYSTEM_ACCESSTOKEN SSH_AUTH_SOCK NPM_TOKEN`.split(/\s+/),
  )('is never read: %s, whatever allow-env says', (name) => {
    for (const allowed of [[], ['*'], [name]]) {
      expect(environmentRefusal(name, allowed)?.reason).toContain('belongs to the runner');
    }
  });

  it.each([
    'AWS_SECRET_ACCESS_KEY',
    'azure_client_secret',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'VAULT_TOKEN',
    'KUBECONFIG',
  ])('is read only when allow-env names it: %s', (name) => {
    expect(environmentRefusal(name, [])?.remedy).toContain('allow-env');
    expect(environmentRefusal(name, ['*'])).toBeDefined();
    expect(environmentRefusal(name, ['STAGING_*'])).toBeDefined();
    expect(environmentRefusal(name, ['*', name.toLowerCase()])).toBeUndefined();
    expect(environmentRefusal(name, [`${name.slice(0, 5)}*`])).toBeUndefined();
  });

  it.each(['STAGING_TOKEN', 'GITHUB_SHA', 'GITHUB_RUN_ID', 'CI_COMMIT_SHA', 'TOKEN'])('is read: %s', (name) => {
    expect(environmentRefusal(name, [])).toBeUndefined();
  });

  it('must match a name or glob of allow-env', () => {
    const allowed = ['STAGING_*', 'API_*_KEY', 'TOKEN'];
    for (const name of ['STAGING_', 'staging_user', 'API_SHOP_KEY', 'TOKEN'])
      expect([name, environmentRefusal(name, allowed)]).toEqual([name, undefined]);
    for (const name of ['PROD_TOKEN', 'API_KEY', 'TOKENS', 'XSTAGING_'])
      expect(environmentRefusal(name, allowed)).toEqual({
        reason: `${name} is not listed in allow-env`,
        remedy: `Add ${name} to allow-env, or use a listed name.`,
      });
  });
});
