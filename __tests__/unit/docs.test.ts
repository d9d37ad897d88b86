import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseArguments } from '../../src/cli/args.ts';
import { parseConfig } from '../../src/settings/config.ts';
import { INPUTS } from '../../src/settings/inputs/index.ts';
import { blocksOf, commandLines, slugOf } from '../support/markdown.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8').replaceAll('\r\n', '\n');
const pagesIn = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs/', 'examples/', 'bench/', '.github/'].flatMap(pagesIn),
].map((path) => ({ path, text: read(path) }));

/** Headings as GitHub makes anchors of them, and anchors that are written out. */
function anchorsIn(text: string): ReadonlySet<string> {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const slugs = [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) => slugOf(title));
  const counted = slugs.map((slug, at) => {
    const before = slugs.slice(0, at).filter((other) => other === slug).length;
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set([...counted, ...[...text.matchAll(/<a id="([\w-]+)">/g)].map(([, id = '']) => id)]);
}

const anchors = new Map(pages.map(({ path, text }) => [path, anchorsIn(text)]));

function brokenLinks({ path, text }: (typeof pages)[number]): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(
    ([, link, source]) => link ?? source ?? '',
  );
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target) || (target.startsWith('..') && path.startsWith('.github'))) return false;
    const [file = '', anchor] = target.split('#');
    const to =
      file === ''
        ? path
        : normalize(join(dirname(path), file))
            .replaceAll('\\', '/')
            .replace(/\/$/, '');
    if (!existsSync(new URL(to, root))) return true;
    return anchor !== undefined && anchors.has(to) && !anchors.get(to)?.has(anchor);
  });
}

/** A list of steps, as pages show it without the workflow around. */
const isSteps = (text: string) => /^- (uses|run|name):/m.test(text) && Array.isArray(parse(text));

function wrongInputs(text: string): readonly string[] {
  const steps = parse(text) as readonly { readonly uses?: string; readonly with?: object }[];
  const own = steps.filter(({ uses }) => uses?.startsWith('postman-sync/'));
  return own
    .flatMap((step) => Object.keys(step.with ?? {}))
    .filter((name) => !INPUTS.some((input) => input.name === name));
}

function wrongYaml(text: string): readonly string[] {
  if (/^jobs:/m.test(text)) return []; // example-workflows.test.ts lints these
  if (isSteps(text)) return wrongInputs(text);
  const parsed = parseConfig({ path: 'postman-sync.yaml', text });
  return parsed.ok ? [] : parsed.problems.map(({ position, message }) => `${position?.line} ${message}`);
}

describe('the documentation', () => {
  it('links to files and anchors that exist', () => {
    const broken = pages.flatMap((page) => brokenLinks(page).map((target) => `${page.path}: ${target}`));
    expect(broken).toEqual([]);
  });

  it('shows configurations and steps that are valid', () => {
    const wrong = pages.flatMap(({ path, text }) =>
      blocksOf(text, 'yaml').flatMap((block) => wrongYaml(block.text).map((what) => `${path}:${block.line} ${what}`)),
    );
    expect(wrong).toEqual([]);
  });

  it('shows command lines that the command line accepts', () => {
    const lines = pages.flatMap(({ path, text }) => commandLines(text).map((argv) => ({ path, argv })));
    expect(lines.length).toBeGreaterThan(40);
    const wrong = lines.flatMap(({ path, argv }) =>
      parseArguments(argv).problems.map(({ message }) => `${path}: ${argv.join(' ')}: ${message}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is listed page by page', () => {
    const listed = read('docs/README.md');
    const unlisted = pages
      .map(({ path }) => path)
      .filter((path) => /^docs\/[\w-]+\.md$/.test(path) && path !== 'docs/README.md');
    expect(unlisted.filter((path) => !listed.includes(`](${path.slice('docs/'.length)}`))).toEqual([]);
  });

  it('has a changelog that begins as its tool expects', () => {
    const [, head = '?'] = /^header = """\n([\s\S]*?)"""$/m.exec(read('cliff.toml')) ?? [];
    expect(read('CHANGELOG.md').slice(0, head.length)).toBe(head);
  });
});
