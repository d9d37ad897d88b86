import { duplicateLater, updateLater } from './collections/work.ts';
import type { EmulatorContext } from './context.ts';
import type { Task } from './store.ts';

const works: Readonly<Record<Task['kind'], (emulator: EmulatorContext, task: Task) => Task>> = {
  'collection-update': updateLater,
  'collection-duplicate': duplicateLater,
};

const mostTasks = 1_000;

const finish = (emulator: EmulatorContext, task: Task): Task =>
  emulator.profile.taskFails
    ? { ...task, status: 'failed', reason: 'the profile lets tasks fail', input: {} }
    : works[task.kind](emulator, task);

/** Finishes all due tasks; called before each request. */
export const settleTasks = (emulator: EmulatorContext): void => {
  const { tasks } = emulator.store;
  for (const task of tasks.values()) {
    if (task.status === 'running' && task.readyAt <= emulator.now()) tasks.set(task.id, finish(emulator, task));
  }
};

/** Starts a task; the profile sets its duration. Keeps the newest thousand. */
export const startTask = (
  emulator: EmulatorContext,
  task: Pick<Task, 'id' | 'kind' | 'userId' | 'collectionId' | 'input'>,
): Task => {
  const started: Task = { ...task, readyAt: emulator.now() + emulator.profile.taskMs, status: 'running' };
  const { tasks } = emulator.store;
  tasks.set(task.id, started);
  for (const id of [...tasks.keys()].slice(0, Math.max(0, tasks.size - mostTasks))) tasks.delete(id);
  return started;
};

/** Whether an asynchronous update of the collection is pending. */
export const isUpdating = (emulator: EmulatorContext, collectionId: string): boolean =>
  [...emulator.store.tasks.values()].some(
    (task) => task.kind === 'collection-update' && task.status === 'running' && task.collectionId === collectionId,
  );
