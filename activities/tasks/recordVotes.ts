import type { Database } from '../../platform/database.ts';
import type { RecordVotesInput } from '../../workflows/contracts/activityTypes.ts';
import type { HumanTask } from '../../workflows/domain/tasks/registry.ts';
import { currentExecution } from '../execution/execution.ts';
import { raiseRevision } from '../transcript/watchers.ts';
import { REOPENED } from './taskRows.ts';
import { replaceVotes, withdrawVotersNotices } from './taskVotes.ts';

/** See ConversationActivities.recordVotes. */
export function createRecordVotes({ database }: { database: Database }) {
  return async (input: RecordVotesInput): Promise<void> => {
    const { projectId, conversationId, task } = input;
    const { runId } = currentExecution();
    await database.$transaction(async (transaction) => {
      const revision = await raiseRevision(transaction, input);
      const here = { id: task.id, projectId, conversationId };
      const row = await transaction.humanTask.findUniqueOrThrow({ where: here, include: { votes: true } });
      // What a run has written that an operator has reset does not count.
      const isOurs = row.runId === runId;
      if (isOurs && (row.state !== 'open' || row.votes.some((vote) => isNewer(vote, task)))) return;
      await transaction.humanTask.update({
        where: here,
        data: isOurs ? { revision } : { ...REOPENED, runId, revision },
      });
      await replaceVotes(transaction, { projectId, task });
      await withdrawVotersNotices(transaction, { projectId, task }, new Date());
    });
  };
}

/** Whether a vote came after those of a task: the attempt that brings them is late. */
function isNewer({ userId, votedAt }: { userId: string; votedAt: Date }, { votes = [] }: HumanTask): boolean {
  const vote = votes.find((each) => each.userId === userId);
  return vote === undefined || vote.atMs < votedAt.getTime();
}
