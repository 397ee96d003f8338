import { dimensionsToAsk } from '../../../workflows/domain/knowledge/embeddingModels.ts';
import { ModelFailure } from '../../model/modelFailure.ts';
import type { ModelEndpoint } from '../../model/provider.ts';
import { classifyFailure } from '../../model/providers/chatCompletions/classifyFailure.ts';
import { createModelClient } from '../../model/providers/chatCompletions/client.ts';
import { publicAddress } from '../../model/publicAddress.ts';
import { type ReadEmbeddings, readEmbeddings } from './readEmbeddings.ts';

/** The model and the dimensions that a collection holds vectors of. */
export interface VectorSpace {
  model: string;
  dimensions: number;
}

export interface EmbeddingConnection {
  /** Where requests go, without anything secret. */
  address: string;
  /** Sends one request and reads its answer. Fails with a ModelFailure. */
  ask(space: VectorSpace, texts: readonly string[], signal: AbortSignal): Promise<ReadEmbeddings>;
}

/** A connection to a server that speaks OpenAI's Embeddings; used by many calls at a time. */
export function connectEmbeddings(endpoint: ModelEndpoint): EmbeddingConnection {
  const client = createModelClient(endpoint);
  const address = publicAddress(client.baseURL);
  /** Models of which one has to say how many dimensions one wants, as their first answer has shown. */
  const tooWide = new Set<string>();

  const send = async (space: VectorSpace, texts: readonly string[], signal: AbortSignal) => {
    const { model, dimensions } = space;
    const requested = tooWide.has(model) ? dimensions : dimensionsToAsk(model, dimensions);
    try {
      const answer: unknown = await client.embeddings.create(
        // As numbers: what else there is not every server knows.
        {
          model,
          input: [...texts],
          encoding_format: 'float',
          ...(requested === null ? {} : { dimensions: requested }),
        },
        { signal },
      );
      return readEmbeddings(answer, texts.length, address);
    } catch (error) {
      throw signal.aborted ? error : classifyFailure(error, { nowMs: Date.now(), address });
    }
  };

  return {
    address,
    async ask(space, texts, signal) {
      const read = await send(space, texts, signal);
      if (read.dimensions === space.dimensions) return read;
      if (read.dimensions < space.dimensions || tooWide.has(space.model)) throw misfit(space, read, address);
      tooWide.add(space.model);
      const shortened = await send(space, texts, signal);
      if (shortened.dimensions !== space.dimensions) throw misfit(space, shortened, address);
      const tokens =
        read.tokens === null || shortened.tokens === null ? null : read.tokens + shortened.tokens;
      return { ...shortened, tokens };
    },
  };
}

function misfit({ model, dimensions }: VectorSpace, read: ReadEmbeddings, address: string): ModelFailure {
  return new ModelFailure(
    'model_unexpected_answer',
    `${model} at ${address} gives vectors of ${String(read.dimensions)} dimensions; the collection holds those of ${String(dimensions)}. ` +
      'Make a collection for this model, or set the model that this one was made with',
    { address },
  );
}
