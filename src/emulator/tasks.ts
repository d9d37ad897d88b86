import type { Task } from './store.ts';
import type { World } from './world.ts';

export type TaskWork = (world: World, task: Task) => Task;

const works: Partial<Record<Task['kind'], TaskWork>> = {};

/** Finishes every task whose time has come; called before each request is carried out. */
export const settleTasks = (world: World): void => {
  for (const task of world.store.tasks.values()) {
    if (task.status !== 'running' || task.readyAt > world.now()) continue;
    const work = works[task.kind];
    world.store.tasks.set(task.id, work ? work(world, task) : { ...task, status: 'done' });
  }
};
