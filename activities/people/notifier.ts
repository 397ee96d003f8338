import type { FailureType } from '../../workflows/contracts/failures.ts';
import type { Json } from '../../workflows/domain/json.ts';
import type { MailContent } from '../../workflows/domain/notices/mailContent.ts';
import type { NotifierKind } from '../../workflows/domain/notices/noticeStates.ts';

/** A mail to one person. */
export interface MailMessage {
  noticeId: string;
  to: { name: string; address: string };
  language: string;
  content: MailContent;
}

/** What a program is told. */
export interface WebhookMessage {
  noticeId: string;
  url: string;
  /** NAME of COLLOQUY_SECRET_NAME, with which it is signed. */
  secretName: string;
  body: Json;
}

/** What each kind of notifier carries. */
export interface MessagesByNotifier {
  email: MailMessage;
  outbox: MailMessage;
  webhook: WebhookMessage;
}

/**
 * A way to tell people, or programs, of something. `deliver` hands the message over once and returns what the other side said.
 * Throws NotDelivered. A message that is handed over again has the same id, by which the other side may know it.
 */
export interface Notifier<Kind extends NotifierKind> {
  deliver(message: MessagesByNotifier[Kind], signal: AbortSignal): Promise<string>;
}

/** A message was not handed over; whether it is worth trying again is in its type. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
  readonly type: NotDeliveredType;
  /** How long the other side asks to wait; null: it does not say. */
  readonly retryAfterMs: number | null;

  constructor(
    type: NotDeliveredType,
    message: string,
    { retryAfterMs = null, cause }: { retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.type = type;
    this.retryAfterMs = retryAfterMs;
  }
}

export type NotDeliveredType = Extract<FailureType, `notice_${string}`>;
