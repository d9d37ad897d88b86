import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { digestOf } from '../core/kinds/index.ts';
import type { JsonObject, JsonPath } from '../core/lib/json.ts';
import { jsonLocator, positionAt } from '../core/lib/json-positions.ts';
import { jsonSyntaxError } from '../core/lib/json-syntax.ts';
import { messageOf } from '../core/model/errors.ts';
import type { Notice } from '../core/model/notice.ts';
import { type Problem, ProblemsError } from '../core/model/problem.ts';
import type { FileDigest, FileKind, SourceFile } from '../core/model/resource.ts';
import { decodeText } from '../formats/postman-json/decode-text.ts';
import { type PostmanDocument, readDocument } from '../formats/postman-json/read-document.ts';
import { type DigestStore, digestKey } from './digest-store.ts';
import { lintJson } from './lint-json.ts';

/** A file as far as it could be read, with all its problems. */
export interface ReadFile {
  readonly source?: SourceFile;
  readonly problems: readonly Problem[];
  /** Notices about it. */
  readonly notices?: readonly Notice[];
  /** Set for valid JSON of another kind: the problem. */
  readonly foreign?: Problem;
  /** Whether it was converted from collection format v2.0. */
  readonly converted?: boolean;
}

/** A file to read, and its kind. */
export interface ReadOptions {
  readonly kind: FileKind;
  readonly cwd: string;
  readonly digests: DigestStore;
}

/** From this size on, a file is not held as a parsed document, and not parsed where its bytes are known. */
const LARGE_BYTES = 64 * 2 ** 10;

/** Reads and parses one JSON file. */
export async function readSource(path: string, { kind, cwd, digests }: ReadOptions): Promise<ReadFile> {
  const full = resolve(cwd, path);
  let bytes: Buffer;
  try {
    bytes = await readFile(full);
  } catch (error) {
    return refuse({
      path,
      code: 'file-unreadable',
      message: `The file cannot be read (${codeOf(error)})`,
      remedy: 'Check that it exists and may be read.',
    });
  }
  const key = bytes.byteLength < LARGE_BYTES ? undefined : digestKey(kind, bytes);
  const known = key === undefined ? undefined : digests.get(key);
  const size = bytes.byteLength;
  if (key !== undefined && known)
    return { source: largeSource({ path, full, kind, bytes: size }, { key, digest: known }), problems: [] };
  const text = decodeText(bytes);
  if (text === undefined)
    return refuse({
      path,
      code: 'file-unreadable',
      message: 'The file is neither UTF-8 nor UTF-16 text',
      remedy: 'Save it as UTF-8.',
    });
  const read = parse(text, { path, full, kind, bytes: size });
  const sound = key !== undefined && read.source && read.problems.length === 0 && !read.converted;
  const digest = sound && read.source ? digestOf(kind, read.source.content) : undefined;
  if (key === undefined || !digest) return read;
  digests.set(key, digest);
  return { ...read, source: largeSource({ path, full, kind, bytes: size }, { key, digest }) };
}

interface Known {
  readonly key: string;
  readonly digest: FileDigest;
}

/** A file whose content is parsed when it is asked for, and forgotten when nobody uses it. */
function largeSource({ path, full, kind, bytes }: ParseOptions, { key, digest }: Known): SourceFile {
  let held: WeakRef<JsonObject> | undefined;
  let inFile: ((at: JsonPath) => JsonPath) | undefined;
  const read = (): JsonObject => {
    const again = readAgain(path, full);
    if (digestKey(kind, again) !== key) throw new ProblemsError([changedMeanwhile(path)]);
    const document = readDocument(JSON.parse(decodeText(again) ?? ''), { kind, fileName: baseName(path) });
    if (document.type !== 'document') throw new ProblemsError([changedMeanwhile(path)]);
    held = new WeakRef(document.content);
    inFile = document.inFile;
    return document.content;
  };
  const places = lazyLocator(full, (at) => {
    if (!inFile) read();
    return inFile ? inFile(at) : at;
  });
  return {
    path,
    get content() {
      return held?.deref() ?? read();
    },
    digest,
    bytes,
    locate: places,
  };
}

function readAgain(path: string, full: string): Buffer {
  try {
    return readFileSync(full);
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? error);
    throw new ProblemsError([
      { ...changedMeanwhile(path), message: `The file was there and can no longer be read (${code})` },
    ]);
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
 * Finds positions by reading the text again: they are needed for failures only, so the text is not kept. A file that is
 * gone by then has one position, its beginning: that must not cost the results of a run.
 */
function lazyLocator(full: string, inFile: (at: JsonPath) => JsonPath): SourceFile['locate'] {
  let locate: SourceFile['locate'] | undefined;
  return (at) => {
    locate ??= jsonLocator(textNow(full));
    return locate(inFile(at));
  };
}

function textNow(full: string): string {
  try {
    return decodeText(readFileSync(full)) ?? '';
  } catch {
    return '';
  }
}

interface Syntax {
  readonly text: string;
  readonly error: unknown;
}

function syntaxProblem(path: string, { text, error }: Syntax): Problem {
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

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? error);
