import type { Coverage, TagCoverage } from '../model/contract.ts';

/** The part of an operation that coverage needs. */
export interface CoverableOperation {
  readonly id: string;
  readonly tags: readonly string[];
  /** Keys of its responses: a map or a set. */
  readonly responses: { keys(): Iterable<string> };
}

/** A request that ran or is in a collection, and whether its response is asserted. */
export interface CoveredRequest {
  readonly operation: string;
  /** Key of the documented response: `200`, `4XX`, `default`; absent without a known response. */
  readonly response?: string;
  readonly asserted: boolean;
}

/** Computes the coverage. Requests without an assertion do not count. */
export function buildCoverage(
  operations: readonly CoverableOperation[],
  requests: Iterable<CoveredRequest>,
  { responses: counted }: { readonly responses: boolean },
): Coverage {
  const tested = new Map<string, Set<string>>();
  for (const { operation, response, asserted } of requests) {
    if (!asserted) continue;
    const known = tested.get(operation) ?? new Set();
    if (response !== undefined) known.add(response.toUpperCase());
    tested.set(operation, known);
  }
  const covered = operations.filter(({ id }) => tested.has(id));
  const documented = operations.flatMap(({ id, responses }) => [...responses.keys()].map((key) => ({ id, key })));
  const missing = documented.filter(({ id, key }) => !tested.get(id)?.has(key));
  return {
    operations: operations.length,
    tested: covered.length,
    percent: percentOf(covered.length, operations.length),
    untested: operations.filter(({ id }) => !tested.has(id)).map(({ id }) => id),
    ...(counted ? { responses: { documented: documented.length, tested: documented.length - missing.length } } : {}),
    untestedResponses: counted
      ? missing.filter(({ id }) => tested.has(id)).map(({ id, key }) => `${id} ${key === 'DEFAULT' ? 'default' : key}`)
      : [],
    tags: tagsOf(operations, tested),
  };
}

/** Rounded down, so that it never shows a threshold that was not reached. */
const percentOf = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10);

function tagsOf(
  operations: readonly CoverableOperation[],
  tested: ReadonlyMap<string, unknown>,
): readonly TagCoverage[] {
  const tags = new Map<string, { operations: number; tested: number }>();
  for (const { id, tags: own } of operations) {
    for (const tag of own.length > 0 ? own : ['(no tag)']) {
      const sum = tags.get(tag) ?? { operations: 0, tested: 0 };
      sum.operations += 1;
      if (tested.has(id)) sum.tested += 1;
      tags.set(tag, sum);
    }
  }
  const all = [...tags].map(([tag, sum]) => ({ tag, ...sum }));
  return all.length === 1 && all[0]?.tag === '(no tag)' ? [] : all;
}
