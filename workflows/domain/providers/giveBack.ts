import type { Json } from '../json.ts';
import type { ProviderName } from './providerName.ts';

/**
 * What a provider wants to see again beside its answer: signatures of thoughts, reasoning beside tool calls, encrypted
 * reasoning. It is kept with the message and goes back as it came, to the same model by the same provider alone.
 */
export interface GiveBack {
  provider: ProviderName;
  /** The model that was asked, by the name in the request. */
  model: string;
  /** In the provider's own form; only its folder reads it. */
  items: Json;
}

/** What goes back to a model with a message; null: the message came from elsewhere, or nothing is wanted back. */
export function itemsFor(
  giveBack: GiveBack | null | undefined,
  asked: { provider: ProviderName; model: string },
): Json {
  if (giveBack?.provider !== asked.provider || giveBack.model !== asked.model) return null;
  return giveBack.items;
}
