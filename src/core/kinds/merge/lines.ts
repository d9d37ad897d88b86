import { diff3MergeRegions, type IRegion } from 'node-diff3';
import { type JsonValue, same } from '../../lib/json.ts';
import { clean, type Merger, type Side, type Versions, whole } from './versions.ts';

/** Merges a script line by line. A script is a string or a list of lines; the result has the type of ours. */
export const lines: Merger = (versions, context) => {
  const texts = { base: linesOf(versions.base), ours: linesOf(versions.ours), theirs: linesOf(versions.theirs) };
  const { base, ours, theirs } = texts;
  if (!base || !ours || !theirs) return whole((exec) => linesOf(exec) ?? exec)(versions, context);
  if (sameLines(ours, theirs) || sameLines(base, theirs)) return clean(versions.ours);
  const { merged, disputed } = mergeLines({ base, ours, theirs }, context.prefer);
  const value = typeof versions.ours === 'string' ? merged.join('\n') : merged;
  const conflicts = disputed.map((lines) => ({ ...asTexts(lines), at: context.at, path: context.path }));
  return { value, conflicts };
};

/** The lines of a script, from a string or a list; undefined for other values. */
export function linesOf(exec: JsonValue | undefined): readonly string[] | undefined {
  if (typeof exec === 'string') return exec.split('\n');
  if (!Array.isArray(exec) || !exec.every((line): line is string => typeof line === 'string')) return undefined;
  return exec.flatMap((line) => line.split('\n'));
}

/** A line without a carriage return at its end. */
const bare = (line: string): string => line.replace(/\r$/, '');

const sameLines = (a: readonly string[], b: readonly string[]): boolean => same(a.map(bare), b.map(bare));

interface MergedLines {
  readonly merged: readonly string[];
  /** Conflicting lines: both sides changed them. */
  readonly disputed: readonly Versions<readonly string[]>[];
}

function mergeLines({ base, ours, theirs }: Versions<readonly string[]>, prefer: Side): MergedLines {
  const regions = diff3MergeRegions(ours.map(bare), base.map(bare), theirs.map(bare));
  const pieces = regions.map((region) => pieceOf(region, { base, ours, theirs }));
  return {
    merged: pieces.flatMap((piece) => piece.lines ?? piece.disputed?.[prefer] ?? []),
    disputed: pieces.flatMap((piece) => piece.disputed ?? []),
  };
}

/** A part of the script: merged lines, or lines in conflict. */
interface Piece {
  readonly lines?: readonly string[];
  readonly disputed?: Versions<readonly string[]>;
}

function pieceOf(region: IRegion<string>, { base, ours, theirs }: Versions<readonly string[]>): Piece {
  if (region.stable) {
    const from = { a: ours, o: base, b: theirs }[region.buffer];
    return { lines: from.slice(region.bufferStart, region.bufferStart + region.bufferLength) };
  }
  const our = ours.slice(region.aStart, region.aStart + region.aLength);
  const their = theirs.slice(region.bStart, region.bStart + region.bLength);
  if (sameLines(our, their)) return { lines: our };
  return { disputed: { base: base.slice(region.oStart, region.oStart + region.oLength), ours: our, theirs: their } };
}

const asTexts = ({ base, ours, theirs }: Versions<readonly string[]>): Versions => ({
  base: base.join('\n'),
  ours: ours.join('\n'),
  theirs: theirs.join('\n'),
});
