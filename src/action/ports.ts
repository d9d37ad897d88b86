/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  /** Whether an app wrote it, and no person. */
  readonly byApp: boolean;
}

/** A pull request, as far as it must be known. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  /** `owner/repository` that the head lies in; absent when that is gone. */
  readonly headRepository?: string;
}

/** An annotation of a check run, in GitHub's own terms. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string;
}

/** The page of a check run. */
export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  /** At most fifty at once; GitHub adds them to the ones that are there. */
  readonly annotations: readonly CheckAnnotation[];
}

/** A check run that is over. */
export interface CheckRun {
  readonly name: string;
  readonly sha: string;
  readonly conclusion: 'success' | 'failure';
  readonly detailsUrl?: string;
  readonly output: CheckOutput;
}

/** One repository on GitHub. Every method throws a GitHubError when it cannot do what it says. */
export interface GitHub {
  /** The login that the token acts for; undefined where GitHub does not say. */
  viewer(): Promise<string | undefined>;
  /** The comments of a pull request, oldest first. */
  comments(pull: number): Promise<readonly Comment[]>;
  createComment(pull: number, body: string): Promise<void>;
  updateComment(id: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  /** One pull request, whatever its state. */
  pull(number: number): Promise<PullRequest>;
  /** The open pull requests whose head is that branch of that repository. */
  pullsFrom(headOwner: string, branch: string): Promise<readonly PullRequest[]>;
  /** The open pull requests that a commit belongs to. */
  pullsOf(sha: string): Promise<readonly PullRequest[]>;
  /** Publishes a check run, and answers with its id. */
  createCheckRun(run: CheckRun): Promise<number>;
  annotateCheckRun(id: number, output: CheckOutput): Promise<void>;
}

/**
 * `unauthorized`: GitHub does not know the token. `missing`: it is not there, or the token may not see it.
 * `unknown`: nobody can tell whether it was done.
 */
export type GitHubErrorCode = 'unauthorized' | 'refused' | 'missing' | 'limited' | 'invalid' | 'unknown';

/** A call to GitHub that failed. */
export class GitHubError extends Error {
  readonly code: GitHubErrorCode;

  constructor(code: GitHubErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'GitHubError';
    this.code = code;
  }
}
