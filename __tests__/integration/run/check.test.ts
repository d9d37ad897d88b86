import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { item, type Kit, OK, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
  await kit.write('data.csv', 'a,b\n1,2\n');
  await kit.write('broken.json', '[{');
  await kit.write('client.pem', 'a certificate');
});
afterAll(() => kit.close());

const folder = { name: 'Smoke', item: [item('Get', 'http://127.0.0.1:9', OK)] };
const place = { path: 'postman-sync.yaml', position: { line: 7, column: 5 } };

describe('the check of suites before anything is sent', () => {
  it('finds nothing wrong with what is there', async () => {
    const options = { folder: ['Smoke'], iterationData: 'data.csv', sslClientCert: 'client.pem' };
    expect(await kit.check([suiteOf([folder], { options })])).toEqual([]);
    expect(kit.requests).toEqual([]);
  });

  it('names everything that is missing or of no use, with its place in the configuration', async () => {
    const options = {
      folder: ['Smokey'],
      iterationData: 'gone.csv',
      sslClientCert: 'client.pem',
      sslClientKey: 'key.pem',
      sslExtraCaCerts: 'ca.pem',
      workingDir: 'data.csv',
    };
    const suites = [
      suiteOf([folder], { options, place }),
      suiteOf([folder], { options: { iterationData: 'broken.json', cookieJar: 'broken.json' } }),
      suiteOf([folder], { options: { cookieJar: 'gone.json' } }),
    ];
    const problems = await kit.check(suites, { reporters: ['acme'] });
    expect(problems.map(({ message, remedy }) => `${message}. ${remedy}`)).toEqual([
      'reporters: "acme" is not installed: there is no "newman-reporter-acme" in the node_modules of the working directory. Run `npm install --save-dev newman-reporter-acme`, or take it out of `reporters`.',
      'folder: Orders.postman_collection.json holds no folder or request named "Smokey". Its folders are "Smoke".',
      'iteration-data: The data file "gone.csv" cannot be read: it does not exist. Check `iteration-data`.',
      'ssl-client-key: the file "key.pem" cannot be read. Correct the path, or remove it.',
      'ssl-extra-ca-certs: the file "ca.pem" cannot be read. Correct the path, or remove it.',
      'working-dir: "data.csv" is no folder. Name the folder that requests upload files from.',
      expect.stringMatching(/^iteration-data: The data file "broken.json" is not valid JSON: .*\. Correct it there\.$/),
      'cookie-jar: "broken.json" holds no cookies as Newman writes them. Make it with `newman run … --export-cookie-jar`.',
      'cookie-jar: the file "gone.json" cannot be read. Correct the path, or remove it.',
    ]);
    expect(problems.filter(({ position }) => position === place.position)).toHaveLength(5);
  });
});
