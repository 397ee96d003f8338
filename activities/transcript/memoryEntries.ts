import type { Database, Transaction } from '../../platform/database.ts';
import { type MemoryEntry, memoryEntryKinds } from '../../workflows/domain/memory/entry.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';

/** Whose memory it is. */
export interface TeamKey {
  projectId: string;
  teamId: string;
}

/** The team of a conversation: its memory is the same over all its versions. */
export async function teamOfVersion(
  database: Pick<Database, 'teamVersion'>,
  { projectId, teamVersionId }: { projectId: string; teamVersionId: string },
): Promise<TeamKey> {
  const { teamId } = await database.teamVersion.findUniqueOrThrow({
    where: { id: teamVersionId, projectId },
    select: { teamId: true },
  });
  return { projectId, teamId };
}

/** The current entries of a team's memory, oldest first. */
export async function readMemoryEntries(
  database: Pick<Database | Transaction, 'memoryEntry'>,
  { projectId, teamId }: TeamKey,
): Promise<MemoryEntry[]> {
  const rows = await database.memoryEntry.findMany({
    where: { projectId, teamId, state: 'current' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, kind, text, revision, pinned, editedBy, afterDocuments, updatedAt }) => ({
    id,
    kind: oneOf(memoryEntryKinds, kind),
    text,
    revision,
    pinned,
    edited: editedBy !== null,
    afterDocuments,
    changedAtMs: updatedAt.getTime(),
  }));
}

/** The texts that people have deleted from a team's memory. */
export async function readDeletedTexts(
  database: Pick<Database | Transaction, 'memoryEntry'>,
  { projectId, teamId }: TeamKey,
): Promise<string[]> {
  const rows = await database.memoryEntry.findMany({
    where: { projectId, teamId, state: 'deleted', editedBy: { not: null } },
    select: { text: true },
  });
  return rows.map(({ text }) => text);
}
