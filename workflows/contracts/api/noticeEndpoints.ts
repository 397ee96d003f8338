import { id } from './fields.ts';
import { listNoticesQuery, noticePageSchema, sentAgainSchema, wholeNoticeSchema } from './notices.ts';

/** The endpoints of notices, by their operation id. */
export const noticeEndpoints = {
  listNotices: {
    method: 'get',
    path: '/notices',
    tag: 'Notices',
    summary: 'Lists notices about tasks, the newest first',
    description:
      'Mails and messages to webhooks: those of the whole project for an owner, else your own. Those that a digest tells of are listed only by their state, `gathered`.',
    params: {},
    query: listNoticesQuery,
    response: noticePageSchema,
    refusals: [],
  },
  readNotice: {
    method: 'get',
    path: '/notices/{noticeId}',
    tag: 'Notices',
    summary: 'Reads a notice with the log of its deliveries',
    params: { noticeId: id },
    response: wholeNoticeSchema,
    refusals: [404],
  },
  sendNoticeAgain: {
    method: 'post',
    path: '/notices/{noticeId}/send-again',
    tag: 'Notices',
    summary: 'Sends a notice again that has failed or was kept',
    params: { noticeId: id },
    response: sentAgainSchema,
    refusals: [404, 409],
  },
} as const;
