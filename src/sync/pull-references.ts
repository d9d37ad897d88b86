import { KINDS } from '../core/kinds/index.ts';
import { patchYaml } from '../core/lib/patch-yaml.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import type { Notice } from '../core/model/notice.ts';
import type { DesiredResource, ResourceKind } from '../core/model/resource.ts';
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
  /** The resources of all files, also of those that the pull leaves out. */
  readonly resources: readonly DesiredResource[];
  /** The steps that edit files. */
  readonly written: ReadonlySet<PullStep>;
}

/**
 * The edit of the configuration where it names resources that get another name, or whose name another file has, too.
 * Then the path replaces the name.
 */
export async function editReferences({
  config,
  resources,
  written,
  read,
  inspect,
}: ReferenceOptions): Promise<EditedReferences> {
  const renames = renamesIn(namesAfter([...written], resources));
  if (config === undefined || renames.length === 0) return { notices: [] };
  const text = await read(config);
  const content = parseWithPositions(text).value();
  const named = renames.filter((rename) => referenceEdits(content, [rename]).length > 0);
  if (named.length === 0) return { notices: [] };
  const refusal = await inspect(config);
  if (refusal) return { notices: named.map((rename) => byHand(rename, refusal.reason)) };
  const steps = named.flatMap((rename) => rename.steps);
  return { edit: { path: config, text: patchYaml(text, referenceEdits(content, named)), steps }, notices: [] };
}

const byHand = ({ kind, was, is }: Rename, reason: string): Notice => ({
  level: 'warning',
  message: `${reason}, and pull does not change it: write "${is}" there instead of the ${kind} "${was}".`,
});

/** The names of a file's resource before and after the pull. A new file has only the second. */
interface Names {
  readonly kind: ResourceKind;
  readonly path: string;
  readonly was?: string;
  readonly is: string;
  /** The step that edits the file. */
  readonly step?: PullStep;
}

/** The names in all files that exist after the pull. */
function namesAfter(steps: readonly PullStep[], resources: readonly DesiredResource[]): readonly Names[] {
  const byPath = new Map(steps.map((step) => [pathOfStep(step), step]));
  const existing = resources.flatMap(({ kind, name: was, file: { path } }): readonly Names[] => {
    const step = byPath.get(path);
    if (step?.action !== 'update') return step?.action === 'gone' ? [] : [{ kind, path, was, is: was }];
    return [{ kind, path, was, is: KINDS[kind].name(step.content) ?? was, step }];
  });
  const created = steps.flatMap((step): readonly Names[] =>
    step.action === 'create' ? [{ kind: step.resource.kind, path: step.path, is: step.resource.name, step }] : [],
  );
  return [...existing, ...created];
}

/** What replaces a name, and the steps that it follows from. */
type StepRename = Rename & { readonly steps: readonly PullStep[] };

function renamesIn(names: readonly Names[]): readonly StepRename[] {
  const changed = names.filter(({ was, is }) => was !== is);
  const touched = names.filter((entry) => changed.some((other) => isSame(entry, other)));
  return touched.flatMap(({ kind, path, was, is }): readonly StepRename[] => {
    if (was === undefined) return [];
    const holders = touched.filter((other) => isSame(other, { kind, is }));
    const steps = holders.filter((holder) => holder.was !== is).flatMap(({ step }) => step ?? []);
    return [{ kind, was, is: holders.length > 1 ? path : is, steps }];
  });
}

const isSame = (a: Pick<Names, 'kind' | 'is'>, b: Pick<Names, 'kind' | 'is'>): boolean =>
  a.kind === b.kind && a.is === b.is;
