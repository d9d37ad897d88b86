// Caches results of slow steps of the build between builds.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const store = fileURLToPath(new URL('../../node_modules/.cache/postman-sync-build/', import.meta.url));

/** The result of `make(text)`, from the cache unless the text or a script in this folder has changed. */
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
