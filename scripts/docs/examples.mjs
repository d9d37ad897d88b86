// Examples for the keys of the configuration file that are not inputs, by path. A key of a suite that is also an input has
// the input's example. A test checks that every key has an example.
import { INPUTS } from '../../build/settings/inputs/index.js';

const EXAMPLES = {
  'collections[].path': 'postman/billing.json',
  'collections[].uid': '12345678-12ece9e1-2abf-4edc-8e34-de66e74114d2',
  'environments[].path': 'postman/environments/staging.postman_environment.json',
  'environments[].uid': '12345678-5a1e9d4c-0d3e-4b67-9a4e-0c8f4be2a9d1',
  'environments[].values': { token: { env: 'STAGING_TOKEN' } },
  'environments[].values.*.env': 'STAGING_TOKEN',
  'suites[].variables': { baseUrl: 'https://staging.example.com', token: { env: 'STAGING_TOKEN' } },
  'suites[].variables.*.env': 'STAGING_TOKEN',
  suites: [{ collection: 'Orders', environment: 'Staging' }],
  'suites[].name': 'Orders on staging',
  'suites[].collection': 'Orders',
  'suites[].monitor': 'Orders every 6 hours',
  'suites[].paths': ['src/orders/**'],
  'suites[].thresholds': { p95: '800ms' },
  'suites[].ssl-client-passphrase': { env: 'CLIENT_PASSPHRASE' },
  'suites[].ssl-client-passphrase.env': 'CLIENT_PASSPHRASE',
  thresholds: { 'failed-assertions': 0, p95: '800ms' },
  'thresholds.failed-assertions': 0,
  'thresholds.p95': '800ms',
  'thresholds.max': '3s',
  'thresholds.total': '5m',
  'thresholds.p95-regression': '25%',
  'thresholds.coverage': '80%',
  monitors: [
    {
      name: 'Orders every 6 hours',
      collection: 'Orders',
      schedule: { cron: '0 */6 * * *', timezone: 'Europe/Berlin' },
    },
  ],
  'monitors[].name': 'Orders every 6 hours',
  'monitors[].uid': '1f0e1a2b-3c4d-4e5f-8a9b-0c1d2e3f4a5b',
  'monitors[].collection': 'Orders',
  'monitors[].environment': 'Staging',
  'monitors[].schedule': { cron: '0 */6 * * *', timezone: 'Europe/Berlin' },
  'monitors[].schedule.cron': '0 */6 * * *',
  'monitors[].schedule.timezone': 'Europe/Berlin',
  'monitors[].regions': ['us-east', 'eu-central'],
  'monitors[].options': { strictSSL: true, requestTimeout: 3000 },
  'monitors[].options.requestTimeout': 3000,
  'monitors[].options.requestDelay': 0,
  'monitors[].retry': { attempts: 1 },
  'monitors[].retry.attempts': 1,
  'monitors[].notifications': { onFailure: ['oncall@example.com'] },
  'monitors[].notifications.onError': ['oncall@example.com'],
  'monitors[].notifications.onFailure': ['oncall@example.com'],
  'monitors[].notification-limit': 5,
  'contract-ignore': [{ operation: 'GET /orders/{id}', pointer: '/items/*/note', reason: 'null until 2027' }],
  'contract-ignore[].operation': 'GET /orders/{id}',
  'contract-ignore[].pointer': '/items/*/note',
  'contract-ignore[].reason': 'null until the clients of 2024 are gone',
  'allowed-secrets': ['80cee4b025ac394661d1ee70f0c67a59'],
};

const INPUT_EXAMPLES = Object.fromEntries(INPUTS.map(({ name, example }) => [name, example]));

/** The example of a key. A key of a suite may have the example of the input or of the same key of the whole file. */
export const exampleOf = (path) => {
  const whole = path.replace(/^suites\[\]\./, '');
  return EXAMPLES[path] ?? INPUT_EXAMPLES[whole] ?? EXAMPLES[whole];
};
