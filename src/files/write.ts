import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { systemCodeOf } from '../core/model/errors.ts';
import type { Secret } from '../core/model/secret.ts';
import type { FetchedResource } from '../core/plan/change.ts';
import type { Backups } from '../sync/ports.ts';
import { findCheckout, isWithin } from './checkout.ts';
import { openSecrets, sealSecrets } from './seal.ts';

/** A link in the checkout would lead a write out of it. */
class LinkError extends Error {
  override readonly name = 'LinkError';
  readonly code = 'a link leads out of the checkout';
}

/**
 * Writes a text atomically and creates its folders. A link at the path is replaced, not followed; folders of the
 * checkout that lead out of it are refused.
 */
export async function writeText(path: string, text: string, cwd = process.cwd()): Promise<void> {
  const full = resolve(cwd, path);
  await makeFolder(dirname(full), cwd);
  const draft = `${full}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, full);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Creates a folder. Inside the checkout, links are followed only to other folders of the checkout. */
export async function makeFolder(folder: string, cwd: string): Promise<void> {
  const { top, real } = findCheckout(cwd);
  const full = resolve(cwd, folder);
  if (!isWithin(top, full)) {
    await mkdir(full, { recursive: true });
    return;
  }
  let at = top;
  for (const part of relative(top, full).split(sep).filter(Boolean)) {
    at = join(at, part);
    const stats = await lstat(at).catch(() => undefined);
    if (stats?.isSymbolicLink() && !isWithin(real, await realpath(at)))
      throw new LinkError(`${at} leads out of the checkout.`);
    if (!stats) await mkdir(at).catch(ignoreExisting);
  }
}

/** Creates a folder for a program that follows links, and removes all links in it. */
export async function makeFolderWithoutLinks(folder: string, cwd: string): Promise<void> {
  await makeFolder(folder, cwd);
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true });
  const links = entries.filter((entry) => entry.isSymbolicLink());
  await Promise.all(links.map(({ name }) => rm(join(resolve(cwd, folder), name), { force: true })));
}

/** Another process may have created the folder meanwhile. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/**
 * Writes backups to `backup/<kind>/<name>-<uid>.json` below the report folder. An earlier backup with other content
 * gets another name. Values of secret variables are encrypted with the API key.
 */
export function createBackups(cwd: string, reportDir: string, apiKey?: Secret): Backups {
  return {
    open: (content) => (apiKey ? openSecrets(content, apiKey) : content),
    keep: async (resource) => {
      const path = join(reportDir, 'backup', resource.kind, `${fileName(resource)}.json`);
      try {
        const sealed = apiKey ? sealSecrets(resource.content, apiKey) : resource.content;
        const text = `${JSON.stringify(sealed, null, 2)}\n`;
        await makeFolder(dirname(resolve(cwd, path)), cwd);
        await renameEarlier(resolve(cwd, path), text);
        await writeText(path, text, cwd);
        return path;
      } catch (cause) {
        throw new Error(`its backup cannot be written to ${path} (${systemCodeOf(cause)})`, { cause });
      }
    },
  };
}

/** Adds the time to the name of an earlier backup with other content: a report folder may be kept between runs. */
async function renameEarlier(path: string, text: string): Promise<void> {
  const earlier = await readFile(path, 'utf8').catch(() => text);
  if (earlier === text) return;
  const written = (await stat(path)).mtime.toISOString().replace(/[:.]/g, '-');
  await rename(path, path.replace(/\.json$/, `.${written}.json`));
}

/**
 * A file name from a resource's name and uid. Characters that a file system refuses or that change the folder are
 * replaced.
 */
const fileName = ({ name, uid }: FetchedResource): string => `${safe(name).slice(0, 100)}-${safe(uid)}`;

const safe = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^\.+/, '_')
    .trim() || '_';
