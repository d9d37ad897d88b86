import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { FetchedResource } from '../core/change.ts';
import type { Backups } from '../sync/ports.ts';

/** Writes a text, making the folders it lies in. */
export async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Keeps backups as `backup/<kind>/<name>-<uid>.json` below the report folder. */
export function createBackups(cwd: string, reportDir: string): Backups {
  return {
    keep: async (resource) => {
      const path = join(reportDir, 'backup', resource.kind, fileName(resource));
      await writeText(resolve(cwd, path), `${JSON.stringify(resource.content, null, 2)}\n`);
      return path;
    },
  };
}

/** Names come from Postman: what no file system takes, or what would lead elsewhere, is replaced. */
const fileName = ({ name, uid }: FetchedResource): string => `${safe(name).slice(0, 100)}-${safe(uid)}.json`;

const safe = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^\.+/, '_')
    .trim() || '_';
