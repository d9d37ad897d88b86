import * as z from 'zod';
import { PostmanError } from '../core/model/errors.ts';
import type { Sender } from './sender.ts';

const TASK = z.union([
  z
    .object({ task: z.object({ id: z.string(), status: z.string() }) })
    .transform((answer) => ({ ...answer.task, uid: undefined })),
  z
    .object({ collection: z.object({ uid: z.string() }) })
    .transform(({ collection: { uid } }) => ({ id: '', status: 'successful', uid })),
]);

const STATUS = z.object({ status: z.string() });

/** The most polls of a task: with growing pauses, 300 polls take about 25 minutes. */
const MOST_POLLS = 300;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Replaces a large collection by an asynchronous task (`Prefer: respond-async`) and polls until the task ends. A
 * response with the collection instead of a task is a success; its uid is returned. Postman gives no reason for a
 * failed task.
 */
export async function updateAsynchronously(
  sender: Sender,
  { path, body, what }: Record<'path' | 'body' | 'what', string>,
): Promise<string | undefined> {
  const headers = { prefer: 'respond-async' };
  const answer = await sender.send({
    method: 'PUT',
    path,
    body,
    headers,
    what,
    decode: (json) => TASK.parse(json),
  });
  const { id, uid } = answer;
  let { status } = answer;
  for (let poll = 1; status !== 'successful'; poll += 1) {
    if (status === 'failed' || poll > MOST_POLLS) throw notDone(what, { id, status });
    await sender.pause(Math.min(LONGEST_PAUSE_MS, 500 * poll));
    status = await statusOf(sender, { id, what });
  }
  return uid;
}

async function statusOf(sender: Sender, { id, what }: { readonly id: string; readonly what: string }): Promise<string> {
  const path = `/collection-updates-tasks/${encodeURIComponent(id)}`;
  try {
    return (await sender.send({ method: 'GET', path, what, decode: (json) => STATUS.parse(json) })).status;
  } catch (error) {
    if (error instanceof PostmanError && error.code === 'not-found') throw notDone(what, { id, status: 'unknown' });
    throw error;
  }
}

const notDone = (what: string, { id, status }: { readonly id: string; readonly status: string }): PostmanError =>
  new PostmanError({
    code: status === 'failed' ? 'invalid' : 'outcome-unknown',
    message: `Could not ${what}: Postman's task ${id} is "${status}", and gives no reason.`,
    remedy: 'Import the file in the Postman app, which names what is wrong with it, then run this again.',
  });
