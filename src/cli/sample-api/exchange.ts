import type { Shop } from './shop.ts';

/** A parsed request. */
export interface Call {
  readonly shop: Shop;
  /** The part of the path that names a product or an order; empty where the path names none. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The signed-in customer; empty on routes that need no session. */
  readonly customer: string;
}

/** A response: status, JSON body, and headers besides the content type. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is wrong with one field of a body. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** An error response. All errors have this form: a sentence and, for an invalid body, the invalid fields. */
export function failure(status: number, message: string, fields: readonly FieldProblem[] = []): Reply {
  return { status, body: { error: { status, message, ...(fields.length > 0 && { fields }) } } };
}
