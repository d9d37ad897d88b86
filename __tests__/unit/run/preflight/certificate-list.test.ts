import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inspectPath } from '../../../../src/files/inspect-path.ts';
import { checkCertificateList } from '../../../../src/run/preflight/certificate-list.ts';

let folder: string;
let cwd: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-certificates-'));
  cwd = join(folder, 'checkout');
  await mkdir(cwd);
  await writeFile(join(folder, 'server.key'), 'key');
  await writeFile(join(cwd, 'client.pem'), 'certificate');
});
afterEach(() => rm(folder, { recursive: true }));

/** The complaints about a list at that path. */
async function complaints(path: string, list: unknown): Promise<readonly string[]> {
  await writeFile(join(cwd, path), typeof list === 'string' ? list : JSON.stringify(list));
  const found = await checkCertificateList(path, { cwd, inspect: (one, reach) => inspectPath(one, cwd, reach) });
  return found.map(({ message }) => message);
}

const list = (...sources: readonly string[]) =>
  sources.map((src) => ({ matches: ['https://example.com/*'], cert: { src: 'client.pem' }, key: { src } }));

describe('a list of certificates', () => {
  it('may name files of the checkout, which must be there', async () => {
    expect(await complaints('list.json', list('client.pem', 'gone.pem'))).toEqual([
      'ssl-client-cert-list: list.json: the file "gone.pem" cannot be read',
    ]);
  });

  it('that lies in the checkout may name nothing outside of it', async () => {
    const outside = ['../server.key', join(folder, 'server.key')];
    expect(await complaints('list.json', list(...outside))).toEqual(
      outside.map((path) => `ssl-client-cert-list: list.json: "${path}" leads out of the checkout`),
    );
    expect(await complaints('../list.json', list('../server.key'))).toEqual([]);
  });

  it.each([
    ['{', 'is not valid JSON'],
    ['{}', 'holds no list'],
  ])('is refused where it is %s', async (text, reason) => {
    expect(await complaints('list.json', text)).toEqual([`ssl-client-cert-list: "list.json" ${reason}`]);
  });
});
