import { isCancellation } from '@temporalio/workflow';
import type { NoticeOutcome, NoticeRef } from './contracts/notices.ts';
import { failureOf } from './failureOf.ts';
import { deliveryActivities, noticeActivities } from './noticeProxies.ts';

/**
 * Sends a notice: puts it into words, hands it over with retries for a day, and writes down what came of it. What was not
 * delivered stands on the page of notices, where a person may have it sent again.
 */
export async function sendNotice(input: NoticeRef): Promise<NoticeOutcome> {
  if (!(await noticeActivities.prepareNotice(input))) return 'withdrawn';
  try {
    await deliveryActivities.deliverNotice(input);
    return 'delivered';
  } catch (error) {
    if (isCancellation(error)) throw error;
    await noticeActivities.failNotice({ ...input, failure: failureOf(error) });
    return 'failed';
  }
}
