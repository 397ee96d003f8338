import type { Transaction } from '../../platform/database.ts';
import type { HumanTask, Resolution } from '../../workflows/domain/tasks/registry.ts';

/**
 * The inbox's copy of an open task. One that this run has opened already stays; one that another run left behind is
 * opened anew, and belongs to the run that asks now.
 */
export async function openTaskRow(
  transaction: Transaction,
  row: {
    projectId: string;
    conversationId: string;
    task: HumanTask;
    detail: object;
    runId: string;
    revision: bigint;
  },
): Promise<void> {
  const { projectId, conversationId, task, runId, revision } = row;
  const here = { id: task.id, projectId, conversationId };
  const known = await transaction.humanTask.findUnique({ where: here });
  if (known !== null) {
    if (known.runId === runId && known.state !== 'withdrawn') return;
    const open = { state: 'open', decision: null, answeredBy: null, submissionId: null, closedAt: null };
    await transaction.humanTask.update({ where: here, data: { ...open, runId, revision } });
    return;
  }
  await transaction.humanTask.create({
    data: {
      ...here,
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

/**
 * Closes the row with what was decided and by whom. Returns whether it was open until now, as far as this run knows:
 * what a run decided that an operator has reset does not count.
 */
export async function closeTaskRow(
  transaction: Transaction,
  row: {
    projectId: string;
    conversationId: string;
    taskId: string;
    resolution: Resolution;
    runId: string;
    revision: bigint;
  },
): Promise<boolean> {
  const { projectId, conversationId, taskId, resolution, runId, revision } = row;
  const person = resolution.by === 'person';
  const { count } = await transaction.humanTask.updateMany({
    where: { id: taskId, projectId, conversationId, OR: [{ state: 'open' }, { runId: { not: runId } }] },
    data: {
      runId,
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
