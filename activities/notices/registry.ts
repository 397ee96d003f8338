import type { NoticeActivities } from '../../workflows/contracts/notices.ts';
import { withAttemptLimit } from '../execution/attemptLimit.ts';
import { createDeliverNotice } from './deliverNotice.ts';
import { createFailNotice } from './failNotice.ts';
import { createPrepareNotice } from './prepareNotice.ts';

type Clients = Parameters<typeof createPrepareNotice>[0] & Parameters<typeof createDeliverNotice>[0];

/** Every activity of notices. */
export function createNoticeActivities(clients: Clients): NoticeActivities {
  return {
    prepareNotice: withAttemptLimit(createPrepareNotice(clients)),
    deliverNotice: withAttemptLimit(createDeliverNotice(clients)),
    failNotice: createFailNotice(clients),
  };
}
