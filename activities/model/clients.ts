import type OpenAI from 'openai';
import type { ModelClient } from '../../workflows/domain/model.ts';
import { createModelClient, type ModelSettings } from './client.ts';
import { ModelFailure } from './modelFailure.ts';

/** The client for a team's model; null: the deployment's own. Throws a ModelFailure where its key's secret is not set. */
export type ModelClients = (client: ModelClient | null) => OpenAI;

export interface ModelClientsOptions {
  settings: ModelSettings;
  secret: (name: string) => string | undefined;
  /** For endpoints that came with a team: it reaches only addresses that the operator allows. */
  guardedFetch: typeof fetch;
}

/** Clients, each made once for its endpoint and key. */
export function createModelClients({ settings, secret, guardedFetch }: ModelClientsOptions): ModelClients {
  const own = createModelClient(settings);
  const kept = new Map<string, OpenAI>();
  return (client) => {
    if (client === null) return own;
    const { baseUrl, apiKeySecret } = client;
    const apiKey = apiKeySecret === null ? null : (secret(apiKeySecret) ?? null);
    if (apiKeySecret !== null && apiKey === null) {
      throw new ModelFailure(
        'model_unauthorized',
        `The secret ${apiKeySecret} with the model's key is not set`,
      );
    }
    if (baseUrl === null && apiKey === null) return own;
    const key = JSON.stringify([baseUrl, apiKey]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = createModelClient(
      baseUrl === null
        ? { ...settings, OPENAI_API_KEY: apiKey ?? undefined }
        : { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey ?? undefined, fetch: guardedFetch },
    );
    kept.set(key, made);
    return made;
  };
}
