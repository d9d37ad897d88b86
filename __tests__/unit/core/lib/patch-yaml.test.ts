import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { patchYaml } from '../../../../src/core/lib/patch-yaml.ts';

const TEXT = `# What is synced
name:   Staging   # two names
values:
- key: baseUrl
  value: 'http://a' # the shop

- key: count
  value: "1"
regions: [us-east,  uk]
`;

describe('a patched YAML text', () => {
  it('has the new values in place, and everything else unchanged', () => {
    const edits = [
      { at: ['name'], value: 'Production' },
      { at: ['values', 0, 'value'], value: "it's" },
      { at: ['values', 1, 'value'], value: 'a: b' },
      { at: ['regions'], value: ['eu-central', 'x, y'] },
    ];
    expect(patchYaml(TEXT, edits)).toBe(
      TEXT.replace('Staging', 'Production')
        .replace("'http://a'", "'it''s'")
        .replace('"1"', '"a: b"')
        .replace('[us-east,  uk]', '[eu-central, "x, y"]'),
    );
    expect(patchYaml(TEXT, [])).toBe(TEXT);
  });

  it('is an empty map without its last key, and has no empty maps below', () => {
    expect(parse(patchYaml('name: a\n', [{ at: ['name'], value: undefined }]))).toEqual({});
    expect(parse(patchYaml('a:\n  b:\n    c: 1\nd: 2\n', [{ at: ['a', 'b', 'c'], value: undefined }]))).toEqual({
      d: 2,
    });
    expect(parse(patchYaml('a:\n  b:\n    c: 1\n', [{ at: ['a', 'b', 'c'], value: undefined }]))).toEqual({});
  });

  it('keeps comments, line ends and flat lists if keys or entries are added and removed', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    const edits = [
      { at: ['values', 0, 'disabled'], value: true },
      { at: ['values', 2], value: { key: 'new', value: 'yes' } },
      { at: ['values', 1], value: undefined },
    ];
    const patched = patchYaml(text, edits);
    const former = `the shop\n\n- key: count\n  value: "1"\n`.replaceAll('\n', '\r\n');
    const added = `the shop\n  disabled: true\n\n- key: new\n  value: yes\n`.replaceAll('\n', '\r\n');
    expect(patched).toBe(text.replace(former, added));
    expect(parse(patched).values).toEqual([
      { key: 'baseUrl', value: 'http://a', disabled: true },
      { key: 'new', value: 'yes' },
    ]);
  });

  it.each(['yes', '12', 'null', '', ' padded ', '- a', '{a}', '#x', 'two\nlines', '2026-01-01', "o'clock"])(
    'reads back as the text %j that was written',
    (value) => {
      expect(parse(patchYaml('a: plain\nb: 1\n', [{ at: ['a'], value }]))).toEqual({ a: value, b: 1 });
    },
  );

  it('has a text of several lines in a block with the former indentation', () => {
    const text = 'a: 1 # one\nlist:\n    -   code: |\n              old();\n        next: x   # why\n';
    const edits = [
      { at: ['list', 0, 'code'], value: 'new();\n\n  more();\n' },
      { at: ['list', 0, 'next'], value: 'a\nb' },
    ];
    for (const eol of ['\n', '\r\n']) {
      const before = text.replaceAll('\n', eol);
      const patched = patchYaml(before, edits);
      expect(parse(patched)).toEqual({ a: 1, list: [{ code: 'new();\n\n  more();\n', next: 'a\nb' }] });
      expect(patchYaml(before, edits.slice(0, 1))).toBe(
        text
          .replace('              old();\n', '              new();\n\n                more();\n')
          .replaceAll('\n', eol),
      );
    }
  });

  it('gets a key in a map on one line, a key below a new key, and a key at its end', () => {
    const text = 'a: { b: 1 }\n# end\n';
    const edits = [
      { at: ['a', 'c'], value: 'x, y' },
      { at: ['d', 'e'], value: true },
    ];
    expect(patchYaml(text, edits)).toBe('a: { b: 1, c: "x, y" }\nd:\n  e: true\n# end\n');
  });

  it('loses a key with its empty parent', () => {
    expect(patchYaml('a: 1\nretry: { attempts: 1 }\n', [{ at: ['retry', 'attempts'], value: undefined }])).toBe(
      'a: 1\n',
    );
  });
});
