import type { FailureKind } from './verdict.ts';

/** Why a call to Postman failed. Code branches on this only, never on a message. */
export type PostmanErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'quota-exhausted'
  | 'invalid'
  | 'conflict'
  /** The resource was changed in Postman meanwhile; the write would undo that change. */
  | 'edited'
  | 'too-large'
  | 'unavailable'
  | 'outcome-unknown'
  | 'stopped';

/** Ends the run with a kind of failure other than a wrong file or a failed call to Postman, such as a GitHub error. */
export class OutsideError extends Error {
  readonly kind: FailureKind;
  /** What the user can do, one sentence. */
  readonly remedy: string;

  constructor(kind: FailureKind, { message, remedy }: { readonly message: string; readonly remedy: string }) {
    super(message);
    this.name = 'OutsideError';
    this.kind = kind;
    this.remedy = remedy;
  }
}

/** A call to Postman that failed: a code for the program, a sentence and a remedy for the user. */
export class PostmanError extends Error {
  readonly code: PostmanErrorCode;
  /** What the user can do, one sentence. */
  readonly remedy: string;
  /** The HTTP status; undefined without an answer. */
  readonly status: number | undefined;
  /** Postman's own name for the error (`instanceNotFoundError`), for the report only. */
  readonly reason: string | undefined;

  constructor(init: PostmanErrorInit) {
    super(init.message, init.cause === undefined ? {} : { cause: init.cause });
    this.name = 'PostmanError';
    this.code = init.code;
    this.remedy = init.remedy;
    this.status = init.status;
    this.reason = init.reason;
  }
}

/** The message of a thrown value, which need not be an Error. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The code of a system error, such as `ENOENT`; other thrown values as text. */
export const systemCodeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? error);

const ENDS_ALL_CALLS: Readonly<Record<PostmanErrorCode, boolean>> = {
  unauthorized: true,
  forbidden: false,
  'not-found': false,
  'rate-limited': true,
  'quota-exhausted': true,
  invalid: false,
  conflict: false,
  edited: false,
  'too-large': false,
  unavailable: false,
  'outcome-unknown': false,
  stopped: true,
};

/** Whether every further call would fail in the same way. */
export const endsAllCalls = ({ code }: PostmanError): boolean => ENDS_ALL_CALLS[code];

/** The properties of a PostmanError; see there. */
export interface PostmanErrorInit {
  readonly code: PostmanErrorCode;
  readonly message: string;
  readonly remedy: string;
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
  readonly cause?: unknown;
}
