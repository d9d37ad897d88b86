import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readUntrustedReport } from '../../../src/action/untrusted-report.ts';
import { renderComment } from '../../../src/render/markdown.ts';
import { aFailedRun, aReport } from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-report-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const readBack = async (report: unknown) => {
  await writeFile(join(folder, 'report.json'), typeof report === 'string' ? report : JSON.stringify(report));
  return readUntrustedReport(folder);
};

describe('a report that a stranger wrote', () => {
  it('gives the same comment as the original report, except for monitors', async () => {
    const report = busyReport({ monitors: [], pullRequest: 7 });
    const read = await readBack(report);
    expect(renderComment(read, { marker: 'm' })).toBe(renderComment(report, { marker: 'm' }));
    expect(read.pullRequest).toBe(7);
  });

  it('contains only what a comment shows', async () => {
    const hostile = { more: 'x', account: { user: 'x' }, sources: { file: 'https://evil/', line: 'https://evil/' } };
    const read = await readBack({ ...busyReport(), ...hostile, __proto__: { polluted: true } });
    expect(Object.keys(read)).not.toContain('more');
    expect(read.sources).toBeUndefined();
    expect(read.account).toBeUndefined();
    expect(read.runs.every(({ attempt }) => attempt.executions.length === 0)).toBe(true);
  });

  const [run] = [aFailedRun()];
  it.each([
    ['is no JSON', '{', 'is not JSON'],
    ['is nested beyond reason', '['.repeat(2_000_000), 'is not JSON'],
    ['is a number', 7, '(as a whole: '],
    ['is of another version', { ...aReport(), version: 1 }, '(version: '],
    ['was made by another tool', { ...aReport(), tool: { name: 'other', version: '1' } }, '(tool.name: '],
    ['has a word where a number belongs', { ...aReport(), durationMs: '1' }, '(durationMs: '],
    ['has a verdict that nobody knows', { ...aReport(), verdict: 'splendid' }, '(verdict: '],
    ['has a kind of failure that nobody knows', { ...aReport(), failureKinds: ['fun'] }, '(failureKinds.0: '],
    ['has a pull request that is none', { ...aReport(), pullRequest: -1 }, '(pullRequest: '],
    ['has half a plan', { ...aReport(), plan: { applied: false, cost: 0, changes: [{}] } }, '(plan.changes.0.'],
    ['has half a run', { ...aReport(), runs: [{ ...run, attempt: {} }] }, '(runs.0.attempt.'],
    ['has a text without end', { ...aReport(), command: 'x'.repeat(300_000) }, '(command: '],
  ])('is rejected when it %s', async (_what, report, reason) => {
    await expect(readBack(report)).rejects.toThrow(reason);
  });

  it('is rejected when it is missing, a folder, too large or a link to another place', async () => {
    const path = join(folder, 'report.json');
    await expect(readUntrustedReport(folder)).rejects.toThrow('cannot be read (ENOENT)');
    await writeFile(path, '');
    await truncate(path, 65 * 1024 * 1024);
    await expect(readUntrustedReport(folder)).rejects.toThrow('more than any report');
    if (process.platform === 'win32') return;
    await rm(path);
    await symlink('/etc/hosts', path);
    await expect(readUntrustedReport(folder)).rejects.toThrow('it is a symbolic link');
  });
});
