import { fingerprint } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import { withValues } from '../kinds/variables.ts';
import { omitUndefined } from '../lib/json.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { type DesiredResource, type Pin, placeIn, type ResourceKind, type SourceFile } from '../model/resource.ts';
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
  /** What Postman would refuse; Newman may run it all the same. */
  readonly syncProblems: readonly Problem[];
}

/** Checks the files and names what they and the configuration want to exist, or says everything that is wrong with the configuration. */
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
  // Not read from the file until it is needed.
  return Object.defineProperty(resource, 'content', {
    get: () => content ?? file.content,
    enumerable: true,
  }) as DesiredResource;
}
