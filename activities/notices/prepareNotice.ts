import type { Database, Transaction } from '../../platform/database.ts';
import type { NoticeRef } from '../../workflows/contracts/notices.ts';
import type { Json } from '../../workflows/domain/json.ts';
import type { MailContent } from '../../workflows/domain/notices/mailContent.ts';
import {
  goingNoticeStates,
  noticeKinds,
  type TaskNoticeKind,
} from '../../workflows/domain/notices/noticeStates.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';
import { allTaskKinds } from '../../workflows/domain/tasks/registry.ts';
import { composeDigest, composeTaskMail, taskUrl, type ToldTask } from '../people/composeMail.ts';

/** What is written into a notice's row when it is put into words. */
interface Worded {
  address: string;
  subject: string;
  language: string | null;
  content: MailContent | Json;
}

/** See NoticeActivities.prepareNotice. */
export function createPrepareNotice({ database, appUrl }: { database: Database; appUrl: string }) {
  return ({ projectId, noticeId, run }: NoticeRef): Promise<boolean> =>
    database.$transaction(async (transaction) => {
      const here = { id: noticeId, projectId, run, state: { in: [...goingNoticeStates] } };
      const notice = await transaction.notice.findFirst({ where: here });
      if (notice === null) return false;
      const kind = oneOf(noticeKinds, notice.kind);
      const asked = await openTasksOf(transaction, notice);
      const [first] = asked;
      const now = new Date();
      const person = await findPerson(transaction, notice);
      const webhook =
        notice.webhookId === null
          ? null
          : await transaction.noticeWebhook.findFirst({ where: { id: notice.webhookId, projectId } });
      let worded: Worded | null = null;
      if (first !== undefined && webhook !== null && kind !== 'digest') {
        const content = webhookBody(kind, first, appUrl, notice.createdAt);
        worded = { address: webhook.url, subject: typeOf(kind), language: null, content };
      } else if (first !== undefined && person !== null) {
        const { language, content } =
          kind === 'digest'
            ? composeDigest(asked, person, { appUrl })
            : composeTaskMail(kind, first, person, { appUrl });
        worded = { address: person.address, subject: content.subject, language, content };
      }
      await transaction.notice.updateMany({
        where: here,
        data:
          worded === null
            ? { state: 'withdrawn', updatedAt: now, endedAt: now }
            : {
                ...worded,
                content: worded.content as object,
                state: 'sending',
                failureType: null,
                failureMessage: null,
                updatedAt: now,
              },
      });
      return worded !== null;
    });
}

/** The tasks that a notice tells of and that still wait, the most urgent first. */
async function openTasksOf(
  transaction: Transaction,
  { id, projectId, taskId }: { id: string; projectId: string; taskId: string | null },
): Promise<ToldTask[]> {
  const gathered = await transaction.notice.findMany({
    where: { projectId, digestId: id },
    select: { taskId: true },
  });
  const ids = [taskId, ...gathered.map((each) => each.taskId)].filter((each) => each !== null);
  const tasks = await transaction.humanTask.findMany({
    where: { id: { in: ids }, projectId, state: 'open' },
    orderBy: [{ deadlineAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }],
    select: {
      id: true,
      kind: true,
      speaker: true,
      deadlineAt: true,
      conversationId: true,
      conversation: {
        select: { title: true, teamVersion: { select: { team: { select: { name: true } } } } },
      },
    },
  });
  return tasks.map(({ kind, conversation, ...task }) => ({
    ...task,
    kind: oneOf(allTaskKinds, kind),
    conversation: conversation.title,
    team: conversation.teamVersion.team.name,
  }));
}

/** Whom a notice tells, while they are of the project. */
async function findPerson(
  transaction: Transaction,
  { projectId, userId }: { projectId: string; userId: string | null },
) {
  if (userId === null) return null;
  const member = await transaction.membership.findFirst({
    where: { projectId, userId },
    select: { user: { select: { email: true, language: true } } },
  });
  if (member === null) return null;
  const preference = await transaction.noticePreference.findFirst({ where: { projectId, userId } });
  const { email, language } = member.user;
  return { address: email, language, timeZone: preference?.timeZone ?? 'UTC' };
}

/** What a program is told: ids and names, no text that an agent or a person wrote but the title. */
function webhookBody(kind: TaskNoticeKind, task: ToldTask, appUrl: string, at: Date): Json {
  return {
    type: typeOf(kind),
    timestamp: at.toISOString(),
    data: {
      taskId: task.id,
      conversationId: task.conversationId,
      conversationTitle: task.conversation,
      team: task.team,
      kind: task.kind,
      speaker: task.speaker,
      deadlineAt: task.deadlineAt?.toISOString() ?? null,
      url: taskUrl({ appUrl }, task.id),
    },
  };
}

/** The type of a webhook's message: `task.opened`. */
function typeOf(kind: TaskNoticeKind): string {
  return kind.replace('_', '.');
}
