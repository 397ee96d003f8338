import type { Transaction } from '../../platform/database.ts';
import type { HumanTask } from '../../workflows/domain/tasks/registry.ts';
import { withdrawTaskNotices } from '../transcript/taskNotices.ts';

interface TaskOfProject {
  projectId: string;
  task: HumanTask;
}

/** Makes the votes in a task's row those that the workflow knows: others are of a run that was abandoned. */
export async function replaceVotes(
  transaction: Transaction,
  { projectId, task }: TaskOfProject,
): Promise<void> {
  if (task.quorum === undefined) return;
  const votes = (task.votes ?? []).map(({ userId, decision, submissionId, atMs }) => ({
    projectId,
    taskId: task.id,
    userId,
    decision,
    submissionId,
    votedAt: new Date(atMs),
  }));
  await transaction.taskVote.deleteMany({ where: { projectId, taskId: task.id } });
  await transaction.taskVote.createMany({ data: votes });
}

/** Those who have voted are not reminded, as they are not waited for. */
export async function withdrawVotersNotices(
  transaction: Transaction,
  { projectId, task }: TaskOfProject,
  now: Date,
): Promise<void> {
  const voters = (task.votes ?? []).map(({ userId }) => userId);
  if (voters.length === 0) return;
  await withdrawTaskNotices(transaction, { projectId, taskId: task.id, userId: { in: voters } }, now);
}
