/** Details of a request without a complete response. */
interface Circumstances {
  /** Whether the request may have reached the server: then a write may have been applied. */
  readonly mayHaveArrived: boolean;
  /**
   * How often to retry. `failure`: a few times; `once`: one time, because each takes long; `no`: it would fail again.
   */
  readonly retry?: 'failure' | 'once' | 'no';
  readonly remedy?: string;
  readonly cause?: unknown;
}

/** Thrown if no complete response arrived. */
export class TransportError extends Error {
  readonly mayHaveArrived: boolean;
  readonly retry: 'failure' | 'once' | 'no';
  /** Node's code (`ECONNRESET`), or a short text. */
  readonly reason: string;
  /** One sentence on what the user can do. */
  readonly remedy: string;

  constructor(reason: string, { mayHaveArrived, retry = 'failure', remedy = CHECK_NETWORK, cause }: Circumstances) {
    super(`No answer (${reason})`, { cause });
    this.name = 'TransportError';
    this.reason = reason;
    this.mayHaveArrived = mayHaveArrived;
    this.retry = retry;
    this.remedy = remedy;
  }
}

const CHECK_NETWORK = 'Check the network, the proxy settings and api-url, and run it again.';

/** Failures before a request is sent: nothing was applied. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_INVALID_URL)/;

/** A certificate that is not trusted stays untrusted: no retry. */
const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const CHECK_CERTIFICATE =
  'If a proxy or gateway of your own signs it, name its CA in NODE_EXTRA_CA_CERTS; otherwise check api-url.';

/** Converts the cause of a failed request to a TransportError. */
export function toTransportError(cause: unknown, timedOut: boolean): TransportError {
  if (cause instanceof TransportError) return cause;
  const code = String((cause as { code?: unknown } | null)?.code ?? '');
  if (timedOut || (cause instanceof Error && /timeout/i.test(cause.message)))
    return new TransportError('timeout', { mayHaveArrived: true, retry: 'once', cause });
  if (CERTIFICATE.test(code)) {
    const reason = `its certificate cannot be trusted: ${code}`;
    return new TransportError(reason, { mayHaveArrived: false, retry: 'no', remedy: CHECK_CERTIFICATE, cause });
  }
  return new TransportError(code || 'connection failed', { mayHaveArrived: !BEFORE_SENDING.test(code), cause });
}
