import type { Transaction } from '../../platform/database.ts';
import { writeWakeUp } from '../../platform/wakeUps.ts';
import type { RunRefusal } from '../../workflows/domain/schedules/states.ts';
import { textOfTask, wakingKey, wakingText } from '../../workflows/domain/schedules/waking.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { RunDate, WriteRun } from './writeRun.ts';

interface WakingSchedule {
  id: string;
  projectId: string;
  name: string;
  /** Null: the conversation was deleted. */
  wakesId: string | null;
  task: unknown;
}

/**
 * Writes what wakes a schedule's standing conversation at a date, with the date's run: the date is the wake-up's key, so that it happens
 * once. Returns why not; null: it has.
 */
export async function wakeStanding(
  transaction: Transaction,
  schedule: WakingSchedule,
  date: RunDate,
  writeRun: WriteRun,
): Promise<RunRefusal | null> {
  const { id: scheduleId, projectId, name, wakesId: conversationId } = schedule;
  if (conversationId === null) return 'conversation_deleted';
  const task = textOfTask(schedule.task as TaskMessage[]);
  if (task === null) return 'task_refused';
  const key = wakingKey(scheduleId, date.nominalAt);
  const written = await writeWakeUp(transaction, {
    projectId,
    conversationId,
    source: 'schedule',
    sourceId: scheduleId,
    sourceName: name,
    key,
    text: wakingText(task, date),
  });
  if (written.outcome === 'not_standing') return 'not_standing';
  if (written.outcome === 'full') return 'wake_ups_full';
  const { id: wakeUpId } = await transaction.wakeUp.findUniqueOrThrow({
    where: { conversationId_source_key: { conversationId, source: 'schedule', key }, projectId },
    select: { id: true },
  });
  await writeRun({ state: 'running', refusal: null, endedAt: null, startedAt: new Date(), wakeUpId });
  return null;
}
