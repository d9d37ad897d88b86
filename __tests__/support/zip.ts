import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file as GitHub's artifacts are: sizes in the central directory alone, as of a stream. */
export function zipOf(files: Readonly<Record<string, string>>, lie: { readonly size?: number } = {}): Buffer {
  const [parts, central]: [Buffer[], Buffer[]] = [[], []];
  for (const [name, text] of Object.entries(files)) {
    const [path, raw] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(raw);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(8, 8);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(crc32(raw), 16);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(lie.size ?? raw.length, 24);
    record.writeUInt16LE(path.length, 28);
    record.writeUInt32LE(Buffer.concat(parts).length, 42);
    central.push(record, path);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(path.length, 26);
    parts.push(local, path, packed);
  }
  const [body, directory] = [Buffer.concat(parts), Buffer.concat(central)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, directory, end]);
}
