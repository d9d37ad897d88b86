import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../../src/core/lib/json.ts';
import { createScanner } from '../../../src/scan/scanner.ts';
import { awsSecret, githubToken, postmanKey, privateKey, samples } from '../../support/credentials.ts';
import { blocking, harmless, warning } from '../../support/planted-credentials.ts';

const scanner = createScanner({ now: () => Date.UTC(2026, 0, 1) });

/** What is found: rule, path and value. */
const scan = async (content: JsonObject) =>
  (await scanner.scan(content)).map(({ rule, at, value }) => ({ rule, at: at.join('.'), value: value.reveal() }));

const header = (value: string): JsonObject => ({
  item: [{ name: 'Order', request: { header: [{ key: 'Authorization', value }] } }],
});

describe('the scan for credentials', () => {
  it.each(Object.entries(samples))('finds %s in a value, and between other words', async (rule, value) => {
    const at = 'item.0.request.header.0.value';
    expect(await scan(header(value))).toEqual([{ rule, at, value }]);
    expect(await scan(header(`see ${value} (from the wiki)`))).toEqual([{ rule, at, value }]);
  });

  it('knows an AWS secret by the name of its variable, of its key and of the signature’s parameter', async () => {
    const named = (name: string) => ({ values: [{ key: name, value: awsSecret, type: 'default' }] });
    for (const content of [named('AWS_SECRET_ACCESS_KEY'), named('awsSecretAccessKey')]) {
      expect(await scan(content)).toEqual([{ rule: 'aws/AWSSecretAccessKey', at: 'values.0.value', value: awsSecret }]);
    }
    const signed = { auth: { type: 'awsv4', awsv4: [{ key: 'secretKey', value: awsSecret, type: 'string' }] } };
    expect(await scan(signed)).toMatchObject([{ rule: 'aws/AWSSecretAccessKey', at: 'auth.awsv4.0.value' }]);
    expect(await scan(named('checksum'))).toEqual([]);
  });

  it('resolves the escapes of JSON', async () => {
    const [first = '', ...rest] = githubToken;
    const escaped = `\\u${first.charCodeAt(0).toString(16).padStart(4, '0')}${rest.join('')}`;
    expect(await scan(JSON.parse(`{"description": "line\\n${escaped}\\tend"}`))).toMatchObject([
      { rule: 'github/GITHUB_TOKEN', at: 'description', value: githubToken },
    ]);
  });

  it('finds a private key over several lines of a script, at its first line', async () => {
    const exec = ['const key = `', ...privateKey.trim().split('\n'), '`;'];
    expect(await scan({ event: [{ script: { exec } }] })).toMatchObject([
      { rule: 'privatekey/PrivateKey', at: 'event.0.script.exec.1' },
    ]);
  });

  it('finds a private key in a raw body that is JSON itself', async () => {
    const raw = JSON.stringify({ type: 'service_account', private_key: privateKey });
    expect(await scan({ request: { body: { mode: 'raw', raw } } })).toMatchObject([
      { rule: 'privatekey/PrivateKey', at: 'request.body.raw' },
    ]);
  });

  it('finds every place, in any order of strings and beyond a megabyte', async () => {
    const padding = Array.from({ length: 3 }, () => 'x '.repeat(400_000));
    const found = await scan({ a: postmanKey, padding, b: { c: [postmanKey, githubToken] }, d: postmanKey });
    expect(found.map(({ at }) => at)).toEqual(['a', 'b.c.0', 'b.c.1', 'd']);
  });

  it('is not switched off by a comment in the file', async () => {
    expect(await scan({ info: { description: 'secretlint-disable' }, token: githubToken })).toHaveLength(1);
  });

  it('does not join two strings to a credential', async () => {
    const half = githubToken.length / 2;
    expect(await scan({ a: githubToken.slice(0, half), b: githubToken.slice(half) })).toEqual([]);
    expect(await scan({ a: 'aws_secret_access_key:', b: awsSecret })).toEqual([]);
  });

  it.each([
    ['a variable', '{{token}}'],
    ['nothing', ''],
    ['a URL with variables for name and password', 'https://{{user}}:{{password}}@shop.internal.net/orders'],
    ['a connection with variables', 'postgres://{{user}}:{{password}}@{{host}}/shop'],
    ['a URL with a port', 'https://shop.internal.net:8443/orders?mail=ada@example.com'],
    ['a UUID', '45d79005-47db-4b19-9430-7e5d618b9bd0'],
    ['a hash', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['a key that was left out', 'PMAK-xxxxxxxx'],
    ['a ticket', 'PMAT-125'],
    ['the token of Slack’s documentation', 'xoxb-your-token-here'],
    ['the keys of AWS’s documentation', `${'AK'}IAIOSFODNN7EXAMPLE and ${'AK'}IAI44QH8DHBEXAMPLE`],
    ['an account', '{"account_id": "123456789012"}'],
    ['a public key', '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----'],
    ['a private key without one', '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----'],
    ['a token in the making', `pm.environment.set('token', pm.response.json().token);`],
  ])('takes %s for no credential', async (_, value) => {
    const note = { item: [{ name: 'Order', request: { header: [{ key: 'X-Note', value }] } }] };
    expect(await scan(note)).toEqual([]);
  });

  it('finds nothing in the examples', async () => {
    const folder = join(import.meta.dirname, '../../../examples');
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) expect(await scan(JSON.parse(readFileSync(join(folder, path), 'utf8')))).toEqual([]);
  });
});

const severities = async (content: JsonObject): Promise<readonly string[]> => [
  ...new Set((await scanner.scan(content)).map(({ severity }) => severity)),
];

describe('a credential that was committed', () => {
  it.each(Object.entries(blocking))('is certain: %s', async (_, content) => {
    expect(await severities(content)).toEqual(['high']);
  });

  it.each(Object.entries(warning))('is suspected: %s', async (_, content) => {
    expect(await severities(content)).toEqual(['low']);
  });
});

describe('what only looks like a credential', () => {
  it.each(Object.entries(harmless))('is none: %s', async (_, content) => {
    const found = await scanner.scan(content);
    expect(found.filter(({ severity }) => severity !== 'harmless').map(({ rule }) => rule)).toEqual([]);
  });
});
