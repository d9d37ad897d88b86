import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { parseArguments } from '../../src/cli/args.ts';
import { renderConfig } from '../../src/cli/init-config.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const names = readdirSync(new URL('examples/ci/', root));

/** The command lines of a pipeline, with their variables as the CI fills them in. */
const commandsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/npx --yes postman-sync@0 ([^\n']+)/g)].map(([, line = '']) =>
    line.replace('$CI_NODE_INDEX/$CI_NODE_TOTAL', '2/4').replaceAll('"', '').split(' '),
  );

describe.each(names)('the pipeline %s', (name) => {
  const text = read(`examples/ci/${name}`);

  it('is a document without mistakes', () => {
    if (name === 'Jenkinsfile') expect(text.split('{').length).toBe(text.split('}').length);
    else expect(parseDocument(text).errors).toEqual([]);
  });

  it('uses commands and flags that there are, and keeps the report, also of a red run', () => {
    const commands = commandsIn(text);
    expect(commands.length > 0 || text.includes('uses: postman-sync/postman-sync@v0')).toBe(true);
    expect(commands.flatMap((argv) => parseArguments(argv).problems)).toEqual([]);
    if (name !== 'github.yml') expect(text).toContain('postman-report');
    if (commands.length > 0 && name !== 'circleci.yml') expect(text).toMatch(/\balways\b/);
  });
});

describe('the address of the schema', () => {
  it('is the same in the configuration that init writes and on the pages', () => {
    const addresses = [
      renderConfig({ collections: [], environments: [] }),
      read('README.md'),
      read('docs/configuration.md'),
    ];
    const found = addresses.flatMap((text) => [...text.matchAll(/\$schema=(\S+)/g)].map(([, address]) => address));
    const { url } = JSON.parse(read('schema/schemastore.json')) as { readonly url: string };
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(new Set([...found, url]).size).toBe(1);
  });
});
