import { mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Makes the folder that the program is emitted to, once in a run and only when a test asks. The packages are in its reach. */
export default function setUp(): void {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  process.env.POSTMAN_SYNC_EMITTED = mkdtempSync(join(cache, 'postman-sync-'));
}
