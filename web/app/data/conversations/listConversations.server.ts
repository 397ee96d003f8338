import { z } from 'zod';
import { queryRows, sql, type Statement } from '../../../../platform/sql.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { CONVERSATION_HEAD_JSON, conversationHeadRow } from './headColumns.server.ts';
import { historyConditions } from './historyConditions.server.ts';
import { formatPlace, type HistoryCursor } from './historyCursor.ts';
import type { HistoryFilters } from './historyFilters.ts';
import { searchConversations } from './searchConversations.server.ts';
import type { ConversationHead } from './view.ts';

export const HISTORY_PAGE_SIZE = 25;

export interface HistoryRow {
  head: ConversationHead;
  team: { id: string; name: string; version: number };
}

/** A conversation (alias `c`) with its team's version (`v` and `t`). */
export const HISTORY_ROW: Statement = sql`${CONVERSATION_HEAD_JSON} AS head,
  json_build_object('id', t.id, 'name', t.name, 'version', v.version) AS team`;

/**
 * Joins a conversation (alias `c`) to its team's version, by the version's id alone. If the project were repeated
 * here, PostgreSQL would expect few rows, and sort all conversations for one page.
 */
export const JOIN_TEAM: Statement = sql`JOIN team_version v ON v.id = c.team_version_id
    JOIN team t ON t.id = v.team_id`;

/** The shape of HISTORY_ROW. */
export const historyRow = z.object({
  head: conversationHeadRow,
  team: z.object({ id: z.string(), name: z.string(), version: z.int() }),
}) satisfies z.ZodType<HistoryRow>;

export interface HistoryPage {
  rows: HistoryRow[];
  /** Places to continue from, for `?older=` and `?newer=`; null if there is nothing more in that direction. */
  older: string | null;
  newer: string | null;
}

/**
 * One page of the project's run history, newest first. With keyset paging, a page stays the same while new
 * conversations start. Both directions keep the filters.
 */
export async function listConversations(
  scope: ProjectScope,
  filters: HistoryFilters,
  cursor: HistoryCursor,
  pageSize = HISTORY_PAGE_SIZE,
): Promise<HistoryPage> {
  const upwards = cursor?.direction === 'newer';
  const { projectId } = scope;
  const { database } = services();
  const place =
    cursor === null
      ? sql`true`
      : sql`(c.created_at, c.id) ${upwards ? sql`>` : sql`<`}
          (${cursor.place.createdAt}::timestamptz, ${cursor.place.id}::uuid)`;
  const beyond =
    filters.teamId === null
      ? place
      : sql`${place} AND c.team_version_id = ANY(${await versionIdsOf(scope, filters.teamId)}::uuid[])`;
  const order = upwards ? sql`c.created_at ASC, c.id ASC` : sql`c.created_at DESC, c.id DESC`;
  // Reads one row more than is shown, to know whether there is a next page.
  const read = (conditions: Statement) =>
    queryRows(
      database,
      sql`
      SELECT ${HISTORY_ROW}
      FROM conversation c
      ${JOIN_TEAM}
      WHERE ${conditions} AND ${beyond}
      ORDER BY ${order}
      LIMIT ${pageSize + 1}`,
      historyRow,
    );
  const found =
    filters.search === ''
      ? await read(historyConditions(projectId, filters, null))
      : await searchConversations(database, { projectId, filters, beyond, order, upwards, pageSize, read });
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

/**
 * PostgreSQL knows how many conversations each of these has, and so which index to read; of a team that it has to join it
 * knows nothing, and for one with few conversations it would read all there are.
 */
async function versionIdsOf({ projectId }: ProjectScope, teamId: string): Promise<string[]> {
  const { database } = services();
  const versions = await database.teamVersion.findMany({
    where: { projectId, teamId },
    select: { id: true },
  });
  return versions.map(({ id }) => id);
}
