import { z } from 'zod';
import { queryRows, sql } from '../../../../platform/sql.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { type TextAddress, textSource } from './textSource.server.ts';

/** The conversation that contains a text, and its place there; null if the project has no such text. */
export async function findTextOwner(
  { projectId }: ProjectScope,
  address: TextAddress,
): Promise<{ conversationId: string; title: string; seq: number } | null> {
  const source = textSource(address);
  if (source === null) return null;
  const [row] = await queryRows(
    services().database,
    sql`
    SELECT c.id AS "conversationId", c.title, o.seq
    FROM ${source.table} AS o JOIN conversation c ON c.id = o.conversation_id
    WHERE o.id = ${address.id}::uuid AND o.project_id = ${projectId}::uuid`,
    z.object({ conversationId: z.string(), title: z.string(), seq: z.int() }),
  );
  return row ?? null;
}
