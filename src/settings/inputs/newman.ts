import type { InputRow } from './input-spec.ts';

/** Newman's options, under Newman's names. */
export const newmanInputs: readonly InputRow[] = [
  {
    name: 'global-variables',
    type: 'pairs',
    help: '`name=value` lines for the globals of runs, as `--global-var` in Newman: never uploaded, masked in every output.',
  },
  {
    name: 'iteration-data',
    type: 'path',
    help: 'Data file for iterations (CSV or JSON), as in Newman.',
  },
  { name: 'iteration-count', type: 'count', min: 1, help: 'Number of iterations, as in Newman.' },
  { name: 'folder', type: 'list', help: 'Folders or requests to run, by name or id, as in Newman.' },
  {
    name: 'bail',
    type: 'choice',
    values: ['true', 'false', 'folder', 'failure', 'folder,failure'],
    default: 'false',
    help: 'Stop a suite at its first failure, as in Newman.',
  },
  {
    name: 'delay-request',
    type: 'duration',
    default: '0',
    help: 'Pause between requests, as in Newman.',
  },
  {
    name: 'timeout',
    type: 'duration',
    defaultHelp: '30m; 15m for a monitor',
    help: 'Longest time for a whole suite, as in Newman; `0` for no limit.',
  },
  { name: 'timeout-request', type: 'duration', help: 'Longest time for a request, as in Newman.' },
  { name: 'timeout-script', type: 'duration', help: 'Longest time for a script, as in Newman.' },
  {
    name: 'insecure',
    type: 'flag',
    default: 'false',
    help: 'Do not verify TLS certificates of the API under test, as in Newman.',
  },
  {
    name: 'ignore-redirects',
    type: 'flag',
    default: 'false',
    help: 'Do not follow redirects, as in Newman.',
  },
  {
    name: 'working-dir',
    type: 'path',
    default: '.',
    help: 'Folder that requests may upload files from, as in Newman; nothing outside it is readable.',
  },
  {
    name: 'cookie-jar',
    type: 'path',
    help: "File with the cookies to start with, as Newman's `--export-cookie-jar` writes it.",
  },
  { name: 'ssl-client-cert', type: 'path', help: 'Client certificate (PEM), as in Newman.' },
  { name: 'ssl-client-key', type: 'path', help: 'Key of the client certificate, as in Newman.' },
  {
    name: 'ssl-client-passphrase',
    type: 'secret',
    help: 'Passphrase of the client key, as in Newman.',
    inFile: false,
  },
  {
    name: 'ssl-extra-ca-certs',
    type: 'path',
    help: 'Further trusted CA certificates (PEM), as in Newman.',
  },
  {
    name: 'ssl-client-cert-list',
    type: 'path',
    help: 'JSON file with client certificates by URL pattern, as in Newman.',
  },
  {
    name: 'export-environment',
    type: 'path',
    help: 'File that the environment is written to after the run, secrets included, as in Newman. With several suites, each writes a file of its own: `env-orders.json`.',
  },
  {
    name: 'export-globals',
    type: 'path',
    help: 'File that the globals are written to after the run, as in Newman.',
  },
  {
    name: 'export-collection',
    type: 'path',
    help: 'File that the collection is written to after the run, as in Newman.',
  },
  {
    name: 'export-cookie-jar',
    type: 'path',
    help: 'File that the cookies are written to after the run, as in Newman.',
  },
];
