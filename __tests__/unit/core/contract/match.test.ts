import { describe, expect, it } from '@jest/globals';
import { Documents } from '../../../../src/core/contract/documents.ts';
import { createRouter } from '../../../../src/core/contract/match.ts';
import { readOperations } from '../../../../src/core/contract/operations.ts';
import type { JsonObject } from '../../../../src/core/lib/json.ts';

const PATHS = [
  '/orders',
  '/orders/{id}',
  '/orders/latest',
  '/orders/{id}/lines/{line}',
  '/files/{name}.json',
  '/{any}/x',
  '/',
];

const document = (more: JsonObject = {}, paths: readonly string[] = PATHS): JsonObject => ({
  openapi: '3.0.0',
  ...more,
  paths: Object.fromEntries(paths.map((path) => [path, { get: { responses: {} } }])),
});

function routerOf(...documents: readonly JsonObject[]) {
  const files = documents.map((value, index) => ({ path: `${index}.yaml`, value, isRoot: true }));
  return createRouter(readOperations(new Documents(files), files));
}

const found = (router: ReturnType<typeof routerOf>, url: string, method = 'GET'): string | undefined =>
  router.find(method, url)?.operation.id;

describe('a request', () => {
  const router = routerOf(document());

  it.each([
    ['http://localhost:3000/orders', 'GET /orders'],
    ['http://localhost:3000/orders/?limit=1', 'GET /orders'],
    ['localhost/orders/7#top', 'GET /orders/{id}'],
    ['http://localhost/orders/latest', 'GET /orders/latest'],
    ['http://localhost/orders/7/lines/a%2Fb', 'GET /orders/{id}/lines/{line}'],
    ['http://localhost/files/report.json', 'GET /files/{name}.json'],
    ['http://localhost/orders/x', 'GET /orders/{id}'],
    ['http://localhost/others/x', 'GET /{any}/x'],
    ['http://localhost/nowhere', undefined],
    ['http://localhost/', 'GET /'],
    ['http://localhost?a=1', 'GET /'],
  ])('to %s belongs to %s', (url, operation) => {
    expect(found(router, url)).toBe(operation);
  });

  it.each([
    ['http://localhost/documents?upload&limit=1', 'GET /documents?upload'],
    ['http://localhost/documents?action=send&limit=1', 'GET /documents?action=send'],
    ['http://localhost/documents?action=draft', 'GET /documents'],
    ['http://localhost/documents', 'GET /documents'],
    ['http://localhost/documents/7?upload', 'GET /documents/{id}'],
  ])('to %s belongs to %s, where paths of the document have a query', (url, operation) => {
    const paths = ['/documents', '/documents?upload', '/documents?action=send', '/documents/{id}'];
    expect(found(routerOf(document({}, paths)), url)).toBe(operation);
  });

  it('of another method belongs to no operation', () => {
    expect(found(router, 'http://localhost/orders', 'DELETE')).toBeUndefined();
  });

  it('gives the values of the path’s templates, decoded', () => {
    const match = router.find('GET', 'http://localhost/orders/7/lines/a%20b');
    expect(match?.parameters).toEqual(
      new Map([
        ['id', '7'],
        ['line', 'a b'],
      ]),
    );
  });
});

describe('the servers of a document', () => {
  it('put a base path before the paths, which another host may lack', () => {
    const router = routerOf(document({ servers: [{ url: 'https://api.example.com/v1/' }] }));
    expect(found(router, 'https://api.example.com/v1/orders/7')).toBe('GET /orders/{id}');
    expect(found(router, 'http://localhost:3000/v1/orders')).toBe('GET /orders');
    expect(found(router, 'http://localhost:3000/orders')).toBe('GET /orders');
    expect(found(router, 'http://localhost:3000/v10/orders')).toBeUndefined();
  });

  it('have variables, which match their listed values, or any value without a list', () => {
    const variables = { stage: { enum: ['v1', 'v2'], default: 'v1' }, host: { default: 'api' } };
    const router = routerOf(document({ servers: [{ url: 'https://{host}.example.com/{stage}', variables }] }));
    expect(found(router, 'https://eu.example.com/v2/orders')).toBe('GET /orders');
    expect(found(router, 'https://eu.example.com/v3/orders')).toBeUndefined();
  });

  it('decide between documents: the host first, then the longer base path', () => {
    const router = routerOf(
      document({ servers: [{ url: 'https://a.example.com' }] }, ['/orders']),
      document({ servers: [{ url: 'https://b.example.com' }, { url: '/b' }] }, ['/orders']),
    );
    expect(found(router, 'https://a.example.com/orders')).toBe('GET /orders (0.yaml)');
    expect(found(router, 'https://b.example.com/orders')).toBe('GET /orders (1.yaml)');
    expect(found(router, 'http://localhost/b/orders')).toBe('GET /orders (1.yaml)');
  });

  it('decide whether a request to another domain belongs to a path of templates only', () => {
    const paths = ['/{code}', '/{code}/stats', '/'];
    const router = routerOf(document({ servers: [{ url: 'https://api.example.com' }] }, paths));
    const based = routerOf(document({ servers: [{ url: 'https://api.example.com/v1' }] }, paths));
    const hostless = routerOf(document({ servers: [{ url: 'https://{host}', variables: {} }] }, paths));
    expect(
      [
        'https://api.example.com/a',
        'http://localhost:3000/a',
        'http://10.0.0.1/a',
        'http://api:3000/a',
        'https://login.example.com/token',
        'https://staging.example.com/a/stats',
        'https://staging.example.com/',
      ].map((url) => found(router, url)),
    ).toEqual([...Array(4).fill('GET /{code}'), undefined, 'GET /{code}/stats', 'GET /']);
    expect(found(based, 'https://staging.example.com/v1/a')).toBe('GET /{code}');
    expect(found(based, 'https://staging.example.com/a')).toBeUndefined();
    for (const other of [hostless, routerOf(document({}, paths))])
      expect(found(other, 'https://staging.example.com/a')).toBe('GET /{code}');
  });

  it.each<[readonly string[], string, boolean]>([
    [['https://api.example.com'], 'https://api.example.com:443/a', true],
    [['https://api.example.com:443'], 'https://api.example.com/a', true],
    [['http://api.example.com'], 'api.example.com:80/a', true],
    [['https://api.example.com'], 'https://api.example.com:8443/a', false],
    [['https://api.example.com:{port}'], 'https://api.example.com:443/a', true],
    [['/', 'https://api.example.com'], 'https://staging.example.com/a', true],
    [['http://localhost:3000'], 'https://staging.example.com/a', true],
    [['http://10.0.0.1', 'http://api:3000'], 'https://staging.example.com/a', true],
    [['http://localhost:3000', 'https://api.example.com'], 'https://staging.example.com/a', false],
    [['http://localhost:3000', 'https://{stage}.example.com'], 'https://staging.example.com/a', true],
  ])('%j allow %s at a path of templates only: %s', (urls, request, isAllowed) => {
    const router = routerOf(document({ servers: urls.map((url) => ({ url })) }, ['/{code}']));
    expect(found(router, request)).toBe(isAllowed ? 'GET /{code}' : undefined);
  });

  it('of a path or an operation take the place of the document’s', () => {
    const paths = { '/orders': { servers: [{ url: '/special' }], get: { responses: {} } } };
    const router = routerOf({ openapi: '3.0.0', servers: [{ url: '/v1' }], paths });
    const both = {
      '/orders': {
        get: { servers: [{ url: '/a' }], responses: {} },
        put: { servers: [{ url: '/b' }], responses: {} },
      },
    };
    const mixed = routerOf({ openapi: '3.0.0', paths: both });
    const calls = ['GET /a', 'PUT /a', 'GET /b', 'PUT /b'].map((call) => call.split(' '));
    expect(calls.map(([method, base]) => found(mixed, `http://localhost${base}/orders`, method))).toEqual([
      'GET /orders',
      undefined,
      undefined,
      'PUT /orders',
    ]);
    expect(found(router, 'http://localhost/special/orders')).toBe('GET /orders');
    expect(found(router, 'http://localhost/v1/orders')).toBeUndefined();
  });
});
