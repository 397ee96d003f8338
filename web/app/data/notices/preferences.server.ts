import { DEFAULT_PACE, type MailPace, mailPaces } from '../../../../workflows/domain/notices/noticeStates.ts';
import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

export interface NoticePreference {
  mailPace: MailPace;
  /** IANA. */
  timeZone: string;
}

/** How often a person wants mails of the project. */
export async function readPreference({ projectId }: ProjectScope, userId: string): Promise<NoticePreference> {
  const row = await services().database.noticePreference.findFirst({ where: { projectId, userId } });
  return row === null
    ? { mailPace: DEFAULT_PACE, timeZone: 'UTC' }
    : { mailPace: oneOf(mailPaces, row.mailPace), timeZone: row.timeZone };
}

/** It counts for what comes from now on. */
export async function savePreference(
  { projectId }: ProjectScope,
  userId: string,
  preference: NoticePreference,
): Promise<void> {
  await services().database.noticePreference.upsert({
    where: { projectId_userId: { projectId, userId } },
    create: { projectId, userId, ...preference },
    update: { ...preference, updatedAt: new Date() },
  });
}
