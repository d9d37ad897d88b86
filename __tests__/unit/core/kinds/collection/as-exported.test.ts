import { describe, expect, it } from '@jest/globals';
import { asExported } from '../../../../../src/core/kinds/collection/as-exported.ts';
import type { JsonObject } from '../../../../../src/core/lib/json.ts';
import { collection, folder, request, SCHEMA } from '../../../../support/collections.ts';

/** A request or the request of an example, with what only the API writes. */
const verbose: JsonObject = {
  method: 'GET',
  url: { raw: 'https://a.test', variable: [], protocol: null },
  header: [{ key: 'Accept', value: '*/*', name: 'Accept', type: 'text', description: '' }],
  description: '',
  auth: null,
};
const lean: JsonObject = { method: 'GET', url: { raw: 'https://a.test' }, header: [{ key: 'Accept', value: '*/*' }] };

describe('a collection as the app exports it', () => {
  it('has no nulls and empty fields, neither in requests nor in examples', () => {
    const answer = {
      name: 'OK',
      code: 200,
      responseTime: null,
      header: [{ key: 'A', value: '1', name: 'A', type: 'text' }],
    };
    const item = request('a', { request: verbose, response: [{ ...answer, originalRequest: verbose }], event: [] });
    const remote = { ...collection('Orders', { ...folder('F', item), description: '' }), variable: [] };
    expect(asExported(remote)).toEqual(
      collection(
        'Orders',
        folder('F', {
          name: 'a',
          request: lean,
          response: [{ name: 'OK', code: 200, header: [{ key: 'A', value: '1' }], originalRequest: lean }],
        }),
      ),
    );
  });

  it('keeps meaningful names and types of headers, and scripts without empty fields', () => {
    const header = [{ key: 'A', value: '1', name: 'B', type: 'secret' }];
    const event = [{ listen: 'test', script: { type: 'text/javascript', exec: ['a'], packages: {}, requests: {} } }];
    const [item] = asExported(collection('Orders', request('a', { request: { header }, event }))).item as [JsonObject];
    expect(item.request).toEqual({ header });
    expect(item.event).toEqual([{ listen: 'test', script: { type: 'text/javascript', exec: ['a'] } }]);
  });

  it('keeps the ids of items and examples, and no other field of the API', () => {
    const stamped = (id: string) => ({ id, uid: `1-${id}`, updatedAt: 'now' });
    const [one, two] = ['12ece9e1-2abf-4edc-8e34-de66e74114d2', '5daabc50-8451-43f6-922d-96b403b4f28e'];
    const item = request('a', { ...stamped(one), response: [{ name: 'OK', ...stamped(two) }] });
    const info = { name: 'Orders', schema: SCHEMA, updatedAt: 'now' };
    expect(asExported({ info, item: [item] })).toEqual({
      info: { name: 'Orders', schema: SCHEMA },
      item: [request('a', { id: one, response: [{ name: 'OK', id: two }] })],
    });
  });
});
