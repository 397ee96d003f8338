import { sql, type Statement } from '../../platform/sql.ts';

/**
 * Part of a statement: adds the rows of its part `lost`, if there are any, to the calls of a conversation that may have been
 * paid for without an answer. A conversation that is null has no totals.
 */
export function countLostCalls(of: { projectId: string; conversationId: string | null }): Statement {
  return sql`
    UPDATE conversation
    SET unknown_calls = unknown_calls + (SELECT count(*) FROM lost), revision = revision + 1, updated_at = now()
    WHERE id = ${of.conversationId}::uuid AND project_id = ${of.projectId}::uuid AND EXISTS (SELECT 1 FROM lost)`;
}
