import { describe, expect, it } from '@jest/globals';
import { type Directory, layoutOf, stemOf } from '../../../../src/formats/collection-v3/layout.ts';

/** The files of a directory by their role. */
const rolesIn = ({ definitions, requests, folders, examples, path }: Directory): readonly string[] => [
  ...definitions.map((file) => `definition of ${path}: ${file.path}`),
  ...requests.map((file) => `request of ${path}: ${file.path}`),
  ...[...examples].flatMap(([stem, files]) => files.map((file) => `example of ${path} ${stem}: ${file.path}`)),
  ...[...folders.values()].flatMap(rolesIn),
];

function rolesOf(path: string, text = '', root = 'c'): readonly string[] {
  const { root: made, problems, notices } = layoutOf(root, [{ path, text }]);
  return [...rolesIn(made), ...problems.map(({ message }) => message), ...notices.map(({ message }) => message)];
}

describe('the role of a file in a tree', () => {
  it.each([
    ['c/.resources/definition.yaml', 'definition of c: c/.resources/definition.yaml'],
    ['c/.resources/definition.yml', 'definition of c: c/.resources/definition.yml'],
    ['c/x/y/.resources/definition.yaml', 'definition of c/x/y: c/x/y/.resources/definition.yaml'],
    ['c/a.request.yaml', 'request of c: c/a.request.yaml'],
    ['c/x/a.b.request.yml', 'request of c/x: c/x/a.b.request.yml'],
    [
      'c/x/.resources/a.b.resources/examples/OK.example.yaml',
      'example of c/x a.b: c/x/.resources/a.b.resources/examples/OK.example.yaml',
    ],
    [
      'c/.resources/a.resources/examples/OK.example.yml',
      'example of c a: c/.resources/a.resources/examples/OK.example.yml',
    ],
  ])('is told by its path: %s', (path, role) => {
    expect(rolesOf(path)).toEqual([role]);
  });

  it.each([
    '.resources/a.request.yaml',
    '.resources/x/a.request.yml',
    '.resources/a.resources/examples/a.request.yaml',
  ])('is misplaced in .resources: %s', (path) => {
    expect(rolesOf(`c/${path}`)).toEqual([expect.stringContaining('cannot be inside a ".resources" directory')]);
  });

  it.each([
    ['collection.yaml', 'type: collection'],
    ['x/folder.yml', 'name: x\n$schema: y'],
  ])('is that of the older layout: %s', (path, text) => {
    expect(rolesOf(`c/${path}`, text)).toEqual([expect.stringContaining('This is the older layout')]);
  });

  it.each([
    ['plain.yaml', '$kind: http-request'],
    ['x/plain.yml', 'name: x\n$kind: "graphql-request"'],
    ['collection.yaml', "$kind: 'socket.io-request'"],
  ])('is a request under a wrong name: %s', (path, text) => {
    expect(rolesOf(`c/${path}`, text)).toEqual([expect.stringContaining('its name must end with ".request.yaml"')]);
  });

  it.each([
    ['notes.txt', '$kind: http-request'],
    ['plain.yaml.bak', '$kind: http-request'],
    ['plain.yaml', 'kind: http-request'],
    ['plain.yaml', '$kind: collection'],
    ['plain.yaml', '# $kind: http-request'],
    ['collection.yaml', 'name: x'],
    ['my-collection.yaml', 'type: collection'],
    ['collection.json', 'type: collection'],
    ['.resources/notes.yaml', '$kind: http-request'],
    ['.resources/x/definition.yaml', ''],
    ['.resources/my-definition.yaml', ''],
    ['.resources/a.resources/examples/OK.yaml', ''],
    ['.resources/a.resources/examples/x/OK.example.yaml', ''],
    ['.resources/a.resources/samples/OK.example.yaml', ''],
    ['.resources/a.other/examples/OK.example.yaml', ''],
    ['.resources/OK.example.yaml', ''],
  ])('is none: %s with %s', (path, text) => {
    expect(rolesOf(`c/${path}`, text)).toEqual([]);
  });

  it('is told below the working directory', () => {
    expect(rolesOf('x/a.request.yaml', '', '.')).toEqual(['request of ./x: x/a.request.yaml']);
    expect(rolesOf('.resources/definition.yaml', '', '.')).toEqual(['definition of .: .resources/definition.yaml']);
  });
});

describe('the name of a tree', () => {
  it('is that of its directory unless another is given', () => {
    expect(layoutOf('a/b/Orders', []).root.name).toBe('Orders');
    expect(layoutOf('Orders', []).root.name).toBe('Orders');
    expect(layoutOf('a/b/Orders', [], 'Shop').root).toMatchObject({ name: 'Shop', path: 'a/b/Orders' });
  });
});

describe('clashes of names', () => {
  const clashesOf = (...paths: readonly string[]) =>
    layoutOf(
      'c',
      paths.map((path) => ({ path: `c/${path}`, text: '' })),
    ).problems.map(({ path, message }) => `${path} ${message}`);
  const same = (what: string, first: string) =>
    `Another ${what} has the same name apart from upper and lower case: ${first}`;

  it.each([
    [['a.request.yaml', 'a.request.yml'], [`c/a.request.yml ${same('request', 'c/a.request.yaml')}`]],
    [['x/E.request.yaml', 'x/e.request.yaml'], [`c/x/e.request.yaml ${same('request', 'c/x/E.request.yaml')}`]],
    [
      ['a.request.yaml', 'A.request.yaml', 'a.request.yml'],
      [
        `c/A.request.yaml ${same('request', 'c/a.request.yaml')}`,
        `c/a.request.yml ${same('request', 'c/a.request.yaml')}`,
      ],
    ],
    [
      ['\u00e9.request.yaml', 'e\u0301.request.yaml'],
      [`c/e\u0301.request.yaml ${same('request', 'c/\u00e9.request.yaml')}`],
    ],
    [['X/a.request.yaml', 'x/b.request.yaml'], [`c/x ${same('folder', 'c/X')}`]],
    [
      ['x/.resources/definition.yaml', 'x/.resources/definition.yml'],
      ['c/x/.resources/definition.yml The directory has two definitions'],
    ],
    [['a.request.yaml', 'x/a.request.yaml', 'a/b.request.yaml'], []],
  ])('are found in %j', (paths, expected) => {
    expect(clashesOf(...paths)).toEqual(expected);
  });
});

describe('the stem of a file', () => {
  it.each([
    ['c/x/a.request.yaml', 'a'],
    ['a.b.example.yml', 'a.b'],
    ['c/plain.yaml', 'plain.yaml'],
  ])('of %s is %s', (path, stem) => {
    expect(stemOf(path)).toBe(stem);
  });
});
