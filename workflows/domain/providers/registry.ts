import { anthropicMessages } from './anthropicMessages/wire.ts';
import { chatCompletions } from './chatCompletions/wire.ts';
import type { ProviderName } from './providerName.ts';
import { responses } from './responses/wire.ts';
import type { WireProvider } from './wireProvider.ts';

/** Every provider's pure side. */
export const wireProviders = {
  chat_completions: chatCompletions,
  responses,
  anthropic_messages: anthropicMessages,
} as const satisfies Record<ProviderName, WireProvider>;
