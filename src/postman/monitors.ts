import { boolean, type Decoder, list, nullish, object, optional, text } from '../core/lib/decoders.ts';
import { omitUndefined } from '../core/lib/json.ts';
import { PostmanError } from '../core/model/errors.ts';
import type { WorkspaceId } from '../core/model/ids.ts';
import type { ListedResource } from '../core/model/resource.ts';
import type { StartedRun } from '../core/suites/monitor-run.ts';
import { dateOf, element } from './decode.ts';
import type { Sender } from './sender.ts';

const monitor: Decoder<ListedResource> = (json) => {
  const { active, collectionUid, environmentUid } = object(json);
  return {
    ...element('monitor')(json),
    shows: omitUndefined({
      active: optional(boolean)(active),
      collectionUid: optional(text)(collectionUid),
      environmentUid: environmentUid === null ? null : optional(text)(environmentUid),
    }),
  };
};

const page = (json: unknown): { readonly monitors: readonly ListedResource[]; readonly next?: string } => {
  const { monitors, meta } = object(json);
  const next = nullish(text)(nullish(object)(meta)?.nextCursor) || undefined;
  return { monitors: list(monitor)(monitors), ...(next === undefined ? {} : { next }) };
};

/** Lists all monitors of a workspace, in pages of 25, the largest that Postman returns. */
export async function listMonitors(sender: Sender, workspace: WorkspaceId): Promise<readonly ListedResource[]> {
  const found: ListedResource[] = [];
  const seen = new Set<string>();
  for (let cursor: string | undefined = ''; cursor !== undefined && !seen.has(cursor); ) {
    seen.add(cursor);
    const query = new URLSearchParams({ workspace, ...(cursor === '' ? {} : { cursor }) });
    const path = `/monitors?${query}`;
    const { monitors, next } = await sender.send({ method: 'GET', path, what: 'list the monitors', decode: page });
    found.push(...monitors);
    cursor = next;
  }
  return found;
}

const started: Decoder<StartedRun> = (json) => {
  const { jobId, startedAt } = object(object(object(json).run).info);
  return omitUndefined<StartedRun>({ jobId: nullish(text)(jobId), startedAt: dateOf(nullish(text)(startedAt)) });
};

/** Starts a run without waiting for its end. Postman may answer 202 without a job id. */
export async function startMonitor(
  sender: Sender,
  { uid, name }: Pick<ListedResource, 'uid' | 'name'>,
): Promise<StartedRun> {
  const call = {
    method: 'POST',
    path: `/monitors/${encodeURIComponent(uid)}/run?async=true`,
    what: `run the monitor "${name}"`,
    ownQuota: true,
    decode: started,
  } as const;
  try {
    return await sender.send(call);
  } catch (error) {
    throw error instanceof PostmanError && error.code === 'quota-exhausted' ? usedUp(sender, { name, error }) : error;
  }
}

/** The error for used up monitored requests, unless it was the quota of API calls that is used up. */
function usedUp(
  sender: Sender,
  { name, error }: { readonly name: string; readonly error: PostmanError },
): PostmanError {
  if (sender.use().limits.month?.remaining === 0) return error;
  return new PostmanError({
    code: 'quota-exhausted',
    message: `Postman refuses to run the monitor "${name}": the month's monitored requests are used up.`,
    remedy: 'Wait for the next month, or ask a team admin for a larger plan; status shows monitor_request_runs.',
    status: error.status,
    reason: error.reason,
    cause: error,
  });
}
