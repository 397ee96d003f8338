import type { Database } from '../../platform/database.ts';

/** The summary of the first messages of an agent's view; null: it has not been made. */
export async function readSummary(
  database: Database,
  summary: { projectId: string; conversationId: string; scope: string; agent: string; covers: number },
): Promise<string | null> {
  const row = await database.modelCall.findFirst({
    where: {
      projectId: summary.projectId,
      conversationId: summary.conversationId,
      scope: summary.scope,
      agent: summary.agent,
      purpose: 'summary',
      ordinal: summary.covers,
      state: 'completed',
    },
    orderBy: { startedAt: 'desc' },
    select: { response: true },
  });
  const response = row?.response;
  if (response === null || typeof response !== 'object' || Array.isArray(response)) return null;
  return typeof response?.content === 'string' ? response.content : null;
}
