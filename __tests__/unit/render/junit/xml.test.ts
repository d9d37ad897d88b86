import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { renderXml } from '../../../../src/render/junit/xml.ts';

it('indents elements, and leaves out attributes without a value', () => {
  const content = [
    { name: 'empty', attributes: { a: undefined } },
    { name: 'text', content: 'a < b' },
    { name: 'empty', content: [] },
  ];
  expect(renderXml({ name: 'root', attributes: { a: 1, b: '"<>\t\n\r&' }, content })).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<root a="1" b="&quot;&lt;&gt;&#9;&#10;&#13;&amp;">',
      '  <empty/>',
      '  <text>a &lt; b</text>',
      '  <empty/>',
      '</root>',
      '',
    ].join('\n'),
  );
});

const FORBIDDEN = ['\u0000', '\u001b', '\ud800', '\ufffe'];

it('is well-formed with any text, and readers get the text back', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    htmlEntities: true,
    parseTagValue: false,
    alwaysCreateTextNode: true,
  });
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'\n\t\r]\u0000\u001b\ud800\ufffe😀aé') }), (text) => {
      const xml = renderXml({
        name: 'root',
        attributes: { a: text },
        content: [{ name: 'text', content: `.${text}` }],
      });
      expect(XMLValidator.validate(xml)).toBe(true);
      const expected = [...text].map((one) => (FORBIDDEN.includes(one) ? '\ufffd' : one)).join('');
      const { root } = parser.parse(xml);
      expect([root.a, root.text['#text']]).toEqual([expected, `.${expected}`]);
    }),
  );
});
