import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { digestOf } from '../core/kinds/index.ts';
import type { JsonObject, JsonPath } from '../core/lib/json.ts';
import { jsonLocator, positionAt } from '../core/lib/json-positions.ts';
import { jsonSyntaxError } from '../core/lib/json-syntax.ts';
import { messageOf, systemCodeOf } from '../core/model/errors.ts';
import type { Notice } from '../core/model/notice.ts';
import { type Problem, ProblemsError } from '../core/model/problem.ts';
import type { FileDigest, FileKind, SourceFile } from '../core/model/resource.ts';
import { decodeText } from '../formats/postman-json/decode-text.ts';
import { type PostmanDocument, readDocument } from '../formats/postman-json/read-document.ts';
import { type DigestStore, digestKey } from './digest-store.ts';
import { lintJson } from './lint-json.ts';

/**
 * The result of reading a file. A file with problems may have a source, too, so that all problems are found at once.
 */
export interface ReadFile {
  readonly source?: SourceFile;
  readonly problems: readonly Problem[];
  readonly notices?: readonly Notice[];
  /** The problem of valid JSON that is not of the expected kind. */
  readonly foreign?: Problem;
  /** Whether it was converted from collection format v2.0. */
  readonly converted?: boolean;
}

/** Options for reading a JSON file. */
export interface ReadOptions {
  readonly kind: FileKind;
  readonly cwd: string;
  readonly digests: DigestStore;
}

/** From this size on, a parsed file is not kept in memory, and not parsed if the digest of its bytes is cached. */
const LARGE_BYTES = 64 * 2 ** 10;

/** Reads and parses a JSON file. */
export async function readSource(path: string, { kind, cwd, digests }: ReadOptions): Promise<ReadFile> {
  const full = resolve(cwd, path);
  let bytes: Buffer;
  try {
    bytes = await readFile(full);
  } catch (error) {
    return refuse(unreadable(path, error));
  }
  const file = { path, full, kind, bytes: bytes.byteLength };
  const key = bytes.byteLength < LARGE_BYTES ? undefined : digestKey(kind, bytes);
  const known = key === undefined ? undefined : digests.get(key);
  if (key !== undefined && known) return { source: largeSource(file, { key, digest: known }), problems: [] };
  const text = decodeText(bytes);
  if (text === undefined) return refuse(notText(path));
  const read = parse(text, file);
  const digest = key === undefined ? undefined : digestIfValid(kind, read);
  if (key === undefined || !digest) return read;
  digests.set(key, digest);
  return { ...read, source: largeSource(file, { key, digest }) };
}

/** The problem of a file that cannot be read. */
export const unreadable = (path: string, error: unknown): Problem => ({
  path,
  code: 'file-unreadable',
  message: `The file cannot be read (${systemCodeOf(error)})`,
  remedy: 'Check that it exists and may be read.',
});

/** The problem of a file whose encoding is unknown. */
export const notText = (path: string): Problem => ({
  path,
  code: 'file-unreadable',
  message: 'The file is neither UTF-8 nor UTF-16 text',
  remedy: 'Save it as UTF-8.',
});

/** The digest of a file without problems that needed no conversion. */
function digestIfValid(kind: FileKind, { source, problems, converted }: ReadFile): FileDigest | undefined {
  return source && problems.length === 0 && !converted ? digestOf(kind, source.content) : undefined;
}

interface KnownDigest {
  /** The key of the file's bytes. */
  readonly key: string;
  readonly digest: FileDigest;
}

/** The source of a large file: the content is parsed on access, and garbage-collected when it is no longer used. */
function largeSource({ path, full, kind, bytes }: ParseOptions, { key, digest }: KnownDigest): SourceFile {
  let cached: WeakRef<JsonObject> | undefined;
  let inFile: ((at: JsonPath) => JsonPath) | undefined;
  const read = (): JsonObject => {
    const again = readAgain(path, full);
    if (digestKey(kind, again) !== key) throw new ProblemsError([changedMeanwhile(path)]);
    const document = readDocument(JSON.parse(decodeText(again) ?? ''), { kind, fileName: baseName(path) });
    if (document.type !== 'document') throw new ProblemsError([changedMeanwhile(path)]);
    cached = new WeakRef(document.content);
    inFile = document.inFile;
    return document.content;
  };
  const locate = lazyLocator(full, (at) => {
    if (!inFile) read();
    return inFile ? inFile(at) : at;
  });
  return {
    path,
    get content() {
      return cached?.deref() ?? read();
    },
    digest,
    bytes,
    locate,
  };
}

function readAgain(path: string, full: string): Buffer {
  try {
    return readFileSync(full);
  } catch (error) {
    const message = `The file was there and can no longer be read (${systemCodeOf(error)})`;
    throw new ProblemsError([{ ...changedMeanwhile(path), message }]);
  }
}

const changedMeanwhile = (path: string): Problem => ({
  path,
  code: 'file-changed',
  message: 'The file was changed while it was being used',
  remedy: 'Run the command again when nothing writes to it.',
});

interface ParseOptions {
  readonly path: string;
  readonly full: string;
  readonly kind: FileKind;
  readonly bytes: number;
}

function parse(text: string, { path, full, kind, bytes }: ParseOptions): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(syntaxProblem(path, { text, error }));
  }
  const document = readDocument(value, { kind, fileName: baseName(path) });
  if (document.type === 'document') {
    const { content, converted, inFile } = document;
    const source = { path, content, bytes, locate: lazyLocator(full, inFile) };
    return { source, problems: lintJson(path, text), converted };
  }
  const problem = problemWith(document, { path, text });
  return document.type === 'foreign' ? { problems: [], foreign: problem } : refuse(problem);
}

/** `orders.postman_collection.json` → `orders`. */
const baseName = (path: string): string =>
  posix
    .basename(path)
    .replace(/\.json$/i, '')
    .replace(/\.postman_\w+$/i, '');

function problemWith(
  { complaint }: Exclude<PostmanDocument, { readonly type: 'document' }>,
  { path, text }: { readonly path: string; readonly text: string },
): Problem {
  const { at, message, remedy } = complaint;
  return { path, position: jsonLocator(text)(at), code: 'file-format', message, remedy };
}

/**
 * Finds positions by reading the file again: only failures need them, so the text is not kept in memory. In a file that
 * was deleted meanwhile, every position is the beginning: the results of the run must not be lost.
 */
function lazyLocator(full: string, inFile: (at: JsonPath) => JsonPath): SourceFile['locate'] {
  let locate: SourceFile['locate'] | undefined;
  return (at) => {
    locate ??= jsonLocator(currentText(full));
    return locate(inFile(at));
  };
}

function currentText(full: string): string {
  try {
    return decodeText(readFileSync(full)) ?? '';
  } catch {
    return '';
  }
}

function syntaxProblem(path: string, { text, error }: { readonly text: string; readonly error: unknown }): Problem {
  const { reason, offset } = jsonSyntaxError(text, messageOf(error));
  return {
    path,
    position: positionAt(text, offset),
    code: 'file-syntax',
    message: `The file is not valid JSON: ${reason}`,
    remedy: 'Mend it at this place, or export it from Postman again.',
  };
}

const refuse = (problem: Problem): ReadFile => ({ problems: [problem] });
