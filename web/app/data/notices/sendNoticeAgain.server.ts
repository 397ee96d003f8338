import { resendableStates } from '../../../../workflows/domain/notices/noticeStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { type NoticeReader, visibleTo } from './readNotices.server.ts';

/**
 * Has a notice sent again that has failed or was kept, as its next run; the worker finds its row. "refused": it is under way, was
 * sent, or tells of nothing any more. "not_found": the reader may not see one of this id.
 */
export async function sendNoticeAgain(
  scope: ProjectScope,
  reader: NoticeReader,
  noticeId: string,
): Promise<'again' | 'refused' | 'not_found'> {
  return services().database.$transaction(async (transaction) => {
    const here = { id: noticeId, ...visibleTo(scope, reader) };
    const { count } = await transaction.notice.updateMany({
      where: { ...here, state: { in: [...resendableStates] } },
      data: { state: 'starting', run: { increment: 1 }, updatedAt: new Date(), endedAt: null },
    });
    if (count === 0) return (await transaction.notice.count({ where: here })) === 0 ? 'not_found' : 'refused';
    await recordAudit(transaction, scope, {
      userId: reader.userId,
      action: 'notice.send_again',
      subjectType: 'notice',
      subjectId: noticeId,
    });
    return 'again';
  });
}
