/** A server that records its requests. */
export interface RequestLog {
  readonly url: string;
  /** Each request as lines, without values that differ between runs and clients. */
  readonly requests: readonly (readonly string[])[];
  close(): void;
}

/** Starts the server on 127.0.0.1. */
export function startRequestLog(): Promise<RequestLog>;
