import type { ApiConversation, ApiRun } from '../workflows/contracts/api/conversations.ts';
import { plainText } from './plainText.ts';

/** A conversation's state or outcome, in one line. */
export function endText({ run, state, stopReason, totals }: ApiConversation): string {
  const which = run === 0 ? '' : `${runName(run)} `;
  const reason = stopReason === null ? '' : `: ${stopReason}`;
  const tokens = totals.promptTokens + totals.completionTokens;
  return plainText(`${which}${state}${reason} (${String(totals.turns)} turns, ${String(tokens)} tokens)`);
}

/** The outcome of an earlier run, in one line. */
export function runEndText({ run, state, stopReason }: ApiRun): string {
  const reason = stopReason === null ? '' : `: ${stopReason}`;
  return plainText(`${runName(run)} ${state ?? 'ended'}${reason}`);
}

function runName(run: number): string {
  return `Run ${String(run + 1)}`;
}
