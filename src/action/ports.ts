/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  /** Whether an app wrote it. */
  readonly byApp: boolean;
}

/** The fields of a pull request that this tool uses. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  /** `owner/repository` of the head; absent where the repository was deleted. */
  readonly headRepository?: string;
}

/** An annotation of a check run, with the field names of GitHub's API. */
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

/** The content of a check run's page. */
export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  /** At most fifty in one request; GitHub adds them to those of earlier requests. */
  readonly annotations: readonly CheckAnnotation[];
}

/** A finished check run. */
export interface CheckRun {
  readonly name: string;
  readonly sha: string;
  readonly conclusion: 'success' | 'failure';
  readonly detailsUrl?: string;
  readonly output: CheckOutput;
}

/** One repository on GitHub. Every method throws a GitHubError when it fails. */
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
  /** Publishes a check run and returns its id. */
  createCheckRun(run: CheckRun): Promise<number>;
  annotateCheckRun(id: number, output: CheckOutput): Promise<void>;
}

/**
 * `unauthorized`: the token is not valid. `missing`: the resource does not exist, or the token cannot see it. `unknown`:
 * the write may or may not have been applied.
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
