import type { ModelProvider } from '../../provider.ts';
import { publicAddress } from '../../publicAddress.ts';
import { classifyFailure } from './classifyFailure.ts';
import { createModelClient } from './client.ts';
import { countTokens } from './countTokens.ts';
import { streamReply } from './streamReply.ts';

/** OpenAI's Chat Completions, and the many that speak it too, by OpenAI's client. */
export const chatCompletions = {
  connect(endpoint) {
    const client = createModelClient(endpoint);
    const address = publicAddress(client.baseURL);
    return {
      address,
      ask: (request, options) => streamReply(client, request, options),
      classify: (error, nowMs) => classifyFailure(error, { nowMs, address }),
    };
  },
  countTokens,
} satisfies ModelProvider;
