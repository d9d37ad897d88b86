import { errorMessage } from './responses.ts';

/** The effect of a fault on a call. */
export type FaultEffect =
  | { readonly kind: 'status'; readonly status: number; readonly body: 'json' | 'html' | 'problem' | 'empty' }
  | { readonly kind: 'rate-limit' }
  | { readonly kind: 'quota' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'html' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'lag'; readonly calls: number };

/** A parsed fault. */
export interface Fault {
  /** The text of the fault. */
  readonly spec: string;
  readonly method: string;
  readonly path: RegExp;
  readonly effect: FaultEffect;
  /** Whether the call is carried out before the fault takes effect. */
  readonly applies: boolean;
  /** Range of the matching calls that are affected, counted from 1. */
  readonly from: number;
  readonly to: number;
}

const methods = ['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Help text for the syntax of faults. */
export const faultHelp =
  'Write METHOD PATH: EFFECT [before-apply|after-apply] [@N|@N-M|@N+], for example "PUT /collections/*: 504 after-apply @2". ' +
  'Effects are a status (with json, html, problem or empty), 429, quota, reset, cut, truncate, html, hang, slow 5s, lag 3.';

const pathPattern = (glob: string): RegExp => {
  const source = glob
    .split(/(\*\*|\*)/)
    .map((part) => {
      if (part === '**') return '.*';
      return part === '*' ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}/?$`);
};

const durationMs = (text: string | undefined): number => {
  const parts = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text ?? '');
  if (!parts) throw new Error('"slow" needs a time, such as 300ms, 5s or 10m');
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };
  return Number(parts[1]) * (units[parts[2] ?? 'ms'] ?? 1);
};

const callCount = (text: string | undefined): number => {
  const calls = Number(text);
  if (!Number.isInteger(calls) || calls < 1) throw new Error('"lag" needs a number of calls, such as 3');
  return calls;
};

const bodies = ['json', 'html', 'problem', 'empty'] as const;
const gatewayStatuses = [502, 504];

const statusEffect = (status: number, words: string[]): FaultEffect => {
  const named = bodies.find((body) => body === words[0]);
  if (named) words.shift();
  return { kind: 'status', status, body: named ?? (gatewayStatuses.includes(status) ? 'html' : 'json') };
};

/** Parses the effect at the beginning of `words` and removes it from them. */
const takeEffect = (words: string[]): FaultEffect => {
  const word = words.shift() ?? '';
  if (word === '429') return { kind: 'rate-limit' };
  if (/^[2-5]\d\d$/.test(word)) return statusEffect(Number(word), words);
  switch (word) {
    case 'quota':
    case 'reset':
    case 'cut':
    case 'truncate':
    case 'html':
    case 'hang':
      return { kind: word };
    case 'slow':
      return { kind: 'slow', delayMs: durationMs(words.shift()) };
    case 'lag':
      return { kind: 'lag', calls: callCount(words.shift()) };
    default:
      throw new Error(`"${word}" is not an effect`);
  }
};

const takeRange = (words: string[]): { readonly from: number; readonly to: number } => {
  const index = words.findIndex((word) => word.startsWith('@'));
  if (index < 0) return { from: 1, to: Number.POSITIVE_INFINITY };
  const [word = ''] = words.splice(index, 1);
  const parts = /^@(\d+)(?:(\+)|-(\d+))?$/.exec(word);
  const from = Number(parts?.[1]);
  const to = parts?.[2] ? Number.POSITIVE_INFINITY : Number(parts?.[3] ?? from);
  if (from >= 1 && to >= from) return { from, to };
  throw new Error(`"${word}" is not a range of calls, such as @2, @2-4 or @3+`);
};

/** Whether the call is carried out when the fault says neither `before-apply` nor `after-apply`. */
const usuallyApplies = ({ kind }: FaultEffect): boolean =>
  !['status', 'rate-limit', 'quota', 'reset', 'hang'].includes(kind);

const takeWhen = (words: string[], effect: FaultEffect): boolean => {
  const [when, ...rest] = words;
  if (when === undefined) return usuallyApplies(effect);
  if (rest.length === 0 && ['before-apply', 'after-apply'].includes(when)) return when === 'after-apply';
  throw new Error(`"${words.join(' ')}" is unexpected after the effect`);
};

const readFault = (spec: string): Fault => {
  const [, method = '*', path, text = ''] = /^\s*(?:(\S+)\s+)?(\/\S*)\s*:\s+(.+?)\s*$/.exec(spec) ?? [];
  if (path === undefined)
    throw new Error('expected a path that begins with a slash, then a colon, a space and an effect');
  if (!methods.includes(method.toUpperCase()))
    throw new Error(`"${method}" is not one of the methods ${methods.join(', ')}`);
  const words = text.split(/\s+/);
  const range = takeRange(words);
  const effect = takeEffect(words);
  const applies = takeWhen(words, effect);
  return { spec: spec.trim(), method: method.toUpperCase(), path: pathPattern(path), effect, applies, ...range };
};

/** Parses a fault. Throws an `Error` with the reason for an invalid one. */
export const parseFault = (spec: string): Fault => {
  try {
    return readFault(spec);
  } catch (error) {
    throw new Error(`The fault "${spec}" cannot be read: ${errorMessage(error)}.`);
  }
};

/** Problems with invalid faults, one sentence for each; empty when all are valid. */
export const faultComplaints = (specs: readonly string[]): readonly string[] =>
  specs.flatMap((spec) => {
    try {
      parseFault(spec);
      return [];
    } catch (error) {
      return [errorMessage(error)];
    }
  });
