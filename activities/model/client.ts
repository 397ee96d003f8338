import OpenAI from 'openai';

export interface ModelSettings {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL: string;
  /** How requests leave; the platform's own where it is not given. */
  fetch?: typeof fetch;
}

/** Servers that want no key (Ollama, vLLM, llama.cpp) get this one; the client insists on some. */
const NO_KEY = 'none';

/**
 * A client that does nothing on its own: no retries, which are Temporal's, and no logging, which would show prompts.
 * The activity's own limit is the time limit.
 */
export function createModelClient(settings: ModelSettings): OpenAI {
  return new OpenAI({
    apiKey: settings.OPENAI_API_KEY ?? NO_KEY,
    baseURL: settings.OPENAI_BASE_URL,
    ...(settings.fetch === undefined ? {} : { fetch: settings.fetch }),
    maxRetries: 0,
    timeout: 15 * 60 * 1000,
    logLevel: 'off',
  });
}
