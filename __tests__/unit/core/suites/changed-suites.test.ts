import { describe, expect, it } from '@jest/globals';
import type { SourceFile } from '../../../../src/core/model/resource.ts';
import type { RunOptions } from '../../../../src/core/model/run-result.ts';
import type { Suite } from '../../../../src/core/model/suite.ts';
import { selectChanged } from '../../../../src/core/suites/changed-suites.ts';

const file = (path: string, content = {}): SourceFile => ({
  path,
  content,
  bytes: 1,
  locate: () => ({ line: 1, column: 1 }),
});

const options: RunOptions = {
  folder: [],
  bail: false,
  delayRequestMs: 0,
  insecure: false,
  ignoreRedirects: false,
  workingDir: 'data',
};

const suite = (name: string, more: Partial<Suite> = {}): Suite => ({
  name,
  collection: file(`${name}.json`),
  variables: new Map(),
  globalVariables: new Map(),
  options,
  retries: 0,
  blocking: true,
  thresholds: {},
  ...more,
});

const upload = {
  item: [{ item: [{ request: { body: { formdata: [{ src: './logo.png' }, { src: '{{file}}' }] } } }] }],
};

const suites = [
  suite('orders', { environment: { name: 'Staging', file: file('env/staging.json') }, paths: ['src/orders/**'] }),
  suite('cart', { options: { ...options, iterationData: './rows/cart.csv', sslClientCert: 'certs/a.pem' } }),
  suite('tree', {
    collection: file('postman/tree', upload),
    options: { ...options, sslClientCertList: 'certs/list.json' },
  }),
];

const selected = (...paths: readonly string[]) =>
  selectChanged(suites, { paths, shared: ['postman-sync.yaml', 'globals.json'] }).suites.map(({ name }) => name);

describe('suites that a change touches', () => {
  it.each([
    ['their collection', 'orders.json', ['orders']],
    ['their environment', 'env/staging.json', ['orders']],
    ['their data', 'rows/cart.csv', ['cart']],
    ['their certificate', 'certs/a.pem', ['cart']],
    ['their list of certificates', 'certs/list.json', ['tree']],
    ['a file of their YAML collection', 'postman/tree/folder/a.request.yaml', ['tree']],
    ['a file that a request uploads', 'data/logo.png', ['tree']],
    ['one of their paths', 'src/orders/deep/a.ts', ['orders']],
    ['nothing of theirs', 'README.md', []],
    ['the configuration', 'postman-sync.yaml', ['orders', 'cart', 'tree']],
    ['the globals', 'globals.json', ['orders', 'cart', 'tree']],
  ])('by %s', (_, path, names) => {
    expect(selected(path)).toEqual(names);
  });

  it('leave the others out by name', () => {
    expect(selectChanged(suites, { paths: ['cart.json'], shared: [] }).leftOut).toEqual(['orders', 'tree']);
  });
});
