import type { Database } from '../../platform/database.ts';
import type { NoticeActivities } from '../../workflows/contracts/notices.ts';
import { endFailedNotice } from '../people/endFailedNotice.ts';

/** See NoticeActivities.failNotice. */
export function createFailNotice({ database }: { database: Database }): NoticeActivities['failNotice'] {
  return ({ failure, ...ref }) => endFailedNotice(database, ref, failure);
}
