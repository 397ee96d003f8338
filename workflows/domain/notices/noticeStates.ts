// The values of columns of notices and their deliveries: each list once, as in recordStates.ts.

/** What a notice tells a person, or a program, of. */
export const noticeKinds = ['task_opened', 'task_reminder', 'task_escalated', 'digest'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A notice about one task; a digest is about several. */
export type TaskNoticeKind = Exclude<NoticeKind, 'digest'>;

/** By which way a notice is meant to go. */
export const noticeChannels = ['email', 'webhook'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** What can carry a notice; `outbox` keeps a mail in the app where no mail server is set up. */
export const notifierKinds = ['email', 'webhook', 'outbox'] as const;
export type NotifierKind = (typeof notifierKinds)[number];

/**
 * waiting: for its time. gathered: its digest tells of it. starting: its workflow is to begin. sending: it is under way.
 * sent: it was accepted. kept: it stands in the outbox, as no mail server is set up. failed: it was not delivered, and why.
 * withdrawn: there was nothing left to tell.
 */
export const noticeStates = [
  'waiting',
  'gathered',
  'starting',
  'sending',
  'sent',
  'kept',
  'failed',
  'withdrawn',
] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Of a notice that a workflow sends, or is about to. */
export const goingNoticeStates = ['starting', 'sending'] as const satisfies readonly NoticeState[];

/** Of a notice that goes out, or will. */
export const openNoticeStates = ['waiting', ...goingNoticeStates] as const satisfies readonly NoticeState[];

/** Of a notice that a person may have sent again. */
export const resendableStates = ['kept', 'failed'] as const satisfies readonly NoticeState[];

/** Whether a person may have a notice in this state sent again. */
export function mayBeResent(state: NoticeState): boolean {
  return resendableStates.some((resendable) => resendable === state);
}

/**
 * How an attempt at a delivery stands. failed: it is tried again. refused: it is not. unknown: its worker died, and it may have
 * been delivered.
 */
export const deliveryStates = ['open', 'accepted', 'failed', 'refused', 'unknown'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** How soon a person gets their mail. */
export const mailPaces = ['at_once', 'hourly', 'daily', 'none'] as const;
export type MailPace = (typeof mailPaces)[number];

/** Of a person who has chosen nothing. */
export const DEFAULT_PACE: MailPace = 'at_once';
