import * as z from 'zod';
import { CODES } from '../model/problem-codes.ts';
import type { ResourceKind } from '../model/resource.ts';
import { MOST_SHARDS } from '../model/shard.ts';
import { FAILURE_KINDS } from '../model/verdict.ts';
import type { Report } from './report.ts';

const text = z.string();
const ms = z.number().nonnegative().describe('Milliseconds.');
const epochMs = z.number().nonnegative().describe('Milliseconds since 1970-01-01 UTC.');
const count = z.int().nonnegative();
/** Small objects are closed: nothing is ever added to them. */
const tally = z.strictObject({ total: count, failed: count });
const failureKind = z.enum(FAILURE_KINDS);
const position = z.strictObject({ line: z.int().positive(), column: z.int().positive() }).describe('Counts from 1.');

const RESOURCE_KINDS = Object.keys({
  collection: true,
  environment: true,
  globals: true,
  monitor: true,
} satisfies Record<ResourceKind, true>) as ResourceKind[];

const deviationPart = z.enum(['status', 'content-type', 'header', 'body', 'parameter', 'request-body']);
const filePlace = position.extend({ file: text });

const deviation = {
  part: deviationPart,
  pointer: text,
  expected: text,
  actual: text,
  document: filePlace.describe('The rule in the OpenAPI document.'),
};

const failure = z.object({
  kind: failureKind,
  suite: text,
  iteration: z.int().positive().exactOptional(),
  path: z.array(text).describe('Names of the folders around the request, outermost first.'),
  request: text.exactOptional(),
  assertion: text.exactOptional(),
  message: text,
  file: text.exactOptional().describe('The committed file that the place is in.'),
  position: position.exactOptional(),
  source: text.exactOptional().describe('The line of the script at `position`.'),
  known: z.boolean().exactOptional().describe('Whether the baseline has it, too.'),
  comparison: z.strictObject({ expected: text, actual: text }).exactOptional(),
  threshold: z.strictObject({ name: text, actual: z.number(), limit: z.number() }).exactOptional(),
});

const message = z.object({
  line: text.describe('`POST https://…`, `HTTP 201 Created`.'),
  headers: z.array(text).describe('`name: value`; credentials are `***`.'),
  body: text.exactOptional().describe('Redacted; cut where it is long.'),
  bodyBytes: count.exactOptional().describe('Size of the whole body.'),
});

const execution = z.object({
  iteration: z.int().positive(),
  path: z.array(text),
  request: text,
  method: text.describe('Empty for a request that a script skipped.'),
  url: text,
  code: z.int().exactOptional().describe('The HTTP status; absent when no response came.'),
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
    .describe('Kept of failed requests, and of the first passed ones of a suite until its share is used up.'),
});

const attempt = z.object({
  startedAt: epochMs,
  durationMs: ms,
  iterations: count,
  executions: z.array(execution),
  failures: z.array(failure),
  warnings: z.array(failure).describe('Failures that do not count.'),
  requests: tally,
  assertions: tally,
  responseTimes: z.strictObject({ mean: ms, p95: ms, max: ms }).exactOptional(),
});

const run = z.object({
  suite: text,
  collection: text.describe("Path of the collection's file."),
  environment: text.exactOptional(),
  blocking: z.boolean().describe('`false`: reported, but does not gate.'),
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

const monitor = z.object({
  ...numbers,
  name: text,
  uid: text,
  status: text.describe("Postman's own word for a finished run; `timeout` and `not run` are ours."),
  passed: z.boolean(),
  blocking: z.boolean(),
  message: text.exactOptional(),
  link: text.exactOptional(),
  durationMs: ms.exactOptional(),
  before: z.object({ ...numbers, status: text }).exactOptional(),
});

const difference = z.object({
  change: z.enum(['added', 'removed', 'changed', 'moved', 'renamed']),
  what: text,
  path: z.array(text),
  before: text.exactOptional(),
  after: text.exactOptional(),
  lines: z.array(text).exactOptional(),
  requests: count.exactOptional().describe('In a folder that was added or removed as a whole.'),
});

const conflict = z.object({
  reason: z.enum(['both-changed', 'no-base', 'adopted', 'deleted']),
  places: z.array(
    z.object({
      at: text,
      base: text.exactOptional(),
      ours: text.exactOptional(),
      theirs: text.exactOptional(),
      file: text.exactOptional(),
      position: position.exactOptional(),
    }),
  ),
});

const change = z.object({
  action: z.enum(['create', 'update', 'delete', 'none']),
  kind: z.enum(RESOURCE_KINDS),
  name: text,
  path: text,
  uid: text.exactOptional(),
  drifted: z.boolean(),
  diff: z.array(difference),
  behind: z.array(difference).exactOptional().describe('What Postman has and the repository lacks.'),
  isGone: z.boolean().exactOptional().describe('Deleted in Postman, still in the repository.'),
  conflict: conflict.exactOptional().describe('What holds it back: nothing of it is written.'),
  overwrites: z.literal(true).exactOptional().describe('Something that only the other side has is lost by it.'),
  edited: z.object({ at: text, by: text.exactOptional() }).exactOptional().describe('The last change in Postman.'),
  status: z.enum(['planned', 'applied', 'failed', 'skipped']),
  reason: text.exactOptional(),
});

const api = z.object({
  limits: z.object({
    window: z
      .object({
        limit: count.exactOptional(),
        remaining: count.exactOptional(),
        resetAt: z.iso
          .datetime()
          .transform((at) => new Date(at))
          .exactOptional(),
      })
      .exactOptional(),
    month: z.object({ limit: count.exactOptional(), remaining: count }).exactOptional(),
  }),
  usage: z.array(z.object({ name: text, limit: z.number(), usage: z.number(), overage: z.number() })),
  apiCalls: count,
  host: text.exactOptional(),
  waitedMs: ms,
});

const latency = z.strictObject({ p95Ms: ms, samples: count });

const baseline = z.object({
  commit: text.exactOptional(),
  fixed: z
    .array(
      z.object({ suite: text, path: z.array(text), request: text.exactOptional(), assertion: text.exactOptional() }),
    )
    .describe('Failures of the baseline that are gone, of requests that ran again.'),
  latencies: z.array(
    z.object({
      suite: text,
      request: text.exactOptional(),
      before: latency,
      after: latency,
      change: z.number(),
      regressed: z.boolean(),
    }),
  ),
});

const mode = z.enum(['fail', 'warn', 'off']);

const contract = z.object({
  mode,
  documents: z.array(text),
  checked: count,
  deviating: count,
  violations: z.array(
    z.object({
      suite: text,
      request: text,
      path: z.array(text),
      iteration: z.int().positive(),
      operation: text,
      ...deviation,
      place: filePlace.exactOptional(),
      count,
    }),
  ),
  ignored: z.array(z.object({ operation: text, pointer: text, reason: text, count })),
  unchecked: z.array(z.object({ mediaType: text, count })).describe('Bodies with a schema that were not checked.'),
  unmatched: z.array(text),
});

const coverage = z.object({
  operations: count,
  tested: count,
  percent: z.number(),
  untested: z.array(text),
  responses: z.strictObject({ documented: count, tested: count }).exactOptional(),
  untestedResponses: z.array(text),
  tags: z.array(z.object({ tag: text, operations: count, tested: count })),
});

const shard = z.object({
  index: z.int().positive(),
  total: z.int().positive().max(MOST_SHARDS),
  suites: z.array(text).describe('Names of the suites of all shards.'),
  contract: z
    .object({
      mode,
      documents: z.array(text),
      operations: z.array(z.object({ id: text, tags: z.array(text), responses: z.array(text) })),
      ignore: z.array(z.object({ operation: text, pointer: text.exactOptional(), reason: text })),
      leastCoverage: z.number().exactOptional(),
    })
    .exactOptional(),
});

/** `report.json`, for its published JSON Schema. Fields may be added without a new version. */
export const reportSchema = z.object({
  version: z.literal(3).describe('Raised when a reader would misunderstand an older one.'),
  tool: z.object({ name: z.literal('postman-sync'), version: text }),
  command: text,
  project: text.exactOptional(),
  workspace: z.object({ id: text, name: text }).exactOptional(),
  commit: text.exactOptional(),
  branch: text.exactOptional(),
  pullRequest: z.int().positive().exactOptional(),
  mergeRequest: z.object({ number: z.int().positive(), url: text.exactOptional() }).exactOptional(),
  run: z.object({ url: text }).exactOptional().describe('The CI run that made it.'),
  sources: z
    .object({ file: text, line: text })
    .exactOptional()
    .describe('Addresses of the committed files, with `{path}` and `{line}` in them.'),
  shard: shard.exactOptional().describe('The part of a run that it is about.'),
  account: z.object({ user: text, team: text.exactOptional() }).exactOptional(),
  startedAt: epochMs,
  durationMs: ms,
  verdict: z.enum(['passed', 'failed', 'error']),
  stopped: z.literal(true).exactOptional(),
  failureKinds: z.array(failureKind),
  problems: z.array(
    z.object({
      code: z.enum(CODES).describe('docs/errors.md explains each.'),
      message: text,
      remedy: text,
      path: text.exactOptional(),
      position: position.exactOptional(),
      kind: z.enum(['settings', 'secret', 'sync', 'conflict']).exactOptional(),
    }),
  ),
  errors: z.array(z.object({ kind: failureKind, message: text, remedy: text })),
  notices: z.array(
    z.object({
      level: z.enum(['notice', 'warning']),
      message: text,
      path: text.exactOptional(),
      position: position.exactOptional(),
    }),
  ),
  plan: z.object({ applied: z.boolean(), changes: z.array(change), cost: count }).exactOptional(),
  changedFiles: z.array(text).exactOptional(),
  backups: z.array(text).exactOptional().describe('Paths of the backups that were written.'),
  runs: z.array(run),
  monitors: z.array(monitor),
  baseline: baseline.exactOptional(),
  leftOut: z.array(text).exactOptional().describe('Suites that `only-changed` left out.'),
  contract: contract.exactOptional(),
  coverage: coverage.exactOptional(),
  api,
}) satisfies z.ZodType<Report>;
