import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly errorMessage?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('schema/postman-sync.schema.json')) as Schema;
const page = read('docs/configuration.md');

/** Every key of the configuration, as deep as they go. */
function keysOf(at: Schema, prefix = ''): readonly (readonly [string, Schema])[] {
  const own = Object.entries(at.properties ?? {}).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    return [[path, value] as const, ...keysOf(value, `${path}.`)];
  });
  const inner = [...(at.anyOf ?? []), ...(at.items ? [at.items] : [])];
  const named = typeof at.additionalProperties === 'object' ? [at.additionalProperties] : [];
  return [...own, ...[...inner, ...named].flatMap((one) => keysOf(one, prefix))];
}

const keys = keysOf(schema);

describe('the JSON Schema of the configuration', () => {
  it('describes every key and shows an example or the values of each', () => {
    expect(keys.length).toBeGreaterThan(80);
    expect(keys.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
    const bare = keys.filter(([, key]) => !key.examples && !key.enum && !key.anyOf && key.type !== 'boolean');
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  it('has examples that fit', () => {
    const ajv = new Ajv({ strict: false });
    const wrong = keys.filter(([, key]) => key.examples?.some((example) => !ajv.validate(key, example)));
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('links every key to its place in the reference', () => {
    const anchors = keys.map(
      ([, { markdownDescription = '' }]) => /configuration\.md#([\w-]+)\)$/.exec(markdownDescription)?.[1],
    );
    expect(anchors.filter((anchor) => !page.includes(`<a id="${anchor}"></a>`))).toEqual([]);
  });

  it('says what is expected where a pattern is not met', () => {
    const silent = keys.filter(([, key]) => 'pattern' in key && !key.errorMessage?.startsWith('Expected a'));
    expect(silent.map(([path]) => path)).toEqual([]);
    expect(schema.properties?.['max-wait']?.errorMessage).toContain('800ms, 30s, 5m');
  });
});
