import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import * as zlib from 'node:zlib';
import { checksum } from './core/lib/checksum.ts';
import { CI_MARKS } from './run/child-environment.ts';
import { cacheFolder } from './wiring/cache-folder.ts';

/** The build replaces this by a hash of the bundle, so that compiled code of another build is not used. */
const BUILD = 'not built';

/** Time after which the unused folder of another build is removed, in milliseconds. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

type Environment = Readonly<Record<string, string | undefined>>;

type Module = (this: unknown, ...args: unknown[]) => unknown;

/** What a chunk of the bundle defines. */
interface Chunk {
  readonly ids: readonly number[];
  readonly modules: Readonly<Record<string, Module>>;
}

/** A chunk's numbers and the numbers of its modules, which the build writes into the entry. */
export interface ChunkSpec {
  readonly ids: readonly number[];
  readonly modules: readonly number[];
}

type DefineChunk = (exports: Partial<Chunk>, createRequire: unknown, url: string) => void;

/**
 * Compiles the chunks of the bundle and keeps the compiled code between runs. In contrast to Node's compile cache, it
 * includes the functions that a run has called. V8 rejects code that was compiled by another version or with other flags.
 */
export class CodeCache {
  readonly #file: string | undefined;
  readonly #kept: ReadonlyMap<string, Buffer>;
  readonly #scripts = new Map<string, Script>();
  #isComplete = true;

  /** `file` contains the compiled code. Without a file, nothing is kept. */
  constructor(file?: string) {
    this.#file = file;
    this.#kept = file === undefined ? new Map() : readEntries(file);
  }

  /** The modules of a chunk. The file is read when one of them is first used: a run does not use all of its chunks. */
  chunk(path: string, { ids, modules }: ChunkSpec): Chunk {
    let loaded: Chunk['modules'] | undefined;
    const load = (): Chunk['modules'] => {
      loaded ??= this.#load(path);
      return loaded;
    };
    const deferred = (name: number): Module =>
      function (...args) {
        return load()[name]?.apply(this, args);
      };
    return { ids, modules: Object.fromEntries(modules.map((name) => [name, deferred(name)])) };
  }

  /** Loads a chunk. Chunks are ASCII and read as such, because one byte per character needs half the memory. */
  #load(path: string): Chunk['modules'] {
    const name = basename(path);
    const cachedData = this.#kept.get(name);
    const script = new Script(readFileSync(path, 'latin1'), {
      filename: path,
      ...(cachedData ? { cachedData } : {}),
    });
    if (!cachedData || script.cachedDataRejected) this.#isComplete = false;
    this.#scripts.set(name, script);
    const chunk: Partial<Chunk> = {};
    (script.runInThisContext() as DefineChunk)(chunk, createRequire, pathToFileURL(path).href);
    return chunk.modules ?? {};
  }

  /** Writes the compiled code, if the file lacks any of it. */
  save(): void {
    if (this.#file === undefined || this.#isComplete) return;
    this.#isComplete = true;
    try {
      const fresh = [...this.#scripts].map(([name, script]) => [name, script.createCachedData()] as const);
      const entries = [...new Map([...this.#kept, ...fresh])];
      writeEntries(this.#file, entries);
      removeOldFolders(dirname(dirname(this.#file)));
    } catch {
      // The disk may be full or read-only. Then the next run compiles again.
    }
  }
}

/**
 * The file for compiled code of one kind of run; undefined if none must be kept. V8 does not verify compiled code, so on a CI
 * runner, where other jobs can write to the folder, their code could run with this job's key.
 */
export function codeCacheFile(kind: string, env: Environment = process.env): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE || CI_MARKS.some((name) => env[name])) return undefined;
  const folder = cacheFolder(env);
  if (folder === undefined) return undefined;
  const { arch, execArgv, version } = process;
  const flags = hash([...execArgv, env.NODE_OPTIONS].join(' '));
  return join(folder, 'compiled', `${version}-${arch}-${BUILD}`, `${kind.replace(/[^a-z-]/g, '')}-${flags}.bin`);
}

/** An FNV-1a hash. Loading `node:crypto` would take longer than everything else here. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value.toString(36);
}

/** The checksum of a file. Node's is native code, and reads a megabyte in less than a millisecond; it came with Node 20.15. */
const sumOf = (bytes: Uint8Array): number => (zlib.crc32 ?? checksum)(bytes);

/** Reads a file with a checksum, a length, a JSON list (of that length) of names and lengths, and the bytes of each entry. */
function readEntries(file: string): ReadonlyMap<string, Buffer> {
  const entries = new Map<string, Buffer>();
  try {
    const bytes = readFileSync(file);
    if (sumOf(bytes.subarray(4)) !== bytes.readUInt32LE(0)) return entries;
    let start = 8 + bytes.readUInt32LE(4);
    const list = JSON.parse(bytes.toString('utf8', 8, start)) as readonly (readonly [string, number])[];
    for (const [name, length] of list) {
      entries.set(name, bytes.subarray(start, start + length));
      start += length;
    }
  } catch {
    return new Map();
  }
  return entries;
}

function writeEntries(file: string, entries: readonly (readonly [string, Buffer])[]): void {
  const list = Buffer.from(JSON.stringify(entries.map(([name, { length }]) => [name, length])));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(list.length);
  const rest = Buffer.concat([size, list, ...entries.map(([, bytes]) => bytes)]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(sumOf(rest));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, Buffer.concat([sum, rest]), { mode: 0o600 });
  renameSync(temporary, file);
}

function removeOldFolders(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}
