import type { NotifierKind } from '../../workflows/domain/notices/noticeStates.ts';
import type { Notifier } from './notifier.ts';
import { createEmailNotifier, type MailServer } from './notifiers/email.ts';
import { outbox } from './notifiers/outbox.ts';
import { createWebhookNotifier, type WebhookClients } from './notifiers/webhook.ts';

/** Every way to tell people of something. Without a mail server there is no e-mail. */
export type Notifiers = { [Kind in Exclude<NotifierKind, 'email'>]: Notifier<Kind> } & {
  email: Notifier<'email'> | null;
};

/** The notifiers as the operator has set them up. `close` ends their connections. */
export function openNotifiers({
  mailServer,
  ...clients
}: WebhookClients & { mailServer: MailServer | null }): { notifiers: Notifiers; close: () => void } {
  const email = mailServer === null ? null : createEmailNotifier(mailServer);
  const notifiers = {
    email,
    webhook: createWebhookNotifier(clients),
    outbox,
  } satisfies Notifiers;
  return { notifiers, close: () => email?.close() };
}
