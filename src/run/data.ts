import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isObject, type JsonObject } from '../core/lib/json.ts';
import { positionAt } from '../core/lib/json-positions.ts';
import { jsonSyntaxError } from '../core/lib/json-syntax.ts';
import { messageOf } from '../core/model/errors.ts';

/** A data file that cannot be used. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
  readonly reason: string;
  readonly remedy: string;

  constructor(reason: string, remedy: string) {
    super(`${reason}. ${remedy}`);
    this.reason = reason;
    this.remedy = remedy;
  }
}

const A_ROW_EACH = 'Give it a row for each iteration.';

/**
 * The rows of an iteration data file. Its content decides whether it is CSV or JSON. Throws a DataFileError when there
 * are no rows.
 */
export async function readRows(path: string, folder = ''): Promise<readonly JsonObject[]> {
  const bytes = await readFile(resolve(folder, path)).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'it does not exist' : error.message;
    throw new DataFileError(`The data file "${path}" cannot be read: ${why}`, 'Check `iteration-data`.');
  });
  const text = decode(bytes);
  if (text.trim() === '') throw new DataFileError(`The data file "${path}" is empty`, A_ROW_EACH);
  const rows =
    /^\s*[[{]/.test(text) || path.toLowerCase().endsWith('.json') ? jsonRows(path, text) : await csvRows(path, text);
  if (rows.length === 0) throw new DataFileError(`The data file "${path}" has no rows`, A_ROW_EACH);
  return rows;
}

function jsonRows(path: string, text: string): readonly JsonObject[] {
  const value = parse(path, text);
  if (!Array.isArray(value) || !value.every((row) => isObject(row))) {
    throw new DataFileError(
      `The data file "${path}" is not an array of objects`,
      'Write one object for each iteration.',
    );
  }
  return value;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { reason: why, offset } = jsonSyntaxError(text, messageOf(error));
    const { line, column } = positionAt(text, offset);
    throw new DataFileError(
      `The data file "${path}" is not valid JSON: ${why} (line ${line}, column ${column})`,
      'Correct it there.',
    );
  }
}

/** The options are those of Newman, so that a file is read as Newman reads it. */
async function csvRows(path: string, text: string): Promise<readonly JsonObject[]> {
  const { default: parseCsv } = await import('csv-parse/lib/sync.js');
  try {
    return parseCsv(text, {
      columns: true,
      escape: '"',
      cast: (value, { quoting }) => (quoting ? value : numberOr(value)),
      trim: true,
      relax: true,
      relax_column_count: true,
      bom: true,
    }) as JsonObject[];
  } catch (error) {
    throw new DataFileError(`The data file "${path}" is not valid CSV: ${reason(error)}`, 'Correct it there.');
  }
}

/** Unquoted values that Newman reads as numbers; `007` is 7. */
function numberOr(value: string): string | number {
  if (/^[-+]?[1-9]\d*$/.test(value)) return Number.parseInt(value, 10);
  return Number(value) - Number.parseFloat(value) + 1 >= 0 ? Number.parseFloat(value) : value;
}

/** UTF-8, UTF-16 with a byte order mark, or Latin-1 when it is not UTF-8. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

const reason = (error: unknown): string => messageOf(error).replace(/\.$/, '');
