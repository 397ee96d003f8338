import type { Database } from '../../platform/database.ts';
import type { ScheduleActivities } from '../../workflows/contracts/schedules/scheduledRun.ts';
import { endScheduledRun } from '../transcript/endScheduledRun.ts';
import { firstRunEnd } from '../transcript/firstRunEnd.ts';
import { wokenRunEnd } from '../transcript/wokenRunEnd.ts';
import { createBeginScheduledRun } from './beginScheduledRun.ts';

/** Every activity of a schedule's run. */
export function createScheduleActivities(clients: { database: Database }): ScheduleActivities {
  const { database } = clients;
  return {
    beginScheduledRun: createBeginScheduledRun(clients),

    hasConversationEnded: async ({ projectId, runId }) => {
      const run = await database.scheduledRun.findFirst({
        where: { id: runId, projectId },
        select: { conversationId: true, wakeUpId: true },
      });
      const wakeUpId = run?.wakeUpId ?? null;
      if (wakeUpId !== null) return (await wokenRunEnd(database, { projectId, wakeUpId })) !== null;
      const conversationId = run?.conversationId ?? null;
      return conversationId === null || (await firstRunEnd(database, { projectId, conversationId })) !== null;
    },

    endScheduledRun: async (ref) => {
      // Its workflow was ended from outside: the reconciler writes that down within a minute.
      if (!(await endScheduledRun(database, ref))) throw new Error('the conversation has not ended yet');
    },
  };
}
