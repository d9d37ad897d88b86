import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewmanRunOptions } from 'newman';
import type { JsonObject } from '../json.ts';
import { crashed, outcomeOf, type RunOutcome } from './outcome.ts';

/** What to run, with which variables, and how. */
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

/** A run is cut after five minutes, as in Postman's cloud. */
const longestRunMs = 5 * 60_000;

/** A folder that does not exist: a monitor cannot upload files of the machine it runs on. */
const noFiles = join(tmpdir(), 'postman-emulator-has-no-files');

type Newman = typeof import('newman');

/** Loaded with the first run only; its old dependencies print deprecation warnings that help nobody. */
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

/** Runs the collection once, for real. Never rejects: a run that cannot start is an outcome too. */
export const runCollection = async (request: RunRequest): Promise<RunOutcome> => {
  const newman = await loadNewman();
  return new Promise((resolve) => {
    newman.run(optionsOf(request), (error, summary) => {
      if (!summary?.run) return resolve(crashed(error ?? new Error('The run did not start.')));
      resolve(outcomeOf(summary, error !== null || Boolean(summary.error)));
    });
  });
};
