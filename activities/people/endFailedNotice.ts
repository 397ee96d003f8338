import type { Database } from '../../platform/database.ts';
import type { NoticeRef } from '../../workflows/contracts/notices.ts';
import { goingNoticeStates } from '../../workflows/domain/notices/noticeStates.ts';

/**
 * Ends a run of a notice that did not go out. Whether an attempt that nobody has closed arrived is unknown. One that has ended, or
 * whose next run has begun, stays as it is.
 */
export async function endFailedNotice(
  database: Database,
  { projectId, noticeId, run }: NoticeRef,
  failure: { type: string; message: string },
): Promise<void> {
  const now = new Date();
  const going = { state: { in: [...goingNoticeStates] } };
  await database.$transaction([
    database.noticeDelivery.updateMany({
      where: { noticeId, projectId, run, state: 'open', notice: going },
      data: { state: 'unknown', endedAt: now },
    }),
    database.notice.updateMany({
      where: { id: noticeId, projectId, run, ...going },
      data: {
        state: 'failed',
        failureType: failure.type,
        failureMessage: failure.message,
        updatedAt: now,
        endedAt: now,
      },
    }),
  ]);
}
