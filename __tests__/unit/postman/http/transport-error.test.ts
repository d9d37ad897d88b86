import { describe, expect, it } from '@jest/globals';
import { TransportError, toTransportError } from '../../../../src/postman/http/transport-error.ts';

const coded = (code: string) => Object.assign(new Error('no'), { code });

describe('the error of a request without an answer', () => {
  it.each([
    ['a refused connection has sent nothing', coded('ECONNREFUSED'), 'ECONNREFUSED', false, 'failure'],
    ['an unknown host has sent nothing', coded('ENOTFOUND'), 'ENOTFOUND', false, 'failure'],
    ['a connection that broke may have sent everything', coded('ECONNRESET'), 'ECONNRESET', true, 'failure'],
    ['a timeout of the socket is retried once', new Error('Request timeout: /me'), 'timeout', true, 'once'],
    [
      'a certificate that is not trusted is not retried',
      coded('CERT_HAS_EXPIRED'),
      'its certificate cannot be trusted: CERT_HAS_EXPIRED',
      false,
      'no',
    ],
    ['an error without a code', new Error('odd'), 'connection failed', true, 'failure'],
    ['a thrown value that is no error', 'odd', 'connection failed', true, 'failure'],
    ['nothing', null, 'connection failed', true, 'failure'],
  ])('%s', (_, cause, reason, mayHaveArrived, retry) => {
    const error = toTransportError(cause, false);
    expect(error).toMatchObject({ message: `No answer (${reason})`, reason, mayHaveArrived, retry, cause });
    expect(error.remedy).toContain(retry === 'no' ? 'NODE_EXTRA_CA_CERTS' : 'Check the network');
  });

  it('is a timeout where the time was up, whatever broke then', () => {
    expect(toTransportError(coded('ECONNRESET'), true)).toMatchObject({ reason: 'timeout', retry: 'once' });
  });

  it('is made once', () => {
    const error = new TransportError('too large', { mayHaveArrived: true });
    expect(toTransportError(error, true)).toBe(error);
  });
});
