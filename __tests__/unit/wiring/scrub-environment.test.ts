import { describe, expect, it } from '@jest/globals';
import { scrubEnvironment } from '../../../src/wiring/scrub-environment.ts';

describe('the environment of a process with secrets', () => {
  it('loses confidential variables, and keeps the others', () => {
    const env = {
      'INPUT_POSTMAN-API-KEY': 'a',
      INPUT_COMMAND: 'plan',
      POSTMAN_API_KEY: 'b',
      GITHUB_TOKEN: 'c',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'd',
      ACTIONS_RUNTIME_TOKEN: 'e',
      AWS_ACCESS_KEY_ID: 'f',
      STAGING_PASSWORD: 'g',
      npm_config_authToken: 'h',
      PATH: '/bin',
      PWD: '/work',
      GITHUB_OUTPUT: '/output',
      HTTPS_PROXY: 'http://proxy',
      KEYBOARD: 'us',
    };
    const copy = scrubEnvironment(env, () => {});
    expect(Object.keys(env)).toEqual(['PATH', 'PWD', 'GITHUB_OUTPUT', 'HTTPS_PROXY', 'KEYBOARD']);
    expect(copy.POSTMAN_API_KEY).toBe('b');
  });

  it('loses them even when its memory cannot be overwritten', () => {
    const env = { GITHUB_TOKEN: 'c' };
    scrubEnvironment(env, () => {
      throw new Error('EPERM');
    });
    expect(env).toEqual({});
  });
});
