import { randomUUID } from 'node:crypto';
import { type Call, isoNow, param, type Route, visibleWorkspace } from '../context.ts';
import { isObject, type JsonObject, stringAt } from '../json.ts';
import { type Answer, forbidden, ok, refuse } from '../responses.ts';
import type { Workspace } from '../store.ts';
import { removeElements } from './elements.ts';

const types = ['personal', 'team', 'private', 'public', 'partner'];

const sentWorkspace = (call: Call): JsonObject => {
  if (isObject(call.body) && isObject(call.body.workspace)) return call.body.workspace;
  throw refuse({
    status: 400,
    name: 'malformedRequestError',
    message: "'workspace' object missing in the request",
  });
};

const checkType = (type: string | undefined): void => {
  if (type === undefined || types.includes(type)) return;
  const message = `'type' must be one of ${types.join(', ')}`;
  throw refuse({ status: 400, name: 'malformedRequestError', message });
};

/** The workspace in the path. Throws an error response with the status when the caller does not see it. */
const editedWorkspace = (call: Call, missing: 400 | 404): Workspace => {
  const workspace = visibleWorkspace(call, param(call, 'workspaceId'));
  if (workspace) return workspace;
  const message = 'The specified workspace does not exist.';
  throw refuse({ status: missing, name: 'instanceNotFoundError', message });
};

const create = (call: Call): Answer => {
  const sent = sentWorkspace(call);
  const name = stringAt(sent, 'name');
  const type = stringAt(sent, 'type');
  checkType(type);
  if (name === undefined || type === undefined) {
    const message = `'${name === undefined ? 'name' : 'type'}' is missing in the workspace`;
    throw refuse({ status: 400, name: 'malformedRequestError', message });
  }
  const now = isoNow(call.emulator);
  const workspace: Workspace = {
    id: randomUUID(),
    name,
    type,
    description: stringAt(sent, 'description') ?? '',
    about: stringAt(sent, 'about') ?? '',
    createdBy: call.user.id,
    updatedBy: call.user.id,
    createdAt: now,
    updatedAt: now,
    globals: [],
  };
  call.emulator.store.workspaces.set(workspace.id, workspace);
  if (call.lag.list > 0) call.emulator.store.hiddenWorkspaces.set(workspace.id, call.lag.list);
  return ok({ workspace: { id: workspace.id, name } });
};

const update = (call: Call): Answer => {
  const sent = sentWorkspace(call);
  const workspace = editedWorkspace(call, 404);
  checkType(stringAt(sent, 'type'));
  const changed: Workspace = {
    ...workspace,
    name: stringAt(sent, 'name') ?? workspace.name,
    type: stringAt(sent, 'type') ?? workspace.type,
    description: stringAt(sent, 'description') ?? workspace.description,
    about: stringAt(sent, 'about') ?? workspace.about,
    updatedBy: call.user.id,
    updatedAt: isoNow(call.emulator),
  };
  call.emulator.store.workspaces.set(workspace.id, changed);
  return ok({ workspace: { id: changed.id, name: changed.name } });
};

const remove = (call: Call): Answer => {
  const { store } = call.emulator;
  const workspace = editedWorkspace(call, 400);
  if (workspace.createdBy !== call.user.id) throw forbidden();
  removeElements(store, workspace.id);
  store.workspaces.delete(workspace.id);
  return ok({ workspace: { id: workspace.id } });
};

/** Workspaces: create, update, delete. */
export const workspaceEditRoutes: readonly Route[] = [
  { method: 'POST', path: '/workspaces', complaints: 'problem', answer: create },
  { method: 'PUT', path: '/workspaces/:workspaceId', complaints: 'problem', answer: update },
  { method: 'DELETE', path: '/workspaces/:workspaceId', answer: remove },
];
