import { createHash } from 'node:crypto';
import type { Database } from '../database.ts';

/** What one row holds. */
const PART_BYTES = 1_048_576;

/**
 * Keeps bytes as a source's, in parts as they come, in place of what another attempt may have left. Only when all are here
 * has it its hash, and counts.
 */
export async function writeSource(
  database: Database,
  { projectId, sourceId }: { projectId: string; sourceId: string },
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ sizeBytes: number; contentHash: string }> {
  await database.knowledgeSourcePart.deleteMany({ where: { sourceId } });
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let ordinal = 0;
  const write = async (part: Uint8Array) => {
    await database.knowledgeSourcePart.create({ data: { sourceId, ordinal, bytes: new Uint8Array(part) } });
    ordinal += 1;
  };
  let rest = Buffer.alloc(0);
  for await (const each of bytes) {
    hash.update(each);
    sizeBytes += each.length;
    rest = Buffer.concat([rest, each]);
    while (rest.length >= PART_BYTES) {
      await write(rest.subarray(0, PART_BYTES));
      rest = rest.subarray(PART_BYTES);
    }
  }
  if (rest.length > 0) await write(rest);
  const contentHash = hash.digest('hex');
  await database.knowledgeSource.update({
    where: { id: sourceId, projectId },
    data: { sizeBytes, contentHash },
  });
  return { sizeBytes, contentHash };
}

/** A source's bytes, one part after the other. */
export async function* readSourceBytes(database: Database, sourceId: string): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ; ordinal += 1) {
    const part = await database.knowledgeSourcePart.findUnique({
      where: { sourceId_ordinal: { sourceId, ordinal } },
      select: { bytes: true },
    });
    if (part === null) return;
    yield part.bytes;
  }
}
