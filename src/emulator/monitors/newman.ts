import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewmanRunOptions } from 'newman';
import type { JsonObject } from '../json.ts';
import { crashed, outcomeOf, type RunOutcome } from './outcome.ts';

/** Collection, variables and options of a run. */
export interface RunRequest {
  readonly collection: JsonObject;
  readonly environment: readonly JsonObject[];
  readonly globals: readonly JsonObject[];
  readonly options: {
    readonly strictSSL: boolean;
    readonly followRedirects: boolean;
    readonly requestTimeoutMs: number;
    readonly requestDelayMs: number;
  };
}

/** Longest run, in milliseconds: five minutes, as in Postman's cloud. */
const longestRunMs = 5 * 60_000;

/** A folder that does not exist, so that a monitor cannot upload files of this machine. */
const noFiles = join(tmpdir(), 'postman-emulator-has-no-files');

type Newman = typeof import('newman');

/** Loads Newman with the first run, without the deprecation warnings of its dependencies. */
const loadNewman = async (): Promise<Newman> => {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    const module = await import('newman');
    return 'default' in module ? (module.default as Newman) : module;
  } finally {
    process.noDeprecation = before ?? false;
  }
};

const optionsOf = ({ collection, environment, globals, options }: RunRequest): NewmanRunOptions => {
  const scopes = { environment: { values: environment }, globals: { values: globals } };
  return {
    ...(structuredClone({ collection, ...scopes }) as unknown as NewmanRunOptions),
    reporters: [],
    insecure: !options.strictSSL,
    ignoreRedirects: !options.followRedirects,
    timeout: longestRunMs,
    timeoutRequest: options.requestTimeoutMs,
    delayRequest: options.requestDelayMs,
    insecureFileRead: false,
    workingDir: noFiles,
  };
};

/** Runs the collection once. Never rejects: a run that cannot start is a result, too. */
export const runCollection = async (request: RunRequest): Promise<RunOutcome> => {
  const newman = await loadNewman();
  return new Promise((resolve) => {
    newman.run(optionsOf(request), (error, summary) => {
      if (!summary?.run) return resolve(crashed(error ?? new Error('The run did not start.')));
      resolve(outcomeOf(summary, error !== null || Boolean(summary.error)));
    });
  });
};
