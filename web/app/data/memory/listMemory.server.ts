import type { MemoryEntryState } from '../../../../workflows/domain/memory/entry.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { containing, type ListPage, type ListRequest, readListPage } from '../lists/listPage.ts';
import { sourceChange, viewsOf } from './memoryRows.server.ts';
import type { MemoryEntryView } from './view.ts';

/** A page of what a team remembers: pinned entries first, then by their last change, newest first. */
export async function listMemory(
  scope: ProjectScope,
  { teamId, state = 'current' }: { teamId: string; state?: MemoryEntryState },
  request: ListRequest,
): Promise<ListPage<MemoryEntryView>> {
  const { database } = services();
  const { projectId } = scope;
  const { search } = request;
  const where = { projectId, teamId, state, ...(search === '' ? {} : { text: containing(search) }) };
  return readListPage(request, {
    count: () => database.memoryEntry.count({ where }),
    rows: async (part) =>
      viewsOf(
        database,
        scope,
        await database.memoryEntry.findMany({
          where,
          include: { changes: sourceChange(scope) },
          orderBy: [{ pinned: 'desc' }, { updatedAt: 'desc' }, { id: 'desc' }],
          ...part,
        }),
      ),
  });
}
