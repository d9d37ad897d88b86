import type { Notice } from '../core/model/notice.ts';
import { type CommandResult, NOTHING } from '../core/report/results.ts';
import type { Settings } from '../settings/settings.ts';
import type { Ports } from './ports.ts';

/** The `status` command: the key's user, team and usage. */
export async function readStatus(_settings: Settings, { postman }: Ports): Promise<CommandResult> {
  if (!postman) return NOTHING;
  const account = await postman.me();
  return { account, notices: account.usage.length === 0 ? [NO_USAGE] : [], errors: [] };
}

const NO_USAGE: Notice = {
  level: 'notice',
  message: 'Postman shows no usage for this key. Guests and partners of a team cannot see it.',
};
