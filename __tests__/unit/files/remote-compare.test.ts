import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '../../../src/core/model/secret.ts';
import { createCompareRemote } from '../../../src/files/remote-compare.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';

let server: TestServer | undefined;

afterEach(() => server?.close());

async function compare(answer: unknown, folder = '', status = 200): Promise<readonly string[] | undefined> {
  server = await startServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  const repository = { apiUrl: server.url, name: 'acme/shop', token: new Secret('token'), folder, fetch };
  return createCompareRemote(repository, 'abc')('origin/main');
}

describe('the comparison on GitHub', () => {
  it('lists the files between the merge base and the commit, with both names of a renamed file', async () => {
    const files = [{ filename: 'a/b.json' }, { filename: 'a/new.json', previous_filename: 'old.json' }];
    expect(await compare({ files }, 'a')).toEqual(['b.json', 'new.json', '../old.json']);
    expect(server?.requests[0]?.url).toBe('/repos/acme/shop/compare/main...abc?per_page=1');
  });

  it('is complete with 299 files, one less than GitHub lists', async () => {
    const files = Array.from({ length: 299 }, (_, at) => ({ filename: `${at}.json` }));
    expect(await compare({ files })).toHaveLength(299);
  });

  it.each([
    ['refused', {}, 404],
    ['of another shape', { files: 'many' }, 200],
    ['cut off at 300 files', { files: Array.from({ length: 300 }, () => ({ filename: 'x' })) }, 200],
  ])('is unknown where the answer is %s', async (_, answer, status) => {
    expect(await compare(answer, '', status)).toBeUndefined();
  });
});
