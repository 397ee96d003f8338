import type { ProviderName } from '../../workflows/domain/providers/providerName.ts';
import type { ModelProvider } from './provider.ts';
import { chatCompletions } from './providers/chatCompletions/provider.ts';

/** Every provider's outer side. */
export const modelProviders = {
  chat_completions: chatCompletions,
} as const satisfies Record<ProviderName, ModelProvider>;
