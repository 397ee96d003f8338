import { roleFor } from './roles/registry.ts';
import { readSituation } from './situation.ts';
import type { ChatMessage } from './wire.ts';

/** The demo's answer to the conversation so far: the same for the same messages. */
export function answerTo(messages: readonly ChatMessage[]): string {
  const situation = readSituation(messages);
  return roleFor(situation).answer(situation);
}
