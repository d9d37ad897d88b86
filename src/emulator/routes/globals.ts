import { type Call, isoNow, param, type Route, visibleWorkspace } from '../context.ts';
import { isArray, isObject } from '../json.ts';
import { type Answer, missingWorkspace, ok, refuseProblem } from '../responses.ts';
import type { Workspace } from '../store.ts';
import { checkedValue } from './environments.ts';

const workspaceOf = (call: Call): Workspace => {
  const workspace = visibleWorkspace(call, param(call, 'workspaceId'));
  if (!workspace) throw missingWorkspace();
  return workspace;
};

const get = (call: Call): Answer => ok({ values: workspaceOf(call).globals });

/** Replaces all globals. A body without `values` is refused. */
const put = (call: Call): Answer => {
  const workspace = workspaceOf(call);
  const values = isObject(call.body) ? call.body.values : undefined;
  if (!isArray(values)) {
    throw refuseProblem({
      status: 400,
      slug: 'bad-request',
      title: 'Bad Request',
      detail: "'values' must be an array of variables",
    });
  }
  const globals = values.map((value, index) => checkedValue(value, `values.${index}`));
  call.emulator.store.workspaces.set(workspace.id, { ...workspace, globals, updatedAt: isoNow(call.emulator) });
  return ok({ values: globals });
};

/** The global variables of a workspace. */
export const globalsRoutes: readonly Route[] = [
  { method: 'GET', path: '/workspaces/:workspaceId/global-variables', answer: get },
  { method: 'PUT', path: '/workspaces/:workspaceId/global-variables', complaints: 'problem', answer: put },
];
