import { crc32 } from 'node:zlib';

/** A zip archive (PKWARE APPNOTE 4.3) of one small file, stored without compression. */
export function zipOf(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const path = Buffer.from(name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(10, 0); // version needed
  shared.writeUInt16LE(0x21, 8); // 1 January 1980: the same bytes every time
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([signature(0x04034b50), shared, path, content]);
  const central = Buffer.concat([
    signature(0x02014b50),
    Buffer.from([10, 0]),
    shared,
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
