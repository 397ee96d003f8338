import type { Notifier } from '../notifier.ts';

/** Keeps mails in the app, where no mail server is set up: the notice's row is all that there is. */
export const outbox: Notifier<'outbox'> = {
  deliver: () => Promise.resolve('Kept in the outbox: no mail server is set up (SMTP_URL)'),
};
