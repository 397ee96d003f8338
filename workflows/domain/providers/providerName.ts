/** The ways in which models are spoken to; each is a folder here and one in `activities/model/providers/`. */
export const providerNames = ['chat_completions', 'responses', 'anthropic_messages'] as const;

export type ProviderName = (typeof providerNames)[number];

/** How a team that says nothing of it is spoken to, and every request that left before there was a choice. */
export const DEFAULT_PROVIDER: ProviderName = 'chat_completions';
