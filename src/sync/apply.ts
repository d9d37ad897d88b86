import type { Change, Outcome, SkipReason } from '../core/change.ts';
import { kindOf, nameOf } from '../core/change.ts';
import { PostmanError } from '../core/errors.ts';
import type { Uid, WorkspaceId } from '../core/ids.ts';
import { KINDS } from '../core/kinds/index.ts';
import type { ObservedState } from '../core/observed.ts';
import type { Plan } from '../core/plan.ts';
import { mapLimited } from './concurrency.ts';
import { createOnce } from './create.ts';
import type { Backups, Clock, Postman } from './ports.ts';

/** What applying needs. */
export interface ApplyOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  readonly backups: Backups;
  readonly workspace: WorkspaceId;
}

/** Writes at once; a resource is written by one of them only. */
const PARALLEL = 3;

/**
 * Carries out a plan: the only function that writes to Postman. What fails leaves the rest to be applied; what makes
 * every further call pointless (key, quota) skips it. Kinds are written in the order of their dependencies.
 */
export async function applyPlan(
  plan: Plan,
  { observed, options }: { readonly observed: ObservedState; readonly options: ApplyOptions },
): Promise<readonly Outcome[]> {
  const run = new Application(options, new Set(observed.listed.map((one) => one.uid)));
  const outcomes = new Map<Change, Outcome>();
  for (const kind of Object.values(KINDS)) {
    const changes = plan.changes.filter((change) => kindOf(change) === kind.kind);
    const done = await mapLimited(changes, PARALLEL, async (change) => [change, await run.apply(change)] as const);
    for (const [change, outcome] of done) outcomes.set(change, outcome);
  }
  return plan.changes.flatMap((change) => outcomes.get(change) ?? []);
}

/** The outcomes of a plan that is not carried out. */
export const skipAll = (plan: Plan, reason: SkipReason): readonly Outcome[] =>
  plan.changes.map((change) => ({ status: 'skipped', change, reason }));

class Application {
  readonly #options: ApplyOptions;
  readonly #known: Set<Uid>;
  #stopped: SkipReason | undefined;

  constructor(options: ApplyOptions, known: Set<Uid>) {
    this.#options = options;
    this.#known = known;
  }

  async apply(change: Change): Promise<Outcome> {
    if (change.action === 'none') return { status: 'skipped', change, reason: 'plan-only' };
    if (this.#stopped) return { status: 'skipped', change, reason: this.#stopped };
    try {
      const uid = await this.#write(change);
      return { status: 'applied', change, uid, at: this.#options.postman.serverNow() };
    } catch (cause) {
      const error = cause instanceof PostmanError ? cause : unexpected(change, cause);
      this.#stopped ??= stopAfter(error);
      return { status: 'failed', change, error };
    }
  }

  async #write(change: Exclude<Change, { action: 'none' }>): Promise<Uid> {
    const { postman, backups } = this.#options;
    switch (change.action) {
      case 'create': {
        const { kind, name } = change.after;
        return createOnce({ kind, name, content: change.content }, { ...this.#options, known: this.#known });
      }
      case 'update': {
        await backups.keep(change.before);
        await postman.replace(
          { kind: change.after.kind, name: change.after.name, content: change.content },
          change.before.uid,
        );
        return change.before.uid;
      }
      case 'delete': {
        const content = await postman.fetch(change.before);
        await backups.keep({ ...change.before, content });
        await postman.remove(change.before);
        return change.before.uid;
      }
    }
  }
}

function stopAfter({ code }: PostmanError): SkipReason | undefined {
  if (code === 'quota-exhausted') return 'quota';
  return code === 'unauthorized' || code === 'rate-limited' ? 'earlier-failure' : undefined;
}

const unexpected = (change: Change, cause: unknown): PostmanError =>
  new PostmanError({
    code: 'invalid',
    message: `Could not ${change.action} the ${kindOf(change)} "${nameOf(change)}": ${cause instanceof Error ? cause.message : String(cause)}`,
    remedy: 'Nothing was written to Postman for it; mend the cause and run it again.',
    cause,
  });
