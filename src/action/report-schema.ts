import * as z from 'zod';
import { CODES } from '../core/model/problem-codes.ts';
import type { ResourceKind } from '../core/model/resource.ts';
import { FAILURE_KINDS } from '../core/model/verdict.ts';
import type { Report } from '../core/report/report.ts';

/** Longest text that this tool writes. */
const text = z.string().max(200_000);
const amount = z.number().nonnegative();
const tally = z.object({ total: amount, failed: amount });
const kind = z.enum(FAILURE_KINDS);

const KINDS = { collection: true, environment: true, globals: true, monitor: true } satisfies Record<
  ResourceKind,
  true
>;

const position = z.object({ line: z.int().positive(), column: z.int().positive() });

const failure = z.object({
  kind,
  suite: text,
  iteration: z.int().exactOptional(),
  path: z.array(text),
  request: text.exactOptional(),
  assertion: text.exactOptional(),
  message: text,
  file: text.exactOptional(),
  position: position.exactOptional(),
  known: z.boolean().exactOptional(),
  threshold: z.object({ name: text, actual: amount, limit: amount }).exactOptional(),
});

const attempt = z.object({
  startedAt: amount,
  durationMs: amount,
  iterations: amount,
  // Fields that a comment does not show are dropped.
  executions: z.unknown().transform(() => []),
  failures: z.array(failure),
  warnings: z.array(failure),
  requests: tally,
  assertions: tally,
  responseTimes: z.object({ mean: amount, p95: amount, max: amount }).exactOptional(),
});

const run = z.object({
  suite: text,
  collection: text,
  environment: text.exactOptional(),
  blocking: z.boolean(),
  status: z.enum(['passed', 'failed']),
  flaky: z.boolean(),
  attempt,
  earlier: z.array(attempt),
});

const difference = z.object({
  change: z.enum(['added', 'removed', 'changed', 'moved', 'renamed']),
  what: text,
  path: z.array(text),
  before: text.exactOptional(),
  after: text.exactOptional(),
  lines: z.array(text).exactOptional(),
  requests: amount.exactOptional(),
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
  kind: z.enum(Object.keys(KINDS) as ResourceKind[]),
  name: text,
  path: text,
  uid: text.exactOptional(),
  drifted: z.boolean(),
  diff: z.array(difference),
  behind: z.array(difference).exactOptional(),
  isGone: z.boolean().exactOptional(),
  conflict: conflict.exactOptional(),
  overwrites: z.literal(true).exactOptional(),
  edited: z.object({ at: text, by: text.exactOptional() }).exactOptional(),
  status: z.enum(['planned', 'applied', 'failed', 'skipped']),
  reason: text.exactOptional(),
});

const problem = z.object({
  code: z.enum(CODES).catch('wrong-value'),
  message: text,
  remedy: text,
  path: text.exactOptional(),
  position: position.exactOptional(),
});

const filePlace = z.object({ file: text, line: z.int().positive(), column: z.int().positive() });

const violation = z.object({
  suite: text,
  request: text,
  path: z.array(text),
  iteration: amount,
  operation: text,
  part: z.enum(['status', 'content-type', 'header', 'body', 'parameter', 'request-body']),
  pointer: text,
  expected: text,
  actual: text,
  document: filePlace,
  place: filePlace.exactOptional(),
  count: amount,
});

const contract = z.object({
  mode: z.enum(['fail', 'warn', 'off']),
  documents: z.array(text),
  checked: amount,
  deviating: amount,
  violations: z.array(violation),
  ignored: z.array(z.object({ operation: text, pointer: text, reason: text, count: amount })),
  unchecked: z.array(z.object({ mediaType: text, count: amount })),
  defects: z.array(z.object({ message: text, document: filePlace })).exactOptional(),
  unmatched: z.array(text),
});

const coverage = z.object({
  operations: amount,
  tested: amount,
  percent: amount,
  untested: z.array(text),
  responses: z.object({ documented: amount, tested: amount }).exactOptional(),
  untestedResponses: z.array(text),
  tags: z.array(z.object({ tag: text, operations: amount, tested: amount })),
});

const latency = z.object({ p95Ms: amount, samples: amount });

const baseline = z.object({
  commit: text.exactOptional(),
  fixed: z.array(
    z.object({ suite: text, path: z.array(text), request: text.exactOptional(), assertion: text.exactOptional() }),
  ),
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

/** The part of a report that a comment shows; all other fields are dropped. */
export const reportSchema = z.object({
  version: z.literal(3),
  tool: z.object({ name: z.literal('postman-sync'), version: text }),
  command: text,
  workspace: z.object({ id: text, name: text }).exactOptional(),
  commit: text.exactOptional(),
  pullRequest: z.int().positive().exactOptional(),
  startedAt: amount,
  durationMs: amount,
  verdict: z.enum(['passed', 'failed', 'error']),
  stopped: z.literal(true).exactOptional(),
  failureKinds: z.array(kind),
  problems: z.array(problem),
  errors: z.array(z.object({ kind, message: text, remedy: text })),
  notices: z.array(z.object({ level: z.enum(['notice', 'warning']), message: text })),
  plan: z.object({ applied: z.boolean(), changes: z.array(change), cost: amount }).exactOptional(),
  runs: z.array(run),
  baseline: baseline.exactOptional(),
  leftOut: z.array(text).exactOptional(),
  contract: contract.exactOptional(),
  coverage: coverage.exactOptional(),
  // No monitor runs for a pull request.
  monitors: z.unknown().transform(() => []),
  api: z.unknown().transform(() => ({ limits: {}, usage: [], apiCalls: 0, waitedMs: 0 })),
}) satisfies z.ZodType<Report>;
