import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { RunOptions } from '../../../../../src/core/model/run-result.ts';
import { newmanOptions } from '../../../../../src/run/child/newman/newman-options.ts';
import type { Job } from '../../../../../src/run/protocol.ts';

const least: RunOptions = {
  ...{ folder: [], bail: false, delayRequestMs: 0, insecure: false, ignoreRedirects: false, workingDir: 'files' },
};

const optionsOf = (options: RunOptions) => newmanOptions({ collection: { item: [] }, options } as unknown as Job);

describe('the options for Newman', () => {
  it('read no file outside of the working folder, and start no reporter', async () => {
    expect(await optionsOf(least)).toEqual({
      ...{ collection: { item: [] }, insecureFileRead: false, reporters: [] },
      ...{ delayRequest: 0, insecure: false, ignoreRedirects: false, workingDir: resolve('files') },
    });
  });

  it.each([
    [true, true],
    ['folder', ['folder']],
    ['folder,failure', ['folder', 'failure']],
  ] as const)('name the modifiers of bail: %s', async (bail, expected) => {
    expect((await optionsOf({ ...least, bail })).bail).toEqual(expected);
  });

  it("have Newman's names", async () => {
    const times = { delayRequestMs: 1, timeoutMs: 2, timeoutRequestMs: 3, timeoutScriptMs: 4, iterationCount: 5 };
    const paths = ['cookieJar', 'sslClientCert', 'sslClientKey', 'sslClientPassphrase', 'sslExtraCaCerts'];
    const others = ['sslClientCertList', 'exportEnvironment', 'exportGlobals', 'exportCollection', 'exportCookieJar'];
    const texts = Object.fromEntries([...paths, ...others].map((name) => [name, `${name}.x`]));
    expect(await optionsOf({ ...least, ...times, ...texts, folder: ['A'], insecure: true })).toMatchObject({
      ...{ delayRequest: 1, timeout: 2, timeoutRequest: 3, timeoutScript: 4, iterationCount: 5 },
      ...{ folder: ['A'], insecure: true },
      ...texts,
    });
  });
});
