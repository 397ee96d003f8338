import { answerAgain } from './answerAgain.ts';
import type { ReconcilerClients } from './reconciler.ts';
import { reopenWhereItRuns } from './reopenReset.ts';

// Temporal may know less than our rows do: after a power cut, or where an older copy of its data was restored. What
// activities have stored they find again under their own keys; what people had done it has to be told again.

/** How many of the conversations that ended last, and of those that were answered last, are looked at. */
const LOOKED_AT = 200;

/**
 * Compares the most recent changes of our rows with the workflows. Ended conversations whose workflow continues are
 * reopened, and answers that a workflow has lost are submitted again. Runs once when a worker starts, since only the
 * crash or restore of a whole machine makes it necessary.
 */
export async function catchUp(clients: ReconcilerClients): Promise<void> {
  await reopenEnded(clients);
  const answered = await clients.database.humanTask.findMany({
    where: {
      state: { not: 'open' },
      conversation: { endedAt: null, state: { in: ['waiting', 'parked', 'paused', 'sleeping'] } },
    },
    orderBy: { closedAt: 'desc' },
    take: LOOKED_AT,
    select: { conversation: { select: { id: true, projectId: true, run: true } } },
  });
  const rows = new Map(answered.map(({ conversation }) => [conversation.id, conversation]));
  for (const row of rows.values()) await answerAgain(clients, row);
}

async function reopenEnded(clients: ReconcilerClients): Promise<void> {
  const rows = await clients.database.conversation.findMany({
    where: { endedAt: { not: null } },
    orderBy: { endedAt: 'desc' },
    take: LOOKED_AT,
    select: { id: true, projectId: true, run: true },
  });
  for (const row of rows) await reopenWhereItRuns(clients, row);
}
