import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createReadReports } from '../../../src/files/read-reports.ts';
import { renderJson } from '../../../src/render/json.ts';
import { aReport } from '../../support/report.ts';
import { busyReport } from '../../support/sample-report.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-sync-shards-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, text: string): Promise<void> => {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'report.json'), text);
};

const read = (...named: readonly string[]) => createReadReports(folder)(named);

describe('the reports of several folders', () => {
  it('are read from the folders that are named, and from those inside a folder', async () => {
    await write('a', renderJson(aReport({ command: 'a' })));
    await write('all/b', renderJson(aReport({ command: 'b' })));
    await write('all/c', renderJson(aReport({ command: 'c' })));
    await mkdir(join(folder, 'all', 'other'));
    const found = await read(join('a', 'report.json'), 'all/', 'a');
    expect(found.reports.map(({ report }) => report.command)).toEqual(['a', 'b', 'c']);
    expect(found).toMatchObject({ absent: [], problems: [] });
  });

  it('are the reports that were written, with everything in them', async () => {
    const api = {
      limits: { window: { limit: 300, remaining: 7, resetAt: new Date(1_000) }, month: { remaining: 9 } },
      usage: [],
      apiCalls: 4,
      waitedMs: 0,
    };
    const report = busyReport({ branch: 'main', api });
    await write('a', renderJson(report));
    const { reports } = await read('a');
    expect(reports).toEqual([{ folder: 'a', report }]);
  });

  it('are missed where a folder holds none', async () => {
    await write('a', renderJson(aReport()));
    await mkdir(join(folder, 'b'));
    expect(await read('a', 'b', 'c')).toMatchObject({ absent: ['b', 'c'], problems: [] });
    expect((await read('b', 'c')).problems.map(({ message }) => message)).toEqual([
      'merge-reports: there is no report.json in b, c',
    ]);
  });

  it('are refused one by one if they are not reports', async () => {
    await write('good', renderJson(aReport()));
    await write('broken', '{');
    await write('other', '{"version":1}');
    await mkdir(join(folder, 'link'));
    await symlink(join(folder, 'good', 'report.json'), join(folder, 'link', 'report.json'));
    await mkdir(join(folder, 'dir', 'report.json'), { recursive: true });
    const { reports, problems } = await read('good', 'broken', 'other', 'link', 'dir');
    expect(reports.map((one) => one.folder)).toEqual(['good']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/broken.report\.json is not JSON$/),
      expect.stringMatching(/other.report\.json is not a report of this version \(version: /),
      expect.stringMatching(/link.report\.json cannot be read \(it is a symbolic link\)$/),
      expect.stringMatching(/dir.report\.json is not a plain file$/),
    ]);
  });
});
