import { KINDS } from '../core/kinds/index.ts';
import { patchYaml } from '../core/lib/patch-yaml.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import type { Notice } from '../core/model/notice.ts';
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

/** The edit of the configuration; notices with what to write there, where pull must not write it. */
interface EditedReferences {
  readonly edit?: ReferencesEdit;
  readonly notices: readonly Notice[];
}

/** The files of a pull. */
interface ReferenceOptions extends Pick<RepositoryFiles, 'read' | 'inspect'> {
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
  { config, written, read, inspect }: ReferenceOptions,
): Promise<EditedReferences> {
  const edits = steps.filter((step) => written.has(step));
  const renames = [...edits.flatMap(renameOf), ...edits.flatMap((step) => twinOf(step, steps))];
  if (config === undefined || renames.length === 0) return { notices: [] };
  const text = await read(config);
  const content = parseWithPositions(text).value();
  const named = renames.filter((rename) => referenceEdits(content, [rename]).length > 0);
  if (named.length === 0) return { notices: [] };
  const refusal = await inspect(config);
  if (refusal) return { notices: named.map((rename) => byHand(rename, refusal.reason)) };
  const next = patchYaml(text, referenceEdits(content, named));
  return { edit: { path: config, text: next, steps: named.flatMap((rename) => rename.steps) }, notices: [] };
}

const byHand = ({ kind, was, is }: Rename, reason: string): Notice => ({
  level: 'warning',
  message: `${reason}, and pull does not change it: write "${is}" there instead of the ${kind} "${was}".`,
});

type StepRename = Rename & { readonly steps: readonly PullStep[] };

/** The path of the file with the same name as a new file. */
function twinOf(step: PullStep, steps: readonly PullStep[]): readonly StepRename[] {
  if (step.action !== 'create') return [];
  const { kind, name } = step.resource;
  const twin = steps.find(
    (other) => other.action !== 'create' && other.resource.kind === kind && other.resource.name === name,
  );
  return twin ? [{ kind, was: name, is: pathOfStep(twin), steps: [step] }] : [];
}

function renameOf(step: PullStep): readonly StepRename[] {
  if (step.action !== 'update') return [];
  const { kind, name: was } = step.resource;
  const is = KINDS[kind].name(step.content);
  return is === undefined || is === was ? [] : [{ kind, was, is, steps: [step] }];
}
