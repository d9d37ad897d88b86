import { describe, expect, it } from '@jest/globals';
import { decode, type FileKind } from '../../../../src/formats/collection-v3/decode.ts';
import { parseYamlFile } from '../../../../src/formats/collection-v3/yaml-file.ts';

const KIND_LINES: Partial<Record<FileKind, string>> = {
  definition: '$kind: collection\n',
  'http-request': '$kind: http-request\n',
  'http-example': '$kind: http-example\n',
};

function decoded(kind: FileKind, lines: string) {
  const file = parseYamlFile({ path: 'a.yaml', text: `${KIND_LINES[kind] ?? ''}${lines}\n` });
  if (!('value' in file)) throw new Error(JSON.stringify(file));
  return decode(kind, file);
}

const BODIES = 'json, text, xml, html, javascript, urlencoded, formdata, file, graphql, none';

describe('a wrong value in a file', () => {
  it.each<[FileKind, string, string]>([
    ['http-request', 'name: 5', '2:7 name: expected a string, got a number / Put the value in quotes.'],
    ['http-request', 'name: true', '2:7 name: expected a string, got true or false / Put the value in quotes.'],
    ['http-request', 'name: [a]', '2:7 name: expected a string, got a list / Write a string.'],
    ['http-request', 'name:', '2:6 name: expected a string, got nothing / Write a value, or remove the key.'],
    ['http-request', 'order: "5"', '2:8 order: expected a number, got a string / Write it without quotes.'],
    ['http-request', 'order: true', '2:8 order: expected a number, got true or false / Write a number.'],
    [
      'http-request',
      'settings: {strictSSL: "yes"}',
      '2:23 settings.strictSSL: expected true or false, got a string / Write it without quotes.',
    ],
    ['http-request', 'settings: a', '2:11 settings: expected a map, got a string / Write a map.'],
    [
      'http-request',
      'settings: {protocolVersion: http3}',
      '2:29 settings.protocolVersion: "http3" is not one of auto, http1, http2 / Write one of them.',
    ],
    [
      'http-request',
      'settings: {protocolVersion: 2}',
      '2:29 settings.protocolVersion: expected one of auto, http1, http2, got a number / Write one of auto, http1, http2.',
    ],
    ['http-request', 'scripts: a', '2:10 scripts: expected a list, got a string / Write a list.'],
    ['http-request', 'scripts: [{type: a}]', '2:11 scripts[0].code: it is missing / Add it: a string.'],
    ['http-request', 'headers: a', '2:10 headers: expected a map or a list, got a string / Write a map or a list.'],
    ['http-request', 'body: a', '2:7 body: expected a map, got a string / Write a map.'],
    ['http-request', 'body: {content: a}', `2:7 body.type: it is missing / Add it: one of ${BODIES}.`],
    ['http-request', 'body: {type: x}', `2:14 body.type: "x" is not one of ${BODIES} / Write one of them.`],
    ['definition', `auth: {type: ${'x'.repeat(41)}}`, `2:14 auth.type: "${'x'.repeat(40)}" is not one of`],
    ['definition', 'auth: [{id: a}]', '2:8 auth[0].type: it is missing'],
    ['definition', 'auth: {type: basic, foo: 1}', '2:21 auth: the key "foo" is not allowed here / Remove it.'],
    ['http-example', 'order: 1', '1:1 response: it is missing / Add it: a map.'],
    ['environment', '- a', '1:1 The file: expected a map, got a list / Write a map.'],
    [
      'environment',
      'name: a\ncolor: red',
      '2:8 color: expected a number or null, got a string / Write a number or null.',
    ],
  ])('of kind %s is named with its place and remedy: %s', (kind, lines, expected) => {
    const { problems, value } = decoded(kind, lines);
    const [told, ...more] = problems.map(
      ({ position, message, remedy }) => `${position?.line}:${position?.column} ${message} / ${remedy}`,
    );
    expect(told).toContain(expected);
    expect(more).toEqual([]);
    expect(value).toBeUndefined();
  });

  it.each([
    ['name: {{a}}', '2:7'],
    ['headers: {A: {{a}}}', '2:14'],
  ])('that is an unquoted variable is to be quoted: %s', (lines, place) => {
    const { problems } = decoded('http-request', lines);
    expect(
      problems.map(({ position, code, message }) => [`${position?.line}:${position?.column}`, code, message]),
    ).toEqual([[place, 'file-syntax', 'Not valid YAML: a value that begins with "{{" is not quoted']]);
  });
});

describe('several wrong values in one place of a file', () => {
  it('are told one by one, as those of the form that the value has', () => {
    const { problems } = decoded('definition', 'auth: {type: x, foo: 1}');
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('auth.type: "x" is not one of'),
      'auth: the key "foo" is not allowed here',
    ]);
  });
});

describe('an unknown key in a file', () => {
  it('at the top or in the settings is ignored with a warning at the key', () => {
    const { value, problems, notices } = decoded('http-request', 'name: a\ncolour: red\nsettings: {speed: 5}');
    expect(problems).toEqual([]);
    expect(value).toEqual({ $kind: 'http-request', name: 'a', settings: { speed: 5 } });
    const warning = (key: string, line: number, column: number) => ({
      level: 'warning',
      path: 'a.yaml',
      position: { line, column },
      message: `"${key}" is not a key of this format, and is ignored.`,
    });
    expect(notices).toEqual([warning('colour', 3, 1), warning('settings.speed', 4, 12)]);
  });

  it('is warned of beside a problem', () => {
    const { problems, notices } = decoded('http-request', 'name: 5\ncolour: red');
    expect(problems).toHaveLength(1);
    expect(notices).toHaveLength(1);
  });

  it.each(['owner', 'team', 'lastUpdatedBy', 'lastRevision', 'createdAt', 'updatedAt', 'isPublic'])(
    'of the server is ignored without a warning: %s',
    (key) => {
      const { value, problems, notices } = decoded('environment', `name: a\n${key}: b`);
      expect({ value, problems, notices }).toEqual({ value: { name: 'a' }, problems: [], notices: [] });
    },
  );

  it('of the server is a problem below the top', () => {
    expect(decoded('http-request', 'headers: [{key: A, value: b, owner: c}]').problems).toHaveLength(1);
  });
});
