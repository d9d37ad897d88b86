import type { SourceApiFile } from '../core/contract/documents.ts';
import { unknownOperations } from '../core/contract/summarize.ts';
import type { Notice } from '../core/model/notice.ts';
import { type Problem, ProblemsError } from '../core/model/problem.ts';
import type { Suite } from '../core/model/suite.ts';
import { buildDesiredState, type DesiredState } from '../core/plan/desired.ts';
import { COMMAND_SPECS } from '../settings/commands.ts';
import type { ContractSettings, MonitorSuite, Settings } from '../settings/settings.ts';
import type { Files, Material, Ports, RunPolicy } from './ports.ts';
import { type EarlierReport, readEarlierReport } from './read-baseline.ts';
import { selectShard } from './select-shard.ts';
import { selectSuites } from './select-suites.ts';
import { chooseSuites } from './suites.ts';

/** The desired state, suites and monitors of the repository. */
export interface Repository {
  readonly material: Material;
  readonly desired: DesiredState;
  /** Suites that Newman runs in this shard. */
  readonly suites: readonly Suite[];
  /** Names of the suites of all shards. */
  readonly allSuites: readonly string[];
  /** Names of suites that `only-changed` skips. */
  readonly leftOut: readonly string[];
  readonly notices: readonly Notice[];
  /** The earlier report that the suites are compared with. */
  readonly baseline?: EarlierReport;
  /** Monitors that Postman runs after an apply. */
  readonly monitors: readonly MonitorSuite[];
  readonly policy: RunPolicy;
}

/** Reads the files and checks that every suite can run with them. Throws a ProblemsError before anything is sent. */
export async function readRepository(settings: Settings, ports: Ports): Promise<Repository> {
  const { files, runner, changedFiles, signal } = ports;
  const material = await files.read(settings.files);
  const desired = desiredOf(material, settings);
  const { suites: chosen, monitors } = chooseSuites(settings.run, { resources: desired.resources, material });
  const openapi = settings.contract && (await readDocuments(settings.contract, files));
  const shared = sharedFiles(settings, { desired, openapi: openapi ?? [] });
  const selected = await selectSuites(chosen, { run: settings.run, changedFiles, shared });
  const baseline = await readEarlierReport(settings.run, ports.readBaseline);
  const { suites, notices } = await selectShard(selected.suites, {
    shard: settings.run.shard,
    baseline: baseline.value?.report,
    runner,
  });
  const policy = { ...policyOf(settings, signal), ...(openapi ? { openapi } : {}) };
  const problems = await runner.check(suites, policy);
  if (problems.length > 0) throw new ProblemsError(problems);
  return {
    ...{ material, desired, suites, leftOut: selected.leftOut, policy },
    allSuites: selected.suites.map(({ name }) => name),
    // Each monitor runs once, started by the shard that syncs.
    monitors: isFirst(settings.run) ? monitors : [],
    notices: [...selected.notices, ...notices, ...baseline.notices],
    ...(baseline.value ? { baseline: baseline.value } : {}),
  };
}

const isFirst = ({ shard }: Settings['run']): boolean => shard === undefined || shard.index === 1;

/** Files that every suite depends on. */
function sharedFiles(
  { configFile }: Settings,
  { desired, openapi }: { readonly desired: DesiredState; readonly openapi: readonly SourceApiFile[] },
): readonly string[] {
  const globals = desired.resources.filter(({ kind }) => kind === 'globals').map(({ file }) => file.path);
  return [...(configFile ? [configFile] : []), ...globals, ...openapi.map(({ path }) => path)];
}

/** The OpenAPI documents. A rule of `contract-ignore` for an unknown operation is a problem, since it has no effect. */
async function readDocuments({ documents, ignore }: ContractSettings, files: Files): Promise<readonly SourceApiFile[]> {
  const material = await files.readOpenApi(documents);
  if (material.problems.length > 0) throw new ProblemsError(material.problems);
  const unknown = unknownOperations(material.files, ignore);
  if (unknown.length > 0) throw new ProblemsError(unknown.map(noSuchOperation));
  return material.files;
}

const noSuchOperation = (operation: string): Problem => ({
  code: 'unknown-name',
  message: `contract-ignore: no OpenAPI document has an operation "${operation}"`,
  remedy: 'Write the method and the path as the document has them, such as GET /orders/{id}.',
});

/**
 * The desired state, or all problems with finding, parsing and checking the files. Content that only Postman would
 * refuse is a problem for a sync only. A command without a workspace needs no monitors: it may read a part of the
 * collections.
 */
function desiredOf({ loaded, problems }: Material, { command, monitors, target }: Settings): DesiredState {
  const desired = buildDesiredState(loaded, COMMAND_SPECS[command].workspace ? monitors : []);
  if (!desired.ok) throw new ProblemsError([...problems, ...desired.problems]);
  const all = [...problems, ...(target ? desired.value.syncProblems : [])];
  if (all.length > 0) throw new ProblemsError(all);
  return desired.value;
}

function policyOf({ run, host: { report } }: Settings, signal: AbortSignal | undefined): RunPolicy {
  const { parallel, strict, waitFor, waitForTimeoutMs } = run;
  const policy = {
    parallel,
    strict,
    waitFor,
    waitForTimeoutMs,
    reporters: report.external,
    reporterOptions: report.reporterOptions,
    reportDir: report.dir,
  };
  return { ...policy, ...(signal ? { signal } : {}) };
}
