import { createHash } from 'node:crypto';

/** As many as text-embedding-3-small has. */
export const EMBEDDING_DIMENSIONS = 1536;

/** A vector of the words of a text: texts that share words point the same way. Of length 1, as OpenAI's are. */
export function embed(text: string): Float32Array {
  const vector = new Float32Array(EMBEDDING_DIMENSIONS);
  for (const word of text.toLowerCase().match(/\p{L}+|\d+/gu) ?? ['']) {
    const hash = createHash('sha256').update(word).digest();
    const index = hash.readUInt32LE(0) % EMBEDDING_DIMENSIONS;
    vector[index] = (vector[index] ?? 0) + (hash.readUInt8(4) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
