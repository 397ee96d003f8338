import { dialectAt, dialects } from '../../../../workflows/domain/providers/chatCompletions/dialects.ts';
import type { ModelProvider } from '../../provider.ts';
import { publicAddress } from '../../publicAddress.ts';
import { ask } from './ask.ts';
import { classifyFailure } from './classifyFailure.ts';
import { createModelClient } from './client.ts';
import { countTokens } from './countTokens.ts';

/** OpenAI's Chat Completions, and the many that speak it too, by OpenAI's client. */
export const chatCompletions = {
  connect(endpoint) {
    const client = createModelClient(endpoint);
    const dialect = endpoint.dialect ?? dialectAt(client.baseURL);
    const goesBack = dialect === null ? [] : dialects[dialect].goesBack;
    const address = publicAddress(client.baseURL);
    return {
      address,
      ask: (request, options) => ask(client, request, options, goesBack),
      classify: (error, nowMs) => classifyFailure(error, { nowMs, address }),
    };
  },
  countTokens,
} satisfies ModelProvider;
