import { type JsonPath, omitUndefined } from '../core/lib/json.ts';
import type { Thresholds } from '../core/model/run-result.ts';
import { Secret } from '../core/model/secret.ts';
import { type EnvironmentRefusal, environmentRefusal } from './environment-access.ts';
import type { InputReader } from './input-reader.ts';
import { type SettingsSources, type SuiteSources, suiteReader } from './input-sources.ts';
import { readMonitorSuites } from './monitor-suites.ts';
import { readOptions } from './run-options.ts';
import type { SuiteConfig, ThresholdsConfig } from './schema.ts';
import type { RunSettings, SuiteDefaults, SuiteSettings } from './settings.ts';
import { splitProblem } from './shard.ts';
import { readDuration } from './values.ts';

/** Reads which suites run, and how. */
export function readRun(read: InputReader, sources: SettingsSources): RunSettings {
  const run = new Set(read.choices('run'));
  if (run.has('none') && run.size > 1) {
    read.complain('run', {
      message: '"none" cannot be combined with other values',
      remedy: 'Write none alone, or remove it.',
    });
  }
  if (read.list('run').length === 0) {
    read.complain('run', { message: 'it is empty', remedy: 'Write newman, monitors or both, or none.' });
  }
  const suites = sources.parsed?.config.suites;
  const monitorSuites = readMonitorSuites(read, sources);
  return omitUndefined<RunSettings>({
    newman: run.has('newman'),
    monitors: run.has('monitors'),
    suites: suites?.flatMap((suite, index) => (isCollectionSuite(suite) ? [readSuite(suite, { index, sources })] : [])),
    monitorSuites,
    baseline: readBaselineSettings(read),
    onlyChanged: readOnlyChanged(read),
    only: read.list('suite'),
    environment: read.text('environment'),
    defaults: readDefaults(read, { thresholds: sources.parsed?.config.thresholds, sources }),
    parallel: read.count('parallel') ?? sources.cpus,
    strict: read.flag('strict'),
    waitFor: read.list('wait-for').filter((url) => isHttpUrl(url, read)),
    waitForTimeoutMs: read.durationMs('wait-for-timeout') ?? 0,
  });
}

/** Reads the baseline; `new-failures-only` needs one. */
function readBaselineSettings(read: InputReader): RunSettings['baseline'] {
  const source = read.path('baseline');
  const newFailuresOnly = read.flag('new-failures-only');
  if (source === undefined) {
    if (newFailuresOnly)
      read.complain('new-failures-only', {
        message: 'without a baseline, no failure is known to be new',
        remedy: 'Set baseline to an earlier report.json.',
      });
    return undefined;
  }
  return { source: read.text('baseline') === 'auto' ? 'auto' : source, newFailuresOnly };
}

/** `since` alone has no effect: it needs `only-changed`. */
function readOnlyChanged(read: InputReader): RunSettings['onlyChanged'] {
  const since = read.text('since');
  if (!read.flag('only-changed')) return undefined;
  return since === undefined ? {} : { since };
}

function isHttpUrl(url: string, read: InputReader): boolean {
  const fits = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!fits)
    read.complain('wait-for', {
      message: `"${url}" is not an http(s) URL`,
      remedy: 'Write a URL such as http://127.0.0.1:8080/health.',
    });
  return fits;
}

function readDefaults(
  read: InputReader,
  { thresholds, sources }: { readonly thresholds: ThresholdsConfig | undefined; readonly sources: SettingsSources },
): SuiteDefaults {
  return {
    options: { ...readOptions(read), ...(trustsEveryHost(sources) ? { insecure: true } : {}) },
    variables: secretly(read.pairs('variables')),
    globalVariables: secretly(read.pairs('global-variables')),
    retries: read.count('retries') ?? 0,
    thresholds: readThresholds(thresholds ?? {}),
  };
}

/** Whether Node's own switch turns off the verification of TLS certificates; it holds for Newman, too. */
export const trustsEveryHost = ({ env }: Pick<SettingsSources, 'env'>): boolean =>
  env('NODE_TLS_REJECT_UNAUTHORIZED') === '0';

/** The only option of Newman that is a secret. */
const PASSPHRASE = 'ssl-client-passphrase';

type CollectionSuite = SuiteConfig & { readonly collection: string };

const isCollectionSuite = (suite: SuiteConfig): suite is CollectionSuite => suite.collection !== undefined;

function readSuite(
  suite: CollectionSuite,
  { index, sources }: { readonly index: number; readonly sources: SettingsSources },
): SuiteSettings {
  const { input, parsed, problems } = sources;
  if (!parsed) throw new Error('A suite is declared in a configuration.');
  const at = ['suites', index];
  const { variables, thresholds, paths, split, [PASSPHRASE]: secret, ...rest } = suite;
  const read = suiteReader(rest, { at, input, parsed, problems });
  const passphrase = resolveValues(secret ? { [PASSPHRASE]: secret } : {}, { at, sources }).get(PASSPHRASE);
  const defaults = readDefaults(read, { thresholds: { ...parsed.config.thresholds, ...thresholds }, sources });
  const extra = resolveValues(variables ?? {}, { at: [...at, 'variables'], sources });
  const inBase = (glob: string): string => (parsed.base === '' ? glob : `${parsed.base}/${glob}`);
  return omitUndefined<SuiteSettings>({
    ...defaults,
    options: { ...(passphrase ? { sslClientPassphrase: passphrase.reveal() } : {}), ...defaults.options },
    variables: new Map([...extra, ...defaults.variables]),
    name: suite.name ?? suite.collection,
    collection: suite.collection,
    environment: suite.environment,
    blocking: suite.blocking ?? true,
    split: split === true && canSplit(defaults, { parsed, at, problems }) ? true : undefined,
    paths: paths === undefined ? undefined : [paths].flat().map(inBase),
    place: { path: parsed.path, position: parsed.locate(at) },
    base: parsed.base,
  });
}

/** Whether `split` fits the other settings of the suite; otherwise it is a problem. */
function canSplit(
  { options, thresholds }: SuiteDefaults,
  { parsed, at, problems }: Pick<SuiteSources, 'parsed' | 'at' | 'problems'>,
): boolean {
  const complaint = splitProblem({ ...options, ...thresholds });
  if (complaint) {
    const position = parsed.locate([...at, 'split']);
    problems.push({ code: 'wrong-value', ...complaint, path: parsed.path, position });
  }
  return complaint === undefined;
}

/** A value as the configuration writes it: literal, or the name of an environment variable. */
type WrittenValue = string | number | boolean | { readonly env: string };

interface ValueOptions {
  readonly at: JsonPath;
  readonly sources: SettingsSources;
}

/** Values of the configuration by name. A variable that is not set or must not be read is a problem. */
export function resolveValues(
  values: Readonly<Record<string, WrittenValue>>,
  { at, sources }: ValueOptions,
): ReadonlyMap<string, Secret> {
  const resolve = (name: string, value: WrittenValue): string =>
    typeof value === 'object' ? resolveVariable(value.env, { at: [...at, name], sources }) : String(value);
  return new Map(Object.entries(values).map(([name, value]) => [name, new Secret(resolve(name, value))]));
}

/** The text of an environment variable; empty where it is a problem. */
function resolveVariable(variable: string, { at, sources }: ValueOptions): string {
  const { parsed, problems, allowEnv = [] } = sources;
  const refusal = environmentRefusal(variable, allowEnv);
  const text = refusal ? undefined : sources.env(variable);
  if (text === undefined && parsed) {
    const { reason, remedy } = refusal ?? notSet(variable);
    problems.push({
      code: 'environment-variable',
      message: `${at.at(-1)}: ${reason}`,
      remedy,
      path: parsed.path,
      position: parsed.locate(at),
    });
  }
  return text ?? '';
}

const notSet = (name: string): EnvironmentRefusal => ({
  reason: `the environment variable ${name} is not set`,
  remedy: `Set ${name} for this step; an empty value is accepted.`,
});

const secretly = (pairs: ReadonlyMap<string, string>): ReadonlyMap<string, Secret> =>
  new Map([...pairs].map(([name, text]) => [name, new Secret(text)]));

function readThresholds(config: ThresholdsConfig): Thresholds {
  return omitUndefined<Thresholds>({
    failedAssertions: config['failed-assertions'],
    p95Ms: toMs(config.p95),
    maxMs: toMs(config.max),
    totalMs: toMs(config.total),
    p95Regression: toShare(config['p95-regression']),
  });
}

/** The schema has checked that the text is a duration. */
function toMs(text: string | number | undefined): number | undefined {
  const read = text === undefined ? undefined : readDuration(String(text));
  return read?.ok ? read.value : undefined;
}

/** A share of 0.25 from `25%`. The schema has checked that the text is a percentage. */
const toShare = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number.parseFloat(text) / 100;
