import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { changeViewsOf, isSourceChange, viewsOf } from './memoryRows.server.ts';
import type { MemoryChangeView, MemoryEntryView } from './view.ts';

/** An entry of a team's memory with its changes, newest first; null: the team has none with this id. */
export async function readMemoryEntry(
  scope: ProjectScope,
  { teamId, entryId }: { teamId: string; entryId: string },
): Promise<{ entry: MemoryEntryView; changes: MemoryChangeView[] } | null> {
  const { database } = services();
  const { projectId } = scope;
  const row = await database.memoryEntry.findFirst({
    where: { id: entryId, projectId, teamId },
    include: { changes: { where: { projectId }, orderBy: { revision: 'desc' } } },
  });
  if (row === null) return null;
  const { changes } = row;
  const [entry] = await viewsOf(database, scope, [{ ...row, changes: changes.filter(isSourceChange) }]);
  return entry === undefined ? null : { entry, changes: await changeViewsOf(database, scope, changes) };
}
