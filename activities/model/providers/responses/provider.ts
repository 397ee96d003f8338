import type { ModelProvider } from '../../provider.ts';
import { publicAddress } from '../../publicAddress.ts';
import { classifyFailure } from '../chatCompletions/classifyFailure.ts';
import { createModelClient } from '../chatCompletions/client.ts';
import { countTokens } from '../chatCompletions/countTokens.ts';
import { ask } from './ask.ts';

/** OpenAI's Responses API, by its own client. */
export const responses = {
  connect(endpoint) {
    const client = createModelClient(endpoint);
    const address = publicAddress(client.baseURL);
    return {
      address,
      ask: (request, options) => ask(client, request, options),
      classify: (error, nowMs) => classifyFailure(error, { nowMs, address }),
      cancelInBackground: async (id, signal) => {
        await client.responses.cancel(id, { signal });
      },
    };
  },
  countTokens,
} satisfies ModelProvider;
