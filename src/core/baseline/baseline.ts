import * as z from 'zod';

/** Reports by postman-sync have no longer texts. */
const text = z.string().max(200_000);

const failure = z.object({
  kind: text,
  path: z.array(text),
  request: text.optional(),
  assertion: text.optional(),
  message: text,
});

const execution = z.object({
  path: z.array(text),
  request: text,
  method: text,
  responseMs: z.number().nonnegative().optional(),
  byScript: z.literal(true).optional(),
});

const attempt = z.object({
  durationMs: z.number().nonnegative().optional(),
  executions: z.array(execution),
  failures: z.array(failure),
  warnings: z.array(failure),
});

/** The part of an earlier `report.json` that a run is compared with. */
const baselineSchema = z.object({
  version: z.union([z.literal(2), z.literal(3)]),
  tool: z.object({ name: z.literal('postman-sync') }),
  commit: text.optional(),
  runs: z.array(z.object({ suite: text, attempt })),
});

/** An earlier report. */
export type Baseline = z.infer<typeof baselineSchema>;

/** Durations of suites in milliseconds, by the suite's name. */
export const durationsOf = (baseline: Baseline | undefined): ReadonlyMap<string, number> =>
  new Map(
    baseline?.runs.flatMap(({ suite, attempt: { durationMs } }) =>
      durationMs === undefined ? [] : [[suite, durationMs] as const],
    ),
  );

/** Reads an earlier report; undefined for a text that is not a report. */
export function readBaseline(written: string): Baseline | undefined {
  try {
    const parsed = baselineSchema.safeParse(JSON.parse(written));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
