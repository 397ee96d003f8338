import { proxyActivities } from '@temporalio/workflow';
import type { ScheduleActivities } from './contracts/schedules/scheduledRun.ts';
import { triedForDays } from './triedForDays.ts';

/** Short writes, tried for days while the database is away, or until a conversation's end stands in its row. */
export const scheduleActivities = proxyActivities<ScheduleActivities>({
  startToCloseTimeout: '15 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: triedForDays,
});
