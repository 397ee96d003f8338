import type { ProviderName } from '../../workflows/domain/providers/providerName.ts';
import type { ModelProvider } from './provider.ts';
import { anthropicMessages } from './providers/anthropicMessages/provider.ts';
import { chatCompletions } from './providers/chatCompletions/provider.ts';
import { responses } from './providers/responses/provider.ts';

/** Every provider's outer side. */
export const modelProviders = {
  chat_completions: chatCompletions,
  responses,
  anthropic_messages: anthropicMessages,
} as const satisfies Record<ProviderName, ModelProvider>;
