/** A server that remembers what it was sent. */
export interface RequestLog {
  readonly url: string;
  /** Each request as lines, in a form that two clients can be compared by. */
  readonly requests: readonly (readonly string[])[];
  close(): void;
}

export function startRequestLog(): Promise<RequestLog>;
