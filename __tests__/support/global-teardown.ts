import { rmSync } from 'node:fs';

/** Removes the program that the tests emitted. */
export default function tearDown(): void {
  const { POSTMAN_SYNC_EMITTED: folder } = process.env;
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
