import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip; names have forward slashes. */
export interface ZippedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The flag for names in UTF-8. */
const UTF8 = 0x0800;

const DEFLATED = 8;

/** 1 January 1980, the first date of the format. A fixed date: the same files give the same zip. */
const DATE = 0x0021;

/** Builds a zip archive of files. Folders have no entries of their own. */
export function zipOf(files: readonly ZippedFile[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content } of files) {
    const packed = deflateRawSync(content);
    const fields = fieldsOf({ name, content, packed });
    const local = Buffer.concat([record(0x04034b50, [[2, 20], ...fields]), Buffer.from(name), packed]);
    directory.push(
      record(0x02014b50, [[2, 20], [2, 20], ...fields, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      Buffer.from(name),
    );
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = files.length;
  const sizes: readonly Field[] = [
    [4, central.length],
    [4, offset],
  ];
  const end = record(0x06054b50, [[2, 0], [2, 0], [2, count], [2, count], ...sizes, [2, 0]]);
  return Buffer.concat([...bodies, central, end]);
}

/** A field of a record: its size in bytes, and its value. */
type Field = readonly [2 | 4, number];

const fieldsOf = ({ name, content, packed }: ZippedFile & { readonly packed: Buffer }): readonly Field[] => [
  [2, UTF8],
  [2, DEFLATED],
  [2, 0],
  [2, DATE],
  [4, crc32(content)],
  [4, packed.length],
  [4, content.length],
  [2, Buffer.byteLength(name)],
  [2, 0],
];

function record(signature: number, fields: readonly Field[]): Buffer {
  const all: readonly Field[] = [[4, signature], ...fields];
  const buffer = Buffer.alloc(all.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of all) at = buffer.writeUIntLE(value, at, size);
  return buffer;
}
