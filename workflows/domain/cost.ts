/** A model's prices in micro-dollars per million tokens; null if they are not known. */
export interface ModelPrice {
  inputMicroUsdPerMillion: number;
  outputMicroUsdPerMillion: number;
}

export interface TokenUsage {
  promptTokens: number;
  completionTokens: number;
}

/** What a call cost in whole micro-dollars, rounded to the nearest; null where the price or the usage is unknown. */
export function costOf(usage: TokenUsage | null, price: ModelPrice | null): number | null {
  if (usage === null || price === null) return null;
  const perMillion =
    usage.promptTokens * price.inputMicroUsdPerMillion +
    usage.completionTokens * price.outputMicroUsdPerMillion;
  return Math.round(perMillion / 1_000_000);
}
