import type { UsageEntry } from '../core/model/limits.ts';
import type { Draft } from './course.ts';
import type { Postman } from './ports.ts';

/** The operations of `GET /me`, asked for once a run; empty for guests, who are not told. */
export async function readUsage(draft: Draft, postman: Postman): Promise<readonly UsageEntry[]> {
  if (draft.account) return draft.api.usage;
  const { usage, ...account } = await postman.me();
  draft.account = account;
  draft.api = { ...draft.api, usage };
  return usage;
}
