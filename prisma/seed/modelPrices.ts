/** A model's price, in micro-dollars per million tokens. */
export interface ModelPriceSeed {
  model: string;
  inputMicroUsdPerMillion: bigint;
  outputMicroUsdPerMillion: bigint;
}

const price = (model: string, inputUsd: number, outputUsd: number): ModelPriceSeed => ({
  model,
  inputMicroUsdPerMillion: BigInt(Math.round(inputUsd * 1_000_000)),
  outputMicroUsdPerMillion: BigInt(Math.round(outputUsd * 1_000_000)),
});

/** List prices in dollars per million tokens (input, output); they never overwrite an operator's own row. */
export const modelPrices: ModelPriceSeed[] = [
  price('gpt-4o-mini', 0.15, 0.6),
  price('gpt-4o', 2.5, 10),
  price('gpt-4.1', 2, 8),
  price('gpt-4.1-mini', 0.4, 1.6),
  price('gpt-4.1-nano', 0.1, 0.4),
  price('gpt-5', 1.25, 10),
  price('gpt-5-mini', 0.25, 2),
  price('gpt-5-nano', 0.05, 0.4),
  price('o4-mini', 1.1, 4.4),
  price('claude-opus-4-5', 5, 25),
  price('claude-opus-4-1', 15, 75),
  price('claude-sonnet-4-5', 3, 15),
  price('claude-haiku-4-5', 1, 5),
  price('claude-3-5-haiku-latest', 0.8, 4),
  price('gemini-2.5-flash', 0.3, 2.5),
  price('gemini-2.5-flash-lite', 0.1, 0.4),
  price('text-embedding-3-small', 0.02, 0),
  price('text-embedding-3-large', 0.13, 0),
  price('text-embedding-ada-002', 0.1, 0),
  // The demo model is known to cost nothing.
  price('demo', 0, 0),
];
