import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PATCHES, patched } from '../../../scripts/bundle/patches.mjs';

/** The class of the SDK that is compared. */
interface Sdk {
  readonly Item: new (definition: unknown) => { toJSON(): unknown };
}

/** The functions of lodash that find a member of an object. */
interface Finder {
  has(object: unknown, path: unknown): boolean;
  get(object: unknown, path: unknown, fallback?: unknown): unknown;
}

const modules = join(process.cwd(), 'node_modules');
const SDK = 'postman-collection';
let folder: string;
let original: Sdk;
let changed: Sdk;
let finder: Finder;
let changedFinder: Finder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patches-'));
  await cp(join(modules, SDK), join(folder, SDK), { recursive: true });
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  for (const name of Object.keys(PATCHES).filter((file) => file.startsWith(SDK)))
    await writeFile(join(folder, name), patched(await readFile(join(modules, name), 'utf8'), name));
  const require = createRequire(join(folder, 'index.js'));
  original = require(join(modules, SDK));
  changed = require(join(folder, SDK));
  const lodashOf = (parent: string): Finder => createRequire(join(parent, SDK, 'index.js'))('lodash');
  const { has, get } = lodashOf(modules);
  finder = { has, get };
  changedFinder = lodashOf(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('_a', '_', '__b', 'key', '{{v}}', ''));
const members = fc.dictionary(
  fc.constantFrom('_postman_id', '_x', '__y', '_', 'z', 'disabled', 'info'),
  fc.jsonValue(),
  {
    noNullPrototype: true,
  },
);
const pair = fc
  .tuple(text, fc.oneof(text, fc.constant(null)), members)
  .map(([key, value, rest]) => ({ ...rest, key, value }));
const headers = fc.oneof(fc.array(fc.oneof(pair, text), { maxLength: 4 }), text, fc.dictionary(text, text));
const item = fc.record({ headers, members, queries: fc.array(pair, { maxLength: 3 }) }).map((parts) => ({
  ...parts.members,
  id: 'item',
  name: 'Item',
  request: { ...parts.members, method: 'GET', url: { host: ['a'], query: parts.queries }, header: parts.headers },
  response: [{ ...parts.members, id: 'response', name: 'Example', code: 200, header: parts.headers, body: 'x' }],
}));

/** Ids that the SDK makes where there is none. */
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** The item as JSON, or the error of its constructor. */
const outcome = (sdk: Sdk, definition: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(new sdk.Item(definition)).replace(UUID, 'made'));
  } catch (error) {
    return (error as Error).message;
  }
};

it('make the same objects of the SDK', () => {
  fc.assert(
    fc.property(item, (definition) => {
      expect(outcome(changed, definition)).toEqual(outcome(original, definition));
    }),
    { numRuns: 400 },
  );
});

it('find the members of objects that lodash finds', () => {
  const name = fc.constantFrom(
    'a',
    'a.b',
    'a[0]',
    'length',
    '0',
    '',
    'toString',
    '__proto__',
    '_x',
    1,
    ['a', 'b'],
    null,
  );
  const holder = fc.oneof(
    fc.constantFrom(null, undefined, 'text', ['b'], { 'a.b': 1 }),
    fc.object({ key: fc.constantFrom('a', 'b', '0', '_x') }),
  );
  fc.assert(
    fc.property(holder, name, fc.constantFrom(undefined, 'fallback'), (object, path, fallback) => {
      expect(changedFinder.has).not.toBe(finder.has);
      expect(changedFinder.has(object, path)).toBe(finder.has(object, path));
      expect(changedFinder.get(object, path, fallback)).toBe(finder.get(object, path, fallback));
    }),
    { numRuns: 1000 },
  );
});
