import { fingerprint } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import { withValues } from '../kinds/variables.ts';
import { omitUndefined } from '../lib/json.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { type DesiredResource, type Pin, placeIn, type ResourceKind, type SourceFile } from '../model/resource.ts';
import type { Secret } from '../model/secret.ts';
import { buildMonitors, type MonitorRequest } from './build-monitors.ts';

/** A file that was read, with its settings in the configuration. */
export interface LoadedFile {
  readonly kind: ResourceKind;
  readonly file: SourceFile;
  readonly pinned?: Pin;
  /** Values from environment variables that are uploaded and not in the file. */
  readonly uploads?: ReadonlyMap<string, Secret>;
}

/** The resources that the repository declares. */
export interface DesiredState {
  readonly resources: readonly DesiredResource[];
  /** Problems for which Postman would refuse a file. Newman may still be able to run it. */
  readonly syncProblems: readonly Problem[];
}

/** Checks the files and builds the desired state from them and from declared monitors, or returns all problems. */
export function buildDesiredState(
  loaded: readonly LoadedFile[],
  declared: readonly MonitorRequest[] = [],
): Checked<DesiredState> {
  const syncProblems = loaded.flatMap(complaintsOf);
  const files = loaded.flatMap((file) => resourceOf(file) ?? []);
  const monitors = buildMonitors(declared, files);
  const resources = [...files, ...(monitors.ok ? monitors.value : [])];
  return monitors.ok ? { ok: true, value: { resources, syncProblems } } : { ok: false, problems: monitors.problems };
}

function complaintsOf({ kind, file }: LoadedFile): readonly Problem[] {
  if (file.digest) return [];
  return KINDS[kind].check(file.content).map(({ at, message, remedy }) => ({
    code: 'file-format' as const,
    message,
    remedy,
    ...placeIn(file, at),
  }));
}

function resourceOf({ kind, file, pinned, uploads }: LoadedFile): DesiredResource | undefined {
  const name = file.digest?.name ?? KINDS[kind].name(file.content);
  if (name === undefined) return undefined;
  const content = uploads && withValues(file.content, uploads);
  const known = content ? undefined : file.digest?.fingerprint;
  const resource = omitUndefined<Omit<DesiredResource, 'content'>>({
    kind,
    name,
    file,
    fingerprint: known ?? fingerprint(KINDS[kind], content ?? file.content),
    pinned,
    uploads,
  });
  // A getter: the content of a large file is parsed only when it is needed.
  return Object.defineProperty(resource, 'content', {
    get: () => content ?? file.content,
    enumerable: true,
  }) as DesiredResource;
}
