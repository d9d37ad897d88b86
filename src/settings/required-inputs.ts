import { COMMAND_SPECS, type RepositoryCommand } from './commands.ts';
import type { InputReader } from './input-reader.ts';
import type { PostmanAccess } from './settings.ts';

/** The inputs that a command needs to reach a workspace. */
export interface RequiredInputs {
  readonly command: RepositoryCommand;
  readonly postman: PostmanAccess | undefined;
  readonly workspace: string | undefined;
  /** The configuration cannot be read: it may name a workspace, so a missing workspace is not reported. */
  readonly unread: boolean;
  /** Why runs of this event have no key, such as a pull request of a fork; undefined where they have one. */
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
      message: `${command} needs the id of a workspace, and none was given`,
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
 * A plan needs a key if it was asked for: by a workspace, or by the command's name rather than `auto`. Events without
 * access to secrets never need one. Without a key, only the suites decide the verdict.
 */
function needsKey(read: InputReader, { command, workspace, keyless }: RequiredInputs): boolean {
  const { key } = COMMAND_SPECS[command];
  if (key !== 'optional') return key === 'required';
  return keyless === undefined && (workspace !== undefined || read.text('command') === command);
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IS_ID = new RegExp(`^${ID}$`, 'i');

/** People also paste the workspace's URL, which holds the id. */
function remedyFor(workspace: string): string {
  const [id] = new RegExp(ID, 'i').exec(workspace) ?? [];
  if (id !== undefined) return `Set workspace to the id in it: ${id}.`;
  return 'Copy the id from "Workspace details" in Postman. It looks like 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9.';
}
