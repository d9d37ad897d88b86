import type { SourceApiFile } from '../core/contract/documents.ts';
import type { JsonObject } from '../core/lib/json.ts';
import type { Uid, WorkspaceId } from '../core/model/ids.ts';
import type { Account, ApiUse } from '../core/model/limits.ts';
import type { Notice } from '../core/model/notice.ts';
import type { Problem } from '../core/model/problem.ts';
import type { ReportedPlan } from '../core/report/report.ts';
import type { ListedResource, ResourceKind } from '../core/model/resource.ts';
import type { RunResult, SuiteProgress } from '../core/model/run-result.ts';
import type { Secret } from '../core/model/secret.ts';
import type { Suite } from '../core/model/suite.ts';
import type { FetchedResource } from '../core/plan/change.ts';
import type { LoadedFile } from '../core/plan/desired.ts';
import type { Finding } from '../core/plan/secrets-policy.ts';
import type { StartedRun } from '../core/suites/monitor-run.ts';
import type { HostSettings } from '../settings/host-settings.ts';
import type { FileSelection, FileSettings } from '../settings/settings.ts';

/** Epoch milliseconds and waiting; the only source of time below the shells. */
export interface Clock {
  now(): number;
  /** Resolves after that many milliseconds, or rejects when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Where lines for people go while a run is under way. Lines may hold hostile text: the host makes them harmless. */
export interface Log {
  line(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  /** A long wait that begins: a line that says why and until when, and a countdown where someone watches. Call the answer at its end. */
  waiting(why: string, untilMs: number): () => void;
  /** Lines that belong together under a title, folded where the host can. */
  group(title: string, lines: readonly string[]): void;
}

/** A suite that has ended, with the output of its scripts; free of secrets. */
export interface SuiteEnd {
  readonly result: RunResult;
  readonly output: readonly string[];
}

/** Hears of suites while they run; `index` is the suite's place in the list. */
export interface SuiteListener {
  progress(index: number, progress: SuiteProgress): void;
  ended(index: number, end: SuiteEnd): void;
}

/** Runs suites in Newman. */
export interface SuiteRunner {
  /** Everything that the suites need and that is not there or cannot be used: data, certificates, folders, reporters. */
  check(suites: readonly Suite[], policy: RunPolicy): Promise<readonly Problem[]>;
  /**
   * Runs every suite, `parallel` at once, and answers in the order given. A suite that fails, hangs or dies is a
   * result, not an error. No secret is in what comes back.
   */
  run(suites: readonly Suite[], policy: RunPolicy): Promise<readonly RunResult[]>;
}

/** What holds for all suites of a run. */
export interface RunPolicy {
  readonly parallel: number;
  /** No false green: nothing requested, nothing asserted and unlooked-at 5xx answers are failures. */
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
  /** Ends the run early with what was done so far. */
  readonly signal?: AbortSignal;
}

/** What `GET /workspaces/{id}` tells. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly resources: readonly ListedResource[];
}

/** Content of a resource that is to be created or replaced. */
export interface Upload {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly content: JsonObject;
  /** The state: the month's last call is kept for it, and it is written after a stop, too. */
  readonly isRecord?: boolean;
}

/** The Postman API. Every method throws a PostmanError when it cannot do what it says. */
export interface Postman {
  me(): Promise<Account>;
  /** The workspace and what is in it; `not-found` when there is none of that id. */
  workspace(id: WorkspaceId): Promise<Workspace>;
  /** The workspaces that the key can see. */
  workspaces(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /**
   * The resources of one kind in a workspace, with the time of their last change; only those of a name when
   * one is given. An unknown workspace lists as empty.
   */
  list(kind: ResourceKind, workspace: WorkspaceId, name?: string): Promise<readonly ListedResource[]>;
  /** The whole content, as Postman has it. */
  fetch(resource: Pick<ListedResource, 'kind' | 'uid' | 'name'>): Promise<JsonObject>;
  /** Sends one POST at most that may have been applied: `outcome-unknown` when nobody can tell. */
  create(upload: Upload, workspace: WorkspaceId): Promise<Uid>;
  /** Replaces the whole content. */
  replace(upload: Upload, uid: Uid): Promise<void>;
  /** Deletes; succeeds where it is gone already. */
  remove(resource: Pick<ListedResource, 'kind' | 'uid' | 'name'>): Promise<void>;
  /**
   * Starts a run of a monitor and does not wait for its end. `outcome-unknown` when nobody can tell whether it was
   * started; `quota-exhausted` when the month's monitored requests are used up.
   */
  startMonitor(monitor: Pick<ListedResource, 'uid' | 'name'>): Promise<StartedRun>;
  /** What the run used so far, and what is left. */
  use(): Omit<ApiUse, 'usage'>;
  /** The server's time. */
  serverNow(): Date;
}

/** What was read from the repository. */
export interface Material {
  /** What could not be found or parsed. */
  readonly problems: readonly Problem[];
  readonly loaded: readonly LoadedFile[];
  /** What is worth knowing about the files. */
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

/** Checks a path relative to the working directory before it is read; undefined where nothing speaks against it. */
export type InspectPath = (path: string) => Promise<PathRefusal | undefined>;

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
  | { readonly kind: 'changed'; readonly since: string; readonly paths: readonly string[] }
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

/** Keeps what is about to be overwritten or deleted. */
export interface Backups {
  /** Resolves when the content lies safely in a file, with its path; otherwise nothing may be written to Postman. */
  keep(resource: FetchedResource): Promise<string>;
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

/** Everything outside that a run talks to. */
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
