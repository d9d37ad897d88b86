import * as z from 'zod';
import { omitUndefined } from '../core/lib/json.ts';
import { PostmanError } from '../core/model/errors.ts';
import type { WorkspaceId } from '../core/model/ids.ts';
import type { ListedResource } from '../core/model/resource.ts';
import type { StartedRun } from '../core/suites/monitor-run.ts';
import { dateOf, element, listed } from './decode.ts';
import type { Sender } from './sender.ts';

const monitor = element.extend({
  active: z.boolean().optional(),
  collectionUid: z.string().optional(),
  environmentUid: z.string().nullish(),
});

const page = z.object({
  monitors: z.array(monitor),
  meta: z.object({ nextCursor: z.string().nullish() }).nullish(),
});

/** Lists all monitors of a workspace, in pages of 25, the largest that Postman returns. */
export async function listMonitors(sender: Sender, workspace: WorkspaceId): Promise<readonly ListedResource[]> {
  const found: ListedResource[] = [];
  const seen = new Set<string>();
  for (let cursor: string | undefined = ''; cursor !== undefined && !seen.has(cursor); ) {
    seen.add(cursor);
    const query = new URLSearchParams({ workspace, ...(cursor === '' ? {} : { cursor }) });
    const path = `/monitors?${query}`;
    const { monitors, meta } = await sender.send({
      method: 'GET',
      path,
      what: 'list the monitors',
      decode: (json) => page.parse(json),
    });
    found.push(...monitors.map(listedMonitor));
    cursor = meta?.nextCursor || undefined;
  }
  return found;
}

const listedMonitor = (answer: z.infer<typeof monitor>): ListedResource => ({
  ...listed('monitor', answer),
  shows: omitUndefined({
    active: answer.active,
    collectionUid: answer.collectionUid,
    environmentUid: answer.environmentUid,
  }),
});

const started = z.object({
  run: z.object({ info: z.object({ jobId: z.string().nullish(), startedAt: z.string().nullish() }) }),
});

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
    decode: (json: unknown) => started.parse(json).run.info,
  } as const;
  try {
    const { jobId, startedAt } = await sender.send(call);
    return omitUndefined<StartedRun>({ jobId: jobId ?? undefined, startedAt: dateOf(startedAt) });
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
