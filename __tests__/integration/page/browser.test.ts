import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderHtml } from '../../../src/render/html.ts';
import { type Browser, hasBrowser, startBrowser } from '../../support/browser.ts';
import { poisoned } from '../../support/hostile.ts';
import { busyReport } from '../../support/sample-report.ts';

let browser: Browser;
let folder: string;
const pages: Record<string, string> = {};

beforeAll(async () => {
  if (!hasBrowser) return;
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  const attack = '"><img src=x onerror=pwned=1><script>pwned=1</script>';
  const reports = {
    busy: busyReport(),
    hostile: poisoned(busyReport(), attack),
    long: poisoned(busyReport(), 'W'.repeat(300)),
  };
  for (const [name, report] of Object.entries(reports)) {
    const path = join(folder, `${name}.html`);
    await writeFile(path, renderHtml(report));
    pages[name] = pathToFileURL(path).href;
  }
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Everything with a text of its own, with the contrast of that text to what is painted behind it. */
const SURVEY = `(() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return [255, 255, 255];
  };
  const contrast = (one) => {
    const [a, b] = [light(rgb(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const own = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  const texts = [...document.body.querySelectorAll('*')].filter((one) => own(one) && one.getClientRects().length > 0);
  return {
    overflow: document.scrollingElement.scrollWidth - innerWidth,
    texts: texts.length,
    faint: texts.filter((one) => contrast(one) < 4.5).map((one) => one.outerHTML.slice(0, 80)),
    outside: texts.filter((one) => !one.closest('.scroll, pre, .hidden') && one.getBoundingClientRect().right > innerWidth)
      .map((one) => one.outerHTML.slice(0, 80)),
    dark: light(behind(document.body)) < 0.1,
    pwned: typeof pwned !== 'undefined',
  };
})()`;

interface Survey {
  readonly overflow: number;
  readonly texts: number;
  readonly faint: readonly string[];
  readonly outside: readonly string[];
  readonly dark: boolean;
  readonly pwned: boolean;
}

// A browser comes from npm on Linux; elsewhere it is the one that is installed.
(hasBrowser ? describe : describe.skip)('the page in a browser', () => {
  const widths = [1280, 390];
  const schemes = ['light', 'dark'] as const;
  const views = widths.flatMap((width) => schemes.map((scheme) => ({ width, scheme })));

  it.each(views)('reads well at $width pixels, $scheme: nothing sticks out, nothing is faint', async (view) => {
    for (const name of ['busy', 'long']) {
      const { value, complaints } = await browser.look<Survey>(pages[name] ?? '', view, SURVEY);
      expect(value).toMatchObject({ overflow: 0, faint: [], outside: [], dark: view.scheme === 'dark' });
      expect(value.texts).toBeGreaterThan(100);
      expect(complaints).toEqual([]);
    }
  });

  it('shows what failed without a click', async () => {
    const seen = `[...document.querySelectorAll('details[open] > .body > .failure > pre')].map((one) => one.checkVisibility())`;
    const { value } = await browser.look<readonly boolean[]>(pages.busy ?? '', { width: 1280, scheme: 'light' }, seen);
    expect(value.length).toBeGreaterThan(0);
    expect(value).not.toContain(false);
  });

  it('runs nothing that a report says', async () => {
    const { value, complaints } = await browser.look<Survey>(
      pages.hostile ?? '',
      { width: 1280, scheme: 'light' },
      SURVEY,
    );
    expect(value).toMatchObject({ overflow: 0, pwned: false });
    expect(complaints).toEqual([]);
  });
});
