import type { FailureKind } from './verdict.ts';

/** What went wrong with a call to Postman; the only thing about an error that code may branch on. */
export type PostmanErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'quota-exhausted'
  | 'invalid'
  | 'conflict'
  | 'too-large'
  | 'unavailable'
  | 'outcome-unknown'
  | 'stopped';

/** Something other than Postman that failed outside, already in the report's words. */
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
  /** The HTTP status, where there was an answer. */
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

/** What a thrown value says; not everything that is thrown is an error. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether every further call would end the same way. */
export const endsAllCalls = ({ code }: PostmanError): boolean =>
  code === 'unauthorized' || code === 'quota-exhausted' || code === 'rate-limited' || code === 'stopped';

/** What a PostmanError is made of. */
export interface PostmanErrorInit {
  readonly code: PostmanErrorCode;
  readonly message: string;
  readonly remedy: string;
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
  readonly cause?: unknown;
}
