import { describe, expect, it } from '@jest/globals';
import { uid } from '../../../../src/core/model/ids.ts';
import { fileNameOf, newFileContent, newFilePath } from '../../../../src/core/plan/new-file.ts';
import { collection, request, stamped } from '../../../support/collections.ts';

const id = '00000000-0000-4000-8000-000000000009';

describe('the file of a new resource', () => {
  it('lies in the folder that holds most files of its kind', () => {
    const beside = ['a/One.json', 'b/Two.json', 'b/Three.json'];
    expect(newFilePath('collection', 'Four', { beside, taken: new Set() })).toBe('b/Four.postman_collection.json');
    expect(newFilePath('environment', 'Four', { beside: [], taken: new Set() })).toBe(
      'postman/environments/Four.postman_environment.json',
    );
    expect(newFilePath('collection', 'Four', { beside: ['One.json'], taken: new Set() })).toBe(
      'Four.postman_collection.json',
    );
  });

  it.each([
    [['a/One.json', 'b/Two.yaml', 'b/Three.yaml'], 'a/'],
    [['a/One.json', 'b/Two.json'], 'a/'],
    [['a/b/One.json', 'Two.json', 'a/b/Three.json'], 'a/b/'],
    [['a/One.yaml'], 'postman/collections/'],
  ])('lies beside JSON files only: %j', (beside, folder) => {
    expect(newFilePath('collection', 'New', { beside, taken: new Set() })).toBe(`${folder}New.postman_collection.json`);
  });

  it('has the defaults of a variable', () => {
    const values = [
      { key: 'a' },
      { key: 'b', value: 'x', type: 'any', enabled: false, description: 'd' },
      { description: '' },
    ];
    const created = newFileContent({ kind: 'environment', uid: uid(`1-${id}`), name: 'E', content: { values } });
    expect(created).toEqual({
      id,
      name: '',
      values: [
        { key: 'a', value: '', type: 'default', enabled: true },
        { key: 'b', value: 'x', type: 'any', enabled: false, description: 'd' },
        { key: '', value: '', type: 'default', enabled: true },
      ],
      _postman_variable_scope: 'environment',
    });
  });

  it('is numbered if its name is taken, in any letter case', () => {
    const both = new Set(['a.postman_collection.json', 'a 2.postman_collection.json']);
    expect(newFilePath('collection', 'A', { beside: ['x.json'], taken: both })).toBe('A 3.postman_collection.json');
    const taken = new Set(['b/shop.postman_collection.json']);
    expect(newFilePath('collection', 'SHOP', { beside: ['b/x.json'], taken })).toBe('b/SHOP 2.postman_collection.json');
  });

  it.each([
    ['Shop', 'Shop'],
    ['Orders: v1/v2', 'Orders- v1-v2'],
    ['GET /users/:id?x=1 "q" <a>|b', 'GET -users-id-x=1 -q- -a-b'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['trail. ', 'trail-'],
    ['x'.repeat(70), 'x'.repeat(64)],
    ['con', 'con-'],
    [' . ', 'unnamed'],
    ['Bücher 📚', 'Bücher 📚'],
    ['a\u0000b\nc', 'a-b-c'],
  ])('is named after the resource %j', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });

  it('holds a collection without ids of items and without fields that the API adds', () => {
    const content = stamped(collection('Shop', request('list', { response: [{ name: 'OK', code: 200 }] })));
    const created = newFileContent({ kind: 'collection', uid: uid(`1-${id}`), name: 'Shop', content });
    const { info, item } = collection('Shop', request('list', { response: [{ name: 'OK', code: 200 }] }));
    expect(created).toEqual({ info: { _postman_id: id, ...(info as object) }, item });
  });

  it('holds no value of a secret', () => {
    const content = { name: 'Staging', values: [{ key: 'token', value: 'hidden', type: 'secret', enabled: true }] };
    expect(newFileContent({ kind: 'environment', uid: uid(`1-${id}`), name: 'Staging', content })).toEqual({
      id,
      name: 'Staging',
      values: [{ key: 'token', value: '', type: 'secret', enabled: true }],
      _postman_variable_scope: 'environment',
    });
  });
});
