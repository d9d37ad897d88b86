import { randomUUID } from 'node:crypto';
import { type Call, param, type Route, visibleWorkspace } from '../context.ts';
import { isObject, stringAt } from '../json.ts';
import { bareId, isUid, isUuid } from '../repository.ts';
import { type Answer, missingParam, ok, refuseProblem } from '../responses.ts';
import type { Task } from '../store.ts';
import { startTask } from '../tasks.ts';

const notFound = () =>
  refuseProblem({
    status: 404,
    slug: 'not-found',
    title: 'Not Found',
    detail: 'The requested resource was not found.',
  });

const badRequest = (detail: string) =>
  refuseProblem({ status: 400, slug: 'bad-request', title: 'Bad Request', detail });

const taskOf = (call: Call, kind: Task['kind']): Task => {
  const task = call.emulator.store.tasks.get(param(call, 'taskId'));
  if (task?.kind !== kind || task.userId !== call.user.id) throw notFound();
  return task;
};

const updateWords = { running: 'in-progress', done: 'successful', failed: 'failed' } as const;
const duplicateWords = { running: 'processing', done: 'completed', failed: 'failed' } as const;

const updateStatus = (call: Call): Answer => {
  const task = taskOf(call, 'collection-update');
  return ok({ id: task.id, status: updateWords[task.status] });
};

const describeDuplicate = ({ id, status, reason }: Task) => ({
  task: { id, reason: reason ?? null, status: duplicateWords[status] },
});

/** If the collection does not exist, the task fails, not the call. */
const duplicate = (call: Call): Answer => {
  const uid = param(call, 'collectionId');
  if (!isUid(uid) && !isUuid(uid)) throw badRequest('Invalid collection id');
  if (!isObject(call.body)) throw badRequest('Request body is required');
  const workspace = stringAt(call.body, 'workspace');
  if (workspace === undefined) throw missingParam(['workspace']);
  const record = call.emulator.store.collections.find(uid);
  const readable = record && visibleWorkspace(call, record.workspaceId) && visibleWorkspace(call, workspace);
  const task = startTask(call.emulator, {
    id: `${call.user.id}-${randomUUID()}`,
    kind: 'collection-duplicate',
    userId: call.user.id,
    collectionId: readable ? bareId(uid) : '',
    input: call.body,
  });
  return ok({ task: { id: task.id, status: duplicateWords[task.status] } });
};

const duplicateStatus = (call: Call): Answer => {
  if (!isUid(param(call, 'taskId'))) throw badRequest('Invalid task id');
  return ok(describeDuplicate(taskOf(call, 'collection-duplicate')));
};

/** Asynchronous tasks of collections, and their status. */
export const collectionTaskRoutes: readonly Route[] = [
  { method: 'GET', path: '/collection-updates-tasks/:taskId', answer: updateStatus },
  { method: 'POST', path: '/collections/:collectionId/duplicates', complaints: 'problem', answer: duplicate },
  { method: 'GET', path: '/collection-duplicate-tasks/:taskId', complaints: 'problem', answer: duplicateStatus },
];
