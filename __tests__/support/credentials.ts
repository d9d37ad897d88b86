import { generateKeyPairSync } from 'node:crypto';

/** Texts of the shape of real credentials, put together here so that none stands in the repository. */

const LETTERS = 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYz';

/** As many letters and digits as are asked for, the same every time. */
const chars = (count: number): string => LETTERS.repeat(Math.ceil(count / LETTERS.length)).slice(0, count);

const hex = (count: number): string => '9f86d081884c7d65'.repeat(Math.ceil(count / 16)).slice(0, count);

export const postmanKey = ['PM', 'AK-', hex(24), '-', hex(34)].join('');

export const githubToken = ['gh', 'p_', chars(36)].join('');

export const awsSecret = chars(40);

export const privateKey = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

/** Rule → a text that it recognizes. */
export const samples: Readonly<Record<string, string>> = {
  'postman/API_KEY': postmanKey,
  'postman/COLLECTION_ACCESS_KEY': ['PM', 'AT-', '01HVVZR13FE21Q9HVWQT97NRE0'].join(''),
  'aws/AWSAccessKeyID': ['AK', 'IA', chars(16).toUpperCase()].join(''),
  'github/GITHUB_TOKEN': githubToken,
  'slack/SLACK_TOKEN': ['xo', 'xb-', '263594206564-2343594206574-', chars(24)].join(''),
  'slack/IncomingWebhook': [
    'https://hooks.',
    'slack.com/services/',
    'T0',
    chars(8),
    '/B0',
    chars(8),
    '/',
    chars(24),
  ].join(''),
  'privatekey/PrivateKey': privateKey.trim(),
  'npm/NPM_ACCESS_TOKEN': ['np', 'm_', chars(36)].join(''),
  'sendgrid/SENDGRID_KEY': ['S', 'G.', chars(22), '.', chars(43)].join(''),
  'shopify/SHOPIFY_KEY': ['shp', 'at_', chars(32)].join(''),
  'linear/LINEAR_API_TOKEN': ['lin_', 'api_', chars(40)].join(''),
  'openai/OPENAI_TOKEN': ['s', 'k-', chars(20), 'T3Blbk', 'FJ', chars(20)].join(''),
  'anthropic/ANTHROPIC_API_KEY': ['sk-', 'ant-api03-', chars(93), 'AA'].join(''),
  'basicauth/BasicAuth': ['https://ada:', chars(12), '@shop.internal.net'].join(''),
  'database-connection-string/PostgreSQLConnection': ['postgres://ada:', chars(12), '@db.internal.net:5432/shop'].join(
    '',
  ),
  'database-connection-string/MongoDBConnection': ['mongodb+srv://ada:', chars(12), '@db.internal.net/shop'].join(''),
};
