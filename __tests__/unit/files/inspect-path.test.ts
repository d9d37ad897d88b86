import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findCheckout } from '../../../src/files/checkout.ts';
import { inspectPath } from '../../../src/files/inspect-path.ts';

let outer: string;
let checkout: string;

beforeEach(async () => {
  outer = await realpath(await mkdtemp(join(tmpdir(), 'postman-sync-inspect-')));
  checkout = join(outer, 'checkout');
  await mkdir(join(checkout, '.git'), { recursive: true });
  await mkdir(join(checkout, 'api'));
  await writeFile(join(outer, 'secret.json'), '{}');
  await writeFile(join(checkout, 'a.json'), '{}');
});

afterEach(() => rm(outer, { recursive: true }));

const onUnix = process.platform === 'win32' ? it.skip : it;

describe('the checkout', () => {
  it('is the git checkout around the working directory, else the working directory', () => {
    expect(findCheckout(join(checkout, 'api'))).toEqual({ top: checkout, real: checkout, depth: 1 });
    expect(findCheckout(checkout).depth).toBe(0);
  });
});

describe('a path that is about to be read', () => {
  it('may be in the checkout, or not be there', async () => {
    expect(await inspectPath('a.json', checkout)).toBeUndefined();
    expect(await inspectPath('../a.json', join(checkout, 'api'), 'contained')).toBeUndefined();
    expect(await inspectPath('missing.json', checkout, 'contained')).toBeUndefined();
    expect(await inspectPath('.', checkout)).toBeUndefined();
  });

  it('may lie outside of the checkout only where an input can have named it', async () => {
    expect(await inspectPath('../secret.json', checkout)).toBeUndefined();
    expect((await inspectPath('../secret.json', checkout, 'contained'))?.reason).toContain('leads out of the checkout');
  });

  onUnix('must not lead out of the checkout through a link to a file or a folder', async () => {
    await symlink(join(outer, 'secret.json'), join(checkout, 'link.json'));
    await symlink(outer, join(checkout, 'folder'));
    await symlink(join(checkout, 'a.json'), join(checkout, 'own.json'));
    for (const path of ['link.json', 'folder/secret.json', 'folder'])
      expect((await inspectPath(path, checkout))?.reason).toBe(`"${path}" leads out of the checkout`);
    expect(await inspectPath('own.json', checkout)).toBeUndefined();
  });

  onUnix('must not lead out when it is not there, because something may be about to write it', async () => {
    await symlink(join(outer, 'new.json'), join(checkout, 'dangling.json'));
    await symlink(outer, join(checkout, 'folder'));
    await symlink('circle.json', join(checkout, 'circle.json'));
    for (const path of ['dangling.json', 'folder/sub/new.json', 'circle.json'])
      expect((await inspectPath(path, checkout))?.reason).toBe(`"${path}" leads out of the checkout`);
    await symlink('later.json', join(checkout, 'inside.json'));
    expect(await inspectPath('inside.json', checkout)).toBeUndefined();
    expect(await inspectPath('a/b/c.json', checkout)).toBeUndefined();
  });

  onUnix('must not be a device or a named pipe', async () => {
    execFileSync('mkfifo', [join(checkout, 'pipe.json')]);
    expect((await inspectPath('pipe.json', checkout))?.reason).toBe('"pipe.json" is a named pipe');
    expect((await inspectPath('/dev/zero', checkout))?.reason).toBe('"/dev/zero" is a device');
    await symlink('/dev/zero', join(checkout, 'zero.json'));
    expect((await inspectPath('zero.json', checkout))?.reason).toContain('leads out');
  });

  it('must not be larger than 200 MB', async () => {
    await truncate(join(checkout, 'a.json'), 200 * 1024 * 1024);
    expect(await inspectPath('a.json', checkout)).toBeUndefined();
    await truncate(join(checkout, 'a.json'), 201 * 1024 * 1024);
    expect((await inspectPath('a.json', checkout))?.reason).toBe('"a.json" is too large (201 MB, at most 200 MB)');
  });
});
