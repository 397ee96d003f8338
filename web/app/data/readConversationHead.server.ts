import { Prisma } from '../../../prisma/generated/client.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';
import { CONVERSATION_HEAD_JSON } from './conversationColumns.server.ts';
import type { HistoryRow } from './listConversations.server.ts';

/** How a conversation stands, without its transcript; null: the project has none of this id. */
export async function readConversationHead(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<HistoryRow | null> {
  const [row] = await services().database.$queryRaw<HistoryRow[]>(Prisma.sql`
    SELECT ${CONVERSATION_HEAD_JSON} AS head,
           json_build_object('id', t.id, 'name', t.name, 'version', v.version) AS team
    FROM conversation c
    JOIN team_version v ON v.id = c.team_version_id
    JOIN team t ON t.id = v.team_id
    WHERE c.project_id = ${projectId}::uuid AND c.id = ${conversationId}::uuid`);
  return row ?? null;
}
