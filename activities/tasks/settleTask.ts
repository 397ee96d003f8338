import type { Database } from '../../platform/database.ts';
import type { SettleTaskInput } from '../../workflows/contracts/activityTypes.ts';
import type { MessageFacts } from '../../workflows/domain/message.ts';
import { endsTurn } from '../../workflows/domain/tasks/registry.ts';
import { currentExecution } from '../execution/execution.ts';
import { factsFor } from '../transcript/facts.ts';
import { readSubmission } from '../transcript/submissions.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { raiseRevision } from '../transcript/watchers.ts';
import { workOf } from './registry.ts';
import { closeTaskRow } from './taskRows.ts';
import { replaceVotes } from './taskVotes.ts';

/** See ConversationActivities.settleTask. */
export function createSettleTask(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: SettleTaskInput): Promise<MessageFacts | null> => {
    const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
    const execution = currentExecution();
    const message = await clients.database.$transaction(async (transaction) => {
      const { projectId, conversationId, task, resolution } = input;
      const revision = await raiseRevision(transaction, input);
      const isFirst = await closeTaskRow(transaction, {
        projectId,
        conversationId,
        taskId: task.id,
        resolution,
        runId: execution.runId,
        revision,
      });
      if (isFirst) await replaceVotes(transaction, { projectId, task });
      const submissionId = resolution.by === 'person' ? resolution.submissionId : '';
      const handedIn = () => readSubmission(transaction, { projectId, conversationId, submissionId });
      const settling = { ...input, execution, revision, handedIn };
      const work = workOf(task.kind);
      const settled = isFirst
        ? await work.carryOut(transaction, settling)
        : await work.message?.(transaction, settling);
      const turnCount = endsTurn(task, resolution) ? task.turn + 1 : 0;
      const here = { id: conversationId, projectId };
      await transaction.conversation.update({ where: here, data: { state: 'running' } });
      await transaction.conversation.updateMany({
        where: { ...here, turnCount: { lt: turnCount } },
        data: { turnCount },
      });
      return settled ?? null;
    });
    return message === null ? null : factsFor(team, input.task.scope ?? '', message);
  };
}
