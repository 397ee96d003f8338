/** The least that servers of this protocol take at once is near this; OpenAI takes 2,048. */
export const MOST_TEXTS_AT_ONCE = 64;
/** A fifth of what OpenAI takes at once, so that an estimate that is far off still fits, and an answer does not take long. */
export const MOST_TOKENS_AT_ONCE = 60_000;

/** Texts in the parts in which they are sent, in their order. A text that alone is more than a part may hold is a part by itself. */
export function embeddingBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let tokens = 0;
  for (const text of texts) {
    const more = estimatedTokens(text);
    const isFull = batch.length >= MOST_TEXTS_AT_ONCE || tokens + more > MOST_TOKENS_AT_ONCE;
    if (isFull && batch.length > 0) {
      batches.push(batch);
      batch = [];
      tokens = 0;
    }
    batch.push(text);
    tokens += more;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** How many tokens a text has, rather too many than too few: a third of the ASCII characters, and all others. */
export function estimatedTokens(text: string): number {
  let others = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) others++;
  return Math.ceil((text.length - others) / 3) + others;
}
