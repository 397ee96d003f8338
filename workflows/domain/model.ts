import type { Json } from './json.ts';
import type { DialectName } from './providers/chatCompletions/dialects.ts';
import type { ProviderName } from './providers/providerName.ts';

/** Which model answers, where, and with which parameters. */
export interface ModelClient {
  /** The model's name at the provider. */
  model: string;
  /** How it is spoken to; absent: by Chat Completions, OpenAI's or another's. */
  provider?: ProviderName | undefined;
  /** Whose Chat Completions these are, where neither the address nor the model's name says it. */
  dialect?: DialectName | undefined;
  /** An OpenAI-compatible endpoint (`https://…/v1`); null: the deployment's own. */
  baseUrl: string | null;
  /**
   * Name of the secret that holds the key, never the key. Null: with the deployment's own endpoint its key, with
   * another one none: a key is not sent to an address that came with a team.
   */
  apiKeySecret: string | null;
  /**
   * Passed on unchanged in the request: `temperature`, `max_tokens`, `top_p`, `seed`, `stop`, `parallel_tool_calls`,
   * …
   */
  parameters: Record<string, Json>;
  /** The model's abilities; null: as known for its name (see modelInfo.ts). */
  info: ModelInfo | null;
  /** Whether others' messages say who wrote them in the field `name`. */
  includeNameInMessage: boolean;
  /** Whether others' messages begin with "NAME said:". */
  addNamePrefixes: boolean;
  /** Whether its answers come in pieces; absent: as the model allows. */
  stream?: boolean | undefined;
  /** Further options of the provider; absent: none. */
  options?: ProviderOptions | undefined;
}

/** What some providers can be asked to do, and others have no word for. */
export interface ProviderOptions {
  /** The answer is written even while nobody is connected, and can be fetched later. */
  background?: boolean | undefined;
}

/** AutoGen's model_info. */
export interface ModelInfo {
  /** AutoGen's names of families: "gpt-4o", "r1", "claude-3-5-sonnet", "unknown", … */
  family: string;
  vision: boolean;
  functionCalling: boolean;
  jsonOutput: boolean;
  structuredOutput: boolean;
  multipleSystemMessages: boolean;
}

/** A client with AutoGen's defaults for what is not given. */
export function modelClient(fields: Pick<ModelClient, 'model'> & Partial<ModelClient>): ModelClient {
  return {
    baseUrl: null,
    apiKeySecret: null,
    parameters: {},
    info: null,
    includeNameInMessage: true,
    addNamePrefixes: false,
    ...fields,
  };
}
