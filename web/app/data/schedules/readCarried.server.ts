import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** What the next run of a schedule is told of those before it. */
export interface Carried {
  /** The run that left it. */
  runId: string;
  nominalAt: Date;
  text: string;
}

/** What the newest run that has ended leaves for the next one; null: none has left anything yet. */
export async function readCarried({ projectId }: ProjectScope, scheduleId: string): Promise<Carried | null> {
  const run = await services().database.scheduledRun.findFirst({
    where: { scheduleId, projectId, carriedOut: { not: null } },
    orderBy: { nominalAt: 'desc' },
    select: { id: true, nominalAt: true, carriedOut: true },
  });
  return run?.carriedOut == null ? null : { runId: run.id, nominalAt: run.nominalAt, text: run.carriedOut };
}
