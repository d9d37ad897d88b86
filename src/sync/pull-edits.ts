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

/** A file's new text; without a text, the file is deleted. */
export interface FileEdit {
  readonly path: string;
  readonly text?: string;
  readonly steps: readonly PullStep[];
}

export interface EditOptions {
  readonly files: RepositoryFiles;
  readonly scanner: Scanner;
  readonly secrets: SyncPolicy['secrets'];
  readonly asked: PullSettings;
  readonly prune: boolean;
}

/** The edits of a pull, and problems with files that are not edited. */
export interface Edits {
  readonly edits: readonly FileEdit[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

type Answer =
  | { readonly edits: readonly FileEdit[] }
  | { readonly problem: Problem }
  | { readonly notices: readonly Notice[] }
  | undefined;

/** Turns steps into edits of files. A file with uncommitted edits, or one that would hold a new credential, is left alone. */
export async function fileEdits(steps: readonly PullStep[], options: EditOptions): Promise<Edits> {
  const answers: Answer[] = [];
  const texts = new Map<string, FileEdit>();
  const read = async (path: string): Promise<string> => texts.get(path)?.text ?? (await options.files.read(path));
  for (const step of steps) {
    const answer = await editFor(step, { ...options, files: { ...options.files, read } });
    answers.push(answer);
    // Several monitors are in one file.
    for (const edit of answer && 'edits' in answer ? answer.edits : [])
      texts.set(edit.path, joined(texts.get(edit.path), edit));
  }
  const edits = [...texts.values()];
  const problems = answers.flatMap((answer) => (answer && 'problem' in answer ? [answer.problem] : []));
  const dirty = options.asked.force ? new Set<string>() : await options.files.uncommitted(existing(edits));
  // A collection in many files is written as a whole.
  const held = new Set(edits.filter(({ path }) => dirty.has(path)).flatMap(({ steps: of }) => of));
  return {
    edits: edits.filter(({ steps: of }) => !of.some((step) => held.has(step))),
    problems: [...problems, ...[...dirty].map(notCommitted)],
    notices: answers.flatMap((answer) => (answer && 'notices' in answer ? answer.notices : [])),
  };
}

const joined = (earlier: FileEdit | undefined, edit: FileEdit): FileEdit => ({
  ...edit,
  steps: [...(earlier?.steps ?? []), ...edit.steps],
});

const existing = (edits: readonly FileEdit[]): readonly string[] =>
  edits.filter(({ steps }) => steps.some(({ action }) => action !== 'create')).map(({ path }) => path);

const notCommitted = (path: string): Problem => ({
  kind: 'conflict',
  path,
  code: 'uncommitted-edits',
  message: 'The file has uncommitted edits: pull does not change it',
  remedy: 'Commit or stash them and pull again; --force merges into the file as it is.',
});

async function editFor(step: PullStep, options: EditOptions): Promise<Answer> {
  switch (step.action) {
    case 'none':
      return undefined;
    case 'gone':
      if (isYaml(step.resource)) return { notices: [isGone(step.resource)] };
      return options.prune ? { edits: [{ path: pathOfStep(step), steps: [step] }] } : undefined;
    case 'create':
      return creating(step, options);
    case 'update':
      return updating(step, options);
  }
}

async function creating(step: Extract<PullStep, { action: 'create' }>, options: EditOptions): Promise<Answer> {
  const { path, content } = step;
  if (await options.files.exists(path)) {
    const message = `pull: ${path} exists, and no pattern of this project matches it`;
    return {
      problem: { path, code: 'pull-file', message, remedy: 'Add it to collections or environments, or move it away.' },
    };
  }
  const found = await newCredentials(content, undefined, options);
  if (found) return { problem: { ...found, path } };
  return { edits: [{ path, text: `${JSON.stringify(content, null, '\t')}\n`, steps: [step] }] };
}

async function updating(step: Extract<PullStep, { action: 'update' }>, options: EditOptions): Promise<Answer> {
  const { resource, content } = step;
  const path = resource.file.document ?? resource.file.path;
  const found = await newCredentials(content, resource.file.content, options);
  if (found) return { problem: { ...found, path } };
  if (resource.kind === 'collection' && isYaml(resource)) return updatingTree(step, options);
  try {
    const text = await options.files.read(path);
    const next = nextText(text, step);
    if (next === undefined) return { problem: cannotWrite(step) };
    return next === text ? undefined : { edits: [{ path, text: next, steps: [step] }] };
  } catch (error) {
    const message = `The file cannot be patched: ${messageOf(error)}`;
    const remedy = 'Make the changes in the file by hand; plan shows them.';
    return { problem: { path, code: 'pull-file', message, remedy } };
  }
}

/** Writes the files of a collection in YAML, or tells the changes that they cannot hold. */
async function updatingTree(step: Extract<PullStep, { action: 'update' }>, { files }: EditOptions): Promise<Answer> {
  const { resource, content, diff } = step;
  const edits = await files.patchTree(resource.file.path, content);
  return edits
    ? { edits: edits.map((edit) => ({ ...edit, steps: [step] })) }
    : { notices: yamlChanges(resource, diff) };
}

/** The text of the file with the new content; undefined where it holds another format. */
function nextText(text: string, { resource, content }: Extract<PullStep, { action: 'update' }>): string | undefined {
  const { kind, name, file } = resource;
  const change = { was: file.content, is: content };
  const isDeclared = KINDS[kind].declaredIn === 'configuration';
  if (!isDeclared && !isYaml(resource)) return patched(text, { before: file.content, after: content });
  const edits = isDeclared
    ? monitorEdits(parseWithPositions(text).value(), { name, ...change })
    : variablesEdits(change);
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
  const key = ['collection', 'environment'].find((each) => same(value[each], before));
  return key === undefined ? undefined : patchJson(text, { ...value, [key]: after });
}

const isGone = ({ kind, name, file }: DesiredResource): Notice => ({
  level: 'warning',
  path: file.path,
  message: `The ${kind} "${name}" was deleted in Postman; pull deletes no YAML files.`,
});

const cannotWrite = ({ resource }: Extract<PullStep, { action: 'update' }>): Problem => ({
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
