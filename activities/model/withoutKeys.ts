/** The longest part of a provider's own words that is kept. */
const MESSAGE_LIMIT = 1_000;

/** A sentence of a provider's without anything that looks like a key: OpenAI repeats parts of a wrong one. */
export function withoutKeys(message: string): string {
  return message
    .slice(0, 2 * MESSAGE_LIMIT)
    .replace(/\b(sk|pk|key|rk)-[\w*.-]{4,}/gi, '[key]')
    .replace(/\b(gsk|hf)_[\w*]{4,}|\bAIza[\w*-]{20,}/g, '[key]')
    .replace(/Bearer\s+\S+/gi, 'Bearer [key]')
    .slice(0, MESSAGE_LIMIT);
}
