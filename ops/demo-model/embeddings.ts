import { createHash } from 'node:crypto';
import { RequestError } from './requestError.ts';
import { embeddingsRequestSchema, tokenise } from './wire.ts';

/** Answers an Embeddings request. */
export function answerEmbeddings(body: unknown): unknown {
  const parsed = embeddingsRequestSchema.safeParse(body);
  if (!parsed.success) throw new RequestError(400, 'input: a text or a list of texts is required.', null);
  const { model, input, encoding_format: format } = parsed.data;
  const texts = typeof input === 'string' ? [input] : input;
  const tokens = texts.reduce((sum, text) => sum + tokenise(text).length, 0);
  const data = texts.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: format === 'base64' ? toBase64(embed(text)) : [...embed(text)],
  }));
  return { object: 'list', data, model, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

/** Little-endian 32-bit floats, as OpenAI's own client asks for. */
function toBase64(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

/** As many as text-embedding-3-small has. */
const EMBEDDING_DIMENSIONS = 1536;

/** A vector of the words of a text: texts that share words point the same way. Of length 1, as OpenAI's are. */
function embed(text: string): Float32Array {
  const vector = new Float32Array(EMBEDDING_DIMENSIONS);
  for (const word of text.toLowerCase().match(/\p{L}+|\d+/gu) ?? ['']) {
    const hash = createHash('sha256').update(word).digest();
    const index = hash.readUInt32LE(0) % EMBEDDING_DIMENSIONS;
    vector[index] = (vector[index] ?? 0) + (hash.readUInt8(4) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
