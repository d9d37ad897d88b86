import type { Position } from '../lib/positions.ts';
import type { ExecutionContract } from './contract.ts';
import type { SuitePart } from './shard.ts';
import type { FailureKind } from './verdict.ts';

/** Newman's options for a suite, with Newman's meaning; times in milliseconds. */
export interface RunOptions {
  /** Data file for iterations (CSV or JSON), a path relative to the working directory. */
  readonly iterationData?: string;
  readonly iterationCount?: number;
  /** Folders or requests to run, by name or id; empty means all. */
  readonly folder: readonly string[];
  /** `true` stops gracefully after the failing script; `folder` and `failure` as Newman's modifiers of `--bail`. */
  readonly bail: boolean | 'folder' | 'failure' | 'folder,failure';
  readonly delayRequestMs: number;
  readonly timeoutMs?: number;
  readonly timeoutRequestMs?: number;
  readonly timeoutScriptMs?: number;
  readonly insecure: boolean;
  readonly ignoreRedirects: boolean;
  /** Requests may upload files only from below this folder. */
  readonly workingDir: string;
  /** Cookies to begin with: tough-cookie's JSON, as Newman exports it. */
  readonly cookieJar?: string;
  readonly sslClientCert?: string;
  readonly sslClientKey?: string;
  readonly sslClientPassphrase?: string;
  readonly sslExtraCaCerts?: string;
  /** Client certificates by host, in Newman's own JSON. */
  readonly sslClientCertList?: string;
  /**
   * Paths to which Newman writes the final environment, globals, collection and cookies. In a folder, Newman names the
   * file.
   */
  readonly exportEnvironment?: string;
  readonly exportGlobals?: string;
  readonly exportCollection?: string;
  readonly exportCookieJar?: string;
}

/** Limits for a suite besides its assertions. An absent limit is not checked. */
export interface Thresholds {
  readonly failedAssertions?: number;
  readonly p95Ms?: number;
  readonly maxMs?: number;
  readonly totalMs?: number;
  /** Rise of the 95th percentile over the baseline: 0.25 is a quarter more. */
  readonly p95Regression?: number;
}

/** A test of one request: passed, failed, or skipped by `pm.test.skip`. */
export interface AssertionResult {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly message?: string;
}

/** A request or a response, redacted; long texts are truncated. */
export interface HttpMessage {
  /** The first line: `POST https://…`, `HTTP 201 Created`. */
  readonly line: string;
  /** `name: value`, in the order they were sent. */
  readonly headers: readonly string[];
  readonly body?: string;
  /** Size of the whole body. */
  readonly bodyBytes?: number;
}

/** A request and its response; without a response if none arrived. */
export interface Exchange {
  readonly request: HttpMessage;
  readonly response?: HttpMessage;
}

/** A request that was sent in an iteration. */
export interface Execution {
  /** Counts from 1. */
  readonly iteration: number;
  /** Names of the folders around the request, outermost first. */
  readonly path: readonly string[];
  readonly request: string;
  readonly method: string;
  /** Without credentials and secret values. */
  readonly url: string;
  /** The HTTP status; absent when there was no answer. */
  readonly code?: number;
  /** Milliseconds from the suite's start to the request's. */
  readonly startedMs: number;
  readonly responseMs?: number;
  /** Size of the response's body. */
  readonly responseBytes?: number;
  /** Sent by a script (`pm.sendRequest`), not by the collection. */
  readonly byScript?: true;
  /** Absent if no OpenAPI document describes the request. */
  readonly contract?: ExecutionContract;
  readonly assertions: readonly AssertionResult[];
  /** Console output of its scripts; each line begins with its level: `log: text`. */
  readonly console?: readonly string[];
  /** Kept for failed requests while the report has room, and for others while the suite's share has room. */
  readonly exchange?: Exchange;
}

/** A reason why a suite failed: an assertion, a request without answer, a script, or the suite as a whole. */
export interface Failure {
  readonly kind: FailureKind;
  readonly suite: string;
  /** Counts from 1; absent for failures of the suite as a whole. */
  readonly iteration?: number;
  /** Names of the folders around the request, outermost first. */
  readonly path: readonly string[];
  readonly request?: string;
  readonly assertion?: string;
  readonly message: string;
  /** The committed file that `position` refers to. */
  readonly file?: string;
  readonly position?: Position;
  /** The line of the script that `position` points to. */
  readonly source?: string;
  /** Whether the baseline has the same failure; absent without a baseline. */
  readonly known?: boolean;
  /** Expected and actual value of a comparison as indented JSON, if the message alone is hard to read. */
  readonly comparison?: { readonly expected: string; readonly actual: string };
  /** The threshold that was crossed, under its name in the settings; times in milliseconds. */
  readonly threshold?: { readonly name: string; readonly actual: number; readonly limit: number };
}

/** One run of a suite: the first run or a rerun. */
export interface Attempt {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly iterations: number;
  readonly executions: readonly Execution[];
  readonly failures: readonly Failure[];
  /** Failures that `strict: false` turned into warnings. */
  readonly warnings: readonly Failure[];
  readonly requests: { readonly total: number; readonly failed: number };
  readonly assertions: { readonly total: number; readonly failed: number };
  /** Response times in milliseconds; absent when nothing answered. */
  readonly responseTimes?: { readonly mean: number; readonly p95: number; readonly max: number };
}

/** The progress of a running suite. */
export interface SuiteProgress {
  readonly suite: string;
  readonly requests: number;
  readonly failures: number;
  /** Name of the current request. */
  readonly request?: string;
}

/** The result of a suite. The last attempt decides; a failed earlier attempt makes a passed suite flaky. */
export interface RunResult {
  readonly suite: string;
  /** Path of the collection file. */
  readonly collection: string;
  /** Name of the environment. */
  readonly environment?: string;
  /** `false`: failures are reported, but do not fail the run. */
  readonly blocking: boolean;
  readonly status: 'passed' | 'failed';
  /** The rows of the iteration data that ran; absent: all. */
  readonly part?: SuitePart;
  /** Failed first and passed on a rerun. */
  readonly flaky: boolean;
  readonly attempt: Attempt;
  readonly earlier: readonly Attempt[];
}

/** Postman's numbers for a run of a monitor, over all its regions. */
export interface MonitorNumbers {
  readonly assertions: { readonly total: number; readonly failed: number };
  readonly requests: { readonly total: number; readonly failed: number };
  /** Postman's `responseLatency`, in milliseconds. */
  readonly latencyMs?: number;
}

/** The result of a monitor's run in Postman's cloud. */
export interface MonitorResult extends MonitorNumbers {
  readonly name: string;
  readonly uid: string;
  /** Postman's status of a finished run, or one of ours: `timeout`, `not run`. */
  readonly status: string;
  /** The status is `success` and the numbers show no failure. */
  readonly passed: boolean;
  /** `false`: failures are reported, but do not fail the run. */
  readonly blocking: boolean;
  /** The reason why it did not pass. */
  readonly message?: string;
  /** The monitor's page in Postman. */
  readonly link?: string;
  /** Duration of the run by Postman's clock. */
  readonly durationMs?: number;
  /** The run before this one. */
  readonly before?: MonitorNumbers & { readonly status: string };
}

/** Mean, 95th percentile (nearest rank) and maximum of response times in milliseconds; undefined for none. */
export function responseTimes(times: readonly number[]): Attempt['responseTimes'] {
  const ascending = [...times].sort((a, b) => a - b);
  const max = ascending.at(-1);
  const p95 = ascending[Math.ceil(ascending.length * 0.95) - 1];
  if (max === undefined || p95 === undefined) return undefined;
  const sum = ascending.reduce((total, time) => total + time, 0);
  return { mean: Math.round(sum / ascending.length), p95, max };
}
