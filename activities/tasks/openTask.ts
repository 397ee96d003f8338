import type { Database } from '../../platform/database.ts';
import type { OpenTaskInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import { kindOf } from '../../workflows/domain/tasks/registry.ts';
import { currentExecution } from '../execution/execution.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { raiseRevision } from '../transcript/watchers.ts';
import { workOf } from './registry.ts';
import { openTaskRow } from './taskRows.ts';

/** See ConversationActivities.openTask. */
export function createOpenTask(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: OpenTaskInput): Promise<void> => {
    const { projectId, conversationId, task } = input;
    const { runId } = currentExecution();
    const scope = task.scope ?? '';
    const team = configAt(await clients.readTeamVersion(projectId, input.teamVersionId), scope);
    const opening = { ...input, team, runId };
    const work = workOf(task.kind);
    const detail = await work.detail(clients.database, opening);
    await clients.database.$transaction(async (transaction) => {
      const revision = await raiseRevision(transaction, input);
      await transaction.conversation.update({
        where: { id: conversationId, projectId },
        data: { state: kindOf(task).whileOpen },
      });
      await work.opened?.(transaction, opening);
      await openTaskRow(transaction, {
        projectId,
        conversationId,
        task,
        detail: { ...detail, ...(scope === '' ? {} : { scope }) },
        runId,
        revision,
      });
    });
  };
}
