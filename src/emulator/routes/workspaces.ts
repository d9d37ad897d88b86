import { type Call, canSee, param, type Route, visibleWorkspace } from '../context.ts';
import type { JsonObject } from '../json.ts';
import { type Resource, spend } from '../repository.ts';
import { type Answer, missingWorkspace, ok, Refusal, refuse } from '../responses.ts';
import type { Workspace } from '../store.ts';
import { cursorAt, offsetOf } from './cursor.ts';
import { type Elements, elementsOf } from './elements.ts';

const types = ['personal', 'team', 'private', 'public', 'partner'];
const mostPerPage = 100;

const summary = (workspace: Workspace): JsonObject => ({
  id: workspace.id,
  name: workspace.name,
  type: workspace.type === 'personal' ? 'personal' : 'team',
  visibility: workspace.type,
  createdBy: String(workspace.createdBy),
  about: workspace.about,
  createdAt: workspace.createdAt,
  updatedAt: workspace.updatedAt,
});

const holds = (call: Call, workspace: Workspace): boolean => {
  const id = call.query.get('elementId');
  const type = call.query.get('elementType');
  if (type === null) return true;
  return id !== null && call.emulator.store.collections.find(id)?.workspaceId === workspace.id;
};

const checkFilters = ({ query }: Call): void => {
  const type = query.get('type');
  const elementType = query.get('elementType');
  if (type !== null && !types.includes(type)) {
    const error = { name: 'invalidParamError', message: `visibilityStatus must be one of ${types.join('/')}` };
    throw new Refusal({ status: 400, body: { error, statusCode: 400 } });
  }
  if (elementType !== null && !['collection', 'specification'].includes(elementType)) {
    throw new Refusal({
      status: 400,
      body: { name: 'badRequest', message: 'elementType must be one of: collection, specification' },
    });
  }
  if (elementType !== null && query.get('elementId') === null) {
    throw new Refusal({
      status: 400,
      body: { name: 'badRequest', message: 'elementId is required when elementType is provided' },
    });
  }
};

const badLimit = (message: string) => refuse({ status: 400, name: 'badRequestError', message });

const pageOf = (query: URLSearchParams, found: readonly Workspace[]): Answer => {
  const limit = query.get('limit');
  if (limit === null) return ok({ workspaces: found.map(summary) });
  const size = Number(limit);
  if (!Number.isInteger(size) || size < 1) throw badLimit('The limit parameter must be a positive integer.');
  if (size > mostPerPage) throw badLimit('The limit parameter must not exceed 100.');
  const start = offsetOf(query.get('cursor'));
  const more = start + size < found.length;
  const meta = more ? { nextCursor: cursorAt(start + size) } : {};
  return ok({ workspaces: found.slice(start, start + size).map(summary), meta });
};

const list = (call: Call): Answer => {
  checkFilters(call);
  const { query } = call;
  const found = [...call.emulator.store.workspaces.values()].filter(
    (workspace) =>
      canSee(call.user, workspace) &&
      [null, workspace.type].includes(query.get('type')) &&
      [null, String(workspace.createdBy)].includes(query.get('createdBy')) &&
      holds(call, workspace) &&
      !spend(call.emulator.store.hiddenWorkspaces, workspace.id),
  );
  return pageOf(query, found);
};

const brief = ({ id, name, uid }: Resource): JsonObject => ({ id, name, uid });

const briefs = (call: Call, elements: Elements, includeDeactivated: boolean): JsonObject => {
  const mocks = elements.mocks.filter((mock) => includeDeactivated || !mock.deactivated);
  const lists = {
    collections: elements.collections.map(brief),
    environments: elements.environments.map(brief),
    mocks: mocks.map((mock) => ({ ...brief(mock), deactivated: mock.deactivated })),
    monitors: elements.monitors.map((monitor) => ({ ...brief(monitor), deactivated: !monitor.active })),
  };
  const shown = Object.entries(lists).filter(
    ([, found]) => found.length > 0 || call.emulator.profile.emptyElements === 'array',
  );
  return Object.fromEntries(shown);
};

const get = (call: Call): Answer => {
  const workspace = visibleWorkspace(call, param(call, 'workspaceId'));
  if (!workspace) throw missingWorkspace();
  const include = (call.query.get('include') ?? '').split(',');
  return ok({
    workspace: {
      ...summary(workspace),
      description: workspace.description,
      updatedBy: String(workspace.updatedBy),
      ...(include.includes('team') ? { team: 'emulated-team' } : {}),
      ...(include.includes('scim') ? { scim: { createdBy: '', updatedBy: '' } } : {}),
      ...briefs(call, elementsOf(call.emulator.store, workspace.id), include.includes('mocks:deactivated')),
    },
  });
};

/** Workspaces: list, read. */
export const workspaceRoutes: readonly Route[] = [
  { method: 'GET', path: '/workspaces', bucket: 'workspaces-list', answer: list },
  { method: 'GET', path: '/workspaces/:workspaceId', bucket: 'workspace-get', answer: get },
];
