import { embed } from './embed.ts';
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
