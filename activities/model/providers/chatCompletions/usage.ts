import type { TokenUsage } from '../../../../workflows/domain/cost.ts';
import { isFields } from './contentParts.ts';

/** More than any window holds, and what a column of the ledger takes. */
const MAX_TOKENS = 2_000_000_000;

/** The usage in a piece; the newest one counts. Null if the piece has none. Groq has a field of its own. */
export function readUsage(
  piece: Record<string, unknown>,
): { stored: object; tokens: TokenUsage | null } | null {
  const inner = isFields(piece.x_groq) ? piece.x_groq.usage : undefined;
  const usage = isFields(piece.usage) ? piece.usage : inner;
  if (!isFields(usage)) return null;
  const promptTokens = count(usage.prompt_tokens ?? usage.input_tokens);
  const completionTokens = count(usage.completion_tokens ?? usage.output_tokens);
  const isKnown = promptTokens !== null && completionTokens !== null;
  return { stored: usage, tokens: isKnown ? { promptTokens, completionTokens } : null };
}

function count(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return null;
  return Math.min(Math.round(value), MAX_TOKENS);
}
