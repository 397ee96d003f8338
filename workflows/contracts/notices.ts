import { z } from 'zod';
import type { MailContent } from '../domain/notices/mailContent.ts';

/** Which notice an activity works for. */
export interface NoticeRef {
  projectId: string;
  noticeId: string;
  /** Which time it is sent, from 0: a person may have it sent again. */
  run: number;
}

/** How a notice's workflow ends. */
export type NoticeOutcome = 'delivered' | 'withdrawn' | 'failed';

/** What the workflow of a notice has done. Each may be called again, and then does nothing twice. */
export interface NoticeActivities {
  /**
   * Puts the notice into words, in its reader's language, unless there is nothing left to tell: then it is withdrawn, and this
   * returns false.
   */
  prepareNotice(input: NoticeRef): Promise<boolean>;
  /**
   * Hands the notice over, once; each attempt is written down. Fails with `notice_unavailable` where trying again can help, with
   * `notice_refused` or `notice_misconfigured` where it can't.
   */
  deliverNotice(input: NoticeRef): Promise<void>;
  /** Writes down that the notice was not delivered, and why. */
  failNotice(input: NoticeRef & { failure: { type: string; message: string } }): Promise<void>;
}

const link = { label: z.string(), href: z.string() };

/** The words of a mail, as they are stored. */
export const mailContentSchema: z.ZodType<MailContent> = z.object({
  subject: z.string(),
  sections: z.array(z.object({ lines: z.array(z.string()), link: z.object(link).nullable() })),
  footer: z.object({ ...link, before: z.string() }),
});
