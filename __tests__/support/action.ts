import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { RunnerEvent } from './events.ts';
import { documented } from './report-file.ts';

/** A step of a workflow: the action's inputs, its event, the runner's environment and the files that were checked out. */
export interface Step {
  readonly entry: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event: RunnerEvent;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, unknown>>;
  /** The command line's arguments, where it is not the action that runs. */
  readonly argv?: readonly string[];
  /** Changes the folder before the start. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** What came of a step. */
export interface StepResult {
  readonly code: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
  /** What lay in the checkout afterwards, by relative path; undefined where it does not exist. */
  read(path: string): string | undefined;
}

/** Runs a step as the runner does: a child process that is told everything by its environment. */
export async function runStep(step: Step): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'postman-sync-step-'));
  try {
    return await runIn(folder, step);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, { entry, inputs = {}, event, env = {}, files = {}, argv = [], prepare }: Step) {
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  await prepare?.(workspace);
  const paths = { output: join(folder, 'output'), summary: join(folder, 'summary'), event: join(folder, 'event.json') };
  await Promise.all([writeFile(paths.output, ''), writeFile(paths.summary, '')]);
  await writeFile(paths.event, typeof event.payload === 'string' ? event.payload : JSON.stringify(event.payload));
  const { PATH = '', SystemRoot = '', TEMP = '' } = process.env;
  const child = spawn(process.execPath, [entry, ...argv], {
    cwd: workspace,
    env: {
      ...{ PATH, SystemRoot, TEMP },
      ...{ GITHUB_OUTPUT: paths.output, GITHUB_STEP_SUMMARY: paths.summary, GITHUB_EVENT_PATH: paths.event },
      GITHUB_WORKSPACE: workspace,
      ...event.env,
      ...env,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const kept = await snapshot(workspace);
  const report = kept.get('postman-report/report.json');
  if (report !== undefined && !('postman-report/report.json' in files)) documented(JSON.parse(report) as object);
  return {
    code,
    outputs: parseOutputs(await readFile(paths.output, 'utf8')),
    summary: await readFile(paths.summary, 'utf8'),
    log: out + err,
    read: (path: string) => kept.get(path),
  };
}

/** The files of the report folder, which is all that tests look at. */
async function snapshot(workspace: string): Promise<ReadonlyMap<string, string>> {
  const names = ['report.json', 'junit.xml', 'index.html'].map((name) => `postman-report/${name}`);
  const texts = await Promise.all(names.map((name) => readFile(join(workspace, name), 'utf8').catch(() => undefined)));
  return new Map(names.flatMap((name, at) => (texts[at] === undefined ? [] : [[name, texts[at]] as const])));
}

/** `name<<delimiter`, the value's lines, the delimiter. */
function parseOutputs(file: string): Readonly<Record<string, string>> {
  const found = file.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
