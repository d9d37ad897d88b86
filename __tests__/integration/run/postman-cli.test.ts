import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RequestLog, startRequestLog } from '../../../scripts/oracle/request-log.mjs';
import type { JsonObject } from '../../../src/core/lib/json.ts';
import type { SourceFile } from '../../../src/core/model/resource.ts';
import { readTreeSource } from '../../../src/files/trees.ts';
import { treeOf } from '../../support/tree.ts';
import { type Kit, startKit, suiteOf } from './runner-harness.ts';

/** What `npm run oracle:v3` recorded with Postman CLI 1.62.0. */
const fixtures = fileURLToPath(new URL('../../fixtures/v3/', import.meta.url));
const recorded = (name: string) => JSON.parse(readFileSync(`${fixtures}${name}.json`, 'utf8'));

let kit: Kit;
let log: RequestLog;
beforeAll(async () => {
  [kit, log] = await Promise.all([startKit(), startRequestLog()]);
}, 60_000);
afterAll(() => {
  log.close();
  return kit.close();
});

/** Rules that are warnings in Postman, too. */
const WARNINGS: ReadonlySet<string> = new Set(['FMT206', 'FMT207', 'FMT208', 'FMT209']);

/** Files that Postman's linter accepts and this reader refuses, with the reason. */
const STRICTER: Readonly<Record<string, string>> = {
  'folder-inherit/.resources/definition.yaml': 'the runner refuses the collection',
  'tag.request.yaml': 'a tag has no meaning in the format',
  'var1/.resources/definition.yaml': 'the runner refuses the collection',
  'var2/.resources/definition.yaml': 'the runner refuses the collection',
  'var3/.resources/definition.yaml': 'the runner refuses the collection',
  'websocket.request.yaml': 'it cannot run here',
};

/** Files that Postman's linter refuses and this reader takes. */
const LOOSER: Readonly<Record<string, string>> = {
  'examples-bad.request.yaml': 'examples are found by their path, whatever the key says',
};

interface LintRow {
  readonly file: string;
  readonly text: string;
  readonly rules: readonly string[];
}

describe('the linter of Postman CLI', () => {
  it.each(recorded('lint') as readonly LintRow[])('agrees about $file', ({ file, text, rules }) => {
    const refuses = treeOf({ [file]: text }).problems.length > 0;
    const isError = rules.some((rule) => !WARNINGS.has(rule));
    expect(refuses).toBe((isError || file in STRICTER) && !(file in LOOSER));
  });
});

describe('the migration of Postman CLI', () => {
  const { document, differences } = recorded('migrate') as {
    readonly document: JsonObject;
    readonly differences: readonly string[];
  };

  it('was given the document that is made today', async () => {
    const { source, problems } = await readTreeSource('Everything', `${fixtures}wire`, { allowUnsupported: false });
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(source?.content))).toEqual(document);
  });

  it('made the same tree of it, but for what is known', () => {
    expect(differences).toEqual([
      // Postman drops descriptions of variables.
      '.resources/definition.yaml: variables',
      // The list of the URL's own parameters is spelled out.
      'Auth key in the query.request.yaml: queryParams',
      // One of several authorizations is copied: v2.1 has no list of them.
      'Auth of the list.request.yaml: auth',
      'Folder- own auth/Of the collection.request.yaml: auth',
      // v2.1 has no types of values.
      'Headers in a list.request.yaml: headers',
      // The parameters are in the URL, too.
      'Parameters only.request.yaml: url',
      'Parameters win.request.yaml: queryParams',
      'Path variables.request.yaml: queryParams',
      'Query in the URL.request.yaml: queryParams',
      'Url encoding off.request.yaml: queryParams',
    ]);
  });
});

describe('the requests that Postman CLI sends', () => {
  /** Requests by their path whose difference is known: lines of Postman CLI's, lines of ours. */
  const KNOWN: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
    // Postman CLI names the type of a text that is not there.
    'POST /b/none': [['content-type: text/plain'], []],
    // Postman CLI puts an API key in a header, whatever `in` says.
    'GET /a/key?x=1': [['GET /a/key?x=1', 'k: k3y'], ['GET /a/key?x=1&k=k3y']],
    // Postman CLI runs the first of several scripts of one type.
    'GET /x': [[], ['x-two: 2020-01-01']],
    // Postman CLI mixes up parameters without a name.
    'GET /q?=keyless&a=again&gone=2&flag': [
      ['GET /q?=keyless&a=again&gone=2&flag'],
      ['GET /q?gone=2&a=1&flag&=keyless&a=again'],
    ],
  };

  it('are those of the same collection in Newman, but for what is known', async () => {
    const { source } = await readTreeSource('Everything', `${fixtures}wire`, { allowUnsupported: false });
    const environment = { name: 'Echo', file: echo(log.url) };
    await kit.run([{ ...suiteOf([]), collection: source as SourceFile, environment }]);
    const theirs = recorded('wire') as readonly (readonly string[])[];
    expect(log.requests).toHaveLength(theirs.length);
    const differences = theirs.flatMap((request, index) => {
      const own = log.requests[index] ?? [];
      const [gone, added] = [minus(request, own), minus(own, request)];
      return gone.length + added.length > 0 ? [[request[0] ?? '', [gone, added]] as const] : [];
    });
    expect(Object.fromEntries(differences)).toEqual(KNOWN);
  });
});

const echo = (url: string): SourceFile => {
  const content = { name: 'Echo', values: [{ key: 'base', value: url, enabled: true }] };
  return { path: 'echo.environment.yaml', content, bytes: 0, locate: () => ({ line: 1, column: 1 }) };
};

const minus = (a: readonly string[], b: readonly string[]): readonly string[] => a.filter((line) => !b.includes(line));
