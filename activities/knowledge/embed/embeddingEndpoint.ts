import type { ModelEndpoint } from '../../model/provider.ts';

/** How the deployment's embedding model is reached. */
export interface EmbeddingSettings {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL: string;
  EMBEDDING_BASE_URL?: string | undefined;
  EMBEDDING_API_KEY?: string | undefined;
}

/** An address of its own gets the key of its own, or none: the model's is not for it. */
export function embeddingEndpoint(settings: EmbeddingSettings): ModelEndpoint {
  const { EMBEDDING_BASE_URL: own, EMBEDDING_API_KEY: ownKey } = settings;
  return own === undefined
    ? { baseUrl: settings.OPENAI_BASE_URL, apiKey: ownKey ?? settings.OPENAI_API_KEY ?? null }
    : { baseUrl: own, apiKey: ownKey ?? null };
}
