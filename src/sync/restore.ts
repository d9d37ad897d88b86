import { fingerprint, fingerprintOfSent } from '../core/kinds/fingerprint.ts';
import { KINDS } from '../core/kinds/index.ts';
import { isObject, type JsonObject } from '../core/lib/json.ts';
import { PostmanError } from '../core/model/errors.ts';
import { type Uid, uid } from '../core/model/ids.ts';
import { type Problem, ProblemsError } from '../core/model/problem.ts';
import type { DesiredResource, ResourceKind } from '../core/model/resource.ts';
import type { Change } from '../core/plan/change.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import type { Plan } from '../core/plan/plan.ts';
import { EMPTY_STATE } from '../core/plan/state.ts';
import { reportPlan } from '../core/report/report-plan.ts';
import { type CommandResult, NOTHING } from '../core/report/results.ts';
import type { Settings } from '../settings/settings.ts';
import { applyPlan, skipAll } from './apply.ts';
import { keptBackups } from './kept-backups.ts';
import type { Backups, Ports, Postman, RepositoryFiles } from './ports.ts';

/** Restores a backup: plans, then writes. Overwritten content is backed up, too. */
export async function restore(settings: Settings, ports: Ports): Promise<CommandResult> {
  const { target, restoreFile: path } = settings;
  const { postman, repositoryFiles: files, clock, backups, review, signal } = ports;
  if (!target || !postman || !files) return NOTHING;
  const backup = await readBackup(path, { files, backups });
  const kept = keptBackups(backups);
  const observedAt = clock.now();
  const { id, name } = await postman.workspace(target.workspace);
  const workspace = { id, name };
  const plan = planOf(await changeFor(backup, postman));
  const isApproved = plan.cost > 0 && (review === undefined || (await review({ workspace, plan: reportPlan(plan) })));
  const options = {
    ...{ postman, clock, backups: kept.backups, workspace: target.workspace, observedAt },
    onDrift: 'overwrite' as const,
    ...(signal ? { signal } : {}),
  };
  const outcomes = isApproved
    ? (await applyPlan(plan, { observed: emptyState(workspace), options })).outcomes
    : skipAll(plan, plan.cost > 0 ? 'declined' : 'plan-only');
  return { ...NOTHING, sync: { ...NOTHING, workspace, plan, outcomes, backups: kept.paths() } };
}

/** Reads a backup and decrypts its secrets. Throws a ProblemsError for a file that cannot be restored. */
async function readBackup(
  path: string | undefined,
  { files, backups }: { readonly files: RepositoryFiles; readonly backups: Backups },
): Promise<Backup> {
  if (path === undefined) throw new ProblemsError([NO_FILE]);
  const content = backups.open(parsed(path, await files.read(path).catch(() => undefined)));
  if (!content) throw new ProblemsError([{ ...OTHER_KEY, path }]);
  return backupOf(path, content);
}

const planOf = (change: Change): Plan => ({
  changes: [change],
  cost: change.action === 'none' ? 0 : 1,
  readBack: new Set(),
  notices: [],
  problems: [],
});

const OTHER_KEY: Omit<Problem, 'path'> = {
  code: 'backup',
  message: 'The secret values of this backup were encrypted with another API key',
  remedy: 'Restore it with the key of the run that wrote it, or set the secret values in Postman by hand.',
};

const NO_FILE: Problem = {
  code: 'backup',
  message: 'restore: no backup is named',
  remedy: 'On the command line, name one: postman-sync restore postman-report/backup/collection/NAME.json.',
};

function parsed(path: string, text: string | undefined): JsonObject {
  let content: unknown;
  try {
    content = JSON.parse((text ?? '').replace(/^\uFEFF/, ''));
  } catch {
    content = undefined;
  }
  if (isObject(content)) return content;
  const message = text === undefined ? 'The backup cannot be read' : 'The backup is not valid JSON';
  throw new ProblemsError([
    { path, code: 'backup', message, remedy: 'Name a file below backup in the report folder.' },
  ]);
}

const UID = /((?:\d+-)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:\.[\dTZ-]+)?\.json$/i;

/** A resource of a backup, and its uid in Postman. */
interface Backup {
  readonly resource: DesiredResource;
  readonly uid: Uid;
}

/** The file name of a backup ends with the uid; the name of its folder is the kind. */
function backupOf(path: string, content: JsonObject): Backup {
  const [, id] = UID.exec(path) ?? [];
  const kind = kindOf(path, content);
  const name = kind && KINDS[kind].name(content);
  if (id === undefined || !kind || name === undefined) {
    const remedy = 'Name a file below backup in the report folder; its name ends with the uid of the resource.';
    throw new ProblemsError([
      { path, code: 'backup', message: 'The file is not a backup that postman-sync wrote', remedy },
    ]);
  }
  const file = { path, content, bytes: 0, locate: () => ({ line: 1, column: 1 }) };
  return { resource: { kind, name, file, content, fingerprint: fingerprint(KINDS[kind], content) }, uid: uid(id) };
}

function kindOf(path: string, content: JsonObject): ResourceKind | undefined {
  const folder = /(?:^|[\\/])(collection|environment|globals|monitor)[\\/][^\\/]+$/.exec(path)?.[1];
  if (folder) return folder as ResourceKind;
  if (isObject(content.info)) return 'collection';
  return Array.isArray(content.values) ? 'environment' : undefined;
}

async function changeFor({ resource, uid: id }: Backup, postman: Postman): Promise<Change> {
  const kind = KINDS[resource.kind];
  const listed = { kind: resource.kind, uid: id, name: resource.name };
  const now = await postman.fetch(listed).catch((error: unknown) => {
    if (error instanceof PostmanError && error.code === 'not-found') return undefined;
    throw error;
  });
  if (!now) {
    if (kind.declaredIn === 'configuration') throw new ProblemsError([goneAndDeclared(resource)]);
    return { action: 'create', after: resource, content: kind.strip(resource.content), diff: [] };
  }
  const before = { ...listed, content: now };
  const content = kind.graft(resource.content, now);
  if (fingerprint(kind, content) === fingerprint(kind, now))
    return { action: 'none', before, after: resource, drifted: false };
  return {
    action: 'update',
    before,
    after: resource,
    content: kind.patch?.(content, now) ?? content,
    sent: fingerprintOfSent(kind, content),
    diff: kind.diff(now, content),
    drifted: false,
    isRewritten: false,
  };
}

const goneAndDeclared = ({ kind, file }: DesiredResource): Problem => ({
  path: file.path,
  code: 'backup',
  message: `The ${kind} of this backup is no longer in Postman`,
  remedy: 'Declare it in the configuration; apply creates it again.',
});

/** A restore compares nothing but its own resource. */
const emptyState = (workspace: ObservedState['workspace']): ObservedState => ({
  workspace,
  listed: [],
  state: EMPTY_STATE,
  matches: new Map(),
  contents: new Map(),
  undecided: new Set(),
  problems: [],
  unread: new Map(),
});
