import { access, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { createEmulator } from '../emulator/index.ts';
import { renderReport, type Style } from '../render/text.ts';
import type { RawInputs } from '../settings/inputs/input-spec.ts';
import { execute, type FinishedRun } from '../wiring/execute.ts';
import type { Host } from '../wiring/host.ts';
import { commitAll, editFile, editInPostman, hasBothEdits, type Workspace } from './demo-colleague.ts';
import { hostOf } from './host.ts';
import { startSampleApi } from './sample-api/index.ts';
import { styleOf } from './style.ts';

/** The report folder of the demo, below the working directory. */
const REPORT_DIR = 'postman-report';

/**
 * The `demo` command: applies the examples to an emulated workspace, runs their suites, merges two edits, and plans
 * again. Uses only loopback addresses.
 */
export async function demo(): Promise<number> {
  const [host, style] = [hostOf(process.cwd()), styleOf(process.stdout)];
  const examples = join(dirname(host.entry), '..', 'examples');
  if (!(await exists(examples))) return missing(examples);
  const [emulator, sample] = await Promise.all([createEmulator(), startSampleApi()]);
  const folder = await mkdtemp(join(tmpdir(), 'postman-sync-demo-'));
  try {
    await cp(examples, folder, { recursive: true });
    await pointEnvironments(join(folder, 'postman', 'environments'), sample.url);
    const show = createStep({ host: { ...host, cwd: folder, failuresInResult: true }, style });
    const commit = await commitAll(folder);
    const inputs = inputsFor({ ...emulator, reportDir: resolve(host.cwd, REPORT_DIR) });
    say(`A Postman API emulator listens on ${emulator.url}, a sample API on ${sample.url}.\n`);
    const first = await show(
      '1. apply: creates the examples in an empty workspace, runs their suites here and their monitor in Postman',
      inputs('apply', { run: 'newman,monitors' }),
      commit,
    );
    const quiet = { run: 'none', 'report-dir': join(folder, 'postman-report') };
    const merged = commit === undefined ? skipMerge() : await showMerge({ show, inputs, folder, emulator, quiet });
    const last = await show(`${commit === undefined ? 2 : 4}. plan: finds nothing left to do`, inputs('plan', quiet));
    say(
      `The report is in ${relative(host.cwd, resolve(host.cwd, REPORT_DIR)) || '.'}: open ${join(REPORT_DIR, 'index.html')} in a browser.`,
    );
    return merged && [first, last].every(({ report }) => report.verdict === 'passed') ? 0 : 1;
  } finally {
    await Promise.all([emulator.close(), sample.close(), rm(folder, { recursive: true, force: true })]);
  }
}

interface MergeOptions {
  readonly show: ReturnType<typeof createStep>;
  readonly inputs: ReturnType<typeof inputsFor>;
  readonly folder: string;
  readonly emulator: Workspace;
  readonly quiet: Readonly<Record<string, string>>;
}

/** Changes the same request in Postman and in the file, applies and pulls. True if the file has both edits then. */
async function showMerge({ show, inputs, folder, emulator, quiet }: MergeOptions): Promise<boolean> {
  await editInPostman(emulator);
  await editFile(folder);
  const title = '2. apply: merges a new description of "First page" in Postman with a new header in its file';
  const applied = await show(title, inputs('apply', quiet), await commitAll(folder));
  const pulled = await show("3. pull: writes the colleague's description into the file", inputs('pull', quiet));
  const passed = [applied, pulled].every(({ report }) => report.verdict === 'passed');
  return passed && (await hasBothEdits(folder));
}

function skipMerge(): true {
  say('git is not installed: the merge of two edits is skipped, because it reads the common version from git.\n');
  return true;
}

/** Writes the sample API's address into the environments: its port changes, and monitors read only their environment. */
async function pointEnvironments(folder: string, url: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const environment = JSON.parse(await readFile(path, 'utf8')) as {
      readonly values: readonly { readonly key: string }[];
    };
    const values = environment.values.map((entry) => (entry.key === 'baseUrl' ? { ...entry, value: url } : entry));
    await writeFile(path, `${JSON.stringify({ ...environment, values }, null, 2)}\n`);
  }
}

interface DemoInputs {
  readonly url: string;
  readonly apiKey: string;
  readonly workspaceId: string;
  readonly reportDir: string;
}

const inputsFor =
  ({ url, apiKey, workspaceId, reportDir }: DemoInputs) =>
  (command: 'apply' | 'plan' | 'pull', more: Readonly<Record<string, string>> = {}): RawInputs =>
    new Map(
      Object.entries({
        command,
        'postman-api-key': apiKey,
        'api-url': url,
        workspace: workspaceId,
        project: 'examples/shop',
        'report-dir': reportDir,
        ...more,
      }),
    );

/** A function that prints a title, runs a command and prints its report. */
function createStep({ host, style }: { readonly host: Host; readonly style: Style }) {
  return async (title: string, inputs: RawInputs, commit?: string): Promise<FinishedRun> => {
    say(`${title}\n`);
    const finished = await execute(inputs, commit === undefined ? host : { ...host, commit });
    say(`${renderReport(finished.report, style)}\n`);
    return finished;
  };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function missing(examples: string): number {
  process.stderr.write(
    `The demo needs the folder ${examples}, which does not exist. Run it from a clone of the repository.\n`,
  );
  return 2;
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
