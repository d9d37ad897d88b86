import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  codeBlock,
  harmless,
  html,
  inlineCode,
  markdown,
  oneLine,
  shorten,
  visible,
} from '../../../src/render/escape.ts';
import { commandOf, elementsOf, hostile } from '../../support/hostile.ts';

describe('harmless', () => {
  it.each([
    ['::error::boom', ': :error::boom'],
    ['  \u00a0\u3000::SET-OUTPUT name=a::b', '  \u00a0\u3000: :SET-OUTPUT name=a::b'],
    ['fine\r::stop-commands::x', 'fine\n: :stop-commands::x'],
    ['fine\u2028::debug::x', 'fine\n: :debug::x'],
    ['a ##[Error]b', 'a # #[Error]b'],
    ['##vso[task.setvariable]x', '# #vso[task.setvariable]x'],
    ['\u200b:\u00ad:warning::x', ': :warning::x'],
    ['#\u200b#[group]x', '# #[group]x'],
    ['\u001b[31mred\u001b[0m \u001b]0;title\u0007\u0008', 'red '],
    ['\u202egnp.exe', 'gnp.exe'],
  ])('neutralizes %j', (text, expected) => expect(harmless(text)).toBe(expected));

  it.each(['std::string is no command', 'http://[::1]:8080/', '# heading', 'a\n\tb', 'Grüße 🙂'])(
    'leaves %j alone',
    (text) => expect(harmless(text)).toBe(text),
  );

  it('never returns a line that a runner takes for a command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of harmless(text).split(/[\r\n\u0085\u2028\u2029]/)) expect(commandOf(line)).toBeUndefined();
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(hostile, (text) => expect(harmless(harmless(text))).toBe(harmless(text))));
  });

  it('is fast on text that is made for slow matching', () => {
    const started = performance.now();
    for (const piece of ['\n', ' ', '\r', '##', '::', '\u001b[', '\u001b]']) {
      harmless(piece.repeat(200_000));
      oneLine(piece.repeat(200_000));
      markdown(piece.repeat(200_000));
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('visible', () => {
  it('keeps letters, line feeds and tabs, and replaces half characters', () => {
    expect(visible('a\tb\r\nc\ud800d\0')).toBe('a\tb\nc\ufffdd');
  });
});

describe('shorten', () => {
  it('shortens with an ellipsis, never inside a character', () => {
    expect(shorten('abcdef', 6)).toBe('abcdef');
    expect(shorten('abcdefg', 6)).toBe('abcde…');
    expect(shorten('abcd🙂🙂', 6)).toBe('abcd…');
  });
});

const TEXTS = [
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '# title',
  '- item',
  '1. one',
  '+ plus',
  '> quote',
  '| a | b |',
  '**bold** _it_ ~~no~~',
  '`code`',
  '![i](http://x)',
  '&lt;',
  '$x^2$',
  '---',
  '===',
  'https://evil.example',
  'www.evil.example',
  '</td></details>',
];

describe('markdown', () => {
  it.each(TEXTS)('shows %j as it is', (text) => {
    expect(elementsOf(markdown(text))).toEqual(['p', '/p']);
    expect(elementsOf(`- ${markdown(text)}`)).toEqual(['ul', 'li', '/li', '/ul']);
  });

  it('creates no mentions and no references', () => {
    expect(markdown('@octocat fixes #12 and GH-3')).toBe('&#64;&#8203;octocat fixes &#35;&#8203;12 and GH-&#8203;3');
  });

  it('isolates right-to-left text from the text after it', () => {
    expect(markdown('שלום')).toBe('שלום&lrm;');
    expect(inlineCode('مرحبا.json')).toBe('<code>مرحبا.json&lrm;</code>');
    expect(markdown('日本語 Grüße')).toBe('日本語 Grüße');
  });

  it('keeps any text in one table cell', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const elements = elementsOf(`| a | b |\n| - | - |\n| x${markdown(a)} | ${inlineCode(b)} |\n`);
        expect(elements.filter((name) => !/^\/?(?:table|thead|tbody|tr|th|td|code)$/.test(name))).toEqual([]);
        expect(elements.filter((name) => name === 'td')).toHaveLength(2);
      }),
    );
  });

  it('makes one paragraph of any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const elements = elementsOf(markdown(text));
        expect(elements.filter((name) => !/^\/?p$/.test(name))).toEqual([]);
      }),
    );
  });
});

describe('codeBlock', () => {
  it('is not closed by its content, and contains no tag even in its source', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const block = codeBlock(text, 'diff');
        expect(elementsOf(`${block}\n\nend`)).toEqual(['pre', '/pre', 'p', '/p']);
        expect(block.slice('<pre lang="diff">'.length, -'</pre>'.length)).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe('html', () => {
  it('contains no character that starts a tag, an attribute or an entity', () => {
    expect(html(`<a href="x" title='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;');
    fc.assert(
      fc.property(hostile, (text) =>
        expect(html(text).replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>"'&]/),
      ),
    );
  });
});
