import type { ApiConversation } from '../workflows/contracts/api/conversations.ts';
import { plainText } from './plainText.ts';

/** How a conversation stands, or how it ended, in one line. */
export function endText({ state, stopReason, totals }: ApiConversation): string {
  const reason = stopReason === null ? '' : `: ${stopReason}`;
  const tokens = totals.promptTokens + totals.completionTokens;
  return plainText(`${state}${reason} (${String(totals.turns)} turns, ${String(tokens)} tokens)`);
}
