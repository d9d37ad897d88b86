import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepReport } from '../../../src/action/keep-report.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { readZipEntry } from '../../../src/files/zip-entry.ts';
import { parseHostSettings } from '../../../src/settings/host-settings.ts';
import { type ArtifactStandIn, startArtifacts } from '../../support/artifacts.ts';
import { aReport } from '../../support/report.ts';

const GITHUB = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_JOB: 'sync', GITHUB_SERVER_URL: 'https://github.com' };

let service: ArtifactStandIn;
let cwd: string;

beforeEach(async () => {
  service = await startArtifacts();
  cwd = await mkdtemp(join(tmpdir(), 'keep-report-'));
  const folder = join(cwd, 'postman-report');
  await mkdir(join(folder, 'backup', 'collection'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html>'.repeat(1_000));
  await writeFile(join(folder, 'backup', 'collection', 'Öl-1-2.json'), '{"kept": true}');
  await writeFile(join(folder, '.gitignore'), '*\n');
  await writeFile(join(cwd, 'private.txt'), 'not of this folder');
  await symlink(join(cwd, 'private.txt'), join(folder, 'link.txt')).catch(() => undefined);
});

afterEach(async () => {
  await service.close();
  await rm(cwd, { recursive: true, force: true });
});

interface Run {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly report?: Partial<Report>;
  readonly env?: Readonly<Record<string, string>>;
}

const keep = ({ inputs = {}, report = { verdict: 'failed' }, env = service.env }: Run = {}) =>
  keepReport(
    { report: aReport(report), paths: {}, settings: parseHostSettings(new Map(Object.entries(inputs))) },
    { env: { ...GITHUB, ...env }, cwd },
  );

const told = ({ report }: Awaited<ReturnType<typeof keep>>): readonly string[] =>
  report.notices.map(({ level, message }) => `${level}: ${message}`);

describe('the report folder of a job', () => {
  it('is uploaded as an artifact after a failure, and its URL is reported', async () => {
    const run = await keep();
    const url = 'https://github.com/acme/shop/actions/runs/42/artifacts/4711';
    expect(run.paths.artifact).toBe(url);
    expect(told(run)).toEqual([
      `notice: The folder postman-report is kept as the artifact postman-report-sync: ${url}`,
    ]);
    const zip = service.artifacts.get('postman-report-sync') ?? Buffer.alloc(0);
    expect(zip.length).toBeLessThan(2_000);
    expect(readZipEntry(zip, { name: 'index.html', mostBytes: 100_000 })).toMatchObject({ ok: true });
    const backup = readZipEntry(zip, { name: 'Öl-1-2.json', mostBytes: 100 });
    expect(backup.ok && String(backup.bytes)).toBe('{"kept": true}');
    for (const name of ['link.txt', '.gitignore']) expect(readZipEntry(zip, { name, mostBytes: 100 }).ok).toBe(false);
    expect(service.leaked).toEqual([]);
  });

  it('is uploaded when it contains a backup or the input says always, and not otherwise', async () => {
    const backups = ['postman-report/backup/collection/Öl-1-2.json'];
    expect(told(await keep({ report: { backups } }))[0]).toContain('postman-report, with a backup in it, is kept');
    expect((await keep({ report: {}, inputs: { 'upload-artifact': 'always' } })).paths.artifact).toBeDefined();
    expect(told(await keep({ report: {} }))).toEqual([]);
    expect(told(await keep({ inputs: { 'upload-artifact': 'never' } }))).toEqual([]);
    expect([...service.artifacts.keys()]).toEqual(['postman-report-sync', 'postman-report-sync-2']);
  });

  it('is named after the job and the values of its matrix', async () => {
    await keep({ inputs: { matrix: '{"environment": "Staging: EU"}' } });
    expect([...service.artifacts.keys()]).toEqual(['postman-report-sync-Staging-EU']);
  });

  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [
      'an Enterprise Server',
      { GITHUB_SERVER_URL: 'https://git.acme.example' },
      'GitHub Enterprise Server has no service',
    ],
    ['a runner that offers no service', { ACTIONS_RUNTIME_TOKEN: '' }, undefined],
  ])('is named in a notice on %s', async (_where, env, expected) => {
    const run = await keep({ env: { ...service.env, ...env } });
    expect(told(run).join()).toContain(expected ?? '');
    const asked = await keep({ env: { ...service.env, ...env }, inputs: { 'upload-artifact': 'always' } });
    expect(told(asked).join()).toContain('The reports are in postman-report.');
    expect([run.paths.artifact, asked.paths.artifact]).toEqual([undefined, undefined]);
  });

  it('does not change the verdict when the upload fails, and names the remedy', async () => {
    service.broken = 403;
    const run = await keep();
    expect(run.report.verdict).toBe('failed');
    expect(told(run)).toEqual([
      'warning: The folder postman-report was not kept as an artifact: the artifact service answered with status 403. The verdict stands. Keep it with actions/upload-artifact, or set upload-artifact: never.',
    ]);
  });
});
