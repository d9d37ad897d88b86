import { fingerprint } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import { withValues } from '../kinds/variables.ts';
import { omitUndefined } from '../lib/json.ts';
import { bareId } from '../model/ids.ts';
import type { Checked, Problem } from '../model/problem.ts';
import {
  type DesiredResource,
  namePlace,
  type Pin,
  pinPlace,
  placeIn,
  type ResourceKind,
  type SourceFile,
} from '../model/resource.ts';
import type { Secret } from '../model/secret.ts';
import { buildMonitors, type MonitorRequest } from './build-monitors.ts';

/** A file that was read, with what the configuration says of it. */
export interface LoadedFile {
  readonly kind: ResourceKind;
  readonly file: SourceFile;
  readonly pinned?: Pin;
  /** Values of environment variables that Postman is given and the file does not hold. */
  readonly uploads?: ReadonlyMap<string, Secret>;
}

/** What the repository wants the workspace to be. */
export interface DesiredState {
  readonly resources: readonly DesiredResource[];
}

/** Checks the files and names what they and the configuration want to exist, or says everything that is wrong with them. */
export function buildDesiredState(
  loaded: readonly LoadedFile[],
  declared: readonly MonitorRequest[] = [],
): Checked<DesiredState> {
  const complaints = loaded.flatMap(complaintsOf);
  const files = loaded.flatMap((one) => resourceOf(one) ?? []);
  const monitors = buildMonitors(declared, files);
  const resources = [...files, ...(monitors.ok ? monitors.value : [])];
  const wrong = monitors.ok ? [] : monitors.problems;
  const problems = [...complaints, ...wrong, ...sharedNames(resources), ...sharedIds(resources)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { resources } };
}

function complaintsOf({ kind, file }: LoadedFile): readonly Problem[] {
  return KINDS[kind].check(file.content).map(({ at, message, remedy }) => ({
    message,
    remedy,
    ...placeIn(file, at),
  }));
}

function resourceOf({ kind, file, pinned, uploads }: LoadedFile): DesiredResource | undefined {
  const name = KINDS[kind].name(file.content);
  if (name === undefined) return undefined;
  const content = uploads ? withValues(file.content, uploads) : file.content;
  return omitUndefined<DesiredResource>({
    kind,
    name,
    file,
    content,
    fingerprint: fingerprint(KINDS[kind], content),
    pinned,
  });
}

/** Postman allows two resources of one name; a repository that has them could not tell them apart. */
function sharedNames(resources: readonly DesiredResource[]): readonly Problem[] {
  return repeated(resources, (one) => `${one.kind} ${one.name}`).map(([first, again]) => ({
    message: `The ${again.kind} "${again.name}" stands in ${first.file.path} already`,
    remedy: 'Rename one of them, or take one of the files out of the globs.',
    ...namePlace(again),
  }));
}

/** Two files for one resource: the second would overwrite what the first has written. */
function sharedIds(resources: readonly DesiredResource[]): readonly Problem[] {
  const identity = ({ kind, pinned, file }: DesiredResource): string | undefined => {
    const id = pinned?.uid ?? KINDS[kind].idOf(file.content);
    return id === undefined ? undefined : bareId(id);
  };
  return repeated(resources, identity).map(([first, again]) => ({
    message: `${again.file.path} and ${first.file.path} are the same ${again.kind} (${identity(again)})`,
    ...(again.pinned
      ? { remedy: 'Correct the uid of one of them in the configuration.', ...pinPlace(again) }
      : {
          remedy: 'Keep one of them, or give the copy an identity of its own by removing its id.',
          ...placeIn(again.file, again.kind === 'collection' ? ['info', '_postman_id'] : ['id']),
        }),
  }));
}

/** Each entry whose key another one had before, with that one. */
function repeated<T>(entries: readonly T[], keyOf: (entry: T) => string | undefined): readonly (readonly [T, T])[] {
  const first = new Map<string, T>();
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    if (key === undefined) return [];
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, entry);
    return earlier === undefined ? [] : [[earlier, entry] as const];
  });
}
