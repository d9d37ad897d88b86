import * as z from 'zod';
import { CODES } from '../model/problem-codes.ts';
import { MOST_SHARDS } from '../model/shard.ts';
import type { Report } from './report.ts';
import { change } from './schema/changes.ts';
import { contract, coverage, mode } from './schema/contract.ts';
import { count, epochMs, failureKind, ms, position, text } from './schema/fields.ts';
import { monitor, run } from './schema/runs.ts';

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

export const baseline = z.object({
  commit: text.exactOptional(),
  fixed: z
    .array(
      z.object({ suite: text, path: z.array(text), request: text.exactOptional(), assertion: text.exactOptional() }),
    )
    .describe('Failures of the baseline that no longer occur although their requests ran again.'),
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

export const shard = z.object({
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

/** The schema of `report.json`; the published JSON Schema is generated from it. New fields need no new version. */
export const reportSchema = z.object({
  version: z.literal(3).describe('Raised when readers of the former version would misunderstand a report.'),
  tool: z.object({ name: z.literal('postman-sync'), version: text }),
  command: text,
  project: text.exactOptional(),
  workspace: z.object({ id: text, name: text }).exactOptional(),
  commit: text.exactOptional(),
  branch: text.exactOptional(),
  pullRequest: z.int().positive().exactOptional(),
  mergeRequest: z.object({ number: z.int().positive(), url: text.exactOptional() }).exactOptional(),
  run: z.object({ url: text }).exactOptional().describe('The CI run that wrote the report.'),
  sources: z
    .object({ file: text, line: text })
    .exactOptional()
    .describe('Address patterns of the committed files, with `{path}` and `{line}`.'),
  shard: shard.exactOptional().describe('The shard that the report is about.'),
  account: z.object({ user: text, team: text.exactOptional() }).exactOptional(),
  startedAt: epochMs,
  durationMs: ms,
  verdict: z.enum(['passed', 'failed', 'error']),
  stopped: z.literal(true).exactOptional(),
  failureKinds: z.array(failureKind),
  problems: z.array(
    z.object({
      code: z.enum(CODES).describe('Explained in docs/errors.md.'),
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
