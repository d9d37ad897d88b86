import type { Call, Route } from '../context.ts';
import { type Answer, problem } from '../responses.ts';
import { collectionForkRoutes } from './collection-forks.ts';
import { collectionTaskRoutes } from './collection-tasks.ts';
import { collectionRoutes } from './collections.ts';
import { environmentPatchRoutes } from './environment-patch.ts';
import { environmentRoutes } from './environments.ts';
import { globalsRoutes } from './globals.ts';
import { meRoutes } from './me.ts';
import { mockRoutes } from './mocks.ts';
import { monitorHistoryRoutes } from './monitor-history.ts';
import { monitorRunRoutes } from './monitor-runs.ts';
import { monitorRoutes } from './monitors.ts';
import { workspaceEditRoutes } from './workspace-edit.ts';
import { workspaceRoutes } from './workspaces.ts';

/** All endpoints of the emulator. The first matching pattern is used. */
export const routes: readonly Route[] = [
  ...meRoutes,
  ...globalsRoutes,
  ...workspaceRoutes,
  ...workspaceEditRoutes,
  ...collectionForkRoutes,
  ...collectionTaskRoutes,
  ...collectionRoutes,
  ...environmentRoutes,
  ...environmentPatchRoutes,
  ...mockRoutes,
  ...monitorRoutes,
  ...monitorRunRoutes,
  ...monitorHistoryRoutes,
];

const unknown = ({ method, path }: Call): Answer =>
  problem({
    status: 501,
    slug: 'not-implemented',
    title: 'Not Implemented',
    detail: `The emulator does not know ${method} ${path}. The Postman API may; see the table of endpoints in the emulator's documentation.`,
  });

/** The route for unknown endpoints. It counts as a call, and answers 501. */
export const unknownRoute: Route = { method: 'GET', path: '*', answer: unknown };
