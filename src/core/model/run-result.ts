import type { Position } from '../lib/positions.ts';
import type { ExecutionContract } from './contract.ts';
import type { SuitePart } from './shard.ts';
import type { FailureKind } from './verdict.ts';

/** What a suite hands to Newman, in Newman's own meaning; times in milliseconds. */
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
  /** Files that requests upload are read below this folder only. */
  readonly workingDir: string;
  /** Cookies to begin with: tough-cookie's JSON, as Newman exports it. */
  readonly cookieJar?: string;
  readonly sslClientCert?: string;
  readonly sslClientKey?: string;
  readonly sslClientPassphrase?: string;
  readonly sslExtraCaCerts?: string;
  /** Client certificates by host, in Newman's own JSON. */
  readonly sslClientCertList?: string;
  /** Where Newman writes what the run left behind; a folder gets a file with a name of Newman's. */
  readonly exportEnvironment?: string;
  readonly exportGlobals?: string;
  readonly exportCollection?: string;
  readonly exportCookieJar?: string;
}

/** What a suite must keep to besides its assertions; absent means not asked for. */
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

/** A request or a response: redacted; long texts are cut. */
export interface HttpMessage {
  /** The first line: `POST https://…`, `HTTP 201 Created`. */
  readonly line: string;
  /** `name: value`, in the order they were sent. */
  readonly headers: readonly string[];
  /** Absent where there was none. */
  readonly body?: string;
  /** Size of the whole body. */
  readonly bodyBytes?: number;
}

/** A request and its response; without one where none came. */
export interface Exchange {
  readonly request: HttpMessage;
  readonly response?: HttpMessage;
}

/** One request as it was sent in one iteration. */
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
  /** Absent where no OpenAPI document describes the request. */
  readonly contract?: ExecutionContract;
  readonly assertions: readonly AssertionResult[];
  /** Lines that its scripts wrote, each with its level: `log: text`. */
  readonly console?: readonly string[];
  /** Always kept of failed requests, as long as there is room; of others until the suite's share is used up. */
  readonly exchange?: Exchange;
}

/** Why a suite failed at one place: an assertion, a request without answer, a script, or the suite as a whole. */
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
  /** The committed file that the place is in. */
  readonly file?: string;
  readonly position?: Position;
  /** The line of the script that `position` points to. */
  readonly source?: string;
  /** With a baseline: whether that has the failure, too. */
  readonly known?: boolean;
  /** What a comparison expected and what it got, as indented JSON, where the message alone is hard to read. */
  readonly comparison?: { readonly expected: string; readonly actual: string };
  /** Which threshold was crossed, under its name in the settings; times in milliseconds. */
  readonly threshold?: { readonly name: string; readonly actual: number; readonly limit: number };
}

/** One run of a suite, tried once. */
export interface Attempt {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly iterations: number;
  readonly executions: readonly Execution[];
  /** What makes the suite fail. */
  readonly failures: readonly Failure[];
  /** What `strict: false` turned from a failure into a warning. */
  readonly warnings: readonly Failure[];
  readonly requests: { readonly total: number; readonly failed: number };
  readonly assertions: { readonly total: number; readonly failed: number };
  /** Response times in milliseconds; absent when nothing answered. */
  readonly responseTimes?: { readonly mean: number; readonly p95: number; readonly max: number };
}

/** How far a suite is. */
export interface SuiteProgress {
  readonly suite: string;
  readonly requests: number;
  readonly failures: number;
  /** Name of the request that runs. */
  readonly request?: string;
}

/** A suite's result: its last attempt decides, earlier ones tell whether it is flaky. */
export interface RunResult {
  readonly suite: string;
  /** Path of the collection file. */
  readonly collection: string;
  /** Name of the environment. */
  readonly environment?: string;
  /** `false`: reported, but does not gate. */
  readonly blocking: boolean;
  readonly status: 'passed' | 'failed';
  /** The rows of its iteration data that ran; absent: all. */
  readonly part?: SuitePart;
  /** Failed first and passed on a rerun. */
  readonly flaky: boolean;
  readonly attempt: Attempt;
  readonly earlier: readonly Attempt[];
}

/** What Postman counts in a run of a monitor, over all its regions. */
export interface MonitorNumbers {
  readonly assertions: { readonly total: number; readonly failed: number };
  readonly requests: { readonly total: number; readonly failed: number };
  /** Postman's `responseLatency`, in milliseconds. */
  readonly latencyMs?: number;
}

/** What a run of a monitor in Postman's cloud came to. */
export interface MonitorResult extends MonitorNumbers {
  readonly name: string;
  readonly uid: string;
  /** Postman's own word for a finished run; `timeout` and `not run` are ours. */
  readonly status: string;
  /** Only what ended as `success`, with nothing failed in its numbers. */
  readonly passed: boolean;
  /** `false`: reported, but does not gate. */
  readonly blocking: boolean;
  /** Why it did not pass. */
  readonly message?: string;
  /** The monitor's page in Postman. */
  readonly link?: string;
  /** Of the run itself, by the server's clock. */
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
