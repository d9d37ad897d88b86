import type { IgnoreRule } from '../core/contract/violations.ts';
import type { Position } from '../core/lib/positions.ts';
import type { ContractMode } from '../core/model/contract.ts';
import type { Uid, WorkspaceId } from '../core/model/ids.ts';
import type { Notice } from '../core/model/notice.ts';
import type { RunOptions, Thresholds } from '../core/model/run-result.ts';
import type { Secret } from '../core/model/secret.ts';
import type { Shard } from '../core/model/shard.ts';
import type { MonitorRequest } from '../core/plan/build-monitors.ts';
import type { RepositoryCommand } from './commands.ts';
import type { HostSettings } from './host-settings.ts';

/** Everything that a run needs to know, checked. */
export interface Settings {
  readonly command: RepositoryCommand;
  /** Absent without a key. */
  readonly postman?: PostmanAccess;
  /** Absent for commands that touch no workspace, and without a key. */
  readonly target?: SyncTarget;
  /** The state in the workspace is kept under this name; absent where the repository is unknown. */
  readonly project?: string;
  /** The commit that is being applied, where the host knows it. */
  readonly commit?: string;
  readonly files: FileSettings;
  /** Path of the configuration file that was read. */
  readonly configFile?: string;
  /** The declared monitors. */
  readonly monitors: readonly MonitorRequest[];
  readonly sync: SyncPolicy;
  readonly pull: PullSettings;
  /** Folders that `merge-reports` reads. */
  readonly reports: readonly string[];
  /** The backup that `restore` puts back. */
  readonly restoreFile?: string;
  readonly run: RunSettings;
  /** Absent where no OpenAPI document is named. */
  readonly contract?: ContractSettings;
  readonly host: HostSettings;
  /** Notices about the settings themselves. */
  readonly notices: readonly Notice[];
}

/** The flags of `pull`. */
export interface PullSettings {
  /** Only report what would be written. */
  readonly check: boolean;
  /** The side that wins a conflict: `ours` is the file, `theirs` is Postman. Absent: conflicts are reported. */
  readonly prefer?: 'ours' | 'theirs';
  /** Write into files with uncommitted edits, too. */
  readonly force: boolean;
  /** Names or paths of resources; empty means all. */
  readonly only: readonly string[];
}

/** The workspace that a command compares with the repository. */
export interface SyncTarget {
  readonly workspace: WorkspaceId;
  readonly project: string;
}

/** Key and address of the Postman API. */
export interface PostmanAccess {
  readonly apiKey: Secret;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Longest total time to wait for rate limits. */
  readonly maxWaitMs: number;
}

/** Which files belong to the desired state. */
export interface FileSettings {
  readonly collections: readonly FileSelection[];
  readonly environments: readonly FileSelection[];
  readonly globals?: FileSelection;
  /** Globs of files that are never read: dependencies and the reports of earlier runs. */
  readonly exclude: readonly string[];
  /** Patterns may match nothing, because `pull` may write the first files. */
  readonly mayBeEmpty?: boolean;
  /** Skip requests of YAML collections that cannot run here. Otherwise such a collection is refused. */
  readonly allowUnsupported: boolean;
}

/** A glob or path of files. */
export interface FileSelection {
  readonly pattern: string;
  /** The pattern is relative to this folder: the configuration's, or the working directory (''). */
  readonly base: string;
  /** The user wrote the pattern: if it matches nothing, that is a problem. */
  readonly explicit: boolean;
  /** The resource in Postman that the file belongs to; for a single path only. */
  readonly uid?: Uid;
  /** Values of an environment that are not in its file. */
  readonly values?: ReadonlyMap<string, ExtraValue>;
  /** A committed file holds the pattern: files outside of the checkout must not match. */
  readonly contained?: true;
  /** Where the selection is written in the configuration. */
  readonly place?: { readonly path: string; readonly position: Position };
}

/** A value of an environment that is not in its file. */
export interface ExtraValue {
  readonly value: Secret;
  /** Whether the value is uploaded to Postman; otherwise it is for runs only. */
  readonly upload: boolean;
}

/** How `plan` and `apply` treat differences between files and Postman. */
export interface SyncPolicy {
  readonly prune: 'no' | 'yes' | 'force';
  readonly onDrift: 'merge' | 'overwrite' | 'keep' | 'fail';
  readonly verify: 'changed' | 'all';
  readonly secrets: 'block' | 'warn' | 'allow';
  readonly allowedSecrets: readonly string[];
  /** Shares of the month's quota, 0 to 1. */
  readonly quotaWarnAt: number;
  readonly quotaStopAt: number;
}

/** Which suites run, and how. */
export interface RunSettings {
  readonly newman: boolean;
  readonly monitors: boolean;
  /** Absent: every collection is a suite. */
  readonly suites?: readonly SuiteSettings[];
  /** The monitors to run if `monitors` is set. */
  readonly monitorSuites: readonly MonitorSuite[];
  /** An earlier report to compare with: a path, or `auto`. */
  readonly baseline?: { readonly source: string; readonly newFailuresOnly: boolean };
  /** Run only suites that the change touches; absent: all. */
  readonly onlyChanged?: { readonly since?: string };
  /** The part of the suites that runs here; absent: all. */
  readonly shard?: Shard;
  /** Names of the suites to run; empty means all. */
  readonly only: readonly string[];
  /** The environment of all suites, where the configuration lists none. */
  readonly environment?: string;
  /** The options of all suites, where the configuration lists none. */
  readonly defaults: SuiteDefaults;
  readonly parallel: number;
  readonly strict: boolean;
  readonly waitFor: readonly string[];
  readonly waitForTimeoutMs: number;
}

/** The OpenAPI documents that requests and answers are checked against. */
export interface ContractSettings {
  readonly documents: readonly FileSelection[];
  readonly mode: ContractMode;
  /** Deviations that are accepted. */
  readonly ignore: readonly IgnoreRule[];
  /** Least share of the operations that must be tested, 0 to 1. */
  readonly coverage?: number;
}

/** How a suite runs. */
export interface SuiteDefaults {
  readonly options: RunOptions;
  readonly variables: ReadonlyMap<string, Secret>;
  readonly globalVariables: ReadonlyMap<string, Secret>;
  readonly retries: number;
  readonly thresholds: Thresholds;
}

/** A suite as the configuration declares it. */
export interface SuiteSettings extends SuiteDefaults {
  readonly name: string;
  /** Name or path. */
  readonly collection: string;
  readonly environment?: string;
  readonly blocking: boolean;
  /** Globs of other files that the suite depends on, for `only-changed`; relative to the working directory. */
  readonly paths?: readonly string[];
  /** Shards may share the rows of the suite's iteration data. */
  readonly split?: boolean;
  readonly place: { readonly path: string; readonly position: Position };
  /** The folder of the configuration. Paths of the suite are relative to it. */
  readonly base: string;
}

/** A monitor that is run as a suite. */
export interface MonitorSuite {
  readonly name: string;
  /** Name of the monitor. */
  readonly monitor: string;
  readonly blocking: boolean;
  /** Longest time to wait for the end of the monitor's run. */
  readonly timeoutMs: number;
}
