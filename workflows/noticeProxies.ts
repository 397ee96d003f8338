import { proxyActivities } from '@temporalio/workflow';
import { finalFailures } from './contracts/failures.ts';
import type { NoticeActivities } from './contracts/notices.ts';
import { triedForDays } from './triedForDays.ts';

/** From ten seconds to half an hour apart, for about a day: a mail server may be away over night. */
export const deliveryActivities = proxyActivities<Pick<NoticeActivities, 'deliverNotice'>>({
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '10 seconds',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: {
    initialInterval: '10 seconds',
    backoffCoefficient: 2,
    maximumInterval: '30 minutes',
    maximumAttempts: 55,
    nonRetryableErrorTypes: finalFailures,
  },
});

/** Short writes, tried for days while the database is away. */
export const noticeActivities = proxyActivities<Pick<NoticeActivities, 'prepareNotice' | 'failNotice'>>({
  startToCloseTimeout: '2 minutes',
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: triedForDays,
});
