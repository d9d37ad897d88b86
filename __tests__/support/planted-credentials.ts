import type { JsonObject } from '../../src/core/lib/json.ts';
import { chars, hex, letters, privateKey, samples, uuid } from './credentials.ts';

/** Postman documents with one credential each, at places and in forms in which people commit them. */

const request = (parts: JsonObject): JsonObject => ({ item: [{ name: 'Order', request: parts }] });
const auth = (type: string, parameters: Readonly<Record<string, string>>): JsonObject =>
  request({
    auth: { type, [type]: Object.entries(parameters).map(([key, value]) => ({ key, value, type: 'string' })) },
  });
const header = (key: string, value: string): JsonObject => request({ header: [{ key, value }] });
const variable = (key: string, value: string): JsonObject => ({ values: [{ key, value, type: 'default' }] });
const raw = (text: string): JsonObject => request({ body: { mode: 'raw', raw: text } });
const url = (text: string): JsonObject => request({ url: { raw: text } });
const script = (...exec: readonly string[]): JsonObject => ({ event: [{ listen: 'prerequest', script: { exec } }] });
const example = (answer: JsonObject): JsonObject => ({ item: [{ name: 'Order', response: [answer] }] });

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const encoded = (claims: JsonObject): string => Buffer.from(JSON.stringify(claims)).toString('base64url');

export const jsonWebToken = (claims: JsonObject): string =>
  [encoded({ alg: 'HS256', typ: 'JWT' }), encoded(claims), chars(43)].join('.');

/** 2100-01-01. */
const LATE = 4_102_444_800;

/** Name → a document whose credential has to be found, and stops an upload. */
export const blocking: Readonly<Record<string, JsonObject>> = {
  ...Object.fromEntries(
    Object.entries(samples).map(([rule, value]) => [`${rule} in a variable`, variable('value', value)]),
  ),
  'a bearer token': auth('bearer', { token: chars(40) }),
  'the password of basic auth, made by a machine': auth('basic', { username: 'ada', password: chars(24) }),
  'an API key helper': auth('apikey', { key: 'X-Shop', value: chars(32), in: 'header' }),
  'an OAuth 2 client secret': auth('oauth2', { clientId: 'shop', clientSecret: uuid }),
  'an OAuth 2 access token': auth('oauth2', { accessToken: chars(64) }),
  'an OAuth 1 token secret': auth('oauth1', { tokenSecret: chars(40) }),
  'a Hawk key': auth('hawk', { authId: 'ada', authKey: chars(40) }),
  'an AWS signature’s secret': auth('awsv4', { accessKey: 'x', secretKey: chars(40) }),
  'the secret of a JWT helper': auth('jwt', { secret: chars(32) }),
  'auth as v2.0 writes it': request({ auth: { type: 'basic', basic: { username: 'ada', password: chars(20) } } }),
  'auth of the whole collection': { auth: { type: 'bearer', bearer: [{ key: 'token', value: chars(30) }] } },
  'auth of a folder': { item: [{ auth: { type: 'bearer', bearer: [{ key: 'token', value: chars(30) }] }, item: [] }] },
  'Authorization: Bearer': header('Authorization', `Bearer ${chars(40)}`),
  'authorization: Token': header('authorization', `Token ${hex(40)}`),
  'Authorization: Basic': header('Authorization', `Basic ${base64(`ada:${chars(16)}`)}`),
  'Authorization without a scheme': header('Authorization', hex(40)),
  'X-API-Key': header('X-API-Key', chars(32)),
  'x-api-key with a UUID': header('x-api-key', uuid),
  'Ocp-Apim-Subscription-Key': header('Ocp-Apim-Subscription-Key', hex(32)),
  'X-Auth-Token': header('X-Auth-Token', chars(32)),
  'X-Vault-Token': header('X-Vault-Token', ['hv', 's.', chars(40)].join('')),
  'DD-APPLICATION-KEY': header('DD-APPLICATION-KEY', hex(40)),
  'headers as one text': request({ header: `Accept: application/json\nX-API-Key: ${chars(32)}\n` }),
  'the header of a saved example’s request': example({
    originalRequest: { header: [{ key: 'X-API-Key', value: chars(32) }] },
  }),
  'a query parameter': request({ url: { query: [{ key: 'api_key', value: chars(32) }] } }),
  'a parameter in a raw URL': url(`https://shop.internal.net/orders?limit=1&access_token=${chars(40)}`),
  'a URL as a text': request({ url: `https://shop.internal.net/orders?apikey=${chars(32)}` }),
  'a form field': request({ body: { urlencoded: [{ key: 'client_secret', value: chars(40) }] } }),
  'a multipart field': request({ body: { formdata: [{ key: 'api_token', value: chars(40) }] } }),
  'a JSON body': raw(`{"client_id": "shop", "client_secret": "${chars(40)}", "n": {{count}}}`),
  'a nested JSON body': raw(JSON.stringify({ auth: { apiKey: chars(32) } })),
  'a raw form body': raw(`grant_type=client_credentials&client_secret=${chars(32)}`),
  'an XML body': raw(`<soap:Envelope><wsse:Password Type="PasswordText">${chars(20)}</wsse:Password></soap:Envelope>`),
  'GraphQL variables': request({ body: { graphql: { query: '{ a }', variables: `{"apiToken": "${chars(32)}"}` } } }),
  'an environment variable': variable('prod_api_key', chars(32)),
  'a variable with a word for its stage': variable('API_KEY_PROD', chars(32)),
  'a variable with a camel-case name': variable('stagingClientSecret', chars(32)),
  'a collection variable': { variable: [{ key: 'refreshToken', value: chars(60) }] },
  'a variable of type secret': { values: [{ key: 'thing', value: chars(24), type: 'secret' }] },
  'a variable that a script sets': script(`pm.environment.set("auth_token", "${chars(40)}");`),
  'a constant of a script': script(`const apiSecret = '${chars(32)}';`),
  'a member in a script': script('const body = {', `  client_secret: "${chars(40)}",`, '};'),
  'a header that a script adds': script(
    `pm.request.headers.add({ key: 'Authorization', value: 'Bearer ${chars(40)}' });`,
  ),
  'the key of a signature in a script': script(`CryptoJS.HmacSHA256(body, "${chars(32)}").toString();`),
  'a JSON Web Token that is valid for long': header('Authorization', `Bearer ${jsonWebToken({ sub: 'a', exp: LATE })}`),
  'a JSON Web Token without an end': variable('value', jsonWebToken({ user: 7 })),
  'a known token in base64': variable('value', base64(samples['github/GITHUB_TOKEN'] ?? '')),
  'a private key in base64': variable('value', base64(privateKey)),
  'a known token in a description': { info: { description: `curl -H "X: ${samples['gitlab/TOKEN'] ?? ''}"` } },
  'a known token in an example’s body': example({ body: `{"key": "${samples['stripe/SECRET_KEY'] ?? ''}"}` }),
  'a Redis URL': variable('cache', ['redis://ada:', chars(16), '@cache.internal.net:6379'].join('')),
  'a JDBC connection': variable('db', ['jdbc:sqlserver://db.internal.net;user=sa;password=', chars(12), ';'].join('')),
  'an Azure storage connection': variable(
    'storage',
    ['DefaultEndpointsProtocol=https;AccountName=shop;Account', `Key=${chars(86)}==`].join(''),
  ),
};

/** Name → a document whose credential is reported, but does not stop an upload: it may be a dummy, or be out of date. */
export const warning: Readonly<Record<string, JsonObject>> = {
  'the password of basic auth, chosen by a person': auth('basic', { username: 'ada', password: 'Sommer2024!' }),
  'a password in a body': raw('{"user": "ada", "password": "Zirkus7even"}'),
  'a password in a form': request({ body: { urlencoded: [{ key: 'password', value: 'Zirkus7even' }] } }),
  'a password in a variable': variable('db_password', 'Zirkus7even'),
  'a password in a URL': url('https://shop.internal.net/login?user=ada&password=Zirkus7even'),
  'a password that a script sets': script(`pm.variables.set('password', 'Zirkus7even');`),
  'a session’s cookie': header('Cookie', `theme=dark; JSESSIONID=${hex(32).toUpperCase()}`),
  'the session that an example sets': example({ header: [{ key: 'Set-Cookie', value: `sid=${chars(32)}; Path=/` }] }),
  'the token in an example’s body': example({ body: `{"access_token": "${chars(40)}", "token_type": "Bearer"}` }),
  'a command line in a description': { info: { description: `curl -H "Authorization: Bearer ${chars(40)}" /orders` } },
  'a test key of Stripe': variable('value', ['sk', '_test_', chars(24)].join('')),
  'a short token': variable('token', 'k7m2p9q4'),
};

/** Name → a document in which nothing is to be reported. */
export const harmless: Readonly<Record<string, JsonObject>> = {
  'a variable in auth': auth('bearer', { token: '{{token}}' }),
  'a variable with a default text': auth('basic', { username: '{{user}}', password: '{{password}}' }),
  'a placeholder in angle brackets': header('Authorization', 'Bearer <your access token>'),
  'a placeholder in words': header('X-API-Key', 'your-api-key-here'),
  'a placeholder in capitals': header('X-API-Key', 'MY_API_KEY_VALUE'),
  'a row of x': header('X-API-Key', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'),
  'a row of letters and digits': header('X-API-Key', ['abcdef', '1234567890', 'abcdef'].join('')),
  'a prefix with a row': variable('value', ['sk', '_live_', 'x'.repeat(24)].join('')),
  'a prefix with a sequence': variable('value', ['gh', 'p_', '1234567890abcdefghijklmnopqrstuvwxyz'].join('')),
  'a default password': raw('{"user": "admin", "password": "password123"}'),
  'a default password with signs': auth('basic', { username: 'test', password: 'P@ssw0rd' }),
  'an empty secret': { values: [{ key: 'token', value: '', type: 'secret' }] },
  'the basic auth of RFC 7617': header('Authorization', ['Basic QWxhZGRpbjpv', 'cGVuIHNlc2FtZQ=='].join('')),
  'the access token of RFC 6749': example({ body: '{"access_token": "2YotnFZFEjr1zCsicMWpAA"}' }),
  'the basic auth of Postman’s echo service': header('Authorization', 'Basic cG9zdG1hbjpwYXNzd29yZA=='),
  'the default token of jwt.io': header(
    'Authorization',
    `Bearer ${jsonWebToken({ sub: '1234567890', name: 'John Doe', iat: 1516239022 })}`,
  ),
  'an expired JSON Web Token': header('Authorization', `Bearer ${jsonWebToken({ sub: 'a', exp: 1_600_000_000 })}`),
  'a public anonymous key': variable('anonKey', jsonWebToken({ role: 'anon', exp: LATE })),
  'a token’s type and lifetime': example({
    body: '{"token_type": "Bearer", "expires_in": 3600, "password_policy": "strong8"}',
  }),
  'the URL of a token': variable('access_token_url', 'https://login.internal.net/oauth2/v2.0/token'),
  'a client id': variable('client_id', chars(32)),
  'the id of a key': variable('accessKeyId', uuid),
  'a page’s token': request({ url: { query: [{ key: 'pageToken', value: chars(32) }] } }),
  'an idempotency key': header('Idempotency-Key', uuid),
  'a trace id': header('X-Request-Id', uuid),
  'a checksum': header('Content-MD5', hex(32)),
  'an ETag': example({ header: [{ key: 'ETag', value: `"${hex(40)}"` }] }),
  'a commit': variable('commit', hex(40)),
  'a public key of Stripe': variable('value', ['pk', '_live_', chars(24)].join('')),
  'a cookie of a load balancer': header('Cookie', `AWSALB=${chars(80)}; _ga=GA1.2.${hex(16)}`),
  'a token that a script reads': script(`pm.environment.set('token', pm.response.json().access_token);`),
  'a comparison in a script': script(`pm.test('token', () => pm.expect(data.tokenType).to.eql('Bearer'));`),
  'words in a script': script(`const token = 'access_token';`, `let password = "correct password";`),
  'a signature made for one request': header('Authorization', `AWS4-HMAC-SHA256 Credential=x, Signature=${hex(64)}`),
  'a token that is meant to be refused': variable('invalid_token', 'k7m2p9q4'),
  'a database of the machine itself': variable('db', 'postgres://postgres:postgres@localhost:5432/shop'),
  'a text about passwords': { info: { description: 'password: at least eight characters\ntoken: see below' } },
  'prose of letters': { info: { description: letters(3_000) } },
};
