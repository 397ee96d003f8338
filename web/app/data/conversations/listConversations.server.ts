import { Prisma } from '../../../../prisma/generated/client.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { CONVERSATION_HEAD_JSON } from './conversationColumns.server.ts';
import { findByText } from './findByText.server.ts';
import { historyConditions } from './historyConditions.server.ts';
import { formatPlace, type HistoryCursor } from './historyCursor.ts';
import type { HistoryFilters } from './historyFilters.ts';
import type { ConversationHead } from './view.ts';

export const HISTORY_PAGE_SIZE = 25;

export interface HistoryRow {
  head: ConversationHead;
  team: { id: string; name: string; version: number };
}

export interface HistoryPage {
  rows: HistoryRow[];
  /** Places to go on from, for `?older=` and `?newer=`; null where there is nothing more that way. */
  older: string | null;
  newer: string | null;
}

/**
 * One page of the project's run history, newest first. Keyset paging: a page stays the same however many conversations
 * are started meanwhile, and both ways keep the filters.
 */
export async function listConversations(
  scope: ProjectScope,
  filters: HistoryFilters,
  cursor: HistoryCursor,
  pageSize = HISTORY_PAGE_SIZE,
): Promise<HistoryPage> {
  const upwards = cursor?.direction === 'newer';
  const beyond =
    cursor === null
      ? Prisma.sql`true`
      : Prisma.sql`(c.created_at, c.id) ${upwards ? Prisma.sql`>` : Prisma.sql`<`}
          (${cursor.place.createdAt}::timestamptz, ${cursor.place.id}::uuid)`;
  const order = upwards ? Prisma.sql`c.created_at ASC, c.id ASC` : Prisma.sql`c.created_at DESC, c.id DESC`;
  const { database } = services();
  const matches = filters.search === '' ? null : await findByText(database, scope.projectId, filters.search);
  // One row more than is shown says whether there is a next page.
  const found = await database.$queryRaw<HistoryRow[]>(Prisma.sql`
    SELECT ${CONVERSATION_HEAD_JSON} AS head,
           json_build_object('id', t.id, 'name', t.name, 'version', v.version) AS team
    FROM conversation c
    JOIN team_version v ON v.id = c.team_version_id
    JOIN team t ON t.id = v.team_id
    WHERE ${historyConditions(scope.projectId, filters, matches)} AND ${beyond}
    ORDER BY ${order}
    LIMIT ${pageSize + 1}`);
  const hasMore = found.length > pageSize;
  const shown = found.slice(0, pageSize);
  const rows = upwards ? shown.reverse() : shown;
  const first = rows.at(0);
  const last = rows.at(-1);
  return {
    rows,
    newer: first !== undefined && (upwards ? hasMore : cursor !== null) ? formatPlace(first.head) : null,
    older: last !== undefined && (upwards || hasMore) ? formatPlace(last.head) : null,
  };
}
