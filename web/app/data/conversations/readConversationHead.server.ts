import { Prisma } from '../../../../prisma/generated/client.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { CONVERSATION_HEAD_JSON, RUN_JSON } from './conversationColumns.server.ts';
import type { HistoryRow } from './listConversations.server.ts';
import type { RunView } from './view.ts';

export interface ConversationRow extends HistoryRow {
  /** In their order. */
  runs: RunView[];
}

/** How a conversation stands and how its runs ended, without its transcript; null: the project has none of this id. */
export async function readConversationHead(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<ConversationRow | null> {
  const [row] = await services().database.$queryRaw<ConversationRow[]>(Prisma.sql`
    SELECT ${CONVERSATION_HEAD_JSON} AS head,
           json_build_object('id', t.id, 'name', t.name, 'version', v.version) AS team,
           (SELECT coalesce(json_agg(${RUN_JSON} ORDER BY r.run), '[]') FROM conversation_run r
            WHERE r.conversation_id = c.id) AS runs
    FROM conversation c
    JOIN team_version v ON v.id = c.team_version_id
    JOIN team t ON t.id = v.team_id
    WHERE c.project_id = ${projectId}::uuid AND c.id = ${conversationId}::uuid`);
  return row ?? null;
}

/** Whether the project has a conversation of this id. */
export async function findConversation({ projectId }: ProjectScope, id: string): Promise<boolean> {
  const row = await services().database.conversation.findFirst({
    where: { id, projectId },
    select: { id: true },
  });
  return row !== null;
}
