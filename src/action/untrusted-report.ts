import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemsError } from '../core/model/problem.ts';
import type { Report } from '../core/report/report.ts';
import { reportSchema } from './report-schema.ts';

/** Largest untrusted report, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

const REMEDY = 'Give report-dir the folder that an earlier job of the same version wrote, reporters: json included.';

/** Reads `report.json` of an untrusted run: a plain file of bounded size. Every field that is kept is validated. */
export async function readUntrustedReport(folder: string): Promise<Report> {
  const path = join(folder, 'report.json');
  const parsed = reportSchema.safeParse(parseJson(await readBounded(path), path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw problem(
    `${path} is not a report of this version (${issue?.path.join('.') || 'as a whole'}: ${issue?.message})`,
  );
}

async function readBounded(path: string): Promise<string> {
  try {
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw problem(`${path} is not a plain file`);
      if (stat.size > MOST_BYTES) throw problem(`${path} has ${stat.size} bytes, which is more than any report`);
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    const code = String((error as { code?: unknown }).code ?? error);
    throw problem(`${path} cannot be read (${code === 'ELOOP' ? 'it is a symbolic link' : code})`);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem(`${path} is not JSON`);
  }
}

const problem = (message: string): ProblemsError =>
  new ProblemsError([{ message: `comment: ${message}`, remedy: REMEDY }]);
