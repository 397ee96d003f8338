import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { inMiB } from './limits.ts';
import { RefusedDocument } from './refusedDocument.ts';

/** A packed file of an archive, as its central directory has it. */
export interface ZipEntry {
  name: string;
  method: number;
  flags: number;
  packedBytes: number;
  unpackedBytes: number;
  localOffset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_COMMENT = 0xffff;
/** An office document has some dozens. */
const MOST_ENTRIES = 10_000;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** What an archive's central directory lists. Nothing is unpacked. */
export function readZipDirectory(bytes: Buffer): ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw brokenZip('its directory lists too many files');
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw brokenZip('its directory is damaged');
    }
    const nameBytes = bytes.readUInt16LE(at + 28);
    const moreBytes = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    entries.push({
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      unpackedBytes: bytes.readUInt32LE(at + 24),
      localOffset: bytes.readUInt32LE(at + 42),
      name: bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes).toString('utf8'),
    });
    at += ENTRY_BYTES + nameBytes + moreBytes;
  }
  return entries;
}

/**
 * Refuses an archive that unpacks to more than `mostBytes` in all: by what its directory says, and then by unpacking and
 * counting, because a directory may lie. Nothing of it is kept.
 */
export async function checkUnpackedSize(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  mostBytes: number,
): Promise<void> {
  const declaredBytes = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (declaredBytes > mostBytes) throw tooLargeUnpacked(mostBytes);
  let unpacked = 0;
  for (const entry of entries) {
    if ((entry.flags & ENCRYPTED) !== 0) {
      throw new RefusedDocument(
        'password',
        'It is encrypted. Save it without a password and bring it again.',
      );
    }
    const packed = packedBytesOf(bytes, entry);
    if (entry.method === STORED) {
      unpacked += packed.length;
    } else if (entry.method === DEFLATED) {
      unpacked += await inflatedSize(packed, mostBytes - unpacked, mostBytes);
    } else {
      throw brokenZip('it is packed by a method that office documents do not use');
    }
    if (unpacked > mostBytes) throw tooLargeUnpacked(mostBytes);
  }
}

async function inflatedSize(packed: Buffer, room: number, mostBytes: number): Promise<number> {
  const inflate = createInflateRaw();
  let size = 0;
  try {
    for await (const chunk of Readable.from([packed]).pipe(inflate) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > room) throw tooLargeUnpacked(mostBytes);
    }
    return size;
  } catch (error) {
    if (error instanceof RefusedDocument) throw error;
    throw brokenZip('a part of it cannot be unpacked', error);
  }
}

function packedBytesOf(bytes: Buffer, { localOffset, packedBytes }: ZipEntry): Buffer {
  if (localOffset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(localOffset) !== LOCAL_ENTRY) {
    throw brokenZip('a part of it is missing');
  }
  const start =
    localOffset + LOCAL_BYTES + bytes.readUInt16LE(localOffset + 26) + bytes.readUInt16LE(localOffset + 28);
  if (start + packedBytes > bytes.length) throw brokenZip('a part of it is missing');
  return bytes.subarray(start, start + packedBytes);
}

function findEnd(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw brokenZip('its end is missing');
}

function brokenZip(why: string, cause?: unknown): RefusedDocument {
  return new RefusedDocument('broken', `It is damaged: ${why}. Save it again and bring it once more.`, {
    cause,
  });
}

function tooLargeUnpacked(mostBytes: number): RefusedDocument {
  return new RefusedDocument(
    'inflates',
    `It unpacks to more than ${inMiB(mostBytes)}. Make it smaller: take out pictures, or split it.`,
  );
}
