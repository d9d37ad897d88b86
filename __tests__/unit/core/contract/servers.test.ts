import { describe, expect, it } from '@jest/globals';
import { serverPattern } from '../../../../src/core/contract/servers.ts';
import type { JsonObject } from '../../../../src/core/lib/json.ts';

const stage = { enum: ['v1', 'v.2'], default: 'v1' };

describe('the base path of a server', () => {
  it.each<[string, JsonObject, string, string | undefined]>([
    ['/', {}, '/orders', ''],
    ['https://a.com', {}, '/orders', ''],
    ['https://a.com/v1/', {}, '/v1/orders', '/v1'],
    ['https://a.com/v1', {}, '/v1', '/v1'],
    ['https://a.com/v1', {}, '/v10/orders', undefined],
    ['//a.com//v1//x?q=1#h', {}, '/v1/x/orders', '/v1/x'],
    ['v1', {}, '/v1/orders', '/v1'],
    ['/a?x', {}, '/a/orders', '/a'],
    ['/{stage}', { stage }, '/v1/orders', '/v1'],
    ['/{stage}', { stage }, '/v.2/orders', '/v.2'],
    ['/{stage}', { stage }, '/vx2/orders', undefined],
    ['/{stage}', {}, '/any/orders', '/any'],
    ['/{stage}', { stage: { default: 'api/v2' } }, '/api/v2/orders', '/api/v2'],
    ['/{stage}', { stage: { default: 'api/v2' } }, '/other/orders', '/other'],
    ['/{stage}', { stage: { enum: [] } }, '/other/orders', '/other'],
    ['/a-{x}-b', {}, '/a-1-b/orders', '/a-1-b'],
  ])('%s with %j begins %s: %j', (url, variables, path, base) => {
    expect(serverPattern(url, variables).base.exec(path)?.[0]).toBe(base);
  });

  it.each([
    ['/', 0],
    ['https://a.com', 0],
    ['/v1', 1],
    ['https://a.com/v1/x/', 2],
  ])('of %s has the depth %d', (url, depth) => expect(serverPattern(url, {}).depth).toBe(depth));
});

describe('the host of a server', () => {
  it.each([
    ['https://A.com:80/v1', 'a.COM:80', true],
    ['https://a.com', 'xa.com', false],
    ['https://a.com', 'a.com.x', false],
    ['https://a.com', 'aXcom', false],
    ['https://{team}.a.com', 'eu.a.com', true],
    ['https://{team}a.com', 'a.com', true],
  ])('%s is %s: %s', (url, host, expected) => expect(serverPattern(url, {}).host?.test(host)).toBe(expected));

  it('is absent for a host of variables that match any text', () => {
    for (const url of ['https://{host}/v1', 'https://{host}:{port}/v1'])
      expect(serverPattern(url, { host: { default: 'a.com' } }).host).toBeUndefined();
    expect(serverPattern('https://{host}/v1', { host: { enum: ['a.com'] } }).host?.test('a.com')).toBe(true);
  });

  it('is absent for a path alone, and tells servers apart', () => {
    expect(serverPattern('/v1', {}).host).toBeUndefined();
    expect(serverPattern('file:///v1', {}).host).toBeUndefined();
    const keys = ['/v1', '/v1/', '/v2', 'https://a.com/v1', 'https://b.com/v1'].map(
      (url) => serverPattern(url, {}).key,
    );
    expect(new Set(keys).size).toBe(4);
  });
});
