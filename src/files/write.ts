import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { FetchedResource } from '../core/plan/change.ts';
import type { Backups } from '../sync/ports.ts';

/** Writes a text, making the folders it lies in. */
export async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Keeps backups as `backup/<kind>/<name>-<uid>.json` below the report folder; an earlier one of other content is set aside. */
export function createBackups(cwd: string, reportDir: string): Backups {
  return {
    keep: async (resource) => {
      const path = join(reportDir, 'backup', resource.kind, `${fileName(resource)}.json`);
      try {
        const text = `${JSON.stringify(resource.content, null, 2)}\n`;
        await setAside(resolve(cwd, path), text);
        await writeText(resolve(cwd, path), text);
        return path;
      } catch (cause) {
        const reason = String((cause as { code?: unknown }).code ?? cause);
        throw new Error(`its backup cannot be written to ${path} (${reason})`, { cause });
      }
    },
  };
}

/** A report folder that outlives a run still holds what the run before has overwritten. */
async function setAside(path: string, text: string): Promise<void> {
  const earlier = await readFile(path, 'utf8').catch(() => text);
  if (earlier === text) return;
  const written = (await stat(path)).mtime.toISOString().replace(/[:.]/g, '-');
  await rename(path, path.replace(/\.json$/, `.${written}.json`));
}

/** Names come from Postman: what no file system takes, or what would lead elsewhere, is replaced. */
const fileName = ({ name, uid }: FetchedResource): string => `${safe(name).slice(0, 100)}-${safe(uid)}`;

const safe = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^\.+/, '_')
    .trim() || '_';
