import { Prisma } from '../../../../prisma/generated/client.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { type TextAddress, textSource } from './textSource.server.ts';

/** The conversation in which a text stands, and its place there; null: the project has none such. */
export async function findTextOwner(
  { projectId }: ProjectScope,
  address: TextAddress,
): Promise<{ conversationId: string; title: string; seq: number } | null> {
  const source = textSource(address);
  if (source === null) return null;
  const [row] = await services().database.$queryRaw<{ conversationId: string; title: string; seq: number }[]>(
    Prisma.sql`
    SELECT c.id AS "conversationId", c.title, o.seq
    FROM ${source.table} AS o JOIN conversation c ON c.id = o.conversation_id
    WHERE o.id = ${address.id}::uuid AND o.project_id = ${projectId}::uuid`,
  );
  return row ?? null;
}
