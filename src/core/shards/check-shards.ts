import { groupBy } from '../lib/group-by.ts';
import { noun } from '../lib/text.ts';
import type { Problem } from '../model/problem.ts';
import type { RunResult } from '../model/run-result.ts';
import type { ReportedShard } from '../model/shard.ts';
import { verdictOf } from '../model/verdict.ts';
import type { Report, ReportedError } from '../report/report.ts';

/** A report and the folder that holds it. */
export interface ShardReport {
  readonly folder: string;
  readonly report: Report;
}

/** Problems: the reports do not belong together. Errors: a part of the run is missing. */
export interface ShardCheck {
  readonly problems: readonly Problem[];
  readonly errors: readonly ReportedError[];
}

/** Checks that all reports are about one commit, and that every shard and every suite occurs once. */
export function checkShards(reports: readonly ShardReport[], absent: readonly string[]): ShardCheck {
  const shards = reports.flatMap(({ folder, report: { shard, verdict } }) =>
    shard ? [{ folder, shard, verdict }] : [],
  );
  const problems = [
    ...reports.filter(({ report }) => contradictsItself(report)).map(contradiction),
    ...differences(reports, {
      what: ({ report: { commit } }) => commit?.slice(0, 12) ?? 'an unknown commit',
      message: 'The reports are of different commits',
    }),
    ...differences(shards, {
      what: ({ shard: { total } }) => `${total} shards`,
      message: 'The reports are of runs with different numbers of shards',
    }),
    ...differences(shards.filter(isAssigned), {
      what: ({ shard: { suites } }) => JSON.stringify(suites),
      shown: ({ shard: { suites } }) => `${suites.length} suites`,
      message: 'The shards divided different lists of suites',
    }),
    ...repeatedShards(shards),
  ];
  // Other mistakes would only be consequences of these problems.
  if (problems.length > 0) return { problems, errors: [] };
  return checkWhole(reports, { shards, absent });
}

interface Named {
  readonly folder: string;
}

type Shards = readonly (Named & Pick<Report, 'verdict'> & { readonly shard: ReportedShard })[];

/** False for a shard that ended before its suites were assigned. */
const isAssigned = ({ shard }: Shards[number]): boolean => shard.suites.length > 0;

/** postman-sync never writes a verdict without a failure kind, or a failed suite without a failure. */
const contradictsItself = ({ verdict, failureKinds, runs }: Report): boolean =>
  verdict !== verdictOf(failureKinds) ||
  runs.some(({ status, attempt }) => (status === 'failed') !== attempt.failures.length > 0);

const REMEDY = 'Name the folders that the shards of one run wrote, and nothing else.';

const contradiction = ({ folder }: Named): Problem => ({
  code: 'shards',
  message: `merge-reports: the report in ${folder} contradicts itself: its verdict does not follow from its failures`,
  remedy: REMEDY,
});

interface EqualityRule<T> {
  /** The value that must be equal in all entries. */
  readonly what: (entry: T) => string;
  /** The value in the message, if it differs from `what`. */
  readonly shown?: (entry: T) => string;
  readonly message: string;
}

function differences<T extends Named>(all: readonly T[], rule: EqualityRule<T>): readonly Problem[] {
  const { what, shown = what, message } = rule;
  if (new Set(all.map(what)).size < 2) return [];
  const values = all.map((entry) => `${entry.folder} of ${shown(entry)}`).join(', ');
  return [{ code: 'shards', message: `merge-reports: ${message}: ${values}`, remedy: REMEDY }];
}

function repeatedShards(shards: Shards): readonly Problem[] {
  const groups = [...groupBy(shards, ({ shard }) => shard.index).values()].filter(({ length }) => length > 1);
  return groups.map((group) => ({
    code: 'shards',
    message: `merge-reports: shard ${group[0]?.shard.index} is there ${group.length} times: ${group.map(({ folder }) => folder).join(', ')}`,
    remedy: REMEDY,
  }));
}

interface WholeOptions {
  readonly shards: Shards;
  /** Folders without a report. */
  readonly absent: readonly string[];
}

/** Checks that no part of the run is missing. */
function checkWhole(reports: readonly ShardReport[], { shards, absent }: WholeOptions): ShardCheck {
  const total = shards[0]?.shard.total ?? 0;
  const present = new Set(shards.map(({ shard }) => shard.index));
  const missing = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !present.has(index));
  if (missing.length > 0) return { problems: [], errors: [notReported(missing, total)] };
  const runs = reports.filter(({ report }) => report.shard).flatMap(({ report }) => report.runs);
  // A shard that ended early ran no suite, and its own verdict says so.
  const endedEarly = shards.some((shard) => !isAssigned(shard) && shard.verdict !== 'passed');
  const all = shards.find(isAssigned)?.shard.suites ?? [];
  const suites = endedEarly ? { problems: [], errors: [] } : checkSuites(runs, all);
  return { problems: suites.problems, errors: [...suites.errors, ...absent.map(noReport)] };
}

const notReported = (missing: readonly number[], total: number): ReportedError => ({
  kind: 'nothing-tested',
  message: `${total - missing.length} of ${total} shards reported: ${noun(missing.length, 'shard')} ${missing.join(', ')} ${noun(missing.length, 'is', 'are')} missing.`,
  remedy: 'Look at the jobs of these shards; each must keep its report folder, also when it fails.',
});

const noReport = (folder: string): ReportedError => ({
  kind: 'nothing-tested',
  message: `There is no report in ${folder}: the job that should have written it did not end, or kept no report.`,
  remedy: 'Look at that job; each must keep its report folder with report.json, also when it fails.',
});

/** Checks that each suite ran as often as the list names it; the parts of a split suite add up to one run. */
function checkSuites(runs: readonly RunResult[], suites: readonly string[]): ShardCheck {
  const runsBySuite = groupBy(runs, ({ suite }) => suite);
  const listedNames = groupBy(suites, (name) => name);
  const excess = [...new Set([...suites, ...runsBySuite.keys()])].map((name) => {
    const shares = (runsBySuite.get(name) ?? []).map(({ part }) => 1 / (part?.total ?? 1));
    const expected = listedNames.get(name)?.length ?? 0;
    return { name, runs: shares.reduce((sum, share) => sum + share, 0) - expected };
  });
  const repeated = excess.filter((entry) => entry.runs > TOLERANCE);
  const incomplete = excess.filter((entry) => entry.runs < -TOLERANCE);
  const names = (wrong: typeof excess): string => wrong.map(({ name }) => `"${name}"`).join(', ');
  const overlap: Problem = {
    code: 'shards',
    message: `merge-reports: more than one shard ran ${names(repeated)}`,
    remedy: SAME,
  };
  const gap: ReportedError = {
    kind: 'nothing-tested',
    message: `No shard ran ${names(incomplete)} as a whole.`,
    remedy: SAME,
  };
  return { problems: repeated.length > 0 ? [overlap] : [], errors: incomplete.length > 0 ? [gap] : [] };
}

/** The sum of three thirds is not exactly one. */
const TOLERANCE = 1e-6;

const SAME = 'Give every shard the same files, settings and baseline.';
