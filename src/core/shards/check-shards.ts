import type { Problem } from '../model/problem.ts';
import type { RunResult } from '../model/run-result.ts';
import type { ReportedShard } from '../model/shard.ts';
import { verdictOf } from '../model/verdict.ts';
import type { Report, ReportedError } from '../report/report.ts';
import { groupBy } from './merge-runs.ts';

/** A report and the folder that holds it. */
export interface ShardReport {
  readonly folder: string;
  readonly report: Report;
}

/** What keeps reports from being those of one whole run. */
export interface ShardCheck {
  readonly problems: readonly Problem[];
  readonly errors: readonly ReportedError[];
}

/** Checks that the reports are of one commit, and that every shard and every suite is there once. */
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
    ...twice(shards),
  ];
  // Everything else follows from these.
  if (problems.length > 0) return { problems, errors: [] };
  return checkWhole(reports, { shards, absent });
}

interface Named {
  readonly folder: string;
}

type Shards = readonly (Named & Pick<Report, 'verdict'> & { readonly shard: ReportedShard })[];

/** False for a shard that ended before its suites were chosen. */
const isAssigned = ({ shard }: Shards[number]): boolean => shard.suites.length > 0;

/** A verdict without a reason, or a failed suite without a failure, was not written by this tool. */
const contradictsItself = ({ verdict, failureKinds, runs }: Report): boolean =>
  verdict !== verdictOf(failureKinds) ||
  runs.some(({ status, attempt }) => (status === 'failed') !== attempt.failures.length > 0);

const REMEDY = 'Name the folders that the shards of one run wrote, and nothing else.';

const contradiction = ({ folder }: Named): Problem => ({
  code: 'shards',
  message: `merge-reports: the report in ${folder} contradicts itself: its verdict does not follow from its failures`,
  remedy: REMEDY,
});

interface Difference<T> {
  /** What must be equal. */
  readonly what: (entry: T) => string;
  readonly shown?: (entry: T) => string;
  readonly message: string;
}

function differences<T extends Named>(all: readonly T[], { what, shown = what, message }: Difference<T>) {
  if (new Set(all.map(what)).size < 2) return [];
  const told = all.map((entry) => `${entry.folder} of ${shown(entry)}`).join(', ');
  return [{ code: 'shards' as const, message: `merge-reports: ${message}: ${told}`, remedy: REMEDY }];
}

function twice(shards: Shards): readonly Problem[] {
  const groups = [...groupBy(shards, ({ shard }) => shard.index).values()].filter(({ length }) => length > 1);
  return groups.map((group) => ({
    code: 'shards',
    message: `merge-reports: shard ${group[0]?.shard.index} is there ${group.length} times: ${group.map(({ folder }) => folder).join(', ')}`,
    remedy: REMEDY,
  }));
}

interface Whole {
  readonly shards: Shards;
  /** Folders that were named and hold no report. */
  readonly absent: readonly string[];
}

function checkWhole(reports: readonly ShardReport[], { shards, absent }: Whole): ShardCheck {
  const total = shards[0]?.shard.total ?? 0;
  const present = new Set(shards.map(({ shard }) => shard.index));
  const missing = Array.from({ length: total }, (_, at) => at + 1).filter((index) => !present.has(index));
  if (missing.length > 0) return { problems: [], errors: [notReported(missing, total)] };
  const runs = reports.filter(({ report }) => report.shard).flatMap(({ report }) => report.runs);
  // A shard that ended early is red already, and has run nothing.
  const isEarly = shards.some((shard) => !isAssigned(shard) && shard.verdict !== 'passed');
  const all = shards.find(isAssigned)?.shard.suites ?? [];
  const suites = isEarly ? { problems: [], errors: [] } : checkSuites(runs, all);
  return { problems: suites.problems, errors: [...suites.errors, ...absent.map(noReport)] };
}

const notReported = (missing: readonly number[], total: number): ReportedError => ({
  kind: 'nothing-tested',
  message: `${total - missing.length} of ${total} shards reported: ${missing.length === 1 ? 'shard' : 'shards'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
  remedy: 'Look at the jobs of these shards; each must keep its report folder, also when it fails.',
});

const noReport = (folder: string): ReportedError => ({
  kind: 'nothing-tested',
  message: `There is no report in ${folder}: the job that should have written it did not end, or kept no report.`,
  remedy: 'Look at that job; each must keep its report folder with report.json, also when it fails.',
});

/** Each suite ran as often as it is in the list, which names two suites of one name twice; split ones with all their parts. */
function checkSuites(runs: readonly RunResult[], suites: readonly string[]): ShardCheck {
  const found = groupBy(runs, ({ suite }) => suite);
  const counts = groupBy(suites, (name) => name);
  const shares = [...new Set([...suites, ...found.keys()])].map((name) => {
    const ran = (found.get(name) ?? []).reduce((sum, { part }) => sum + 1 / (part?.total ?? 1), 0);
    return { name, over: ran - (counts.get(name)?.length ?? 0) };
  });
  const listed = (wrong: typeof shares): string => wrong.map(({ name }) => `"${name}"`).join(', ');
  const [over, under] = [shares.filter((share) => share.over > NEARLY), shares.filter((share) => share.over < -NEARLY)];
  return {
    problems:
      over.length === 0
        ? []
        : [{ code: 'shards', message: `merge-reports: more than one shard ran ${listed(over)}`, remedy: SAME }],
    errors:
      under.length === 0
        ? []
        : [{ kind: 'nothing-tested', message: `No shard ran ${listed(under)} as a whole.`, remedy: SAME }],
  };
}

/** Thirds do not sum up to one exactly. */
const NEARLY = 1e-6;

const SAME = 'Give every shard the same files, settings and baseline.';
