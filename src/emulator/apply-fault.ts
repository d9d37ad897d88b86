import { STATUS_CODES } from 'node:http';
import type { EmulatorContext } from './context.ts';
import type { Fault } from './fault.ts';
import { quotaExhausted, tooManyRequests } from './limit-headers.ts';
import { type Answer, namedError, ok, problem } from './responses.ts';

/** Status texts of nginx, which is Postman's proxy, where they differ. */
const nginxReasons: Readonly<Record<number, string>> = {
  413: 'Request Entity Too Large',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

const reasonOf = (status: number): string => nginxReasons[status] ?? STATUS_CODES[status] ?? `Status ${status}`;

const page = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;

const names: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'AuthenticationError',
  403: 'forbiddenError',
  404: 'instanceNotFoundError',
  409: 'conflict',
  411: 'lengthRequired',
  413: 'payloadTooLarge',
  503: '503 service unavailable',
};

/** A JSON error response for the status. */
const jsonFailure = (status: number): Answer =>
  namedError({
    status,
    name: names[status] ?? (status < 500 ? 'requestError' : 'serverError'),
    message: status < 500 ? reasonOf(status) : 'An error has occurred on the server.',
  });

const statusAnswer = (status: number, body: 'json' | 'html' | 'problem' | 'empty'): Answer => {
  switch (body) {
    case 'json':
      return jsonFailure(status);
    case 'html':
      return { status, type: 'html', body: page(`${status} ${reasonOf(status)}`) };
    case 'problem':
      return problem({ status, slug: 'injected-fault', title: reasonOf(status), detail: reasonOf(status) });
    case 'empty':
      return { status, type: 'html' };
  }
};

/** The response to send. `answer` is the true response; `undefined` for a call that was not carried out. */
export const applyFault = (
  emulator: EmulatorContext,
  fault: Fault | undefined,
  { answer, resetAt }: { readonly answer: Answer | undefined; readonly resetAt: number },
): Answer => {
  const effect = fault?.effect;
  switch (effect?.kind) {
    case 'status':
      return statusAnswer(effect.status, effect.body);
    case 'rate-limit':
      return tooManyRequests(emulator.profile, resetAt, emulator.now());
    case 'quota':
      return quotaExhausted(emulator.profile);
    case 'html':
      return { status: 200, type: 'html', body: page('Welcome') };
    case 'reset':
    case 'cut':
    case 'truncate':
    case 'hang':
    case 'slow':
    case 'lag':
    case undefined:
      return answer ?? ok({});
  }
};
