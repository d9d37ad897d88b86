import type { InputRow } from './input-spec.ts';

/** Where the source files are and what may be in them. */
export const filesInputs = [
  {
    name: 'config',
    type: 'text',
    defaultHelp: '`postman-sync.yaml`, if there',
    inFile: false,
    help: 'Configuration file.',
  },
  {
    name: 'collections',
    type: 'list',
    default: '**/*.postman_collection.json',
    help: "Globs of collection files and of directories in Postman's YAML format (v3), one per line; `!` before a glob excludes its files. The default also finds `postman/collections/*/`.",
    example: ['postman/collections/*.postman_collection.json'],
  },
  {
    name: 'environments',
    type: 'list',
    default: '**/*.postman_environment.json',
    help: 'Globs of environment files, one per line. The default also finds `postman/environments/*.environment.yaml`.',
    example: ['postman/environments/*.postman_environment.json'],
  },
  {
    name: 'allow-unsupported',
    type: 'flag',
    default: 'false',
    help: 'Skip requests of a YAML collection that cannot run here (gRPC, WebSocket, Socket.IO, MQTT, MCP, LLM), with a warning. `false`: such a collection is refused.',
  },
  { name: 'globals', type: 'text', help: 'One globals file.', example: 'postman/globals.json' },
  {
    name: 'allow-env',
    type: 'list',
    defaultHelp: 'any but the forbidden names',
    inFile: false,
    help: "Names and globs (`STAGING_*`) of environment variables that `{ env: NAME }` in the configuration file may read. The runner's own (`INPUT_*`, `ACTIONS_*`, tokens) are always forbidden.",
  },
] as const satisfies readonly InputRow[];
