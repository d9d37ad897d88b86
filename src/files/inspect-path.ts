import { readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { PathRefusal } from '../sync/ports.ts';
import { findCheckout, isWithin } from './checkout.ts';

/** Larger files are refused: reading one takes several times its size in memory. */
const MAX_BYTES = 200 * 1024 * 1024;

/**
 * Why a path must not be read or written: a link leads out of the checkout, or it is not an ordinary file of a
 * reasonable size. Undefined for an allowed path, and for a missing file, which its reader reports. With `reach:
 * contained`, the path itself must be inside the checkout; with `anywhere` (for inputs and flags) it may be outside.
 * Synchronous calls are used inside: they take a fifth of the time, and are made for every file.
 */
export async function inspectPath(
  path: string,
  cwd: string,
  reach: 'anywhere' | 'contained' = 'anywhere',
): Promise<PathRefusal | undefined> {
  const full = resolve(cwd, path);
  const { top, real } = findCheckout(cwd);
  if (reach === 'contained' && !isWithin(top, full)) return outside(path);
  if (isWithin(top, full) && leadsOutside(full, real)) return outside(path);
  try {
    return refusalOfKind(path, statSync(full));
  } catch {
    return undefined;
  }
}

/** A longer chain of links is refused. */
const MOST_LINKS = 40;

/**
 * Whether links lead out of the root. Of a missing path, which may be written later, its existing parents are followed.
 */
function leadsOutside(full: string, root: string, links = 0): boolean {
  try {
    return !isWithin(root, realpathSync.native(full));
  } catch {
    const target = targetOf(full);
    if (links > MOST_LINKS || dirname(full) === full) return true;
    const next = target === undefined ? dirname(full) : resolve(dirname(full), target);
    return leadsOutside(next, root, links + 1);
  }
}

/** The path that a link names; undefined for anything else. */
function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

const outside = (path: string): PathRefusal => ({
  reason: `"${path}" leads out of the checkout`,
  remedy: 'Put the file itself in its place; a path outside of the checkout can be named by an input or flag only.',
});

function refusalOfKind(path: string, stats: Stats): PathRefusal | undefined {
  if (stats.isDirectory()) return undefined;
  if (!stats.isFile()) return { reason: `"${path}" is ${kindOf(stats)}`, remedy: 'Name an ordinary file.' };
  if (stats.size <= MAX_BYTES) return undefined;
  const size = `${Math.round(stats.size / 1024 / 1024)} MB`;
  return { reason: `"${path}" is too large (${size}, at most 200 MB)`, remedy: 'Split the file, or name another one.' };
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}
