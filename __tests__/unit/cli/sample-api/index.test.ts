import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SampleApi, startSampleApi } from '../../../../src/cli/sample-api/index.ts';

let api: SampleApi;
let token: string;
beforeAll(async () => {
  api = await startSampleApi();
  token = await tokenOf('ada@example.com');
});
afterAll(() => api.close());

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: Body;
}

/** All that an answer of this API may hold; each test looks only at what its own request gives. */
interface Body {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  readonly status: string;
  readonly note: string | null;
  readonly total: number;
  readonly items: readonly { readonly id: string; readonly sku: string; readonly category: string }[];
  readonly error: { readonly fields: readonly { readonly field: string }[] };
}

async function call(method: string, path: string, options: { body?: unknown; token?: string } = {}): Promise<Answer> {
  const response = await fetch(api.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(options.token && { authorization: `Bearer ${options.token}` }) },
    ...(options.body !== undefined && {
      body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body),
    }),
  });
  return { status: response.status, location: response.headers.get('location'), body: (await response.json()) as Body };
}

async function tokenOf(email: string): Promise<string> {
  return (await call('POST', '/login', { body: { email } })).body.token;
}

async function placedOrder(): Promise<string> {
  const { body } = await call('POST', '/orders', { token, body: { lines: [{ sku: 'MUG-01', quantity: 2 }] } });
  return body.id;
}

describe('the sample API', () => {
  it('listens on loopback, on a port of its own', () => {
    expect(api.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('says that it is healthy and answers in JSON', async () => {
    const response = await fetch(`${api.url}/health`);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('answers 404 to a path or a method it does not know', async () => {
    expect((await call('GET', '/nowhere')).status).toBe(404);
    expect((await call('DELETE', '/products')).status).toBe(404);
    expect((await call('GET', '//')).status).toBe(404);
    expect((await call('GET', '/products/%')).status).toBe(404);
  });

  it('answers 400 to a body that is not JSON', async () => {
    expect((await call('POST', '/login', { body: '{"email":' })).status).toBe(400);
  });

  it('rejects when its port is taken', async () => {
    await expect(startSampleApi({ port: Number(new URL(api.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('frees its port on close, open connections notwithstanding', async () => {
    const other = await startSampleApi();
    await fetch(`${other.url}/health`);
    await other.close();
    await expect(fetch(`${other.url}/health`)).rejects.toThrow();
  });
});

describe('signing in', () => {
  it('gives a token to a known customer', async () => {
    const { status, body } = await call('POST', '/login', { body: { email: 'ada@example.com' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ customer: 'ada@example.com', tokenType: 'Bearer', token: expect.any(String) });
  });

  it('refuses a stranger with 401 and a missing address with 422', async () => {
    expect((await call('POST', '/login', { body: { email: 'eve@example.com' } })).status).toBe(401);
    expect((await call('POST', '/login', { body: {} })).status).toBe(422);
    expect((await call('POST', '/login')).status).toBe(422);
  });

  it('is needed for everything about orders', async () => {
    for (const [method, path] of [
      ['GET', '/orders'],
      ['POST', '/orders'],
      ['GET', '/orders/ord-1001'],
    ] as const) {
      expect((await call(method, path)).status).toBe(401);
      expect((await call(method, path, { token: 'made-up' })).status).toBe(401);
    }
  });
});

describe('the catalog', () => {
  it('comes in pages that together hold every product once', async () => {
    const first = (await call('GET', '/products?page=1&pageSize=4')).body;
    const second = (await call('GET', '/products?page=2&pageSize=4')).body;
    expect(first).toMatchObject({ page: 1, pageSize: 4, total: 7, pages: 2 });
    const skus = [...first.items, ...second.items].map(({ sku }) => sku);
    expect(new Set(skus).size).toBe(7);
  });

  it('has an empty page after the last one', async () => {
    expect((await call('GET', '/products?page=9')).body.items).toEqual([]);
  });

  it('can be narrowed to a category', async () => {
    const { body } = await call('GET', '/products?category=pantry&pageSize=10');
    expect(body.total).toBe(2);
    expect(body.items.every(({ category }) => category === 'pantry')).toBe(true);
  });

  it('refuses pages that are not whole numbers from 1', async () => {
    expect((await call('GET', '/products?page=0')).status).toBe(422);
    expect((await call('GET', '/products?pageSize=many')).status).toBe(422);
  });

  it('gives one product by its SKU, or 404', async () => {
    expect((await call('GET', '/products/TEA-02')).body.name).toBe('Sencha, 100 g');
    expect((await call('GET', '/products/TEA-99')).status).toBe(404);
  });
});

describe('an order', () => {
  it('is created with its total and its location, and can be read there', async () => {
    const lines = [
      { sku: 'MUG-01', quantity: 2 },
      { sku: 'TEA-01', quantity: 1 },
    ];
    const { status, location, body } = await call('POST', '/orders', { token, body: { lines } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ customer: 'ada@example.com', status: 'open', totalCents: 3390, note: null });
    expect((await call('GET', location ?? '', { token })).body).toEqual(body);
  });

  it('is refused with 422 and the name of every field at fault', async () => {
    const lines = [{ sku: 'NOPE', quantity: 0 }, { sku: 'MUG-01', quantity: 1.5 }, null];
    const { status, body } = await call('POST', '/orders', { token, body: { lines } });
    expect(status).toBe(422);
    expect(body.error.fields.map(({ field }) => field)).toEqual([
      'lines[0].sku',
      'lines[0].quantity',
      'lines[1].quantity',
      'lines[2].sku',
      'lines[2].quantity',
    ]);
    expect((await call('POST', '/orders', { token, body: { lines: [] } })).status).toBe(422);
  });

  it('stands first in its customer’s list, which can be narrowed to a status', async () => {
    const id = await placedOrder();
    expect((await call('GET', '/orders?limit=1', { token })).body.items.map((order) => order.id)).toEqual([id]);
    await call('POST', `/orders/${id}/cancel`, { token });
    const open = (await call('GET', '/orders?status=open', { token })).body.items;
    expect(open.map((order) => order.id)).not.toContain(id);
  });

  it('does not exist for another customer', async () => {
    const id = await placedOrder();
    const grace = await tokenOf('grace@example.com');
    expect((await call('GET', `/orders/${id}`, { token: grace })).status).toBe(404);
    expect((await call('GET', '/orders', { token: grace })).body).toEqual({ items: [], total: 0 });
  });

  it('takes a note, and only a note', async () => {
    const id = await placedOrder();
    expect((await call('PATCH', `/orders/${id}`, { token, body: { note: 'Ring twice' } })).body.note).toBe(
      'Ring twice',
    );
    expect((await call('PATCH', `/orders/${id}`, { token, body: { status: 'open' } })).status).toBe(422);
  });

  it('is cancelled once; afterwards nothing about it changes', async () => {
    const id = await placedOrder();
    expect((await call('POST', `/orders/${id}/cancel`, { token })).body.status).toBe('cancelled');
    expect((await call('POST', `/orders/${id}/cancel`, { token })).status).toBe(409);
    expect((await call('PATCH', `/orders/${id}`, { token, body: { note: 'Too late' } })).status).toBe(409);
    expect((await call('POST', '/orders/ord-1/cancel', { token })).status).toBe(404);
  });
});
