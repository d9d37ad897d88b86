import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Secret } from '../core/model/secret.ts';
import type { FetchedResource } from '../core/plan/change.ts';
import type { Backups } from '../sync/ports.ts';
import { findCheckout, isWithin } from './checkout.ts';
import { openSecrets, sealSecrets } from './seal.ts';

/** A link in the checkout that would lead a write out of it. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
  readonly code = 'a link leads out of the checkout';
}

/**
 * Writes a text and creates its folders. Never writes through a link in the place of the file, nor through a folder of
 * the checkout that leads out of it.
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

/** Makes a folder. Inside the checkout, folders that are links are followed only to other places in it. */
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
    if (!stats) await mkdir(at).catch(unlessThere);
  }
}

/** Makes a folder for a program that follows links: none stays in it. */
export async function makeFolderWithoutLinks(folder: string, cwd: string): Promise<void> {
  await makeFolder(folder, cwd);
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true });
  const links = entries.filter((entry) => entry.isSymbolicLink());
  await Promise.all(links.map(({ name }) => rm(join(resolve(cwd, folder), name), { force: true })));
}

/** Ignores a folder that another process has created meanwhile. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/**
 * Keeps backups as `backup/<kind>/<name>-<uid>.json` below the report folder; an earlier one of other content is set
 * aside. Values of secret variables are sealed with the API key.
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
        await setAside(resolve(cwd, path), text);
        await writeText(path, text, cwd);
        return path;
      } catch (cause) {
        const reason = String((cause as { code?: unknown }).code ?? cause);
        throw new Error(`its backup cannot be written to ${path} (${reason})`, { cause });
      }
    },
  };
}

/** Sets an earlier backup aside: a report folder may be kept between runs. */
async function setAside(path: string, text: string): Promise<void> {
  const earlier = await readFile(path, 'utf8').catch(() => text);
  if (earlier === text) return;
  const written = (await stat(path)).mtime.toISOString().replace(/[:.]/g, '-');
  await rename(path, path.replace(/\.json$/, `.${written}.json`));
}

/** A name from Postman as part of a file name: characters that a file system refuses or that change the folder are replaced. */
const fileName = ({ name, uid }: FetchedResource): string => `${safe(name).slice(0, 100)}-${safe(uid)}`;

const safe = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^\.+/, '_')
    .trim() || '_';
