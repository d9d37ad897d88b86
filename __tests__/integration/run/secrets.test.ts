import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { item, type Kit, sourceFile, startKit, suiteOf } from './runner-harness.ts';

let kit: Kit;
const seen: string[] = [];

beforeAll(async () => {
  kit = await startKit((request, response) => {
    seen.push(String(request.headers.authorization ?? ''));
    if (request.url?.startsWith('/echo')) {
      response.setHeader('set-cookie', 'sid=cookie-value-1');
      response.end(JSON.stringify({ said: request.headers.authorization, access_token: 'answered-token-1' }));
    }
  });
}, 60_000);
afterAll(() => kit.close());

const environment = {
  name: 'Staging',
  file: sourceFile('staging.postman_environment.json', {
    name: 'Staging',
    values: [
      { key: 'host', value: 'overridden', enabled: true },
      { key: 'key', value: 'environment-secret-1', type: 'secret', enabled: true },
      { key: 'session', value: '', type: 'secret', enabled: true },
    ],
  }),
};

describe('secrets', () => {
  it('are used, and stand in nothing that comes out', async () => {
    const test = [
      'console.log("token is", pm.variables.get("token"), { deep: pm.environment.get("key") });',
      'pm.environment.set("session", "learned-secret-1");',
      'pm.test("with " + pm.variables.get("token"), () => pm.expect(pm.environment.get("key")).to.eql("x"));',
      'console.log("session", pm.environment.get("session"));',
    ];
    const request = {
      auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}' }] },
      header: [{ key: 'X-Plain', value: '{{key}}' }],
    };
    const url = `http://user:password-1@${kit.api.slice(7)}/echo?key={{key}}&apikey=literal-key-1&page=2`;
    const literal = { auth: { type: 'basic', basic: [{ key: 'password', value: 'literal-password-1' }] } };
    const suite = suiteOf(
      [
        item('Echo {{token}}', url, test, request),
        item(
          'Again',
          `${kit.api}/echo?s={{session}}`,
          'pm.test("a", () => pm.expect(1).to.eql(pm.environment.get("session")));',
          literal,
        ),
      ],
      { environment, variables: { token: 'variable-secret-1', host: 'h' } },
    );
    const results = await kit.run([suite]);
    expect(seen[0]).toBe('Bearer variable-secret-1');
    expect(kit.requests[0]).toContain('environment-secret-1');
    expect(results[0]?.attempt.failures).toHaveLength(2);
    expect(results[0]?.attempt.executions[0]?.url).toMatch(/\/echo\?key=\*\*\*&apikey=\*\*\*&page=2$/);
    const everything = JSON.stringify(results) + kit.logged.join('\n');
    expect(everything).toContain('token is ***');
    const texts = [
      'variable-secret-1',
      'environment-secret-1',
      'learned-secret-1',
      'password-1',
      'literal-key-1',
      'cookie-value-1',
      'answered-token-1',
    ];
    expect(texts.filter((text) => everything.includes(text))).toEqual([]);
  });

  it('that scripts put into headers are hidden wherever they come back', async () => {
    const header = [{ key: 'Authorization', value: 'Bearer literal-header-1' }];
    const test = [
      'const said = pm.response.json().said;',
      'console.log(said, pm.request.headers.get("Authorization"));',
      'pm.test("with " + said, () => pm.expect(said).to.eql("x"));',
      'pm.collectionVariables.set("mine", "collection-secret-1");',
      'console.log(pm.collectionVariables.get("mine"));',
    ];
    const basic = {
      auth: {
        type: 'basic',
        basic: [
          { key: 'username', value: 'me' },
          { key: 'password', value: '{{plain}}' },
        ],
      },
    };
    const suite = suiteOf(
      [item('Literal', `${kit.api}/echo`, test, { header }), item('Basic', `${kit.api}/echo`, test, basic)],
      {
        collection: {
          variable: [
            { key: 'mine', value: '', type: 'secret' },
            { key: 'plain', value: 'plain-password-1' },
          ],
        },
      },
    );
    const results = await kit.run([suite]);
    const everything = JSON.stringify(results) + kit.logged.join('\n');
    expect(everything).toContain('with Bearer ***');
    const texts = ['literal-header-1', 'collection-secret-1', btoa('me:plain-password-1')];
    expect(texts.filter((text) => everything.includes(text))).toEqual([]);
  });

  it('of the suite win over the environment and the globals', async () => {
    const test =
      'pm.test([pm.environment.get("host"), pm.globals.get("host"), pm.variables.get("other")].join(), () => {});';
    const globals = {
      values: [
        { key: 'host', value: 'global' },
        { key: 'other', value: 'kept' },
      ],
    };
    const suite = suiteOf([item('A', `${kit.api}/a`, test)], { environment, globals, variables: { host: 'h' } });
    const [result] = await kit.run([suite]);
    expect(result?.attempt.executions[0]?.assertions[0]?.name).toBe('h,h,kept');
  });
});
