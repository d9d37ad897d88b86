import { afterEach, beforeEach } from '@jest/globals';

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'] as const;

/** Runs every test of a file without the proxies of the environment, and restores them afterwards. */
export function withoutProxies(): void {
  const before = VARIABLES.map((name) => [name, process.env[name]] as const);
  beforeEach(() => {
    for (const name of VARIABLES) delete process.env[name];
  });
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}
