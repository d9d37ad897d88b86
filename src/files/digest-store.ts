import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Fingerprint } from '../core/model/ids.ts';
import type { FileDigest, ResourceKind } from '../core/model/resource.ts';

/** The most digests that are kept; the oldest are dropped first. */
const MOST = 20_000;

const schema = z.array(
  z.tuple([z.string(), z.object({ name: z.string(), id: z.string().optional(), fingerprint: z.string() })]),
);

/** A cache of digests by the hash of a file's bytes. It is stored in a file, if one is given. */
export class DigestStore {
  readonly #file: string | undefined;
  #known: Map<string, FileDigest> | undefined;
  #isChanged = false;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  /** The digest under a key of `digestKey`. */
  get(key: string): FileDigest | undefined {
    this.#known ??= this.#load();
    return this.#known.get(key);
  }

  /** Adds a digest. */
  set(key: string, digest: FileDigest): void {
    this.#known ??= this.#load();
    this.#known.set(key, digest);
    this.#isChanged = true;
  }

  /** Writes the cache if it has changed. Errors are ignored. */
  save(): void {
    if (!this.#isChanged || this.#file === undefined || !this.#known) return;
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      const draft = `${this.#file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify([...this.#known].slice(-MOST)), { mode: 0o600 });
      renameSync(draft, this.#file);
    } catch {
      // The next run parses the files again.
    }
  }

  #load(): Map<string, FileDigest> {
    try {
      const entries = schema.parse(JSON.parse(readFileSync(this.#file ?? '', 'utf8')));
      return new Map(entries as unknown as readonly (readonly [string, FileDigest & { fingerprint: Fingerprint }])[]);
    } catch {
      return new Map();
    }
  }
}

/** The key for the bytes of a file of a kind. */
export const digestKey = (kind: ResourceKind, bytes: Uint8Array): string =>
  createHash('sha256').update(`${kind}\n`).update(bytes).digest('base64url');
