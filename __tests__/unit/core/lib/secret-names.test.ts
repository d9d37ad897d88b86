import { describe, expect, it } from '@jest/globals';
import { nameKind } from '../../../../src/core/lib/secret-names.ts';

describe('the name of a value', () => {
  it.each([
    ['password', ['password', 'db_password', 'userPwd', 'PASSPHRASE', 'adminPassword2']],
    ['key', ['client_secret', 'API_KEY_PROD', 'X-Api-Key', 'secretKey', 'apikey', 'Ocp-Apim-Subscription-Key']],
    ['token', ['access_token', 'accesstoken', 'Authorization', 'X-Auth-Token', 'jwt', 'authToken']],
    ['session', ['sessionId', 'JSESSIONID', 'Cookie', 'Set-Cookie']],
  ] as const)('promises a %s', (kind, names) => {
    for (const name of names) expect([name, nameKind(name)]).toEqual([name, kind]);
  });

  it.each(
    `name id client_id tokenType access_token_url passwordPolicy apiKeyId next_page_token csrf_token Idempotency-Key
    publicKey expires_in monkey author authority deviceToken keyword secretName tokens_count key`.split(/\s+/),
  )('promises nothing: %s', (name) => {
    expect(nameKind(name)).toBeUndefined();
  });
});
