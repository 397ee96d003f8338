import { chatCompletions } from './chatCompletions/wire.ts';
import type { ProviderName } from './providerName.ts';
import type { WireProvider } from './wireProvider.ts';

/** Every provider's pure side. */
export const wireProviders = {
  chat_completions: chatCompletions,
} as const satisfies Record<ProviderName, WireProvider>;
