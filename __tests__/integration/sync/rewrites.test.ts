import { afterEach, describe, expect, it } from '@jest/globals';
import { isObject, type JsonObject, objectsOf } from '../../../src/core/lib/json.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { renderOutputs } from '../../../src/render/outputs.ts';
import { collection, environment, folder, request } from '../../support/collections.ts';
import { fullRequest } from '../../support/edits.ts';
import { startServer, type TestServer } from '../../support/http-server.ts';
import { startTeam, type Team } from '../../support/repository.ts';
import { KNOWN_REWRITES, type Rewrite, UNKNOWN_REWRITES } from '../../support/rewrites.ts';

let team: Team;
let front: TestServer;

afterEach(async () => {
  await front.close();
  await team.close();
});

/** A server that stores what a rewrite makes of collections. */
async function startFront(rewrite: Rewrite): Promise<void> {
  front = await startServer(async (incoming, response, body) => {
    const { method = 'GET', url = '', headers } = incoming;
    const sent = body === '' ? undefined : JSON.parse(body);
    const stored = isObject(sent?.collection) ? { collection: rewrite(sent.collection) } : sent;
    const answer = await fetch(`${team.emulator.url}${url}`, {
      method,
      headers: { 'x-api-key': String(headers['x-api-key']), 'content-type': 'application/json' },
      ...(stored === undefined ? {} : { body: JSON.stringify(stored) }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
}

const run = (command: 'plan' | 'apply', inputs: Readonly<Record<string, string>> = {}): Promise<Report> =>
  team.run(command, { 'api-url': front.url, verify: 'all', ...inputs });

const actions = (report: Report): readonly string[] =>
  (report.plan?.changes ?? []).filter(({ action }) => action !== 'none').map(({ action, name }) => `${action} ${name}`);

const writes = (): readonly string[] => team.calls().filter((call) => !call.startsWith('GET'));

const odd: JsonObject = {
  ...fullRequest('odd'),
  description: 'Says much.\r\n\r\nAnd more. ',
  'x-owner': 'payments',
  request: {
    method: 'POST',
    header: [
      { key: 'Accept', value: 'application/json' },
      { key: 'X-Trace', value: '1', disabled: true, 'x-note': 'own' },
    ],
    body: { mode: 'raw', raw: '{\r\n  "a": 1\r\n}\r\n' },
    url: { raw: '{{baseUrl}}/orders/:id', host: ['{{baseUrl}}'], path: ['orders', ':id'] },
  },
};

const shop: JsonObject = {
  ...collection('Shop', folder('Orders', odd, fullRequest('list')), fullRequest('health'), request('plain')),
  'x-team': 'payments',
  auth: {
    type: 'basic',
    basic: [
      { key: 'username', value: 'a' },
      { key: 'password', value: '{{p}}' },
    ],
  },
};
const named = (name: string): JsonObject => ({
  ...shop,
  info: { ...(shop.info as JsonObject), name, version: '1.2.0', 'x-own': true },
});
const file = (name: string): string => `${name}.postman_collection.json`;
const files = {
  [file('shop')]: named('Shop'),
  [file('store')]: named('Store'),
  'local.postman_environment.json': {
    ...environment('Local', { key: 'a', value: '1', 'x-own': true }, { key: 'b', value: '2', disabled: true }),
    color: 'red',
  },
};

/** A collection with one more request. */
const withOneMore = (content: JsonObject, name: string): JsonObject => ({
  ...content,
  item: [...objectsOf(content.item), request(name)],
});

const inPostman = async (name: string): Promise<{ readonly uid: string; readonly content: JsonObject }> => {
  const { collections } = await team.call('GET', `/collections?workspace=${team.emulator.workspaceId}`);
  const uid = String(objectsOf(collections).find((one) => one.name === name)?.uid);
  const { collection: content } = await team.call('GET', `/collections/${uid}`);
  return { uid, content: content as JsonObject };
};

const all =
  (rewrites: readonly Rewrite[]): Rewrite =>
  (content) =>
    rewrites.reduce((made, rewrite) => rewrite(made), content);

const { 'ids everywhere': _, ...known } = KNOWN_REWRITES;
const { 'drops members that it does not know': drop, ...others } = UNKNOWN_REWRITES;

const rewrites: Readonly<Record<string, Rewrite>> = {
  'drops members that it does not know': drop,
  'does what only a look tells': all(Object.values(others)),
  'does all that a comparison knows of': all(Object.values(known)),
};

describe('a server that changes what it receives', () => {
  it.each(Object.entries(rewrites))('causes no drift, no write and no failure: it %s', async (_, rewrite) => {
    team = await startTeam(files);
    await startFront(rewrite);
    await team.commit();
    expect((await run('apply')).verdict).toBe('passed');
    team.calls();
    for (const inputs of [{}, { 'on-drift': 'fail' }, { 'on-drift': 'overwrite' }]) {
      const report = await run('apply', inputs);
      expect([report.verdict, actions(report), renderOutputs(report).get('behind')]).toEqual(['passed', [], '0']);
    }
    expect(writes()).toEqual([]);
    await team.clock.sleep(60_000);
    await team.write({ [file('shop')]: withOneMore(named('Shop'), 'ours') });
    await team.commit();
    expect(actions(await run('apply'))).toEqual(['update Shop']);
    expect(actions(await run('plan'))).toEqual([]);
    // What a colleague does is still told from it.
    const { uid, content } = await inPostman('Shop');
    await team.clock.sleep(60_000);
    await team.call('PUT', `/collections/${uid}`, { collection: withOneMore(content, 'theirs') });
    const behind = await run('plan');
    expect([behind.verdict, actions(behind), renderOutputs(behind).get('behind')]).toEqual(['passed', [], '1']);
    expect((await team.pull({}, { 'api-url': front.url })).verdict).toBe('passed');
    await team.commit();
    const after = await run('plan', { 'on-drift': 'fail' });
    expect([after.verdict, actions(after), renderOutputs(after).get('behind')]).toEqual(['passed', [], '0']);
  });
});
