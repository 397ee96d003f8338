import type { ConversationState } from '../domain/conversation/state.ts';
import { upgradeState } from '../domain/conversation/upgrade.ts';
import { conversationStateSchema } from './conversation.ts';

/** A control state from a row, also as an earlier version stored it; null if there is none. */
export function storedState(stored: unknown): ConversationState | null {
  if (stored === null || stored === undefined) return null;
  return conversationStateSchema.parse(upgradeState(stored as ConversationState));
}
