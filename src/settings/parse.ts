import { omitUndefined } from '../core/lib/json.ts';
import { workspaceId } from '../core/model/ids.ts';
import type { Notice } from '../core/model/notice.ts';
import type { Checked, Problem } from '../core/model/problem.ts';
import { readAccess } from './api-access.ts';
import { COMMAND_SPECS, isCliCommand, REPOSITORY_COMMANDS, type RepositoryCommand } from './commands.ts';
import { type ConfigSource, DEFAULT_CONFIG, type ParsedConfig, parseConfig } from './config.ts';
import { readContract } from './contract.ts';
import { readFiles } from './files.ts';
import { checkHostInputs, type HostSettings, parseHostSettings } from './host-settings.ts';
import { InputReader } from './input-reader.ts';
import { defaultSource, fileSource, rawSource, type SettingsSources } from './input-sources.ts';
import { INPUTS } from './inputs/index.ts';
import type { RawInputs } from './inputs/input-spec.ts';
import { readMonitors } from './monitors.ts';
import { checkRequiredInputs } from './required-inputs.ts';
import { readRun, trustsEveryHost } from './run.ts';
import type { PullSettings, Settings, SyncPolicy, SyncTarget } from './settings.ts';
import { commandOfShard, readShard } from './shard.ts';
import { suggestion } from './values.ts';

/** What the host knows besides the inputs. */
export interface SettingsContext {
  /** The command that `auto` stands for; absent where no event decides it. */
  readonly auto?: RepositoryCommand;
  /** `owner/repository`. */
  readonly repository?: string;
  readonly commit?: string;
  /** The flags of `pull` on the command line. */
  readonly pull?: PullSettings;
  /** The backup that the command line names for `restore`. */
  readonly restoreFile?: string;
  /** Why there is no API key, if the host knows the reason. */
  readonly keyless?: string;
  readonly config?: ConfigSource;
  /** The configuration cannot be read: values that it may hold are not reported as missing. */
  readonly unread?: boolean;
  readonly cpus: number;
  /** Looks up an environment variable for `{ env: NAME }`. */
  readonly env: (name: string) => string | undefined;
}

/** Parses inputs and configuration file into settings, or into every problem at once. Pure. */
export function parseSettings(raw: RawInputs, context: SettingsContext): Checked<Settings> {
  const problems: Problem[] = unknownInputs(raw);
  const parsed = context.config ? parseConfig(context.config) : undefined;
  if (parsed && !parsed.ok) problems.push(...parsed.problems);
  const settings = readSettings({
    ...context,
    host: parseHostSettings(raw, context.config),
    input: rawSource(raw),
    problems,
    ...(parsed?.ok ? { parsed: parsed.value } : {}),
    ...(parsed?.ok === false && WORKSPACE_KEY.test(context.config?.text ?? '') ? { unread: true } : {}),
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: settings };
}

/** Finds the key in a configuration with syntax errors. */
const WORKSPACE_KEY = /^["']?workspace["']?\s*:/m;

function unknownInputs(raw: RawInputs): Problem[] {
  const names: readonly string[] = INPUTS.map((spec) => spec.name);
  const unknown = [...raw.keys()].filter((name) => !names.includes(name));
  return unknown.map((name) => ({
    code: 'unknown-key',
    message: `${name}: there is no input of this name`,
    remedy: suggestion(name, names) ?? 'Remove it; the README lists all inputs.',
  }));
}

type Sources = SettingsSources & Omit<SettingsContext, 'config'> & { readonly host: HostSettings };

function readSettings(given: Sources): Settings {
  const { parsed } = given;
  const file = parsed ? [fileSource(parsed, { object: parsed.config, at: [] })] : [];
  const read = new InputReader([given.input, ...file, defaultSource], given.problems);
  checkHostInputs(read);
  const shard = readShard(read);
  const command = commandOfShard(readCommand(read, given), shard);
  const sources = { ...given, env: lookupFor(command, given.env), allowEnv: read.list('allow-env') };
  const access = readWorkspaceAccess(read, { command, sources });
  return omitUndefined<Settings>({
    command,
    ...access,
    commit: sources.commit,
    files: { ...readFiles(read, sources), ...(command === 'pull' ? { mayBeEmpty: true } : {}) },
    configFile: parsed?.path,
    pull: sources.pull ?? PULL_ALL,
    restoreFile: sources.restoreFile,
    monitors: readMonitors(parsed),
    sync: readSync(read, parsed),
    run: { ...readRun(read, sources), ...(shard ? { shard } : {}) },
    reports: readReportFolders(read, command),
    host: given.host,
    contract: readContract(read, sources),
    notices: noticesOf({ command, sources, hasKey: access.postman !== undefined }),
  });
}

/** Looks up variables. For a command that runs no suites, a variable that is not set counts as empty, not as a problem. */
const lookupFor = (command: RepositoryCommand, env: SettingsContext['env']): SettingsContext['env'] =>
  COMMAND_SPECS[command].suites ? env : (name) => env(name) ?? '';

interface CommandOptions {
  readonly command: RepositoryCommand;
  readonly sources: Sources;
}

/** Reads how to reach Postman, and which workspace and project the command is for. */
function readWorkspaceAccess(
  read: InputReader,
  { command, sources }: CommandOptions,
): { readonly [K in 'postman' | 'project' | 'target']: Settings[K] | undefined } {
  const postman = readAccess(read);
  const workspace = read.text('workspace');
  const { unread = false, keyless } = sources;
  checkRequiredInputs(read, { command, postman, workspace, unread, keyless });
  const project = readProject(read, { sources, isNeeded: COMMAND_SPECS[command].workspace && postman !== undefined });
  const target = COMMAND_SPECS[command].workspace && postman ? targetOf(workspace, project) : undefined;
  return { postman, target, project };
}

function readReportFolders(read: InputReader, command: RepositoryCommand): readonly string[] {
  const folders = read.list('reports');
  if (command === 'merge-reports' && folders.length === 0) {
    read.complain('reports', {
      message: 'merge-reports needs the report folders of the shards, and none is named',
      remedy: 'Name each folder, or a folder that contains them: merge-reports shards.',
    });
  }
  return folders;
}

/** A command that cannot run here is read as `test`, which needs the fewest inputs. */
function readCommand(read: InputReader, { auto }: Sources): RepositoryCommand {
  const given = read.text('command');
  if (given !== undefined && isCliCommand(given)) {
    read.complain('command', {
      message: `${given} is for the command line only`,
      remedy: `Start it there: npx postman-sync ${given}.`,
    });
    return 'test';
  }
  const text = read.choice('command');
  if (text !== given) return 'test';
  if (text !== 'auto') return text;
  if (auto) return auto;
  read.complain('command', {
    message: '`auto` picks a command by the event, and there is no event here',
    remedy: `Name a command: ${REPOSITORY_COMMANDS.join(', ')}.`,
  });
  return 'plan';
}

function readProject(
  read: InputReader,
  { sources, isNeeded }: { readonly sources: Sources; readonly isNeeded: boolean },
): string | undefined {
  const given = read.text('project');
  if (given !== undefined) return given;
  const path = sources.parsed?.path;
  const suffix = path === undefined || path === DEFAULT_CONFIG ? '' : `/${path}`;
  if (sources.repository) return `${sources.repository}${suffix}`;
  if (isNeeded && !sources.unread) {
    read.complain('project', {
      code: 'missing-project',
      message: 'neither the host nor a git remote tells which repository this is',
      remedy: 'Set project to owner/repository. The state in the workspace is kept under this name.',
    });
  }
  return undefined;
}

/** Undefined where one of the two is missing; a problem has reported it. */
const targetOf = (workspace: string | undefined, project: string | undefined): SyncTarget | undefined =>
  workspace === undefined || project === undefined ? undefined : { workspace: workspaceId(workspace), project };

const PULL_ALL: PullSettings = { check: false, force: false, only: [] };

function readSync(read: InputReader, parsed: ParsedConfig | undefined): SyncPolicy {
  const prune = { false: 'no', true: 'yes', force: 'force' } as const;
  return {
    prune: prune[read.choice('prune')] ?? 'no',
    onDrift: read.choice('on-drift'),
    verify: read.choice('verify'),
    secrets: read.choice('secrets'),
    allowedSecrets: parsed?.config['allowed-secrets'] ?? [],
    quotaWarnAt: read.share('quota-warn-at'),
    quotaStopAt: read.share('quota-stop-at'),
  };
}

const TRUSTS_EVERY_HOST: Notice = {
  level: 'warning',
  message:
    'NODE_TLS_REJECT_UNAUTHORIZED is 0: the suites run as with insecure: true. Trust a CA with ssl-extra-ca-certs instead.',
};

function noticesOf({ command, sources, hasKey }: CommandOptions & { readonly hasKey: boolean }): readonly Notice[] {
  const { keyless = 'set postman-api-key to have a plan' } = sources;
  const skipsPlan: Notice = {
    level: 'notice',
    message: `No API key was given (${keyless}): the plan is skipped, the Newman suites run from the files.`,
  };
  return [
    ...(command === 'plan' && !hasKey ? [skipsPlan] : []),
    ...(COMMAND_SPECS[command].suites && trustsEveryHost(sources) ? [TRUSTS_EVERY_HOST] : []),
  ];
}
