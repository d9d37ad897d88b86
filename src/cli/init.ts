import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { type Problem, ProblemsError } from '../core/model/problem.ts';
import { oneLine } from '../render/escape.ts';
import type { RawInputs } from '../settings/inputs/input-spec.ts';
import { readList, suggestion } from '../settings/values.ts';
import { allowPresentSecrets } from '../wiring/allow-secrets.ts';
import { inspectRepository } from '../wiring/inspect-repository.ts';
import type { Arguments } from './args.ts';
import { hostOf } from './host.ts';
import { renderConfig } from './init-config.ts';
import { printProblems } from './problems.ts';

const CONFIG = 'postman-sync.yaml';

/** The pipelines that can be written: the example in this package, and the path at which the CI expects it. */
const PIPELINES = {
  github: { example: 'github.yml', path: '.github/workflows/postman.yml' },
  gitlab: { example: 'gitlab.yml', path: '.gitlab-ci.yml' },
  azure: { example: 'azure.yml', path: 'azure-pipelines.yml' },
  jenkins: { example: 'Jenkinsfile', path: 'Jenkinsfile' },
  circleci: { example: 'circleci.yml', path: '.circleci/config.yml' },
  bitbucket: { example: 'bitbucket.yml', path: 'bitbucket-pipelines.yml' },
} as const;

type Ci = keyof typeof PIPELINES;

const isCi = (name: string): name is Ci => name in PIPELINES;

/**
 * The `init` command: writes a configuration unless the command names one, and a pipeline for each `--ci`. Never
 * overwrites a file.
 */
export async function init({ inputs, extras }: Arguments): Promise<number> {
  const names = (extras.get('ci') ?? []).flatMap((value) => readList(value));
  const unknown = names.filter((name) => !isCi(name));
  const isAllowing = extras.has('allow-present-secrets');
  const unread = isAllowing ? [] : [...inputs.keys()].filter((name) => name !== 'command');
  const problems = [...unknown.map(unknownCi), ...unread.map(unreadInput)];
  if (problems.length > 0) return printProblems(problems);
  const { cwd, entry } = hostOf(process.cwd());
  const examples = join(dirname(entry), '..', 'examples', 'ci');
  const hasConfig = inputs.has('config');
  const files = hasConfig ? [] : [{ path: CONFIG, text: renderConfig(await inspectRepository(cwd)) }];
  for (const name of names.filter(isCi)) {
    const { example, path } = PIPELINES[name];
    files.push({ path, text: await readFile(join(examples, example), 'utf8') });
  }
  for (const file of files) await writeNew(cwd, file);
  const code = isAllowing ? await allowSecrets(inputs, cwd) : 0;
  process.stdout.write(NEXT);
  return code;
}

/** Adds the credentials in the files to `allowed-secrets`, and prints them. Returns the exit status. */
async function allowSecrets(inputs: RawInputs, cwd: string): Promise<number> {
  try {
    const { path, added } = await allowPresentSecrets(inputs, cwd);
    const list = added.map(({ comment }) => `  ${oneLine(comment)}\n`).join('');
    const none = 'The files hold no credentials besides those in allowed-secrets.\n';
    process.stdout.write(added.length === 0 ? none : `Added ${added.length} to allowed-secrets in ${path}:\n${list}`);
    return 0;
  } catch (error) {
    if (error instanceof ProblemsError) return printProblems(error.problems);
    throw error;
  }
}

const unknownCi = (name: string): Problem => ({
  code: 'command-line',
  message: `--ci: there is no pipeline for "${name}"`,
  remedy: suggestion(name, Object.keys(PIPELINES)) ?? `Name one of ${Object.keys(PIPELINES).join(', ')}.`,
});

const unreadInput = (name: string): Problem => ({
  code: 'command-line',
  message: `--${name}: init reads it only for --allow-present-secrets`,
  remedy: `Add --allow-present-secrets, or leave --${name} out.`,
});

interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Writes a file that does not exist. The text for an existing pipeline is printed, to be merged by hand. */
async function writeNew(cwd: string, { path, text }: NewFile): Promise<void> {
  const full = join(cwd, path);
  await mkdir(dirname(full), { recursive: true });
  const written = await writeFile(full, text, { flag: 'wx' }).then(
    () => true,
    (error: unknown) => refuseIfOther(error, full),
  );
  const byHand = path === CONFIG ? '' : ` To merge by hand:\n\n${text.replace(/^/gm, '  ')}`;
  process.stdout.write(written ? `Wrote ${path}.\n` : `Kept ${path}, which exists.${byHand}\n`);
}

/** False if the file exists already; throws the error otherwise. */
async function refuseIfOther(error: unknown, path: string): Promise<false> {
  await access(path).catch(() => {
    throw error;
  });
  return false;
}

const NEXT = `
Next:
  postman-sync test                      run the suites; needs no key
  POSTMAN_API_KEY=… postman-sync plan    show what apply would change
`;
