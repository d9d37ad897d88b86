import type { DeviationPart } from '../model/contract.ts';
import type { ApiPlace } from './documents.ts';

/** A request as it was sent, and its response. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly HeaderEntry[];
  /** Text of the body; absent without a body, and for a body that is not text. */
  readonly requestBody?: string;
  /** Fields of a multipart form. Fields with files have no text. */
  readonly requestForm?: readonly FormField[];
  readonly status: number;
  readonly headers: readonly HeaderEntry[];
  /** Text of the response; empty without a body. */
  readonly body: string;
  /** Whether the body is truncated. */
  readonly truncated?: boolean;
}

/** A field of a form. */
export interface FormField {
  readonly name: string;
  /** Absent for a file. */
  readonly text?: string;
}

/** A header: name and value. */
export type HeaderEntry = readonly [name: string, value: string];

/** A difference between an exchange and the document. */
export interface Deviation {
  readonly part: DeviationPart;
  /** JSON pointer in the body; for a parameter or a header its name: `query limit`. */
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
  /** The rule in the document. */
  readonly place: ApiPlace;
}

/** The values of a header, joined by commas; undefined if it is absent. */
export function headerOf(headers: readonly HeaderEntry[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  const values = headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
  return values.length > 0 ? values.join(', ') : undefined;
}
