import type { Transaction } from '../../platform/database.ts';
import type { HumanTask, Resolution } from '../../workflows/domain/task.ts';

/** The inbox's copy of an open task. One that is there already stays, and belongs to the run that asks now. */
export async function openTaskRow(
  transaction: Transaction,
  row: { projectId: string; conversationId: string; task: HumanTask; detail: object; runId: string; revision: bigint },
): Promise<void> {
  const { task, runId, revision } = row;
  const known = await transaction.humanTask.findUnique({ where: { id: task.id } });
  if (known !== null) {
    const state = known.state === 'withdrawn' ? 'open' : known.state;
    await transaction.humanTask.update({ where: { id: task.id }, data: { runId, state, revision } });
    return;
  }
  await transaction.humanTask.create({
    data: {
      id: task.id,
      projectId: row.projectId,
      conversationId: row.conversationId,
      kind: task.kind,
      turn: task.turn,
      seq: task.seq,
      speaker: task.speaker,
      detail: row.detail,
      deadlineAt: new Date(task.deadlineAtMs),
      onDeadline: task.onDeadline,
      runId,
      revision,
    },
  });
}

/** Closes the row with what was decided and by whom. Returns whether it was open until now. */
export async function closeTaskRow(
  transaction: Transaction,
  row: { taskId: string; resolution: Resolution; revision: bigint },
): Promise<boolean> {
  const { taskId, resolution, revision } = row;
  const person = resolution.by === 'person';
  const { count } = await transaction.humanTask.updateMany({
    where: { id: taskId, state: 'open' },
    data: {
      state: person ? 'answered' : 'expired',
      decision: resolution.decision,
      answeredBy: person ? resolution.userId : null,
      submissionId: person ? resolution.submissionId : null,
      closedAt: new Date(),
      revision,
    },
  });
  return count === 1;
}
