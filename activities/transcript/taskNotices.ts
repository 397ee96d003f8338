import type { Transaction } from '../../platform/database.ts';

/** Withdraws what waits to go out about these tasks: nobody is asked any more. */
export async function withdrawTaskNotices(
  transaction: Transaction,
  tasks:
    | { projectId: string; taskId: string | { in: string[] }; userId?: { in: string[] } }
    | { projectId: string; task: { projectId: string; conversationId: string; state: string } },
  now: Date,
): Promise<void> {
  await transaction.notice.updateMany({
    where: { ...tasks, state: 'waiting' },
    data: { state: 'withdrawn', updatedAt: now, endedAt: now },
  });
}
