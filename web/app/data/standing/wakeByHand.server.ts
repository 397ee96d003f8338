import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { wakeConversation, type WakeResult } from './wakeConversation.server.ts';

/** Wakes a conversation because a person says so. Null if the project has no such conversation. */
export async function wakeByHand(
  scope: ProjectScope,
  userId: string,
  { conversationId, key }: { conversationId: string; key: string },
): Promise<WakeResult | null> {
  return wakeConversation(scope, { conversationId, source: 'by_hand', key, text: '', userId });
}
