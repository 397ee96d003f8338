import type { ModelProvider } from '../../provider.ts';
import { publicAddress } from '../../publicAddress.ts';
import { ask } from './ask.ts';
import { classifyError } from './classifyError.ts';
import { createAnthropicClient } from './client.ts';
import { countTokens } from './countTokens.ts';

/** Anthropic's Messages API, by its own client. */
export const anthropicMessages = {
  connect(endpoint) {
    const client = createAnthropicClient(endpoint);
    const address = publicAddress(client.baseURL);
    return {
      address,
      ask: (request, options) => ask(client, request, options),
      classify: (error, nowMs) => classifyError(error, { nowMs, address }),
    };
  },
  countTokens,
} satisfies ModelProvider;
