import { assertNever } from '../../../workflows/domain/json.ts';
import type { ProjectScope } from '../../app/data/accounts/projectScope.server.ts';
import { changeMemory, type MemoryEdit } from '../../app/data/memory/changeMemory.server.ts';
import { listMemory } from '../../app/data/memory/listMemory.server.ts';
import { readMemoryEntry } from '../../app/data/memory/readMemoryEntry.server.ts';
import { readTeam } from '../../app/data/teams/readTeam.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';

const ENTRY = 'entry of the team’s memory';

/** The operations on what teams remember. */
export const memoryOperations: Pick<
  OperationHandlers,
  | 'listMemory'
  | 'readMemoryEntry'
  | 'editMemoryEntry'
  | 'pinMemoryEntry'
  | 'unpinMemoryEntry'
  | 'deleteMemoryEntry'
> = {
  listMemory: async ({ holder: { scope }, params: { teamId }, query }) => {
    if ((await readTeam(scope, { teamId })) === null) throw notFound('team');
    const { search = '', state = 'current', page: asked = 1 } = query;
    const { rows, page, pages, total } = await listMemory(scope, { teamId, state }, { search, page: asked });
    return { body: { entries: rows, page, pages, total } };
  },

  readMemoryEntry: async ({ holder: { scope }, params }) => {
    const { entry, changes } = await requireEntry(scope, params);
    return { body: { ...entry, changes } };
  },

  editMemoryEntry: ({ holder, params, body }) => change(holder, params, { action: 'edit', ...body }),
  pinMemoryEntry: ({ holder, params }) => change(holder, params, { action: 'pin' }),
  unpinMemoryEntry: ({ holder, params }) => change(holder, params, { action: 'unpin' }),
  deleteMemoryEntry: ({ holder, params }) => change(holder, params, { action: 'delete' }),
};

async function change(
  { scope, userId }: { scope: ProjectScope; userId: string },
  params: { teamId: string; entryId: string },
  edit: MemoryEdit,
) {
  const result = await changeMemory(scope, { ...params, userId, edit });
  switch (result.outcome) {
    case 'done':
    case 'unchanged':
      return { body: (await requireEntry(scope, params)).entry };
    case 'not_found':
      throw notFound(ENTRY);
    case 'stale': {
      const revision = String(result.revision);
      throw new Problem({
        kind: 'stale',
        status: 409,
        title: `The entry is at revision ${revision} by now`,
        detail: `Nothing was stored. Read the entry, and send your text with \`basedOn\`: ${revision}.`,
      });
    }
    default:
      return assertNever(result);
  }
}

async function requireEntry(scope: ProjectScope, params: { teamId: string; entryId: string }) {
  const found = await readMemoryEntry(scope, params);
  if (found === null) throw notFound(ENTRY);
  return found;
}
