import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { systemCodeOf } from '../core/model/errors.ts';

/** The value in a JSON file, or the reason why it cannot be read. */
export type PlainJson =
  | { readonly ok: true; readonly value: unknown }
  /** `absent`: there is no such file. */
  | { readonly ok: false; readonly reason: string; readonly absent: boolean };

/** Reads an untrusted JSON file: it must be a plain file of bounded size, not a link. */
export async function readPlainJson(path: string, maxBytes: number): Promise<PlainJson> {
  try {
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return unreadable(`${path} is not a plain file`);
      if (stat.size > maxBytes) return unreadable(`${path} has ${stat.size} bytes, which is more than any report`);
      return parse(await file.readFile('utf8'), path);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = systemCodeOf(error);
    const reason = `${path} cannot be read (${code === 'ELOOP' ? 'it is a symbolic link' : code})`;
    return { ok: false, reason, absent: code === 'ENOENT' || code === 'ENOTDIR' };
  }
}

const unreadable = (reason: string): PlainJson => ({ ok: false, reason, absent: false });

function parse(text: string, path: string): PlainJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return unreadable(`${path} is not JSON`);
  }
}
