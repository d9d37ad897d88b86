import { describe, expect, it } from '@jest/globals';
import { collectionComplaints, formatUrl } from '../../../../src/emulator/collections/schema.ts';

const info = { name: 'Orders', schema: formatUrl };

describe('the check of a collection', () => {
  it('accepts a valid one', () => {
    const item = [
      { name: 'Folder', description: null, item: [{ name: 'Short', request: 'http://localhost' }] },
      {
        name: 'Long',
        request: { method: 'GET', url: { raw: 'http://localhost' }, header: [], description: { content: 'x' } },
        response: [{ name: 'Example', code: 200 }],
      },
    ];
    expect(collectionComplaints({ info, item, unheardOf: true })).toEqual([]);
  });

  it('accepts both URLs of the format', () => {
    const schema = 'https://schema.postman.com/json/collection/v2.1.0/collection.json';
    expect(collectionComplaints({ info: { ...info, schema }, item: [] })).toEqual([]);
  });

  it('reports a missing member with its path', () => {
    expect(collectionComplaints({ info: { name: 'x' } })).toEqual([
      ": must have required property 'item'",
      "info: must have required property 'schema'",
    ]);
  });

  it('refuses the older format', () => {
    const schema = 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json';
    expect(collectionComplaints({ info: { ...info, schema }, item: [] })).toEqual([
      'info.schema: must be equal to one of the allowed values',
    ]);
  });

  it('finds nested errors', () => {
    const item = [{ item: [{ name: 'neither folder nor request' }, { request: { method: 1, url: 5 } }, 'text'] }];
    expect(collectionComplaints({ info, item })).toEqual([
      'item.0.item.0: must match exactly one schema in oneOf',
      'item.0.item.1.request.method: must be string',
      'item.0.item.1.request.url: must be string,object,null',
      'item.0.item.2: must be object',
    ]);
  });

  it('checks scripts and variables', () => {
    const event = [
      { listen: 'test', script: { exec: 5 } },
      { listen: 'test', script: { exec: 'one line' } },
    ];
    expect(collectionComplaints({ info, item: [], event, variable: [{ key: 1 }, { key: 'fine' }, {}] })).toEqual([
      'event.0.script.exec: must be array,string,null',
      'variable.0.key: must be string',
    ]);
  });
});
