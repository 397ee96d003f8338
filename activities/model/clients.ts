import { LRUCache } from 'lru-cache';
import type { ModelClient } from '../../workflows/domain/model.ts';
import { DEFAULT_PROVIDER, type ProviderName } from '../../workflows/domain/providers/providerName.ts';
import { ModelFailure } from './modelFailure.ts';
import type { ModelConnection, ModelEndpoint, ModelProvider } from './provider.ts';
import { modelProviders } from './providers.ts';

/** How the deployment's own models are reached. */
export interface ModelSettings {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL: string;
  ANTHROPIC_API_KEY?: string | undefined;
  ANTHROPIC_BASE_URL: string;
}

/** The connection to a team's model; null: the deployment's own. Throws a ModelFailure where its key's secret is not set. */
export type ModelClients = (client: ModelClient | null) => ModelConnection;

export interface ModelClientsOptions {
  settings: ModelSettings;
  secret: (name: string) => string | undefined;
  /** For endpoints that came with a team: it reaches only addresses that the operator allows. */
  guardedFetch: typeof fetch;
}

/** Teams bring endpoints and keys of their own: one that has not been used for long is made again. */
const KEPT = 500;

/** Connections, each made once for its provider, endpoint and key. */
export function createModelClients({ settings, secret, guardedFetch }: ModelClientsOptions): ModelClients {
  const kept = new LRUCache<string, ModelConnection>({ max: KEPT });
  const openAi = { baseUrl: settings.OPENAI_BASE_URL, apiKey: settings.OPENAI_API_KEY ?? null };
  const anthropic = { baseUrl: settings.ANTHROPIC_BASE_URL, apiKey: settings.ANTHROPIC_API_KEY ?? null };
  const owns = {
    chat_completions: openAi,
    responses: openAi,
    anthropic_messages: anthropic,
  } satisfies Record<ProviderName, ModelEndpoint>;
  return (client) => {
    const { baseUrl = null, apiKeySecret = null, provider: name = DEFAULT_PROVIDER, dialect } = client ?? {};
    const apiKey = apiKeySecret === null ? null : (secret(apiKeySecret) ?? null);
    if (apiKeySecret !== null && apiKey === null) {
      throw new ModelFailure(
        'model_unauthorized',
        `The secret ${apiKeySecret}, which holds the model's key, is not set`,
      );
    }
    const key = JSON.stringify([name, baseUrl, apiKey, dialect ?? null]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const provider: ModelProvider = modelProviders[name];
    const spoken = dialect === undefined ? {} : { dialect };
    const endpoint: ModelEndpoint =
      baseUrl === null
        ? { ...owns[name], ...spoken, apiKey: apiKey ?? owns[name].apiKey }
        : { baseUrl, apiKey, ...spoken, fetch: guardedFetch };
    if (!isSendable(endpoint.apiKey)) {
      throw new ModelFailure(
        'model_unauthorized',
        'The key contains characters that cannot be sent in a header: copy it again',
      );
    }
    const made = {
      ...provider.connect(endpoint),
      unstreamed: new Set<string>(),
    };
    kept.set(key, made);
    return made;
  };
}

/** `fetch` refuses others by an error without a type, whose words repeat them. */
function isSendable(key: string | null): boolean {
  try {
    new Headers({ authorization: `Bearer ${key ?? ''}` });
    return true;
  } catch {
    return false;
  }
}
