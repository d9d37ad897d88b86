import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { checkDocuments, referredFiles } from '../core/contract/check-document.ts';
import type { SourceApiFile } from '../core/contract/documents.ts';
import { locatorOf, parseApiFile } from '../core/contract/parse-file.ts';
import { slimmed } from '../core/contract/slim.ts';
import type { JsonPath } from '../core/lib/json.ts';
import { systemCodeOf } from '../core/model/errors.ts';
import type { Problem } from '../core/model/problem.ts';
import type { FileSelection } from '../settings/settings.ts';
import type { ApiMaterial } from '../sync/ports.ts';
import { findFiles } from './find.ts';
import { inspectPath } from './inspect-path.ts';

/**
 * Reads the OpenAPI documents and all files of the repository that they refer to. Keys that no check needs are dropped.
 */
export async function readOpenApi(
  selections: readonly FileSelection[],
  options: { readonly cwd: string; readonly exclude: readonly string[] },
): Promise<ApiMaterial> {
  const found = await findFiles(selections, options);
  const files = new Map<string, SourceApiFile>();
  const problems: Problem[] = [...found.problems];
  const queue: Wanted[] = found.files.map(({ path }) => ({ path, isRoot: true }));
  for (let wanted = queue.shift(); wanted; wanted = queue.shift()) {
    if (files.has(wanted.path)) continue;
    const read = await readApiFile(wanted, options.cwd);
    if ('problems' in read) {
      // The check of the documents reports a reference to a missing file at the place of the reference.
      if (wanted.isRoot || read.isMalformed) problems.push(...read.problems);
      continue;
    }
    files.set(read.path, read);
    queue.push(...[...referredFiles(read).keys()].map((path) => ({ path, isRoot: false })));
  }
  const all = [...files.values()];
  const complaints = checkDocuments(all).map(({ file, at, message, remedy }): Problem => {
    const position = files.get(file)?.locate(at);
    return { path: file, code: 'openapi', message, remedy, ...(position ? { position } : {}) };
  });
  return { files: all, problems: [...problems, ...complaints] };
}

interface Wanted {
  readonly path: string;
  readonly isRoot: boolean;
}

interface Unreadable {
  readonly problems: readonly Problem[];
  /** The problems are reported even if the file is only referred to. */
  readonly isMalformed: boolean;
}

async function readApiFile({ path, isRoot }: Wanted, cwd: string): Promise<SourceApiFile | Unreadable> {
  const full = resolve(cwd, path);
  const refuse = (message: string, remedy: string): Unreadable => ({
    problems: [{ path, code: 'openapi', message, remedy }],
    isMalformed: false,
  });
  if (/^\.\.(?:[\\/]|$)/.test(relative(cwd, full))) {
    return refuse('The file is outside the repository', 'Keep a copy of it in the repository.');
  }
  const refusal = await inspectPath(path, cwd, 'contained');
  if (refusal) return { ...refuse(refusal.reason, refusal.remedy), isMalformed: true };
  let text: string;
  try {
    text = (await readFile(full, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const message = `The OpenAPI document cannot be read (${systemCodeOf(error)})`;
    return refuse(message, 'Check that it exists and may be read.');
  }
  const parsed = parseApiFile(path, text);
  if (!parsed.ok) return { problems: parsed.problems, isMalformed: true };
  const locate: (at: JsonPath) => ReturnType<SourceApiFile['locate']> = locatorOf(text);
  return slimmed({ path, isRoot, value: parsed.value, locate });
}
