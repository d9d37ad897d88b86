import { lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Largest file that is redacted, in bytes. */
const MOST_BYTES = 100_000_000;

/** Replaces secrets in the text files of a folder: reporters that write files themselves do not redact them. */
export async function redactFiles(folder: string, redact: (text: string) => string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names) await redactFile(join(folder, name), redact);
}

async function redactFile(path: string, redact: (text: string) => string): Promise<void> {
  const stats = await lstat(path);
  if (!stats.isFile() || stats.size > MOST_BYTES) return;
  const bytes = await readFile(path);
  if (bytes.includes(0)) return;
  const text = bytes.toString('utf8');
  const redacted = redact(text);
  if (redacted !== text) await writeFile(path, redacted);
}
