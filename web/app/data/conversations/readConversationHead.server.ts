import { z } from 'zod';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { RUN_JSON, runRow } from './headColumns.server.ts';
import { HISTORY_ROW, type HistoryRow, historyRow, JOIN_TEAM } from './listConversations.server.ts';
import type { RunView } from './view.ts';

export interface ConversationRow extends HistoryRow {
  /** In order. */
  runs: RunView[];
}

const conversationRow = historyRow.extend({ runs: z.array(runRow) });

/**
 * A conversation's state and the outcomes of its runs, without the transcript; null if the project has no such
 * conversation.
 */
export async function readConversationHead(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<ConversationRow | null> {
  const [row] = await queryRows(
    services().database,
    sql`
    SELECT ${HISTORY_ROW},
           (SELECT coalesce(json_agg(${RUN_JSON} ORDER BY r.run), '[]') FROM conversation_run r
            WHERE r.conversation_id = c.id AND r.project_id = c.project_id) AS runs
    FROM conversation c
    ${JOIN_TEAM}
    WHERE c.project_id = ${projectId}::uuid AND c.id = ${conversationId}::uuid`,
    conversationRow,
  );
  return row ?? null;
}

/** Whether the project has this conversation. */
export async function findConversation({ projectId }: ProjectScope, id: string): Promise<boolean> {
  const row = await services().database.conversation.findFirst({
    where: { id, projectId },
    select: { id: true },
  });
  return row !== null;
}
