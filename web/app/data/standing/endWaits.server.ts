import { contentUuid } from '../../../../platform/contentUuid.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { answerTask } from '../tasks/answerTask.server.ts';

/** More waits than this are never open at once, and a request is not repeated after as many others. */
const NEWEST = 100;

/**
 * Ends all that the agents of a conversation wait for by `wait_until`, for a person who wakes it: the same key ends what it ended
 * once. `text`: what the agents read with the person's name. Null: nothing of it waits, or the project has no such conversation.
 */
export async function endWaits(
  scope: ProjectScope,
  userId: string,
  { conversationId, key, text }: { conversationId: string; key: string; text: string | null },
): Promise<'done' | 'handed_in' | 'differs' | null> {
  const waits = await services().database.humanTask.findMany({
    where: { projectId: scope.projectId, conversationId, kind: 'wait' },
    orderBy: { openedAt: 'desc' },
    take: NEWEST,
    select: { id: true, state: true, submissionId: true },
  });
  const handedIn = waits.map((wait) => ({ ...wait, derived: contentUuid(JSON.stringify([wait.id, key])) }));
  const repeated = handedIn.filter(({ submissionId, derived }) => submissionId === derived);
  const ended = repeated.length > 0 ? repeated : handedIn.filter(({ state }) => state === 'open');
  let outcome: 'done' | 'handed_in' | 'differs' | null = null;
  for (const { id: taskId, derived: submissionId } of ended) {
    const result = await answerTask(scope, userId, { taskId, decision: 'wake', submissionId, text });
    if (result?.outcome === 'differs') return 'differs';
    // One that is over by now leaves the others to decide what became of this.
    if (result?.outcome === 'done') outcome ??= 'done';
    else if (result?.outcome === 'handed_in') outcome = 'handed_in';
  }
  return outcome;
}
