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
}

/** Reports a missing key or workspace that the command needs. */
export function checkRequiredInputs(read: InputReader, { command, postman, workspace, unread }: RequiredInputs): void {
  const spec = COMMAND_SPECS[command];
  if (spec.key === 'required' && !postman) {
    read.complain('postman-api-key', {
      message: `${command} needs an API key, and none was given`,
      remedy: 'Pass postman-api-key from a secret (on the command line: the environment variable POSTMAN_API_KEY).',
    });
  }
  if (!spec.workspace || (spec.key === 'optional' && !postman)) return;
  if (workspace === undefined) {
    if (unread) return;
    read.complain('workspace', {
      message: `${command} needs a workspace's id, and none was given`,
      remedy: 'Open the workspace in Postman, copy its id from "Workspace details", and set workspace to it.',
    });
  } else if (!IS_ID.test(workspace)) {
    read.complain('workspace', {
      message: `"${workspace}" is not the id of a workspace`,
      remedy: remedyFor(workspace),
    });
  }
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IS_ID = new RegExp(`^${ID}$`, 'i');

/** The address of a workspace in the browser holds its id. */
function remedyFor(workspace: string): string {
  const [id] = new RegExp(ID, 'i').exec(workspace) ?? [];
  if (id !== undefined) return `Set workspace to the id in it: ${id}.`;
  return 'A workspace id looks like 1f0df51a-8658-4ee8-a2a1-d2567dfa09a9; it stands under "Workspace details".';
}
