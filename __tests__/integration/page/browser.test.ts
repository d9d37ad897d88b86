import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportedPlan } from '../../../src/core/report/report.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { type Browser, hasBrowser, startBrowser } from '../../support/browser.ts';
import { poisoned } from '../../support/hostile.ts';
import { anAttempt, aReport, aRun } from '../../support/report.ts';
import { busyReport, shop } from '../../support/sample-report.ts';
import { reviewedReport } from '../../support/whole-reports.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Shared runners of CI take their time. */
const slowMachine = process.env.CI !== undefined || cpus().length < 4;

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
    reviewed: reviewedReport(),
    green: aReport({ runs: [aRun(), aRun({ suite: 'Catalog' })], plan: busyReport().plan as ReportedPlan }),
    many: aReport({ runs: [aRun({ suite: 'Many', attempt: anAttempt({ executions: thousand() }) })] }),
  };
  for (const [name, report] of Object.entries(reports)) {
    const path = join(folder, `${name}.html`);
    await writeFile(path, renderHtml(report));
    pages[name] = pathToFileURL(path).href;
  }
  const scriptless = join(folder, 'scriptless.html');
  await writeFile(scriptless, renderHtml(busyReport()).replace(/<script>.*<\/script>/s, ''));
  pages.scriptless = pathToFileURL(scriptless).href;
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** A thousand requests with names, headers and bodies. */
const thousand = () =>
  shop(1000).map((execution, at) => ({
    ...execution,
    iteration: 1,
    path: [`Folder ${Math.floor(at / 20)}`],
    request: `Request ${at}`,
    exchange: {
      request: { line: `GET http://host/${at}`, headers: ['accept: */*', 'authorization: ***'] },
      response: { line: 'HTTP 200 OK', headers: ['content-type: text/plain'], body: 'x'.repeat(2000), bodyBytes: 2000 },
    },
  }));

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

/** What axe has to say, each finding with the first elements it is about. */
const axeRun = (open: boolean): string => `(async () => {
  ${open ? "document.querySelectorAll('details').forEach((one) => { one.open = true; });" : ''}
  ${AXE}
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | '));
})()`;

interface Steps {
  readonly text: readonly string[];
  readonly count: string;
  readonly failed: readonly string[];
  readonly folder: readonly string[];
  readonly sorted: boolean;
  readonly back: readonly string[];
}

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
    const seen = `[...document.querySelectorAll('details[open] > .body > .failure pre.message')].map((one) => one.checkVisibility())`;
    const { value } = await browser.look<readonly boolean[]>(pages.busy ?? '', { width: 1280, scheme: 'light' }, seen);
    expect(value.length).toBeGreaterThan(0);
    expect(value).not.toContain(false);
  });

  it.each(views)(
    'has nothing that axe finds wrong at $width pixels, $scheme, folded or unfolded',
    async (view) => {
      for (const name of ['reviewed', 'green']) {
        for (const open of [false, true]) {
          const { value, complaints } = await browser.look<readonly string[]>(pages[name] ?? '', view, axeRun(open));
          expect(value).toEqual([]);
          expect(complaints).toEqual([]);
        }
      }
    },
    60_000,
  );

  it('finds requests by text, result and folder, and puts the slowest first', async () => {
    const act = `(async () => {
      const rows = () => [...document.querySelectorAll('.q')].filter((one) => one.checkVisibility()).map((one) => one.querySelector('.n').textContent.trim());
      const set = async (id, value, event) => {
        const one = document.getElementById(id);
        one.value = value;
        one.dispatchEvent(new Event(event));
        await new Promise((resolve) => setTimeout(resolve, 150));
      };
      const steps = {};
      await set('find', 'pay', 'input');
      steps.text = rows();
      steps.count = document.getElementById('found').textContent;
      await set('find', '', 'input');
      await set('state', 'failed', 'change');
      steps.failed = rows();
      await set('state', '', 'change');
      await set('folder', 'Payment', 'change');
      steps.folder = rows();
      await set('folder', '', 'change');
      document.querySelector('#orders').open = true;
      await set('order', 'slow', 'change');
      const times = [...document.querySelectorAll('#orders .q')].map((one) => Number(one.dataset.m));
      steps.sorted = times.every((time, at) => at === 0 || times[at - 1] >= time);
      await set('order', '', 'change');
      steps.back = [...document.querySelectorAll('#orders .q')].map((one) => one.id);
      return steps;
    })()`;
    const view = { width: 1280, scheme: 'light' } as const;
    const { value, complaints } = await browser.look<Steps>(pages.busy ?? '', view, act);
    expect(complaints).toEqual([]);
    expect(value).toMatchObject({
      text: ['POST Pay'],
      count: '1 of 47 requests',
      failed: ['POST Place an order', 'POST Pay', 'POST Place an order'],
      folder: ['POST Pay'],
      sorted: true,
    });
    expect(value.back).toHaveLength(17);
    expect(value.back.at(0)).toBe('orders-session-log-in');
  });

  it('is worked by keys: / searches, Escape clears, n goes to the next failure', async () => {
    const act = `(() => {
      const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const find = document.getElementById('find');
      press('/');
      const focused = document.activeElement === find;
      find.value = 'x';
      press('Escape');
      const cleared = find.value === '' && document.activeElement !== find;
      press('n');
      return { focused, cleared, failure: document.activeElement.getAttribute('href') };
    })()`;
    const { value } = await browser.look(pages.busy ?? '', { width: 1280, scheme: 'light' }, act);
    expect(value).toEqual({ focused: true, cleared: true, failure: '#orders-checkout-place-an-order-status-is-201' });
  });

  it('opens what an address leads to, however deep it is folded', async () => {
    const { value } = await browser.look(
      `${pages.many}#many-folder-40-request-800`,
      { width: 1280, scheme: 'light' },
      `document.getElementById('many-folder-40-request-800').querySelector('.d').checkVisibility()`,
    );
    expect(value).toBe(true);
  });

  it('copies a request as a curl command', async () => {
    const act = `(async () => {
      const box = document.querySelector('#orders .more .curl');
      for (let at = box; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
      await new Promise((resolve) => setTimeout(resolve, 50));
      let copied = '';
      navigator.clipboard.writeText = async (text) => { copied = text; };
      box.querySelector('button').click();
      await new Promise((resolve) => setTimeout(resolve, 10));
      return { copied, button: box.querySelector('button').textContent };
    })()`;
    const { value } = await browser.look<{ copied: string; button: string }>(
      pages.busy ?? '',
      { width: 1280, scheme: 'light' },
      act,
    );
    expect(value.copied).toContain("curl -X 'POST' 'http://127.0.0.1:4000/orders'");
    expect(value.copied).toContain(`-H 'authorization: '"$AUTHORIZATION"`);
    expect(value.button).toBe('Copied');
  });

  it('prints the folded parts, too, and none of the tools', async () => {
    const act = `({
      folded: [...document.querySelectorAll('.a')].filter((one) => one.getClientRects().length === 0).length,
      tools: document.getElementById('tools').checkVisibility(),
    })`;
    const view = { width: 800, scheme: 'light', print: true } as const;
    const { value } = await browser.look(pages.busy ?? '', view, act);
    expect(value).toEqual({ folded: 0, tools: false });
  });

  it('prints dark text on white, also where the screen is dark', async () => {
    const view = { width: 800, scheme: 'dark', print: true } as const;
    const { value } = await browser.look<Survey>(pages.reviewed ?? '', view, SURVEY);
    expect(value).toMatchObject({ overflow: 0, faint: [], outside: [], dark: false });
  });

  it('opens a thousand requests in less than a second of work', async () => {
    const { value } = await browser.look<number>(
      pages.many ?? '',
      { width: 1280, scheme: 'light' },
      `performance.getEntriesByType('navigation')[0].loadEventEnd`,
    );
    expect(value).toBeLessThan(slowMachine ? 5000 : 1000);
  });

  it('is whole without its script', async () => {
    const { value } = await browser.look(
      pages.scriptless ?? '',
      { width: 1280, scheme: 'light' },
      `({ tools: document.getElementById('tools').checkVisibility(), rows: document.querySelectorAll('.q').length })`,
    );
    expect(value).toEqual({ tools: false, rows: 47 });
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
