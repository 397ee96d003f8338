import type { Json } from '../../../../workflows/domain/json.ts';
import type { MailContent } from '../../../../workflows/domain/notices/mailContent.ts';
import type {
  DeliveryState,
  NoticeChannel,
  NoticeKind,
  NoticeState,
  NotifierKind,
} from '../../../../workflows/domain/notices/noticeStates.ts';

/** A notice in a list. Times are ISO 8601. */
export interface NoticeView {
  id: string;
  kind: NoticeKind;
  channel: NoticeChannel;
  state: NoticeState;
  /** Where it goes; of one that waits, where it would go now. */
  address: string;
  /** Null: it has not been put into words yet. */
  subject: string | null;
  taskId: string | null;
  dueAt: string | null;
  failureMessage: string | null;
  createdAt: string;
}

/** A notice with its words and its log. */
export interface WholeNotice extends NoticeView {
  mail: MailContent | null;
  /** Of a webhook: the body that is posted. */
  body: Json;
  deliveries: DeliveryView[];
}

/** An attempt to deliver a notice. */
export interface DeliveryView {
  id: string;
  attempt: number;
  notifier: NotifierKind;
  state: DeliveryState;
  answer: string | null;
  startedAt: string;
}
