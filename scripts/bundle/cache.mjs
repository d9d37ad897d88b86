// Remembers what takes long to make and seldom changes.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const store = fileURLToPath(new URL('../../node_modules/.cache/postman-sync-build/', import.meta.url));

/** What `make` makes of a text; made again when the text or the scripts in this folder are others. */
export async function cached(text, make) {
  const hash = createHash('sha256').update(text);
  for (const name of readdirSync(here).sort()) hash.update(readFileSync(join(here, name)));
  const file = join(store, `${make.name}-${hash.digest('hex').slice(0, 16)}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const made = await make(text);
    mkdirSync(store, { recursive: true });
    writeFileSync(file, JSON.stringify(made));
    return made;
  }
}
