import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

/** The addresses to which the project's notices are posted. */
export async function listWebhooks({ projectId }: ProjectScope) {
  return services().database.noticeWebhook.findMany({
    where: { projectId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, url: true, secretName: true },
  });
}

/** Adds an address; what happens from now on is posted to it. */
export async function addWebhook(
  scope: ProjectScope,
  { userId, url, secretName }: { userId: string; url: string; secretName: string },
): Promise<void> {
  await services().database.$transaction(async (transaction) => {
    const { id } = await transaction.noticeWebhook.create({
      data: { projectId: scope.projectId, url, secretName, createdBy: userId },
    });
    await recordAudit(transaction, scope, {
      userId,
      action: 'webhook.add',
      subjectType: 'webhook',
      subjectId: id,
      detail: { url, secretName },
    });
  });
}

/** Removes an address, with the log of what was posted to it. */
export async function removeWebhook(
  scope: ProjectScope,
  { userId, webhookId }: { userId: string; webhookId: string },
): Promise<void> {
  const { projectId } = scope;
  await services().database.$transaction(async (transaction) => {
    const { count } = await transaction.noticeWebhook.deleteMany({ where: { id: webhookId, projectId } });
    if (count === 0) return;
    await recordAudit(transaction, scope, {
      userId,
      action: 'webhook.remove',
      subjectType: 'webhook',
      subjectId: webhookId,
    });
  });
}
