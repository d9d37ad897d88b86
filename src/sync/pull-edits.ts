import { KINDS } from '../core/kinds/index.ts';
import { isObject, type JsonObject, type JsonValue, same } from '../core/lib/json.ts';
import { patchJson } from '../core/lib/patch-json.ts';
import { patchYaml } from '../core/lib/patch-yaml.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import { messageOf } from '../core/model/errors.ts';
import type { Notice } from '../core/model/notice.ts';
import type { Problem } from '../core/model/problem.ts';
import type { DesiredResource } from '../core/model/resource.ts';
import type { PullStep } from '../core/plan/pull.ts';
import { isYaml, yamlChanges } from '../core/plan/yaml-changes.ts';
import { monitorEdits, variablesEdits } from '../core/plan/yaml-edits.ts';
import { pathOfStep } from '../core/report/pulled.ts';
import type { PullSettings, SyncPolicy } from '../settings/settings.ts';
import type { RepositoryFiles, Scanner } from './ports.ts';
import { editReferences } from './pull-references.ts';

/** A file's new text; without a text, the file is deleted. */
export interface FileEdit {
  readonly path: string;
  readonly text?: string;
  readonly steps: readonly PullStep[];
}

/** How a pull edits files. */
export interface EditOptions {
  readonly files: RepositoryFiles;
  readonly scanner: Scanner;
  readonly secrets: SyncPolicy['secrets'];
  readonly flags: PullSettings;
  readonly prune: boolean;
  /** Path of the configuration file. */
  readonly config: string | undefined;
  /** The resources of all files, also of those that the pull leaves out. */
  readonly resources: readonly DesiredResource[];
}

/** The edits of a pull, and problems with files that are not edited. */
export interface Edits {
  readonly edits: readonly FileEdit[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** The edits of one step, or why there are none. */
type StepEdits =
  | { readonly edits: readonly FileEdit[] }
  | { readonly problem: Problem }
  | { readonly notices: readonly Notice[] }
  | undefined;

/** Turns steps into edits of files. Files with uncommitted edits, or that would hold a new credential, are not edited. */
export async function fileEdits(steps: readonly PullStep[], options: EditOptions): Promise<Edits> {
  const results: StepEdits[] = [];
  const byPath = new Map<string, FileEdit>();
  const read = async (path: string): Promise<string> => byPath.get(path)?.text ?? (await options.files.read(path));
  for (const step of steps) {
    const result = await editsFor(step, { ...options, files: { ...options.files, read } });
    results.push(result);
    // Several monitors are in one file.
    for (const edit of result && 'edits' in result ? result.edits : [])
      byPath.set(edit.path, joined(byPath.get(edit.path), edit));
  }
  const written = new Set([...byPath.values()].flatMap((edit) => edit.steps));
  const references = await editReferences({ ...options, ...options.files, read, written });
  const { edit } = references;
  if (edit) byPath.set(edit.path, joined(byPath.get(edit.path), edit));
  const edits = [...byPath.values()];
  const problems = results.flatMap((result) => (result && 'problem' in result ? [result.problem] : []));
  const blocked = await blockedPaths(edits, options);
  const notices = results.flatMap((result) => (result && 'notices' in result ? result.notices : []));
  return {
    edits: withoutBlocked(edits, blocked),
    problems: [...problems, ...blocked.values()],
    notices: [...notices, ...references.notices],
  };
}

/** The paths that are not written, and why. */
async function blockedPaths(
  edits: readonly FileEdit[],
  { files, flags, config }: EditOptions,
): Promise<ReadonlyMap<string, Problem>> {
  const dirty = flags.force ? new Set<string>() : await files.uncommitted(existingPaths(edits), config);
  const blocked = new Map([...dirty].map((path) => [path, uncommittedProblem(path)]));
  for (const { path } of edits) {
    const refusal = await files.inspect(path);
    if (refusal) blocked.set(path, refusedProblem(path, refusal.reason));
  }
  return blocked;
}

const joined = (earlier: FileEdit | undefined, edit: FileEdit): FileEdit => ({
  ...edit,
  steps: [...(earlier?.steps ?? []), ...edit.steps],
});

/** The edits without those of steps that touch a blocked file: a collection in many files is written as a whole. */
function withoutBlocked(edits: readonly FileEdit[], paths: ReadonlyMap<string, Problem>): readonly FileEdit[] {
  const blocked = new Set(edits.filter(({ path }) => paths.has(path)).flatMap(({ steps }) => steps));
  return edits.filter(({ steps }) => !steps.some((step) => blocked.has(step)));
}

/** The paths of all edits but new files. */
const existingPaths = (edits: readonly FileEdit[]): readonly string[] =>
  edits
    .filter(({ path, steps }) => steps.some((step) => step.action !== 'create' || step.path !== path))
    .map(({ path }) => path);

const uncommittedProblem = (path: string): Problem => ({
  kind: 'conflict',
  path,
  code: 'uncommitted-edits',
  message: 'The file has uncommitted edits: pull does not change it',
  remedy: 'Commit or stash them and pull again; --force merges into the file as it is.',
});

const refusedProblem = (path: string, reason: string): Problem => ({
  path,
  code: 'pull-file',
  message: `${reason}, and pull does not write it`,
  remedy: 'Make the changes in the file by hand; plan shows them.',
});

async function editsFor(step: PullStep, options: EditOptions): Promise<StepEdits> {
  switch (step.action) {
    case 'none':
      return undefined;
    case 'gone':
      if (isYaml(step.resource)) return { notices: [goneNotice(step.resource)] };
      return options.prune ? { edits: [{ path: pathOfStep(step), steps: [step] }] } : undefined;
    case 'create':
      return createFile(step, options);
    case 'update':
      return updateFile(step, options);
  }
}

type UpdateStep = Extract<PullStep, { action: 'update' }>;

async function createFile(step: Extract<PullStep, { action: 'create' }>, options: EditOptions): Promise<StepEdits> {
  const { path, content } = step;
  if (await options.files.exists(path)) {
    const message = `pull: ${path} exists, and no pattern of this project matches it`;
    return {
      problem: { path, code: 'pull-file', message, remedy: 'Add the file to collections or environments, or move it.' },
    };
  }
  const found = await newCredentials(content, undefined, options);
  if (found) return { problem: { ...found, path } };
  return { edits: [{ path, text: `${JSON.stringify(content, null, '\t')}\n`, steps: [step] }] };
}

async function updateFile(step: UpdateStep, options: EditOptions): Promise<StepEdits> {
  const { resource, content } = step;
  const path = resource.file.document ?? resource.file.path;
  const found = await newCredentials(content, resource.file.content, options);
  if (found) return { problem: { ...found, path } };
  if (resource.kind === 'collection' && isYaml(resource)) return updateTree(step, options);
  try {
    const text = await options.files.read(path);
    const next = nextText(text, step);
    if (next === undefined) return { problem: formatProblem(step) };
    return next === text ? undefined : { edits: [{ path, text: next, steps: [step] }] };
  } catch (error) {
    const message = `The file cannot be patched: ${messageOf(error)}`;
    const remedy = 'Make the changes in the file by hand; plan shows them.';
    return { problem: { path, code: 'pull-file', message, remedy } };
  }
}

/** The edits of a collection in YAML; notices with the changes where the format cannot hold them. */
async function updateTree(step: UpdateStep, { files }: EditOptions): Promise<StepEdits> {
  const { resource, content, diff } = step;
  const edits = await files.patchTree(resource.file.path, content);
  return edits
    ? { edits: edits.map((edit) => ({ ...edit, steps: [step] })) }
    : { notices: yamlChanges(resource, diff) };
}

/** The text of the file with the new content; undefined where it holds another format. */
function nextText(text: string, { resource, content }: UpdateStep): string | undefined {
  const { kind, name, file } = resource;
  const versions = { was: file.content, is: content };
  const isDeclared = KINDS[kind].declaredIn === 'configuration';
  if (!isDeclared && !isYaml(resource)) return patched(text, { before: file.content, after: content });
  const edits = isDeclared
    ? monitorEdits(parseWithPositions(text).value(), { name, ...versions })
    : variablesEdits(versions);
  if (edits.length === 0) return undefined;
  const next = patchYaml(text, edits);
  const [error] = parseWithPositions(next).syntaxErrors;
  if (error) throw new Error(error.message);
  return next;
}

/**
 * The text with the content replaced, also inside the wrapper of an API response; undefined where the file has another
 * format.
 */
function patched(
  text: string,
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
): string | undefined {
  const value: JsonValue = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (same(value, before)) return patchJson(text, after);
  if (!isObject(value)) return undefined;
  const key = ['collection', 'environment'].find((wrapper) => same(value[wrapper], before));
  return key === undefined ? undefined : patchJson(text, { ...value, [key]: after });
}

const goneNotice = ({ kind, name, file }: DesiredResource): Notice => ({
  level: 'warning',
  path: file.document ?? file.path,
  message: `The ${kind} "${name}" was deleted in Postman; pull removes nothing from YAML files. Remove it there, or create it again with on-drift: overwrite.`,
});

const formatProblem = ({ resource }: UpdateStep): Problem => ({
  kind: 'conflict',
  path: resource.file.document ?? resource.file.path,
  code: 'pull-file',
  message: `Postman has changes in the ${resource.kind} "${resource.name}", and pull cannot write this format`,
  remedy: 'Make the changes in the file by hand; plan shows them.',
});

/** The problem of a credential that is new to the file: a pull must not write it into the repository. */
async function newCredentials(
  content: JsonObject,
  before: JsonObject | undefined,
  { scanner, secrets }: EditOptions,
): Promise<Problem | undefined> {
  if (secrets !== 'block') return undefined;
  const known = before ? await scanner.scan(before) : [];
  const values = new Set(known.map(({ value }) => value.reveal()));
  const found = (await scanner.scan(content)).filter(({ value }) => !values.has(value.reveal()));
  if (found.length === 0) return undefined;
  const places = found.slice(0, 5).map(({ at }) => at.join('.'));
  return {
    kind: 'secret',
    code: 'credential',
    message: `Postman holds a credential in plain text, which pull does not write into a file: ${places.join(', ')}`,
    remedy:
      'Replace it in Postman by a variable of type secret, and revoke it; with secrets: warn, pull writes it anyway.',
  };
}
