import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** The schedule that has started a conversation; null: none has, or it is deleted and has no page. */
export async function readScheduleOf(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<{ id: string; name: string } | null> {
  const run = await services().database.scheduledRun.findFirst({
    where: { conversationId, projectId },
    select: { schedule: { select: { id: true, name: true, deletedAt: true } } },
  });
  if (run === null || run.schedule.deletedAt !== null) return null;
  const { id, name } = run.schedule;
  return { id, name };
}
