import type { Notice } from '../core/model/notice.ts';
import { orThrow, type Problem, ProblemsError } from '../core/model/problem.ts';
import type { ListedResource } from '../core/model/resource.ts';
import { buildDesiredState, type DesiredState } from '../core/plan/desired.ts';
import { type FilelessResource, getsNewFile, newFileContent, newFilePath } from '../core/plan/new-file.ts';
import type { ObservedState } from '../core/plan/observed.ts';
import { type PullStep, planPull } from '../core/plan/pull.ts';
import { isYaml } from '../core/plan/yaml-changes.ts';
import { pathOfStep, reportStep } from '../core/report/pulled.ts';
import { type CommandResult, NOTHING, type PullResult } from '../core/report/results.ts';
import type { PullSettings, Settings } from '../settings/settings.ts';
import { withoutCredentialsIn } from './credentials.ts';
import { readContents } from './fetch-contents.ts';
import type { ObserveOptions } from './list-resources.ts';
import { observe, readTaken } from './observe.ts';
import type { Ports } from './ports.ts';
import { type FileEdit, fileEdits } from './pull-edits.ts';
import { withBases } from './read-bases.ts';

/** Writes changes made in Postman into the repository's files. Writes nothing to Postman. */
export async function pull(settings: Settings, ports: Ports): Promise<CommandResult> {
  const { target, pull: flags } = settings;
  const { postman } = ports;
  if (!target || !postman) return NOTHING;
  const material = await ports.files.read(settings.files);
  if (material.problems.length > 0) throw new ProblemsError(material.problems);
  const desired = orThrow(buildDesiredState(material.loaded, settings.monitors));
  const { verify } = settings.sync;
  const options = { ...target, postman, clock: ports.clock, verify, mapping: material.mapping, log: ports.log };
  const found = await observe(desired, options);
  const observed = await withBases(found, { desired, history: ports.history });
  const existing = planPull(desired, observed, flags);
  const isThere = async (path: string): Promise<boolean> => (await ports.repositoryFiles?.exists(path)) === true;
  const created = await newSteps(observed, { desired, options, flags, isThere });
  const steps = await withoutCredentialsIn(namedSteps([...existing, ...created], flags), ports.scanner);
  const pulled = await writeFiles(steps, { settings, ports, desired });
  return { ...NOTHING, notices: material.notices, pull: { ...pulled, workspace: observed.workspace } };
}

/** The steps of the resources that the command names, by name or path; without names, all steps. */
function namedSteps(steps: readonly PullStep[], { only }: PullSettings): readonly PullStep[] {
  if (only.length === 0) return steps;
  const isNamed = (step: PullStep, name: string): boolean => step.resource.name === name || pathOfStep(step) === name;
  const missing = only.filter((name) => !steps.some((step) => isNamed(step, name)));
  if (missing.length > 0) throw new ProblemsError(missing.map(unknownName));
  return steps.filter((step) => only.some((name) => isNamed(step, name)));
}

const unknownName = (name: string): Problem => ({
  code: 'unknown-name',
  message: `pull: there is no resource named "${name}", in Postman or in the repository`,
  remedy: 'Name resources as they are called in Postman, or by the path of their file.',
});

interface NewStepsOptions {
  readonly desired: DesiredState;
  readonly options: ObserveOptions;
  readonly flags: PullSettings;
  readonly isThere: (path: string) => Promise<boolean>;
}

/**
 * New files for resources that no file holds. Skips resources that another project manages, and those whose file this
 * project has deleted, unless the command names them.
 */
async function newSteps(
  observed: ObservedState,
  { desired, options, flags, isThere }: NewStepsOptions,
): Promise<readonly PullStep[]> {
  const named = withoutFile(observed, flags).filter(({ name }) => flags.only.length === 0 || flags.only.includes(name));
  const free = await withoutLeftOut(named, { observed, desired, isThere });
  if (free.length === 0) return [];
  const taken = await readTaken(options);
  const read = await readContents(
    free.filter(({ uid }) => !taken.has(uid)),
    { ...options, workspace: observed.workspace },
  );
  const paths = new Set(desired.resources.map(({ file }) => file.path.toLowerCase()));
  return free.flatMap((listed): readonly PullStep[] => {
    const content = read.contents.get(listed.uid);
    if (!content) return [];
    const resource = { ...listed, content };
    const path = newPath(resource, { desired, paths });
    paths.add(path.toLowerCase());
    return [{ action: 'create', resource, path, content: newFileContent(resource) }];
  });
}

/** Resources that pull can create a file for, and that no file belongs to; those in the state only if they are named. */
function withoutFile({ listed, matches, state }: ObservedState, { only }: PullSettings) {
  const held = new Set([...matches.values()].map(({ uid }) => uid));
  const recorded = new Set([...state.entries.values()].map(({ uid }) => uid));
  return listed
    .filter(getsNewFile)
    .filter(({ uid, name }) => !held.has(uid) && (!recorded.has(uid) || only.includes(name)));
}

interface LeftOutOptions extends Pick<NewStepsOptions, 'desired' | 'isThere'> {
  readonly observed: ObservedState;
}

/**
 * The resources without those whose file is still there, and which only the patterns leave out: a second file would
 * hold them. Throws if nothing else has the name of one.
 */
async function withoutLeftOut<T extends ListedResource>(
  free: readonly T[],
  { observed, desired, isThere }: LeftOutOptions,
): Promise<readonly T[]> {
  const read = new Set(desired.resources.map(({ file }) => file.path));
  const left = new Map<T, string>();
  for (const [path, { uid }] of observed.state.entries) {
    const resource = free.find((listed) => listed.uid === uid);
    if (resource && !read.has(path) && (await isThere(path))) left.set(resource, path);
  }
  const others = free.filter((resource) => !left.has(resource));
  const names = new Set([...desired.resources, ...others].map(({ name }) => name));
  const problems = [...left].flatMap(([resource, path]) => (names.has(resource.name) ? [] : [leftOut(resource, path)]));
  if (problems.length > 0) throw new ProblemsError(problems);
  return others;
}

const leftOut = ({ kind, name }: ListedResource, path: string): Problem => ({
  path,
  code: 'pull-file',
  message: `pull: ${path} holds the ${kind} "${name}", and no pattern of this run matches it`,
  remedy: 'Add the file to collections or environments; or delete it, and pull writes a new one.',
});

function newPath(
  { kind, name }: FilelessResource,
  { desired, paths }: { readonly desired: DesiredState; readonly paths: ReadonlySet<string> },
): string {
  const beside = desired.resources.filter((resource) => resource.kind === kind).map(({ file }) => file.path);
  return newFilePath(kind, name, { beside, taken: paths });
}

interface WriteFilesOptions {
  readonly desired: DesiredState;
  readonly settings: Settings;
  readonly ports: Ports;
}

/** Writes the files that may be written, and reports the others. Writes nothing with `--check`. */
async function writeFiles(
  steps: readonly PullStep[],
  { settings, ports, desired }: WriteFilesOptions,
): Promise<Omit<PullResult, 'workspace'>> {
  const { pull: flags, sync, configFile: config } = settings;
  const { check: isCheck } = flags;
  const { repositoryFiles: files, scanner } = ports;
  if (!files) return { steps: [], changedFiles: [], isCheck, notices: [], errors: [] };
  const prune = sync.prune !== 'no';
  const { resources } = desired;
  const options = { files, scanner, secrets: sync.secrets, flags, prune, config, resources };
  const { edits, problems, notices } = await fileEdits(steps, options);
  if (!isCheck) for (const edit of edits) await write(edit, files);
  const changedFiles = [...new Set(edits.map(({ path }) => path))];
  const written = new Set(edits.flatMap((edit) => edit.steps));
  return {
    steps: steps.map((step) => reportStep(step, { isWritten: written.has(step), isCheck, prune })),
    changedFiles,
    isCheck,
    notices: [...notices, ...goneNotices(steps, prune)],
    errors: problems.length > 0 ? [new ProblemsError(problems)] : [],
  };
}

const write = (edit: FileEdit, files: NonNullable<Ports['repositoryFiles']>): Promise<void> =>
  edit.text === undefined ? files.remove(edit.path) : files.write(edit.path, edit.text);

function goneNotices(steps: readonly PullStep[], prune: boolean): readonly Notice[] {
  if (prune) return [];
  return steps.flatMap((step): readonly Notice[] => {
    if (step.action !== 'gone' || isYaml(step.resource)) return [];
    const { kind, name, file } = step.resource;
    const message = `The ${kind} "${name}" was deleted in Postman; its file stays. \`pull --prune\` deletes it, on-drift: overwrite creates the resource again.`;
    return [{ level: 'notice', message, path: file.document ?? file.path }];
  });
}
