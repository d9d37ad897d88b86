import type * as z from 'zod';
import { isObject, omitUndefined } from '../core/lib/json.ts';
import { parseWithPositions } from '../core/lib/positions.ts';
import type { Problem } from '../core/model/problem.ts';
import { Secret } from '../core/model/secret.ts';
import type { RepositoryCommand } from './commands.ts';
import { type ConfigSource, DEFAULT_CONFIG } from './config.ts';
import { InputReader, type InputSource } from './input-reader.ts';
import { defaultSource, fileSource, rawSource } from './input-sources.ts';
import { INPUTS, type InputName } from './inputs/index.ts';
import type { RawInputs } from './inputs/input-spec.ts';
import { REPORT_FORMATS, type ReportFormat } from './inputs/reports.ts';
import { configSchema } from './schema.ts';

/** The settings that the host needs to show a run. Always valid: a run with wrong settings is shown as configured, too. */
export interface HostSettings {
  readonly command: RepositoryCommand | 'auto';
  /** Path of the configuration file, where one was named. */
  readonly config?: string;
  /** Run a fork's files on events whose workflows hold secrets. */
  readonly allowForks: boolean;
  readonly report: ReportSettings;
  readonly github: GitHubSettings;
  readonly comment: CommentScope;
  /** Confidential inputs: redacted in the report of a run with wrong settings, too. */
  readonly secrets: readonly Secret[];
}

/** Which reports are written, and where. */
export interface ReportSettings {
  /** Relative to the working directory. */
  readonly dir: string;
  readonly formats: readonly ReportFormat[];
  /** Options of external Newman reporters: `htmlextra.title` and its value. */
  readonly reporterOptions: ReadonlyMap<string, string>;
  /** Names of external Newman reporters. */
  readonly external: readonly string[];
}

/** Newman's reporter for the terminal. The log is always shown, so this name adds nothing. */
const NEWMAN_LOG = 'cli';

/** What is published on GitHub. */
export interface GitHubSettings {
  readonly comment: 'auto' | 'always' | 'never';
  readonly checkRun: boolean;
  /** Keep the report folder as an artifact; `auto`: when something failed or a backup was written. */
  readonly uploadArtifact: 'auto' | 'always' | 'never';
  readonly token?: Secret;
}

/** Identifies the pull-request comment of one use of the action: several uses keep a comment each. */
export interface CommentScope {
  /** The values of the inputs in {@link SCOPE}. */
  readonly scope: readonly string[];
  /** Shown in the comment's title: the values of the job's matrix and of the inputs in {@link SHOWN}. */
  readonly labels: readonly string[];
}

/** Inputs that tell uses of the action apart which share one step: jobs of a matrix or of a reusable workflow. */
const SCOPE = [
  ...(['matrix', 'project', 'config', 'workspace', 'environment'] as const),
  ...(['collections', 'environments', 'suite', 'folder'] as const),
];

const SHOWN = ['config', 'environment', 'suite'] as const;

/** Keys of the configuration file that are read even where other keys are wrong. */
const FILE_KEYS = ['report-dir', 'reporters', 'reporter-options', 'comment', 'check-run', 'upload-artifact'];

/** Reads the inputs and the configuration's text. A wrong value counts as not given: the settings report it. */
export function parseHostSettings(raw: RawInputs, config?: ConfigSource): HostSettings {
  const file = config ? [validKeysOf(config)] : [];
  const problems: Problem[] = [];
  const read = new InputReader([rawSource(raw), ...file, defaultSource], problems);
  const given = (name: InputName): string => raw.get(name)?.trim() ?? '';
  return omitUndefined<HostSettings>({
    command: read.choice('command'),
    config: given('config') || undefined,
    allowForks: read.flag('allow-forks'),
    report: readReport(read),
    github: commentOfShard(readGitHub(read), given('shard')),
    comment: { scope: SCOPE.map(given), labels: labelsOf(given) },
    secrets: INPUTS.filter(({ name, type }) => type === 'secret' && given(name)).map(
      ({ name }) => new Secret(given(name)),
    ),
  });
}

const SHAPE: Readonly<Record<string, z.ZodType>> = configSchema.shape;

/** The source of the keys in {@link FILE_KEYS}, as far as they fit the schema. */
function validKeysOf({ path, text, depth }: ConfigSource): InputSource {
  const document = parseWithPositions(text);
  const config = document.syntaxErrors.length > 0 ? undefined : document.value();
  const entries = isObject(config) ? Object.entries(config) : [];
  const valid = entries.filter(([key, value]) => FILE_KEYS.includes(key) && SHAPE[key]?.safeParse(value).success);
  const locate = document.locate.bind(document);
  return fileSource(
    { path, base: '', ...(depth === undefined ? {} : { depth }), locate },
    { object: Object.fromEntries(valid), at: [] },
  );
}

function readReport(read: InputReader): ReportSettings {
  const reporters = read.list('reporters');
  const isFormat = (name: string): name is ReportFormat => REPORT_FORMATS.some((format) => format === name);
  return {
    dir: read.folder('report-dir') ?? 'postman-report',
    formats: reporters.filter(isFormat),
    external: reporters.filter((name) => !isFormat(name) && name !== NEWMAN_LOG),
    reporterOptions: read.pairs('reporter-options'),
  };
}

function readGitHub(read: InputReader): GitHubSettings {
  const token = read.text('github-token');
  return omitUndefined<GitHubSettings>({
    comment: read.choice('comment'),
    checkRun: read.flag('check-run'),
    uploadArtifact: read.choice('upload-artifact'),
    token: token === undefined ? undefined : new Secret(token),
  });
}

/** A shard writes no comment of its own: `merge-reports` writes one for all shards. */
const commentOfShard = (github: GitHubSettings, shard: string): GitHubSettings =>
  shard !== '' && github.comment === 'auto' ? { ...github, comment: 'never' } : github;

function labelsOf(given: (name: InputName) => string): readonly string[] {
  const shown = SHOWN.map(given).filter((text) => text !== '' && text !== DEFAULT_CONFIG);
  return [...matrixValues(given('matrix')), ...shown];
}

/** The values as GitHub shows them behind the name of a job. */
function matrixValues(text: string): readonly string[] {
  try {
    const matrix: unknown = JSON.parse(text || 'null');
    const values = typeof matrix === 'object' && matrix !== null ? Object.values(matrix) : [];
    return values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
  } catch {
    return [];
  }
}

/** Collects the problems of the inputs in {@link HostSettings}. Wrong keys of the file are reported with the file. */
export function checkHostInputs(read: InputReader): void {
  readReport(read);
  readGitHub(read);
}
