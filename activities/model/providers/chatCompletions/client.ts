import OpenAI from 'openai';
import type { ModelEndpoint } from '../../provider.ts';
import { wholeErrors } from '../../wholeErrors.ts';

/** Servers that want no key (Ollama, vLLM, llama.cpp) get this one; the client insists on some. */
const NO_KEY = 'none';

/**
 * A client that does nothing on its own: no retries, which are Temporal's, and no logging, which would show prompts.
 * The activity's own limit is the time limit.
 */
export function createModelClient(endpoint: ModelEndpoint): OpenAI {
  return new OpenAI({
    apiKey: endpoint.apiKey ?? NO_KEY,
    ...(endpoint.baseUrl === null ? {} : { baseURL: endpoint.baseUrl }),
    fetch: wholeErrors(endpoint.fetch),
    maxRetries: 0,
    timeout: 15 * 60 * 1000,
    logLevel: 'off',
  });
}
