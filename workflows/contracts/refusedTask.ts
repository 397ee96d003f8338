import { watchedAt } from '../domain/configAt.ts';
import { refuseTask } from '../domain/conversation/run.ts';
import { planOf } from '../domain/plan.ts';
import { factsOf } from '../domain/transcript/factsOf.ts';
import type { StartableConversation } from './conversationStart.ts';

/**
 * Why a team can't start a run with a task, as a sentence for the person who gives it; null if it can. Checked before
 * anything is written.
 */
export function refusedTask({
  team,
  task,
  ended,
}: Pick<StartableConversation, 'team' | 'task' | 'ended'>): string | null {
  const watched = watchedAt(team, '');
  return refuseTask(
    planOf(team),
    ended,
    task.map((message) => factsOf(message, watched, message.matches)),
  );
}
