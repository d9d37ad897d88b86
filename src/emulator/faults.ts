/** What a fault does to the calls it hits. */
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

/** One fault as it was understood. */
export interface Fault {
  /** As it was written. */
  readonly spec: string;
  readonly method: string;
  readonly path: RegExp;
  readonly effect: FaultEffect;
  /** Whether the call takes effect before it is spoiled. */
  readonly applies: boolean;
  /** Which of the matching calls are hit, counted from 1. */
  readonly from: number;
  readonly to: number;
}

/** A fault and how many calls it has seen. */
export interface FaultStatus {
  readonly spec: string;
  readonly seen: number;
}

/** The faults in force, each with its own count of calls. */
export interface FaultList {
  /** Adds faults, or throws an `Error` naming every one that cannot be read; then none is added. */
  add(specs: readonly string[]): void;
  /** The first fault that hits this call; every matching fault counts it. */
  hit(call: { readonly method: string; readonly path: string }): Fault | undefined;
  list(): readonly FaultStatus[];
  clear(): void;
}

const methods = ['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const help =
  'write METHOD PATH: EFFECT [before-apply|after-apply] [@N|@N-M|@N+], for example "PUT /collections/*: 504 after-apply @2"; ' +
  'effects are a status (with json, html, problem or empty), 429, quota, reset, cut, truncate, html, hang, slow 5s, lag 3';

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

const durationMs = (text: string | undefined): number | undefined => {
  const parts = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text ?? '');
  if (!parts) return undefined;
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };
  return Number(parts[1]) * (units[parts[2] ?? 'ms'] ?? 1);
};

const bodies = ['json', 'html', 'problem', 'empty'] as const;
const gatewayStatuses = [502, 504];

const statusEffect = (status: number, words: string[]): FaultEffect => {
  const named = bodies.find((body) => body === words[0]);
  if (named) words.shift();
  return { kind: 'status', status, body: named ?? (gatewayStatuses.includes(status) ? 'html' : 'json') };
};

/** Takes the effect off the front of the words; undefined when there is none. */
const takeEffect = (words: string[]): FaultEffect | undefined => {
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
    case 'slow': {
      const delayMs = durationMs(words.shift());
      return delayMs === undefined ? undefined : { kind: 'slow', delayMs };
    }
    case 'lag': {
      const calls = Number(words.shift());
      return Number.isInteger(calls) && calls > 0 ? { kind: 'lag', calls } : undefined;
    }
    default:
      return undefined;
  }
};

const takeRange = (words: string[]): { readonly from: number; readonly to: number } | undefined => {
  const index = words.findIndex((word) => word.startsWith('@'));
  if (index < 0) return { from: 1, to: Number.POSITIVE_INFINITY };
  const [word = ''] = words.splice(index, 1);
  const parts = /^@(\d+)(?:(\+)|-(\d+))?$/.exec(word);
  if (!parts) return undefined;
  const from = Number(parts[1]);
  const to = parts[2] ? Number.POSITIVE_INFINITY : Number(parts[3] ?? from);
  return from >= 1 && to >= from ? { from, to } : undefined;
};

/** Whether a spoiled call was carried out when the fault does not say so. */
const usuallyApplies = ({ kind }: FaultEffect): boolean =>
  !['status', 'rate-limit', 'quota', 'reset', 'hang'].includes(kind);

/** Reads one fault, or throws an `Error` that says how to write it. */
export const parseFault = (spec: string): Fault => {
  const parts = /^\s*(?:(\S+)\s+)?(\/\S*)\s*:\s+(.+?)\s*$/.exec(spec);
  const method = (parts?.[1] ?? '*').toUpperCase();
  const words = (parts?.[3] ?? '').split(/\s+/);
  const range = takeRange(words);
  const effect = takeEffect(words);
  const [when, ...rest] = words;
  const knownWhen = [undefined, 'before-apply', 'after-apply'].includes(when);
  if (!parts?.[2] || !methods.includes(method) || !effect || !range || !knownWhen || rest.length > 0) {
    throw new Error(`The fault "${spec}" cannot be read: ${help}.`);
  }
  const applies = when === undefined ? usuallyApplies(effect) : when === 'after-apply';
  return { spec: spec.trim(), method, path: pathPattern(parts[2]), effect, applies, ...range };
};

const parseAll = (specs: readonly string[]): readonly Fault[] => {
  const problems: string[] = [];
  const faults = specs.flatMap((spec) => {
    try {
      return [parseFault(spec)];
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return faults;
};

export const createFaultList = (): FaultList => {
  let faults: readonly { readonly fault: Fault; seen: number }[] = [];

  return {
    add: (specs) => {
      faults = [...faults, ...parseAll(specs).map((fault) => ({ fault, seen: 0 }))];
    },
    hit: ({ method, path }) => {
      const matching = faults.filter(({ fault }) => [method, '*'].includes(fault.method) && fault.path.test(path));
      for (const each of matching) each.seen += 1;
      return matching.find(({ fault, seen }) => seen >= fault.from && seen <= fault.to)?.fault;
    },
    list: () => faults.map(({ fault, seen }) => ({ spec: fault.spec, seen })),
    clear: () => {
      faults = [];
    },
  };
};
