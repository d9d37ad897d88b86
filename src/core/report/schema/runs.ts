import * as z from 'zod';
import { defects, deviation } from './contract.ts';
import { count, epochMs, failureKind, filePlace, ms, position, tally, text } from './fields.ts';

const failure = z.object({
  kind: failureKind,
  suite: text,
  iteration: z.int().positive().exactOptional(),
  path: z.array(text).describe('Names of the folders around the request, outermost first.'),
  request: text.exactOptional(),
  assertion: text.exactOptional(),
  message: text,
  file: text.exactOptional().describe('The committed file that `position` refers to.'),
  position: position.exactOptional(),
  source: text.exactOptional().describe('The line of the script at `position`.'),
  known: z.boolean().exactOptional().describe('Whether the baseline has the same failure.'),
  comparison: z.strictObject({ expected: text, actual: text }).exactOptional(),
  threshold: z.strictObject({ name: text, actual: z.number(), limit: z.number() }).exactOptional(),
});

const message = z.object({
  line: text.describe('`POST https://…`, `HTTP 201 Created`.'),
  headers: z.array(text).describe('`name: value`; credentials are `***`.'),
  body: text.exactOptional().describe('Redacted; truncated if long.'),
  bodyBytes: count.exactOptional().describe('Size of the whole body.'),
});

const execution = z.object({
  iteration: z.int().positive(),
  path: z.array(text),
  request: text,
  method: text.describe('Empty for a request that a script skipped.'),
  url: text,
  code: z.int().exactOptional().describe('The HTTP status; absent without a response.'),
  startedMs: z.number().describe("From the suite's start to the request's, in milliseconds."),
  responseMs: ms.exactOptional(),
  responseBytes: count.exactOptional(),
  byScript: z.literal(true).exactOptional().describe('Sent by `pm.sendRequest`.'),
  contract: z
    .object({
      operation: text,
      response: text.exactOptional(),
      unchecked: text.exactOptional().describe('Media type of a body that has a schema and was not checked.'),
      deviations: z.array(z.object(deviation)),
      defects,
      place: filePlace.exactOptional(),
    })
    .exactOptional(),
  assertions: z.array(
    z.object({ name: text, status: z.enum(['passed', 'failed', 'skipped']), message: text.exactOptional() }),
  ),
  console: z.array(text).exactOptional(),
  exchange: z
    .object({ request: message, response: message.exactOptional() })
    .exactOptional()
    .describe('Kept for failed requests, and for the first passed requests of a suite until its share is used up.'),
});

const attempt = z.object({
  startedAt: epochMs,
  durationMs: ms,
  iterations: count,
  executions: z.array(execution),
  failures: z.array(failure),
  warnings: z.array(failure).describe('Failures that do not fail the suite.'),
  requests: tally,
  assertions: tally,
  responseTimes: z.strictObject({ mean: ms, p95: ms, max: ms }).exactOptional(),
});

export const run = z.object({
  suite: text,
  collection: text.describe("Path of the collection's file."),
  environment: text.exactOptional(),
  blocking: z.boolean().describe('`false`: failures are reported, but do not fail the run.'),
  part: z
    .object({ index: z.int().positive(), total: z.int().positive(), first: count, end: count })
    .exactOptional()
    .describe('The rows of the iteration data that this shard ran.'),
  status: z.enum(['passed', 'failed']),
  flaky: z.boolean(),
  attempt: attempt.describe('The last attempt; it decides.'),
  earlier: z.array(attempt),
});

const numbers = {
  assertions: tally,
  requests: tally,
  latencyMs: ms.exactOptional(),
};

export const monitor = z.object({
  ...numbers,
  name: text,
  uid: text,
  status: text.describe("Postman's status of a finished run, or `timeout` or `not run`."),
  passed: z.boolean(),
  blocking: z.boolean(),
  message: text.exactOptional(),
  link: text.exactOptional(),
  durationMs: ms.exactOptional(),
  before: z.object({ ...numbers, status: text }).exactOptional(),
});
