import { mailContentSchema } from '../../../../workflows/contracts/notices.ts';
import type { Json } from '../../../../workflows/domain/json.ts';
import {
  deliveryStates,
  noticeChannels,
  noticeKinds,
  type NoticeState,
  noticeStates,
  notifierKinds,
} from '../../../../workflows/domain/notices/noticeStates.ts';
import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { containing, type ListPage, type ListRequest, readListPage } from '../lists/listPage.ts';
import type { NoticeView, WholeNotice } from './noticeView.ts';

/** Whose notices: an owner sees all of the project, everybody else their own. */
export interface NoticeReader {
  userId: string;
  isOwner: boolean;
}

const SELECT = {
  id: true,
  kind: true,
  channel: true,
  state: true,
  address: true,
  subject: true,
  taskId: true,
  dueAt: true,
  failureMessage: true,
  createdAt: true,
  user: { select: { email: true } },
  webhook: { select: { url: true } },
} as const;

/** The rows that a reader may see. */
export function visibleTo({ projectId }: ProjectScope, { userId, isOwner }: NoticeReader) {
  return { projectId, ...(isOwner ? {} : { userId }) };
}

/** A page of the notices that a reader may see, the newest first; those in a digest are found in it. */
export async function listNotices(
  scope: ProjectScope,
  reader: NoticeReader,
  { state, ...request }: ListRequest & { state?: NoticeState | undefined },
): Promise<ListPage<NoticeView>> {
  const { notice } = services().database;
  const { search } = request;
  const where = {
    ...visibleTo(scope, reader),
    state: state ?? { not: 'gathered' },
    ...(search === '' ? {} : { subject: containing(search) }),
  };
  const page = await readListPage(request, {
    count: () => notice.count({ where }),
    rows: (part) =>
      notice.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        ...part,
        select: SELECT,
      }),
  });
  return { ...page, rows: page.rows.map(viewOf) };
}

/** A notice with its words and the log of its deliveries; null if the reader may not see one of this id. */
export async function readNotice(
  scope: ProjectScope,
  reader: NoticeReader,
  noticeId: string,
): Promise<WholeNotice | null> {
  const row = await services().database.notice.findFirst({
    where: { id: noticeId, ...visibleTo(scope, reader) },
    select: {
      ...SELECT,
      content: true,
      deliveries: {
        where: { projectId: scope.projectId },
        orderBy: { startedAt: 'desc' },
        take: 200,
      },
    },
  });
  if (row === null) return null;
  const { content, deliveries, ...rest } = row;
  const view = viewOf(rest);
  return {
    ...view,
    mail: view.channel === 'email' && content !== null ? mailContentSchema.parse(content) : null,
    body: view.channel === 'webhook' ? (content as Json) : null,
    deliveries: deliveries.map(({ id, attempt, notifier, state, answer, startedAt }) => ({
      id,
      attempt,
      notifier: oneOf(notifierKinds, notifier),
      state: oneOf(deliveryStates, state),
      answer,
      startedAt: startedAt.toISOString(),
    })),
  };
}

interface NoticeRow {
  id: string;
  kind: string;
  channel: string;
  state: string;
  address: string | null;
  subject: string | null;
  taskId: string | null;
  dueAt: Date | null;
  failureMessage: string | null;
  createdAt: Date;
  user: { email: string } | null;
  webhook: { url: string } | null;
}

function viewOf({ user, webhook, ...row }: NoticeRow): NoticeView {
  const { address, subject, taskId, failureMessage } = row;
  return {
    id: row.id,
    kind: oneOf(noticeKinds, row.kind),
    channel: oneOf(noticeChannels, row.channel),
    state: oneOf(noticeStates, row.state),
    address: address ?? user?.email ?? webhook?.url ?? '',
    subject,
    taskId,
    failureMessage,
    dueAt: row.dueAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
