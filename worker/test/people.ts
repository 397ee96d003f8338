import type { PersonDecision } from '../../workflows/domain/tasks/registry.ts';
import { answerTaskUpdate, postMessageUpdate } from '../../workflows/messages.ts';
import type { Colloquy } from './colloquy.ts';
import { eventually } from './transcript.ts';

/** Waits until a conversation waits for a person; `but` is a task that may still be open. */
export async function openTask(
  { database }: Colloquy,
  conversationId: string,
  but: string[] = [],
  timeoutMs?: number,
) {
  const task = await eventually(
    () =>
      database.humanTask.findFirst({
        where: { conversationId, state: 'open', id: { notIn: but } },
        orderBy: { openedAt: 'asc' },
      }),
    (found) => found !== null,
    timeoutMs,
  );
  if (task === null) throw new Error('No task is open');
  return task;
}

/** Decides as a person does: a submission first, then the update. */
export async function answer(
  colloquy: Colloquy,
  conversationId: string,
  taskId: string,
  decision: PersonDecision,
  { words = '', run = 0, userId = 'user-1' }: { words?: string; run?: number; userId?: string } = {},
): Promise<void> {
  const submissionId = await colloquy.submit(conversationId, words);
  await colloquy.handle(conversationId, run).executeUpdate(answerTaskUpdate, {
    updateId: submissionId,
    args: [{ taskId, decision, submissionId, userId }],
  });
}

export async function post(colloquy: Colloquy, conversationId: string, words: string): Promise<void> {
  const submissionId = await colloquy.submit(conversationId, words);
  const args: [{ submissionId: string; userId: string }] = [{ submissionId, userId: 'user-1' }];
  await colloquy.handle(conversationId).executeUpdate(postMessageUpdate, { updateId: submissionId, args });
}
