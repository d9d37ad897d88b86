import { describe, expect, it } from '@jest/globals';
import type { FileKind } from '../../../../src/core/model/resource.ts';
import { readDocument } from '../../../../src/formats/postman-json/read-document.ts';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const info = { name: 'Orders', schema: SCHEMA };
const request = { name: 'Get', request: 'https://api.example.com' };
const variable = { key: 'a', value: '1' };

const read = (kind: FileKind, value: unknown) => readDocument(value, { kind, fileName: 'orders' });

function contentOf(kind: FileKind, value: unknown) {
  const document = read(kind, value);
  if (document.type !== 'document') throw new Error(document.complaint.message);
  return document;
}

describe('a JSON file read as the expected kind', () => {
  it.each<[string, FileKind, unknown, unknown]>([
    ['a collection as exported', 'collection', { info, item: [request] }, { info, item: [request] }],
    ['a collection as the API answers it', 'collection', { collection: { info, item: [] } }, { info, item: [] }],
    ['a collection without a schema', 'collection', { info: { name: 'Orders' }, item: [] }, { info, item: [] }],
    [
      'a collection without a name',
      'collection',
      { info: { schema: SCHEMA }, item: [] },
      { info: { ...info, name: 'orders' }, item: [] },
    ],
    [
      'a collection with a number for a name',
      'collection',
      { info: { ...info, name: 7 }, item: [] },
      { info: { ...info, name: '7' }, item: [] },
    ],
    [
      'a collection with items alone',
      'collection',
      { item: [request] },
      { info: { ...info, name: 'orders' }, item: [request] },
    ],
    [
      'a single item in the place of a list',
      'collection',
      { info, item: { ...request, item: request } },
      { info, item: [{ ...request, item: [request] }] },
    ],
    [
      'a single item in a folder',
      'collection',
      { info, item: [{ name: 'F', item: request }] },
      { info, item: [{ name: 'F', item: [request] }] },
    ],
    [
      'an environment as exported',
      'environment',
      { name: 'Staging', values: [variable] },
      { name: 'Staging', values: [variable] },
    ],
    [
      'an environment as the API answers it',
      'environment',
      { environment: { name: 'S', values: [] } },
      { name: 'S', values: [] },
    ],
    ['an environment without a name', 'environment', { values: [variable] }, { name: 'orders', values: [variable] }],
    ['an environment as a bare list', 'environment', [variable], { name: 'orders', values: [variable] }],
    ['globals as the API answers them', 'globals', { globals: { values: [variable] } }, { values: [variable] }],
    ['globals as a bare list', 'globals', [variable], { values: [variable] }],
  ])('is %s', (_, kind, value, content) => {
    expect(contentOf(kind, value).content).toEqual(content);
  });

  it('is not copied without a change', () => {
    const value = { info, item: [request] };
    expect(contentOf('collection', value).content).toBe(value);
  });

  it('finds the path in the file of a value in the content', () => {
    const at = ['item', 0, 'name'];
    expect(contentOf('collection', { info, item: [] }).inFile(at)).toEqual(at);
    expect(contentOf('collection', { collection: { info, item: [] } }).inFile(at)).toEqual(['collection', ...at]);
    expect(contentOf('environment', [variable]).inFile(['values', 0, 'key'])).toEqual([0, 'key']);
    expect(contentOf('environment', [variable]).inFile(['name'])).toEqual([]);
    expect(contentOf('globals', { globals: [variable] }).inFile(['values', 0])).toEqual(['globals', 0]);
  });

  it('reports a conversion from format v2.0', () => {
    const old = { info: { ...info, schema: SCHEMA.replace('2.1', '2.0') }, item: [] };
    expect(contentOf('collection', old)).toMatchObject({ converted: true, content: { info } });
    expect(contentOf('collection', { info, item: [] }).converted).toBe(false);
  });

  it('refuses format v1 with the command that converts it', () => {
    const document = read('collection', { id: '1', name: 'Old', order: [], requests: [] });
    expect(document).toMatchObject({
      type: 'refused',
      complaint: { remedy: expect.stringContaining('convert -j 1.0.0 -p 2.1.0') },
    });
  });

  it.each<[string, FileKind, unknown]>([
    ['a list of test data', 'collection', [{ a: 1 }]],
    ['an object without info and items', 'collection', { type: 'Feature' }],
    ['a text', 'collection', 'Orders'],
    ['an environment without values', 'environment', { name: 'Staging' }],
    ['a number', 'globals', 7],
  ])('knows %s for something else', (_, kind, value) => {
    expect(read(kind, value).type).toBe('foreign');
  });
});
