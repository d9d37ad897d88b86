import { fingerprint } from '../core/kinds/fingerprint.ts';
import { KINDS } from '../core/kinds/index.ts';
import type { JsonObject } from '../core/lib/json.ts';
import { PostmanError } from '../core/model/errors.ts';
import type { Uid, WorkspaceId } from '../core/model/ids.ts';
import type { Notice } from '../core/model/notice.ts';
import { isOlder, type ListedResource } from '../core/model/resource.ts';
import { pauseBefore } from './polling.ts';
import type { Clock, Postman } from './ports.ts';
import { removeVerified } from './write-with-verification.ts';

/** A resource that this run has just created. */
export interface Created {
  readonly resource: ListedResource;
  /** The content that was sent. */
  readonly content: JsonObject;
}

/** Where twins are looked for. */
export interface TwinOptions {
  readonly postman: Postman;
  readonly clock: Clock;
  readonly workspace: WorkspaceId;
  /** Uids that existed before, and those created by this run. */
  readonly known: Set<Uid>;
}

/** Resources that another run created, too. */
export interface Settled {
  /** Uid created by this run → uid of the older resource that is kept instead. */
  readonly replaced: ReadonlyMap<Uid, Uid>;
  readonly notices: readonly Notice[];
}

/** Most polls until another run has deleted its younger resource. */
const MAX_TWIN_POLLS = 5;

/**
 * Finds resources of the same name that another run has created since this run observed the workspace. Of several with
 * equal content, the oldest is kept: each run deletes its own resource where an older one exists. All other cases are
 * reported.
 */
export async function settleTwins(created: readonly Created[], options: TwinOptions): Promise<Settled> {
  const replaced = new Map<Uid, Uid>();
  let open = created;
  for (let poll = 0; open.length > 0; poll += 1) {
    if (poll > 0) await options.clock.sleep(pauseBefore(poll - 1));
    const found = await twinsOf(open, options);
    for (const { own, elder } of found) {
      if (!elder) continue;
      await removeVerified(own.resource, options);
      replaced.set(own.resource.uid, elder.uid);
      options.known.add(elder.uid);
    }
    const left = found.filter(({ elder }) => !elder);
    open = left.map(({ own }) => own);
    if (poll === MAX_TWIN_POLLS)
      return { replaced, notices: [...replacedNotices(created, replaced), ...left.map(twinNotice)] };
  }
  return { replaced, notices: replacedNotices(created, replaced) };
}

/** A resource of this run, and the resources that other runs created beside it. */
interface TwinsOfResource {
  readonly own: Created;
  readonly twins: readonly ListedResource[];
  /** The oldest resource, if another run created it. */
  readonly elder: ListedResource | undefined;
}

/** Resources that another run has created, too, from Postman's lists. */
async function twinsOf(created: readonly Created[], options: TwinOptions): Promise<readonly TwinsOfResource[]> {
  const [first, ...more] = created;
  if (!first) return [];
  const { kind, name } = first.resource;
  const list = await options.postman.list(kind, options.workspace, more.length === 0 ? name : undefined);
  const found: TwinsOfResource[] = [];
  for (const own of created) {
    const { resource } = own;
    const others = list.filter((candidate) => candidate.name === resource.name && !options.known.has(candidate.uid));
    const listed = list.find(({ uid }) => uid === resource.uid);
    const equal: ListedResource[] = [];
    for (const other of others) if (await isEqual(other, { own, options })) equal.push(other);
    // If the list lacks this run's resource, it lags, and the age is unknown.
    const [elder] = listed
      ? equal.filter((candidate) => isOlder(candidate, listed)).sort((a, b) => (isOlder(a, b) ? -1 : 1))
      : [];
    if (others.length > 0) found.push({ own, twins: others, elder });
  }
  return found;
}

async function isEqual(
  other: ListedResource,
  { own, options }: { readonly own: Created; readonly options: TwinOptions },
): Promise<boolean> {
  const kind = KINDS[other.kind];
  try {
    return fingerprint(kind, await options.postman.fetch(other)) === fingerprint(kind, own.content);
  } catch (error) {
    if (error instanceof PostmanError && error.code === 'not-found') return false;
    throw error;
  }
}

const replacedNotices = (created: readonly Created[], replaced: Settled['replaced']): readonly Notice[] =>
  created.flatMap(({ resource: { kind, name, uid } }) => {
    const elder = replaced.get(uid);
    if (elder === undefined) return [];
    const message = `Another run created the ${kind} "${name}" at the same time. Its resource (${elder}) is kept; the one of this run was deleted again.`;
    return [{ level: 'notice', message }];
  });

const twinNotice = ({ own: { resource }, twins }: TwinsOfResource): Notice => ({
  level: 'warning',
  message: `Another run created a ${resource.kind} "${resource.name}" at the same time. This project manages ${resource.uid}. Compare it with ${twins.map(({ uid }) => uid).join(', ')}, and delete the duplicates.`,
});
