import { KINDS } from '../core/kinds/index.ts';
import { patchYaml } from '../core/lib/patch-yaml.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import type { PullStep } from '../core/plan/pull.ts';
import { type Rename, referenceEdits } from '../core/plan/yaml-edits.ts';
import { pathOfStep } from '../core/report/pulled.ts';
import type { RepositoryFiles } from './ports.ts';

/** The configuration's new text, and the steps that it follows from. */
interface ReferencesEdit {
  readonly path: string;
  readonly text: string;
  readonly steps: readonly PullStep[];
}

/** The files of a pull. */
interface ReferenceOptions extends Pick<RepositoryFiles, 'read'> {
  /** Path of the configuration file. */
  readonly config: string | undefined;
  /** The steps that edit files. */
  readonly written: ReadonlySet<PullStep>;
}

/**
 * The edit of the configuration where it names resources that get another name, or whose name gets a second file. Then
 * the path replaces the name.
 */
export async function editReferences(
  steps: readonly PullStep[],
  { config, read, written }: ReferenceOptions,
): Promise<ReferencesEdit | undefined> {
  const edits = steps.filter((step) => written.has(step));
  const renames = [...edits.flatMap(renameOf), ...edits.flatMap((step) => twinOf(step, steps))];
  if (config === undefined || renames.length === 0) return undefined;
  const text = await read(config);
  const content = parseWithPositions(text).value();
  const named = renames.filter((rename) => referenceEdits(content, [rename]).length > 0);
  if (named.length === 0) return undefined;
  return { path: config, text: patchYaml(text, referenceEdits(content, named)), steps: named.map(({ step }) => step) };
}

type StepRename = Rename & { readonly step: PullStep };

/** The path of the file with the same name as a new file. */
function twinOf(step: PullStep, steps: readonly PullStep[]): readonly StepRename[] {
  if (step.action !== 'create') return [];
  const { kind, name } = step.resource;
  const twin = steps.find(
    (other) => other.action !== 'create' && other.resource.kind === kind && other.resource.name === name,
  );
  return twin ? [{ kind, was: name, is: pathOfStep(twin), step }] : [];
}

function renameOf(step: PullStep): readonly StepRename[] {
  if (step.action !== 'update') return [];
  const { kind, name: was } = step.resource;
  const is = KINDS[kind].name(step.content);
  return is === undefined || is === was ? [] : [{ kind, was, is, step }];
}
