import type { SourceApiFile } from '../core/contract/documents.ts';
import type { JsonObject } from '../core/lib/json.ts';
import type { Uid, WorkspaceId } from '../core/model/ids.ts';
import type { Account, ApiUse } from '../core/model/limits.ts';
import type { Notice } from '../core/model/notice.ts';
import type { Problem } from '../core/model/problem.ts';
import type { ListedResource, ResourceKind } from '../core/model/resource.ts';
import type { RunResult, SuiteProgress } from '../core/model/run-result.ts';
import type { Secret } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { FetchedResource } from '../core/plan/change.ts';
import type { LoadedFile } from '../core/plan/desired.ts';
import type { Finding } from '../core/plan/secrets-policy.ts';
import type { ReportedPlan } from '../core/report/report.ts';
import type { MergeParts } from '../core/shards/merge-reports.ts';
import type { StartedRun } from '../core/suites/monitor-run.ts';
import type { HostSettings } from '../settings/host-settings.ts';
import type { FileSelection, FileSettings } from '../settings/settings.ts';

/** The clock; the only source of time below the shells. */
export interface Clock {
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The log for people. Lines may hold hostile text: the host escapes them. */
export interface Log {
  line(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  /** Shows how far a step is, in the place of what was shown before; without a text it goes away. Absent where nobody watches. */
  progress?(text: string | undefined): void;
  /** Announces a long wait, with a countdown on a terminal. Returns the function to call at its end. */
  waiting(why: string, untilMs: number): () => void;
  /** Lines under a title, folded where the host can. */
  group(title: string, lines: readonly string[]): void;
}

/** A suite that has ended, with the output of its scripts; free of secrets. */
export interface SuiteEnd {
  readonly result: RunResult;
  readonly output: readonly string[];
}

/** Hears of suites while they run; `index` is the suite's place in the list. */
export interface SuiteListener {
  /** Called before the first of so many suites. */
  begin(total: number): void;
  progress(index: number, progress: SuiteProgress): void;
  ended(index: number, end: SuiteEnd): void;
}

/** Runs suites in Newman. */
export interface SuiteRunner {
  /** Rows of a suite's iteration data; 0 where they cannot be read, which `check` reports. */
  countRows(suite: Suite): Promise<number>;
  /** Problems with what the suites need: data files, certificates, folders, reporters. */
  check(suites: readonly Suite[], policy: RunPolicy): Promise<readonly Problem[]>;
  /**
   * Runs every suite, `parallel` at the same time. Results keep the order. A suite that fails, hangs or crashes is a
   * result, not an error. Results hold no secrets.
   */
  run(suites: readonly Suite[], policy: RunPolicy): Promise<readonly RunResult[]>;
}

/** Options for all suites of a run. */
export interface RunPolicy {
  readonly parallel: number;
  /** No false green: no request, no assertion and unchecked 5xx responses are failures. */
  readonly strict: boolean;
  /** URLs that must answer below 500 before the suites start. */
  readonly waitFor: readonly string[];
  readonly waitForTimeoutMs: number;
  /** External Newman reporters by name, from the working directory's `node_modules`. */
  readonly reporters: readonly string[];
  /** Their options: `htmlextra.title` and its value. */
  readonly reporterOptions?: ReadonlyMap<string, string>;
  readonly reportDir: string;
  /** OpenAPI documents that requests and answers are compared with. */
  readonly openapi?: readonly SourceApiFile[];
  /** Ends the run early; its results so far are reported. */
  readonly signal?: AbortSignal;
}

/** The answer of `GET /workspaces/{id}`. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly resources: readonly ListedResource[];
}

/** A resource to create or to replace. */
export interface Upload {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly content: JsonObject;
  /** Set for the recorded state: the last call of the quota is reserved for it, and it is written after a stop, too. */
  readonly isRecord?: boolean;
}

/** The Postman API. Every method throws a PostmanError when it fails. */
export interface Postman {
  me(): Promise<Account>;
  /** The workspace and its resources; `not-found` for an unknown id. */
  workspace(id: WorkspaceId): Promise<Workspace>;
  /** The workspaces that the key can see. */
  workspaces(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /**
   * The resources of one kind in a workspace, with the time of their last change; with a name, only those of that name.
   * An unknown workspace lists as empty.
   */
  list(kind: ResourceKind, workspace: WorkspaceId, name?: string): Promise<readonly ListedResource[]>;
  /** The whole content, as Postman stores it. */
  fetch(resource: Pick<ListedResource, 'kind' | 'uid' | 'name'>): Promise<JsonObject>;
  /** Sends at most one POST that may be applied; `outcome-unknown` where no answer tells whether it was. */
  create(upload: Upload, workspace: WorkspaceId): Promise<Uid>;
  /** Replaces the whole content. */
  replace(upload: Upload, uid: Uid): Promise<void>;
  /** Deletes a resource; succeeds where it is gone already. */
  remove(resource: Pick<ListedResource, 'kind' | 'uid' | 'name'>): Promise<void>;
  /**
   * Starts a run of a monitor and does not wait for its end. `outcome-unknown` where no answer tells whether it was
   * started; `quota-exhausted` when the month's monitored requests are used up.
   */
  startMonitor(monitor: Pick<ListedResource, 'uid' | 'name'>): Promise<StartedRun>;
  /** Calls and waits so far, and the limits that are left. */
  use(): Omit<ApiUse, 'usage'>;
  /** The server's time. */
  serverNow(): Date;
}

/** The repository's files, read and parsed. */
export interface Material {
  /** Problems with finding and parsing files. */
  readonly problems: readonly Problem[];
  readonly loaded: readonly LoadedFile[];
  /** Notices about the files. */
  readonly notices: readonly Notice[];
  /** Values of an environment that are for runs only: path of its file → name → value. */
  readonly runValues: ReadonlyMap<string, ReadonlyMap<string, Secret>>;
  /** Postman's own mapping of local paths to cloud ids, `.postman/resources.yaml`. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** Why a path must not be read. */
export interface PathRefusal {
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Checks a path relative to the working directory before it is read; undefined where it may be read. What a file of the
 * checkout names must be `contained` in the checkout.
 */
export type InspectPath = (path: string, reach?: 'contained') => Promise<PathRefusal | undefined>;

/** The files of OpenAPI documents, and every problem with them. */
export interface ApiMaterial {
  readonly files: readonly SourceApiFile[];
  readonly problems: readonly Problem[];
}

/** Reads the repository's files. */
export interface Files {
  /** Every file that belongs to the desired state, and every problem with finding and parsing them. */
  read(settings: FileSettings): Promise<Material>;
  /** The OpenAPI documents with every file that they refer to. */
  readOpenApi(documents: readonly FileSelection[]): Promise<ApiMaterial>;
}

/** A file as it once was. */
export interface FileVersion {
  readonly content: JsonObject;
  /** Committed after the version that was asked for, and part of what is checked out. */
  readonly isLater: boolean;
}

/** Earlier versions of the repository's files. */
export interface FileHistory {
  /** Versions later than the commit, newest first; the one of the commit; then all that there are. Ends where nothing more can be had. */
  versions(path: string, commit: string | undefined): AsyncIterable<FileVersion>;
}

/** What changed since a revision. */
export type ChangeSet =
  /** Paths are relative to the working directory. */
  | {
      readonly kind: 'changed';
      readonly since: string;
      readonly paths: readonly string[];
      /** Files that git knows, changed or not; absent where it does not tell. */
      readonly files?: readonly string[];
    }
  /** There is no pull request, and no revision was named. */
  | { readonly kind: 'no-base' }
  /** The history is not there; `asked` when the user named the revision. */
  | { readonly kind: 'unknown'; readonly revision: string; readonly asked: boolean };

/** Tells what changed since a revision, or since the pull request left its base. */
export type ChangedFiles = (since: string | undefined) => Promise<ChangeSet>;

/** An earlier report as text, or why there is none. */
export type BaselineText =
  | { readonly ok: true; readonly text: string }
  /** `expected`: a first run, or a token that may not: no reason to fail. */
  | { readonly ok: false; readonly reason: string; readonly expected: boolean };

/** Reads the earlier report that a path names, or with `auto` the one of the base branch. */
export type ReadBaseline = (source: string) => Promise<BaselineText>;

/** Reads the reports in folders, which are hostile; what is wrong with one of them is a problem. */
export type ReadReports = (folders: readonly string[]) => Promise<Omit<MergeParts, 'run'>>;

/** Searches for credentials in plain text. */
export interface Scanner {
  /** Everything in the document's strings that looks like a credential. */
  scan(content: JsonObject): Promise<readonly Finding[]>;
}

/** The repository's files as texts, for a pull. */
export interface RepositoryFiles {
  /** The text as it is, a byte order mark included. */
  read(path: string): Promise<string>;
  /** Replaces the whole text at once, in the encoding that the file has. */
  write(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Those of the paths whose content is not committed; none where there is no repository. */
  uncommitted(paths: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Keeps copies of resources before they are overwritten or deleted. */
export interface Backups {
  /** Writes the content to a file and resolves with its path. Where it rejects, the resource must not be written. */
  keep(resource: FetchedResource): Promise<string>;
  /** The content of a backup with its secrets in plain text; undefined where another API key has sealed them. */
  open(content: JsonObject): JsonObject | undefined;
}

/** Posts the comment that an earlier run's report folder holds. Throws a ProblemsError or an OutsideError. */
export type PostReport = (host: HostSettings) => Promise<readonly Notice[]>;

/** A plan that is about to be applied. */
export interface Proposal {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly plan: ReportedPlan;
}

/** Shows a plan before the first write, and asks where somebody can answer. False: nothing is to be written. */
export type ReviewPlan = (proposal: Proposal) => Promise<boolean>;

/** Everything outside of the core that a run uses. */
export interface Ports {
  /** Absent where nobody watches. */
  readonly review?: ReviewPlan;
  readonly clock: Clock;
  readonly log: Log;
  readonly files: Files;
  /** Absent where nothing is compared with a workspace. */
  readonly history?: FileHistory;
  readonly repositoryFiles?: RepositoryFiles;
  readonly scanner: Scanner;
  readonly backups: Backups;
  readonly runner: SuiteRunner;
  readonly readReports: ReadReports;
  readonly readBaseline?: ReadBaseline;
  /** Absent where there is no git. */
  readonly changedFiles?: ChangedFiles;
  /** Absent without a key. */
  readonly postman?: Postman;
  /** Absent where there are no pull requests. */
  readonly postReport?: PostReport;
  /** Ends the run early; what was done so far is reported. */
  readonly signal?: AbortSignal;
}
