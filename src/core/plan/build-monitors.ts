import { fingerprint } from '../kinds/fingerprint.ts';
import { KINDS } from '../kinds/index.ts';
import { type ReferenceOptions, resolveReference } from '../kinds/resolve-reference.ts';
import { type JsonObject, type JsonPath, omitUndefined } from '../lib/json.ts';
import type { Position } from '../lib/positions.ts';
import type { Uid } from '../model/ids.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { type DesiredResource, declaredPath, type References, type SourceFile } from '../model/resource.ts';
import { bind } from './references.ts';

/** A monitor as the configuration declares it: collection and environment by name, path or id. */
export interface MonitorRequest {
  readonly name: string;
  readonly collection: string;
  readonly environment?: string;
  /** The other fields, as the API names them. */
  readonly content: JsonObject;
  /** The uid pinned by the configuration. */
  readonly pinned?: Uid;
  /** Path of the configuration file. */
  readonly document: string;
  /** Folder of the configuration file; paths in it are relative to this folder. */
  readonly base: string;
  /** The position of a value of the declaration. */
  locate(at: JsonPath): Position;
}

/** Builds the desired monitors, or reports the names that match no collection or environment. */
export function buildMonitors(
  requests: readonly MonitorRequest[],
  resources: readonly DesiredResource[],
): Checked<readonly DesiredResource[]> {
  const problems: Problem[] = [];
  const monitors = requests.map((request) => monitorOf(request, refersOf(request, { resources, problems })));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: monitors };
}

function refersOf(
  request: MonitorRequest,
  { resources, problems }: Pick<ReferenceOptions, 'resources' | 'problems'>,
): References {
  const { name, collection, environment, document, base } = request;
  const search = (kind: 'collection' | 'environment', wanted: string): string | undefined => {
    const place = { path: document, position: request.locate([kind]) };
    return resolveReference(kind, wanted, { resources, by: `The monitor "${name}"`, place, base, problems })?.file.path;
  };
  return omitUndefined<References>({
    collection: search('collection', collection),
    environment: environment === undefined ? undefined : search('environment', environment),
  });
}

function monitorOf(request: MonitorRequest, refers: References): DesiredResource {
  const { name, pinned } = request;
  const content = { name, ...request.content };
  return omitUndefined<DesiredResource>({
    kind: 'monitor',
    name,
    file: sourceOf(request, content),
    content,
    refers,
    fingerprint: fingerprint(KINDS.monitor, bind({ content, refers })),
    pinned: pinned && { uid: pinned, place: { path: request.document, position: request.locate(['uid']) } },
  });
}

const sourceOf = ({ name, document, locate }: MonitorRequest, content: JsonObject): SourceFile => ({
  path: declaredPath(document, name),
  document,
  content,
  bytes: JSON.stringify(content).length,
  locate,
});
