import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EmbeddingModel } from './embeddingModels.ts';
import { hashOf } from './retrievalSet.ts';

const AT_ONCE = 8;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })),
});

/**
 * The vectors of texts, in their order. Known vectors are read from a file in `folder`, by the content's hash; the
 * model is asked for the others, which are saved batch by batch, so that an interrupted run continues where it
 * stopped.
 */
export async function embed(
  model: EmbeddingModel,
  what: 'question' | 'passage',
  texts: readonly string[],
  folder: string,
): Promise<number[][]> {
  const name = model.names[what];
  const file = join(folder, `${model.id}-${name}.jsonl`);
  const known = readKept(file);
  const missing = [...new Set(texts)].filter((text) => !known.has(hashOf(text)));
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const batch = missing.slice(from, from + AT_ONCE);
    const response = await fetch(`${model.url}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: name, input: batch }),
    });
    if (!response.ok)
      throw new Error(`${model.id} answered ${String(response.status)}: ${await response.text()}`);
    const { data } = answerSchema.parse(await response.json());
    for (const { index, embedding } of data) {
      const hash = hashOf(batch[index] ?? '');
      const bytes = Buffer.from(Float32Array.from(embedding).buffer);
      known.set(hash, embedding);
      appendFileSync(file, `${JSON.stringify({ hash, vector: bytes.toString('base64') })}\n`);
    }
    if (from % (64 * AT_ONCE) === 0)
      console.log(`${model.id}: ${String(missing.length - from)} texts to embed …`);
  }
  return texts.map((text) => known.get(hashOf(text)) ?? []);
}

const keptSchema = z.object({ hash: z.string(), vector: z.string() });

function readKept(file: string): Map<string, number[]> {
  const known = new Map<string, number[]>();
  if (!existsSync(file)) return known;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    // The last line is incomplete if a run was killed.
    if (!line.endsWith('}')) continue;
    const { hash, vector } = keptSchema.parse(JSON.parse(line));
    const bytes = Buffer.from(vector, 'base64');
    known.set(hash, [...new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)]);
  }
  return known;
}
