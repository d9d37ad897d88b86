import { REPOSITORY_COMMANDS } from '../commands.ts';
import type { InputRow } from './input-spec.ts';

/** The command, the key and the workspace. */
export const connectionInputs = [
  {
    name: 'command',
    type: 'choice',
    values: ['auto', ...REPOSITORY_COMMANDS],
    default: 'auto',
    inFile: false,
    help: 'What to do. `auto` plans on pull requests and on branches, and applies on the default branch, schedules, releases and manual runs.',
  },
  {
    name: 'postman-api-key',
    type: 'secret',
    inFile: false,
    help: 'Postman API key, from a secret. Sent only in the `X-API-Key` header.',
  },
  {
    name: 'region',
    type: 'choice',
    values: ['us', 'eu'],
    default: 'us',
    help: "Where the team's data lives: `us`, or `eu` for EU data residency. Picks the host.",
  },
  {
    name: 'api-url',
    type: 'text',
    defaultHelp: 'by `region`',
    inFile: false,
    help: 'Base URL of the Postman API. `http://` is accepted on loopback only.',
  },
  {
    name: 'workspace',
    type: 'text',
    help: 'Id of the workspace. `plan`, `apply` and `pull` refuse to guess one.',
    example: '1f0df51a-8658-4ee8-a2a1-d2567dfa09a9',
  },
  {
    name: 'project',
    type: 'text',
    defaultHelp: '`owner/repository`',
    help: 'Name under which postman-sync remembers what it manages. Give each repository and each configuration its own, so that they never delete resources of each other.',
    example: 'shop/orders',
  },
] as const satisfies readonly InputRow[];
