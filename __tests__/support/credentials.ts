import { generateKeyPairSync } from 'node:crypto';

/** Texts of the shape of real credentials, put together here so that none stands in the repository. */

const LETTERS = 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYz';

/** As many letters and digits as are asked for, the same every time. */
export const chars = (count: number): string => LETTERS.repeat(Math.ceil(count / LETTERS.length)).slice(0, count);

export const hex = (count: number): string => '9f86d081884c7d65'.repeat(Math.ceil(count / 16)).slice(0, count);

/** Words of letters only. */
export const letters = (count: number): string =>
  'lorem ipsum dolor sit amet '.repeat(Math.ceil(count / 27)).slice(0, count);

export const uuid = '7b1e4c92-5d0a-4f37-8c6e-2a9f13d84b60';

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
  'gitlab/TOKEN': ['gl', 'pat-', chars(20)].join(''),
  'stripe/SECRET_KEY': ['sk', '_live_', chars(24)].join(''),
  'stripe/WEBHOOK_SECRET': ['wh', 'sec_', chars(32)].join(''),
  'google/API_KEY': ['AI', 'za', chars(35)].join(''),
  'google/OAUTH_CLIENT_SECRET': ['GO', 'CSPX-', chars(28)].join(''),
  'google/OAUTH_ACCESS_TOKEN': ['ya', '29.', chars(60)].join(''),
  'vault/TOKEN': ['hv', 's.', chars(40)].join(''),
  'azure/CLIENT_SECRET': ['a1B', '8Q', '~', chars(34)].join(''),
  'twilio/API_KEY': ['S', 'K', hex(32)].join(''),
  'digitalocean/TOKEN': ['do', 'p_v1_', hex(64)].join(''),
  'telegram/BOT_TOKEN': ['7104938265', ':A', 'A', chars(33)].join(''),
  'discord/BOT_TOKEN': ['M', chars(24), '.', chars(6), '.', chars(30)].join(''),
  'mailgun/API_KEY': ['ke', 'y-', hex(32)].join(''),
  'mailchimp/API_KEY': [hex(32), '-u', 's12'].join(''),
  'pypi/TOKEN': ['py', 'pi-AgE', chars(80)].join(''),
  'docker/TOKEN': ['dc', 'kr_pat_', chars(27)].join(''),
  'databricks/TOKEN': ['da', 'pi', hex(32)].join(''),
  'newrelic/KEY': ['NR', 'AK-', chars(27).toUpperCase()].join(''),
  'huggingface/TOKEN': ['h', 'f_', 'aQbWcErTyUiOpLkJhGfDsAzXcVbNmQwErT'].join(''),
  'atlassian/API_TOKEN': ['AT', 'ATT3xFf', chars(180)].join(''),
  'notion/TOKEN': ['nt', 'n_', chars(46)].join(''),
  'square/TOKEN': ['sq', '0atp-', chars(22)].join(''),
  'database-connection-string/MongoDBConnection': ['mongodb+srv://ada:', chars(12), '@db.internal.net/shop'].join(''),
};
