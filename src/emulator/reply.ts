import type { EmulatorContext } from './context.ts';
import type { Fault } from './fault.ts';
import { monthHeaders, windowHeaders } from './limit-headers.ts';
import type { WindowState } from './limits.ts';
import { monthState } from './quota.ts';
import type { Answer } from './responses.ts';
import type { Reply } from './send-reply.ts';

/** The result of a request: response, rate-limit window, and fault. */
export interface Outcome {
  readonly answer: Answer;
  readonly window?: WindowState;
  readonly fault?: Fault;
}

const limitHeaders = (emulator: EmulatorContext, { answer, window }: Outcome): Record<string, string> =>
  window === undefined || answer.type === 'html'
    ? {}
    : {
        ...windowHeaders(emulator.profile, window, emulator.now()),
        ...monthHeaders(emulator.profile, monthState(emulator.store, emulator.profile, emulator.now())),
      };

const contentType = (emulator: EmulatorContext, { type = 'json' }: Answer): string => {
  if (type === 'html') return 'text/html';
  return type === 'problem' ? 'application/problem+json' : emulator.profile.contentType;
};

/** The complete response with content type, the emulator's date, and limit headers. */
export const replyOf = (emulator: EmulatorContext, outcome: Outcome): Reply => {
  const { status, body, headers } = outcome.answer;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return {
    status,
    text,
    headers: {
      ...(text === '' ? {} : { 'Content-Type': contentType(emulator, outcome.answer) }),
      Date: new Date(emulator.now()).toUTCString(),
      ...limitHeaders(emulator, outcome),
      ...headers,
    },
  };
};
