import { listNotices, type NoticeReader, readNotice } from '../../app/data/notices/readNotices.server.ts';
import { sendNoticeAgain } from '../../app/data/notices/sendNoticeAgain.server.ts';
import type { TokenHolder } from '../../app/data/tokens/findTokenHolder.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';

/** The operations on notices. */
export const noticeOperations: Pick<OperationHandlers, 'listNotices' | 'readNotice' | 'sendNoticeAgain'> = {
  listNotices: async ({ holder, query: { state, page } }) => {
    const list = await listNotices(holder.scope, readerOf(holder), { state, page, search: '' });
    return { body: { notices: list.rows, page: list.page, pages: list.pages } };
  },

  readNotice: async ({ holder, params: { noticeId } }) => {
    const notice = await readNotice(holder.scope, readerOf(holder), noticeId);
    if (notice === null) throw notFound('notice');
    return { body: notice };
  },

  sendNoticeAgain: async ({ holder, params: { noticeId } }) => {
    const outcome = await sendNoticeAgain(holder.scope, readerOf(holder), noticeId);
    if (outcome === 'not_found') throw notFound('notice');
    if (outcome === 'refused') {
      throw new Problem({
        kind: 'not_resendable',
        status: 409,
        title: 'The notice cannot be sent again now',
        detail: 'It can be once its state is failed or kept.',
      });
    }
    return { body: { outcome } };
  },
};

function readerOf({ userId, isOwner }: TokenHolder): NoticeReader {
  return { userId, isOwner };
}
