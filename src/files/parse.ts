import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isObject } from '../core/lib/json.ts';
import { jsonLocator, positionAt } from '../core/lib/json-positions.ts';
import { jsonSyntaxError } from '../core/lib/json-syntax.ts';
import { messageOf } from '../core/model/errors.ts';
import type { Notice } from '../core/model/notice.ts';
import type { Problem } from '../core/model/problem.ts';
import type { SourceFile } from '../core/model/resource.ts';
import { decodeText } from './decode-text.ts';
import { lintJson } from './lint-json.ts';

/** A file as far as it could be read, with everything that is wrong with it. */
export interface ReadFile {
  readonly source?: SourceFile;
  readonly problems: readonly Problem[];
  /** What is worth knowing about it. */
  readonly notices?: readonly Notice[];
}

/** Reads and parses one JSON file. */
export async function readSource(path: string, cwd: string): Promise<ReadFile> {
  const full = resolve(cwd, path);
  let bytes: Buffer;
  try {
    bytes = await readFile(full);
  } catch (error) {
    return refuse({
      path,
      message: `The file cannot be read (${codeOf(error)})`,
      remedy: 'Check that it exists and may be read.',
    });
  }
  const text = decodeText(bytes);
  if (text === undefined) return refuse({ path, message: 'The file is not UTF-8 text', remedy: 'Save it as UTF-8.' });
  return parse(text, { path, full, bytes: bytes.byteLength });
}

function parse(
  text: string,
  { path, full, bytes }: { readonly path: string; readonly full: string; readonly bytes: number },
): ReadFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse(syntaxProblem(path, { text, error }));
  }
  if (!isObject(content))
    return refuse({ path, message: 'The file holds no JSON object', remedy: 'Export it from Postman again.' });
  return { source: { path, content, bytes, locate: lazyLocator(full) }, problems: lintJson(path, text) };
}

/** Positions are needed for failures only: the text is not kept, but read again then. */
function lazyLocator(full: string): SourceFile['locate'] {
  let locate: SourceFile['locate'] | undefined;
  return (at) => {
    locate ??= jsonLocator(decodeText(readFileSync(full)) ?? '');
    return locate(at);
  };
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
    message: `The file is not valid JSON: ${reason}`,
    remedy: 'Mend it at this place, or export it from Postman again.',
  };
}

const refuse = (problem: Problem): ReadFile => ({ problems: [problem] });

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? error);
