import type { Transaction } from '../../platform/database.ts';
import type { HumanTask, Resolution } from '../../workflows/domain/tasks/registry.ts';
import { reviveTaskNotices } from '../people/noticeRows.ts';
import { withdrawTaskNotices } from '../transcript/taskNotices.ts';
import { replaceVotes, withdrawVotersNotices } from './taskVotes.ts';

/** The columns of a task that is open again, whatever was decided on it. */
export const REOPENED = {
  state: 'open',
  decision: null,
  answeredBy: null,
  submissionId: null,
  closedAt: null,
} as const;

/**
 * The inbox's copy of an open task. A task that this run has already opened stays; one that another run left behind
 * is reopened for the run that asks now. What a run that an operator has reset asks from this place on is withdrawn.
 * Returns whether it is new, open again, or stood there, and until when it waits.
 */
export async function openTaskRow(
  transaction: Transaction,
  row: {
    projectId: string;
    conversationId: string;
    task: HumanTask;
    detail: object;
    deadlineAtMs: number;
    runId: string;
    revision: bigint;
  },
): Promise<{ outcome: 'new' | 'reopened' | 'stands'; deadlineAt: Date | null }> {
  const { projectId, conversationId, task, runId, revision } = row;
  const here = { id: task.id, projectId, conversationId };
  await withdrawAbandoned(transaction, row);
  const known = await transaction.humanTask.findUnique({ where: here });
  if (known !== null) {
    const { deadlineAt } = known;
    if (known.runId === runId && known.state !== 'withdrawn') return { outcome: 'stands', deadlineAt };
    await transaction.humanTask.update({ where: here, data: { ...REOPENED, runId, revision } });
    const now = new Date();
    await reviveTaskNotices(transaction, { projectId, taskId: task.id }, now);
    await replaceVotes(transaction, { projectId, task });
    await withdrawVotersNotices(transaction, { projectId, task }, now);
    return { outcome: 'reopened', deadlineAt };
  }
  const deadlineAt = new Date(row.deadlineAtMs);
  await transaction.humanTask.create({
    data: {
      ...here,
      kind: task.kind,
      turn: task.turn,
      seq: task.seq,
      speaker: task.speaker,
      detail: row.detail,
      deadlineAt,
      onDeadline: task.onDeadline,
      runId,
      revision,
    },
  });
  return { outcome: 'new', deadlineAt };
}

/** A task that goes on in this run (after a continue-as-new) is opened again by it. */
async function withdrawAbandoned(
  transaction: Transaction,
  { projectId, conversationId, task, runId, revision }: Parameters<typeof openTaskRow>[1],
): Promise<void> {
  const abandoned = {
    projectId,
    conversationId,
    id: { not: task.id },
    runId: { not: runId },
    seq: { gte: task.seq },
    state: 'open',
  };
  const tasks = await transaction.humanTask.findMany({ where: abandoned, select: { id: true } });
  if (tasks.length === 0) return;
  const now = new Date();
  await transaction.humanTask.updateMany({
    where: abandoned,
    data: { state: 'withdrawn', closedAt: now, revision },
  });
  const ids = tasks.map(({ id }) => id);
  await withdrawTaskNotices(transaction, { projectId, taskId: { in: ids } }, now);
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
  const now = new Date();
  const { count } = await transaction.humanTask.updateMany({
    where: { id: taskId, projectId, conversationId, OR: [{ state: 'open' }, { runId: { not: runId } }] },
    data: {
      runId,
      state: person ? 'answered' : 'expired',
      decision: resolution.decision,
      answeredBy: person ? resolution.userId : null,
      submissionId: person ? resolution.submissionId : null,
      closedAt: now,
      revision,
    },
  });
  await withdrawTaskNotices(transaction, { projectId, taskId }, now);
  return count === 1;
}
