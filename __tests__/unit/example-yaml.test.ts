import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createFiles } from '../../src/files/read.ts';

const example = fileURLToPath(new URL('../../examples/yaml', import.meta.url));

describe('the example in YAML', () => {
  it('is found by default, is read without problems, and belongs to a collection in the cloud', async () => {
    const { loaded, problems, notices, mapping } = await createFiles(example, undefined).read({
      collections: [{ pattern: '**/*.postman_collection.json', base: '', explicit: false }],
      environments: [{ pattern: '**/*.postman_environment.json', base: '', explicit: false }],
      exclude: [],
      allowUnsupported: false,
    });
    expect([problems, notices]).toEqual([[], []]);
    expect(loaded.map(({ kind, file }) => `${kind} ${file.path}`)).toEqual([
      'collection postman/collections/Shop',
      'environment postman/environments/Local.environment.yaml',
    ]);
    expect(mapping.has('postman/collections/Shop')).toBe(true);
    expect(loaded[0]?.file.content).toMatchObject({ item: [{ name: 'Sign in' }, { name: 'Products' }] });
  });
});
