import { fingerprint, fingerprintOfSent } from '../core/kinds/fingerprint.ts';
import { KINDS } from '../core/kinds/index.ts';
import type { JsonObject } from '../core/lib/json.ts';
import { endsAllCalls, messageOf, PostmanError } from '../core/model/errors.ts';
import type { Uid, WorkspaceId } from '../core/model/ids.ts';
import type { Notice } from '../core/model/notice.ts';
import type { ListedResource } from '../core/model/resource.ts';
import {
  type Change,
  type FetchedResource,
  kindOf,
  nameOf,
  type Outcome,
  type PlanPolicy,
  pathOf,
  type SkipReason,
  unreadOf,
} from '../core/plan/change.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import type { Plan } from '../core/plan/plan.ts';
import { bind, unbound } from '../core/plan/references.ts';
import { mapLimited } from './concurrency.ts';
import { createOnce } from './create.ts';
import { deleteWithBackup } from './delete-with-backup.ts';
import type { Backups, Clock, Postman } from './ports.ts';
import { readStoredForm, type StoredForm, type Writing } from './read-stored-form.ts';
import { type Created, settleTwins } from './settle-twins.ts';
import { replaceVerified } from './write-with-verification.ts';

/** How and when a plan is applied. */
export interface ApplyOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  readonly backups: Backups;
  readonly workspace: WorkspaceId;
  /** Epoch milliseconds of the plan's reads. Content that was read long ago is read again before it is replaced. */
  readonly observedAt: number;
  readonly onDrift: PlanPolicy['onDrift'];
  /** After a create, checks whether another run has created the same resource. */
  readonly settlesTwins?: boolean;
  /** No write begins after it aborts. */
  readonly signal?: AbortSignal;
}

/** After this time, a resource is read again before a write, since somebody may have changed it. */
const FRESH_MS = 10_000;

/** Most writes at the same time; they concern different resources. */
const PARALLEL = 3;

/**
 * Applies a plan; the only function that writes resources to Postman. After a failed change the others are still applied,
 * unless every further call would fail, too (key, quota). Kinds are written in the order of their dependencies.
 */
export async function applyPlan(
  plan: Plan,
  { observed, options }: { readonly observed: ObservedState; readonly options: ApplyOptions },
): Promise<ApplyResult> {
  const run = new PlanRun(options, { observed, readBack: plan.readBack });
  const outcomes = new Map<Change, Outcome>();
  const notices: Notice[] = [];
  for (const changes of stepsOf(plan)) {
    const done = await mapLimited(changes, PARALLEL, (change) => run.apply(change));
    const settled = await run.settle(done);
    notices.push(...settled.notices);
    for (const outcome of settled.outcomes) outcomes.set(outcome.change, outcome);
  }
  return { outcomes: plan.changes.flatMap((change) => outcomes.get(change) ?? []), notices };
}

/** The outcome of every change of a plan. */
export interface ApplyResult {
  readonly outcomes: readonly Outcome[];
  readonly notices: readonly Notice[];
}

/** The changes by kind: dependencies are written first and deleted last. */
function stepsOf({ changes }: Plan): readonly (readonly Change[])[] {
  const kinds = Object.values(KINDS).map(({ kind }) => changes.filter((change) => kindOf(change) === kind));
  const deletions = kinds.map((some) => some.filter(({ action }) => action === 'delete'));
  return [...kinds.map((some) => some.filter(({ action }) => action !== 'delete')), ...deletions.reverse()];
}

/** The outcomes of a plan that is not applied. */
export const skipAll = (plan: Plan, reason: SkipReason): readonly Outcome[] =>
  plan.changes.map((change) => ({ status: 'skipped', change, reason }));

/** One pass over a plan: knows the resources that exist by now, and whether an error has ended all writes. */
class PlanRun {
  readonly #options: ApplyOptions;
  readonly #readBack: Plan['readBack'];
  readonly #known: Set<Uid>;
  readonly #entries: ObservedState['state']['entries'];
  /** Source path → uid of each resource that exists. */
  readonly #uids: Map<string, Uid>;
  #stopped: SkipReason | undefined;

  constructor(options: ApplyOptions, { observed, readBack }: { observed: ObservedState; readBack: Plan['readBack'] }) {
    const { listed, matches, state } = observed;
    this.#options = options;
    this.#readBack = readBack;
    this.#entries = state.entries;
    this.#known = new Set(listed.map((resource) => resource.uid));
    this.#uids = new Map([...matches].map(([path, match]) => [path, match.uid]));
  }

  async apply(change: Change): Promise<Outcome> {
    const unread = unreadOf(change);
    if (unread) return { status: 'failed', change, error: unread };
    if (change.action === 'none') return { status: 'skipped', change, reason: 'plan-only' };
    if (this.#options.signal?.aborted) this.#stopped ??= 'stopped';
    if (this.#stopped) return { status: 'skipped', change, reason: this.#stopped };
    if (this.#lacks(change)) return { status: 'skipped', change, reason: 'earlier-failure' };
    try {
      const written = await this.#write(change);
      return { status: 'applied', change, ...written, at: this.#options.postman.serverNow() };
    } catch (cause) {
      const error = cause instanceof PostmanError ? cause : unexpected(change, cause);
      this.#stopped ??= stopAfter(error);
      return { status: 'failed', change, error };
    }
  }

  /** Resolves conflicts with another run that created the same resources at the same time. */
  async settle(outcomes: readonly Outcome[]): Promise<ApplyResult> {
    const created = outcomes.flatMap((outcome): readonly Created[] => {
      if (outcome.status !== 'applied' || outcome.change.action !== 'create') return [];
      const { kind, name } = outcome.change.after;
      return [{ resource: { kind, name, uid: outcome.uid }, content: this.#contentOf(outcome.change) }];
    });
    if (!this.#options.settlesTwins || this.#stopped) return { outcomes, notices: [] };
    try {
      const { replaced, notices } = await settleTwins(created, { ...this.#options, known: this.#known });
      return { outcomes: outcomes.map((outcome) => this.#replaced(outcome, replaced)), notices };
    } catch (error) {
      // The resources are created even if the search for twins fails, for example for lack of quota.
      if (!(error instanceof PostmanError)) throw error;
      return { outcomes, notices: [] };
    }
  }

  #replaced(outcome: Outcome, replaced: ReadonlyMap<Uid, Uid>): Outcome {
    const uid = outcome.status === 'applied' ? replaced.get(outcome.uid) : undefined;
    if (outcome.status !== 'applied' || uid === undefined) return outcome;
    this.#uids.set(pathOf(outcome.change), uid);
    return { ...outcome, uid, adopted: true };
  }

  /** Whether a resource that this change depends on was not created. */
  #lacks(change: Change): boolean {
    if (change.action === 'create') return unbound(change.after, this.#uids).length > 0;
    if (change.action !== 'delete' || !change.replacedBy) return false;
    return this.#uids.get(change.path) === change.before.uid;
  }

  async #write(change: Exclude<Change, { action: 'none' }>): Promise<Written> {
    switch (change.action) {
      case 'create':
        return this.#create(change);
      case 'update': {
        await this.#refuseChanged(change.before);
        await this.#options.backups.keep(change.before);
        const { kind, name } = change.after;
        await replaceVerified({ kind, name, content: change.content }, change.before.uid, this.#options);
        const { uid } = change.before;
        return { uid, ...(await this.#stored(change, { uid, content: change.content })) };
      }
      case 'delete':
        await deleteWithBackup(change, { entry: this.#entries.get(change.path), ...this.#options });
        return { uid: change.before.uid };
    }
  }

  /** Throws where somebody has changed the resource since the plan was made: a replacement would undo that. */
  async #refuseChanged(before: FetchedResource): Promise<void> {
    const { postman, clock, observedAt } = this.#options;
    if (clock.now() - observedAt < FRESH_MS) return;
    const kind = KINDS[before.kind];
    const now = await postman.fetch(before);
    if (fingerprint(kind, now) !== fingerprint(kind, before.content)) throw changedMeanwhile(before);
  }

  /** Reads what Postman stored, where the plan asks for it. */
  async #stored(change: Writing, written: { readonly uid: Uid; readonly content: JsonObject }): Promise<StoredForm> {
    if (!this.#readBack.has(change.after.file.path)) return {};
    return readStoredForm(change, { ...written, postman: this.#options.postman, uids: this.#uids });
  }

  #contentOf(change: Extract<Change, { action: 'create' }>): JsonObject {
    return bind({ ...change.after, content: change.content }, this.#uids);
  }

  async #create(change: Extract<Change, { action: 'create' }>): Promise<Written> {
    const { kind, name, refers, file } = change.after;
    const content = this.#contentOf(change);
    const uid = await createOnce({ kind, name, content }, { ...this.#options, known: this.#known });
    this.#uids.set(file.path, uid);
    const sent = refers ? { sent: fingerprintOfSent(KINDS[kind], content) } : {};
    return { uid, ...sent, ...(await this.#stored(change, { uid, content })) };
  }
}

type Written = StoredForm & { readonly uid: Uid };

const changedMeanwhile = ({ kind, name }: ListedResource): PostmanError =>
  new PostmanError({
    code: 'edited',
    message: `The ${kind} "${name}" was changed in Postman while this run was under way; nothing of it was written.`,
    remedy: 'Run it again: it merges that change, too.',
  });

function stopAfter(error: PostmanError): SkipReason | undefined {
  if (error.code === 'quota-exhausted') return 'quota';
  if (error.code === 'stopped') return 'stopped';
  return endsAllCalls(error) ? 'earlier-failure' : undefined;
}

const unexpected = (change: Change, cause: unknown): PostmanError =>
  new PostmanError({
    code: 'invalid',
    message: `Could not ${change.action} the ${kindOf(change)} "${nameOf(change)}": ${messageOf(cause)}`,
    remedy: 'Nothing was written to Postman for it. Correct the cause, and run it again.',
    cause,
  });
