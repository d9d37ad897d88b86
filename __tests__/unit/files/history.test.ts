import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHistory } from '../../../src/files/history.ts';
import type { FileVersion } from '../../../src/sync/ports.ts';

const run = promisify(execFile);
let cwd: string;

const git = async (...args: readonly string[]): Promise<string> =>
  (await run('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd })).stdout.trim();

async function commit(content: unknown): Promise<string> {
  await writeFile(join(cwd, 'a.json'), typeof content === 'string' ? content : JSON.stringify(content));
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'change');
  return git('rev-parse', 'HEAD');
}

async function versions(at: string | undefined, history = createHistory(cwd)): Promise<readonly FileVersion[]> {
  const found: FileVersion[] = [];
  for await (const version of history.versions('a.json', at)) found.push(version);
  return found;
}

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'postman-sync-history-'));
  await git('init', '--quiet');
});

afterEach(() => rm(cwd, { recursive: true }));

describe('the history of a file', () => {
  it('has the later versions first, then the version at the commit, then all', async () => {
    await commit({ name: 'one' });
    const second = await commit({ name: 'two' });
    await commit({ name: 'three' });
    expect(await versions(second)).toEqual([
      { content: { name: 'three' }, isLater: true },
      { content: { name: 'two' }, isLater: false },
      { content: { name: 'three' }, isLater: false },
      { content: { name: 'two' }, isLater: false },
      { content: { name: 'one' }, isLater: false },
    ]);
  });

  it('asks the host of the repository for a commit that the clone lacks', async () => {
    await commit({ name: 'one' });
    const missing = 'a'.repeat(40);
    const asked: string[] = [];
    const readRemote = async (path: string, at: string) => {
      asked.push(`${path} ${at}`);
      return '\uFEFF{"name":"far"}';
    };
    const found = await versions(missing, createHistory(cwd, { readRemote }));
    expect(found.at(-1)).toEqual({ content: { name: 'far' }, isLater: false });
    expect(asked).toEqual([`a.json ${missing}`]);
  });

  it('fetches a commit that a shallow clone lacks from its origin', async () => {
    const first = await commit({ name: 'one' });
    await commit({ name: 'two' });
    const origin = cwd;
    cwd = await mkdtemp(join(tmpdir(), 'postman-sync-history-'));
    try {
      await git('clone', '--quiet', '--depth=1', pathToFileURL(origin).href, '.');
      const names = async (at: string) => (await versions(at)).map(({ content }) => content.name);
      expect(await names(first.slice(0, 39))).toEqual(['two']);
      expect(await names(first)).toEqual(['one', 'two']);
    } finally {
      await rm(origin, { recursive: true });
    }
  });

  it('ignores a text that is not a commit, and leaves out versions that are not JSON', async () => {
    await commit('{ not JSON');
    await commit({ name: 'one' });
    expect(await versions('--output=evil')).toEqual([{ content: { name: 'one' }, isLater: false }]);
  });

  it('unwraps what the API answered', async () => {
    await commit({ collection: { info: { name: 'Shop' } } });
    expect(await versions(undefined)).toMatchObject([{ content: { info: { name: 'Shop' } } }]);
  });

  it('is empty without a repository', async () => {
    await rm(join(cwd, '.git'), { recursive: true });
    expect(await versions('a'.repeat(40))).toEqual([]);
  });
});

describe('the history of a directory of YAML files', () => {
  const write = async (path: string, text: string | Buffer): Promise<void> => {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  };
  const save = async (): Promise<string> => {
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'change');
    return git('rev-parse', 'HEAD');
  };

  it('has every file, also behind one that is not UTF-8', async () => {
    await write('Orders/a.request.yaml', Buffer.from('$kind: http-request\nurl: http://\xe4\xf6\xfc/\n', 'latin1'));
    await write('Orders/b.request.yaml', '$kind: http-request\nurl: http://b/\n');
    const commit = await save();
    for await (const { content } of createHistory(cwd).versions('Orders', commit))
      expect(content.item).toMatchObject([{ name: 'a' }, { name: 'b', request: { url: { raw: 'http://b/' } } }]);
    expect.assertions(2);
  });

  it('has the collections that it was, and those of environments', async () => {
    await write('api/Ordérs/.resources/definition.yaml', '$kind: collection\nname: Orders\n');
    await write('api/Ordérs/Smoke/a b ü.request.yaml', '$kind: http-request\nurl: http://ä/\n');
    await write('Local.environment.yaml', 'name: Local\n');
    const first = await save();
    await write('api/Ordérs/Smoke/c.request.yaml', '$kind: http-request\nurl: http://c/\n');
    await save();
    const namesOf = async (path: string): Promise<readonly string[]> => {
      const names: string[] = [];
      for await (const { content, isLater } of createHistory(cwd).versions(path, first))
        names.push(
          `${isLater ? 'later: ' : ''}${JSON.stringify(content)
            .match(/(?<="name":")[^"]+/g)
            ?.join(', ')}`,
        );
      return names;
    };
    expect(await namesOf('api/Ordérs')).toEqual([
      'later: Orders, Smoke, a b ü, c',
      'Orders, Smoke, a b ü',
      'Orders, Smoke, a b ü, c',
      'Orders, Smoke, a b ü',
    ]);
    expect(await namesOf('Local.environment.yaml')).toContain('Local');
  });
});
