import type { Shop } from './shop.ts';

/** One request, taken apart: what the path, the query, the body and the session say. */
export interface Call {
  readonly shop: Shop;
  /** The part of the path that names a product or an order; empty where the path names none. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The signed-in customer; empty on routes that need no session. */
  readonly customer: string;
}

/** What the server sends back: a status, a JSON body, and headers beyond the content type. */
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

/** The one shape of every refusal: a sentence for people and, for a bad body, the fields at fault. */
export function failure(status: number, message: string, fields: readonly FieldProblem[] = []): Reply {
  return { status, body: { error: { status, message, ...(fields.length > 0 && { fields }) } } };
}
