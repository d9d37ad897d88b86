import { omitUndefined } from '../core/lib/json.ts';
import type { Thresholds } from '../core/model/run-result.ts';
import { Secret } from '../core/model/secret.ts';
import { type EnvironmentRefusal, environmentRefusal } from './environment-access.ts';
import type { InputReader } from './input-reader.ts';
import { type SettingsSources, suiteReader } from './input-sources.ts';
import { readMonitorSuites } from './monitor-suites.ts';
import { readOptions } from './run-options.ts';
import type { SuiteConfig, ThresholdsConfig } from './schema.ts';
import type { RunSettings, SuiteDefaults, SuiteSettings } from './settings.ts';
import { splitProblem } from './shard.ts';
import { readDuration } from './values.ts';

/** Reads what to test, and how. */
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

/** Without a baseline, nothing tells new failures from known ones. */
function readBaselineSettings(read: InputReader): RunSettings['baseline'] {
  const source = read.path('baseline');
  const newFailuresOnly = read.flag('new-failures-only');
  if (source === undefined) {
    if (newFailuresOnly)
      read.complain('new-failures-only', {
        message: 'there is no baseline that tells which failures are new',
        remedy: 'Set baseline to an earlier report.json.',
      });
    return undefined;
  }
  return { source: read.text('baseline') === 'auto' ? 'auto' : source, newFailuresOnly };
}

/** A revision alone asks for nothing. */
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

/** Node's own switch turns off certificate checks for Newman, too. */
export const trustsEveryHost = ({ env }: Pick<SettingsSources, 'env'>): boolean => env(TRUST_VARIABLE) === '0';

const TRUST_VARIABLE = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** The one option of Newman's that is a secret. */
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
  const wrong = split ? splitProblem({ ...defaults.options, ...defaults.thresholds }) : undefined;
  if (wrong)
    problems.push({ code: 'wrong-value', ...wrong, path: parsed.path, position: parsed.locate([...at, 'split']) });
  return omitUndefined<SuiteSettings>({
    ...defaults,
    options: { ...(passphrase ? { sslClientPassphrase: passphrase.reveal() } : {}), ...defaults.options },
    variables: new Map([...extra, ...defaults.variables]),
    name: suite.name ?? suite.collection,
    collection: suite.collection,
    environment: suite.environment,
    blocking: suite.blocking ?? true,
    split: split === true && wrong === undefined ? true : undefined,
    paths:
      paths === undefined
        ? undefined
        : [paths].flat().map((glob) => (parsed.base === '' ? glob : `${parsed.base}/${glob}`)),
    place: { path: parsed.path, position: parsed.locate(at) },
    base: parsed.base,
  });
}

/** Values of the configuration, where `{ env: NAME }` is looked up; a variable that is not set is a problem. */
export function resolveValues(
  values: Readonly<Record<string, string | number | boolean | { readonly env: string }>>,
  { at, sources }: { readonly at: readonly (string | number)[]; readonly sources: SettingsSources },
): ReadonlyMap<string, Secret> {
  const resolved = Object.entries(values).map(([name, value]) => {
    if (typeof value !== 'object') return [name, new Secret(String(value))] as const;
    const refusal = environmentRefusal(value.env, sources.allowEnv ?? []);
    const text = refusal ? undefined : sources.env(value.env);
    if (text === undefined && sources.parsed) {
      const { reason, remedy } = refusal ?? notSet(value.env);
      const position = sources.parsed.locate([...at, name]);
      sources.problems.push({
        code: 'environment-variable',
        message: `${name}: ${reason}`,
        remedy,
        path: sources.parsed.path,
        position,
      });
    }
    return [name, new Secret(text ?? '')] as const;
  });
  return new Map(resolved);
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

/** The schema has already seen that it is a percentage. */
const toShare = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number.parseFloat(text) / 100;
