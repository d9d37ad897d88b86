import { inflateRawSync } from 'node:zlib';

/** The entry of a zip file to read. */
export interface WantedEntry {
  /** Name of the file, in any folder of the zip. Of several files, the one in the fewest folders is read. */
  readonly name: string;
  /** Largest size, unpacked. */
  readonly mostBytes: number;
}

/** An entry's content, or the reason why it cannot be read. */
export type ZipEntry = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly reason: string };

/** Signatures and fixed sizes of a zip file's records. */
const END = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff } as const;
const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;

/** The most entries that are searched. */
const MOST_ENTRIES = 10_000;

const unreadable = (reason: string): ZipEntry => ({ ok: false, reason });

/** Reads a file of an untrusted zip. Unpacks no other entry, and at most `mostBytes`. */
export function readZipEntry(zip: Buffer, { name, mostBytes }: WantedEntry): ZipEntry {
  try {
    const entries = entriesOf(zip).filter((entry) => entry.name === name || entry.name.endsWith(`/${name}`));
    const [entry] = entries.sort((a, b) => depthOf(a) - depthOf(b));
    if (!entry) return unreadable(`it holds no ${name}`);
    if (entry.size > mostBytes) return unreadable(`its ${name} has ${entry.size} bytes`);
    return unpack(zip, entry, mostBytes);
  } catch (error) {
    return unreadable(`it is not a sound zip file (${(error as { code?: string }).code ?? 'cut off'})`);
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
}

const depthOf = ({ name }: Entry): number => name.split('/').length;

/** The entries of the central directory: local headers may lack the sizes. Throws for offsets outside of the zip. */
function entriesOf(zip: Buffer): readonly Entry[] {
  const end = endOf(zip);
  const entries: Entry[] = [];
  const count = Math.min(zip.readUInt16LE(end + 10), MOST_ENTRIES);
  for (let at = zip.readUInt32LE(end + 16); entries.length < count; ) {
    if (zip.readUInt32LE(at) !== CENTRAL.signature) throw new RangeError('no entry');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + CENTRAL.bytes, at + CENTRAL.bytes + nameLength),
      method: zip.readUInt16LE(at + 10),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      packedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    });
    at += CENTRAL.bytes + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** Offset of the end record, after which only a comment may follow. */
function endOf(zip: Buffer): number {
  const first = Math.max(0, zip.length - END.bytes - END.longestComment);
  for (let at = zip.length - END.bytes; at >= first; at -= 1) if (zip.readUInt32LE(at) === END.signature) return at;
  throw new RangeError('no end');
}

function unpack(zip: Buffer, { at, method, isEncrypted, packedSize }: Entry, mostBytes: number): ZipEntry {
  if (zip.readUInt32LE(at) !== LOCAL.signature) throw new RangeError('no local header');
  const start = at + LOCAL.bytes + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(start, start + packedSize);
  if (isEncrypted || (method !== 0 && method !== 8)) return unreadable('it is packed in a way that is not supported');
  if (packed.length < packedSize) throw new RangeError('cut off');
  const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: mostBytes });
  return bytes.length > mostBytes ? unreadable(`it unpacks to ${bytes.length} bytes`) : { ok: true, bytes };
}
