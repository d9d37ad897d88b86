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

const limitHeaders = (world: EmulatorContext, { answer, window }: Outcome): Record<string, string> =>
  window === undefined || answer.type === 'html'
    ? {}
    : {
        ...windowHeaders(world.profile, window, world.now()),
        ...monthHeaders(world.profile, monthState(world.store, world.profile, world.now())),
      };

const contentType = (world: EmulatorContext, { type = 'json' }: Answer): string => {
  if (type === 'html') return 'text/html';
  return type === 'problem' ? 'application/problem+json' : world.profile.contentType;
};

/** The complete response with content type, the emulator's date, and limit headers. */
export const replyOf = (world: EmulatorContext, outcome: Outcome): Reply => {
  const { status, body, headers } = outcome.answer;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return {
    status,
    text,
    headers: {
      ...(text === '' ? {} : { 'Content-Type': contentType(world, outcome.answer) }),
      Date: new Date(world.now()).toUTCString(),
      ...limitHeaders(world, outcome),
      ...headers,
    },
  };
};
