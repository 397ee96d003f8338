import type { Json } from '../json.ts';
import type { ProviderName } from './providerName.ts';

/**
 * Data that a provider needs back with its answer: signatures of thoughts, reasoning beside tool calls, encrypted
 * reasoning. It is stored with the message and goes back unchanged, only to the same model of the same provider.
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
