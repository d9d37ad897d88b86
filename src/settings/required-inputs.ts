import { COMMAND_SPECS, type RepositoryCommand } from './commands.ts';
import type { InputReader } from './input-reader.ts';
import type { PostmanAccess } from './settings.ts';

/** The inputs that a command needs to reach a workspace. */
export interface RequiredInputs {
  readonly command: RepositoryCommand;
  readonly postman: PostmanAccess | undefined;
  readonly workspace: string | undefined;
  /** The configuration cannot be read; it may name a workspace. */
  readonly unread: boolean;
  /** Why no run of this kind has a key: a fork's pull request, say. */
  readonly keyless: string | undefined;
}

/** Reports a missing key or workspace that the command needs. */
export function checkRequiredInputs(read: InputReader, inputs: RequiredInputs): void {
  const { command, postman, workspace, unread } = inputs;
  const spec = COMMAND_SPECS[command];
  if (!postman && needsKey(read, inputs)) {
    const without = spec.key === 'optional' ? ' Without a key, test runs the suites.' : '';
    read.complain('postman-api-key', {
      code: 'missing-key',
      message: `${command} needs an API key, and none was given: the secret is missing or misspelt`,
      remedy: `Pass postman-api-key from a secret (on the command line: the environment variable POSTMAN_API_KEY).${without}`,
    });
  }
  if (!spec.workspace || (spec.key === 'optional' && !postman)) return;
  if (workspace === undefined) {
    if (unread) return;
    read.complain('workspace', {
      code: 'missing-workspace',
      message: `${command} needs a workspace's id, and none was given`,
      remedy: 'Open the workspace in Postman, copy its id from "Workspace details", and set workspace to it.',
    });
  } else if (!IS_ID.test(workspace)) {
    read.complain('workspace', {
      code: 'missing-workspace',
      message: `"${workspace}" is not the id of a workspace`,
      remedy: remedyFor(workspace),
    });
  }
}

/**
 * A plan does without a key where no key can be had, and where neither a workspace nor the command by its name asks
 * for one: there the suites run and gate.
 */
function needsKey(read: InputReader, { command, workspace, keyless }: RequiredInputs): boolean {
  const { key } = COMMAND_SPECS[command];
  if (key !== 'optional') return key === 'required';
  return keyless === undefined && (workspace !== undefined || read.text('command') === command);
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IS_ID = new RegExp(`^${ID}$`, 'i');

/** The address of a workspace in the browser holds its id. */
function remedyFor(workspace: string): string {
  const [id] = new RegExp(ID, 'i').exec(workspace) ?? [];
  if (id !== undefined) return `Set workspace to the id in it: ${id}.`;
  return 'A workspace id looks like 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9; it stands under "Workspace details".';
}
