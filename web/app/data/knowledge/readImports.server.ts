import {
  type ImportItemState,
  importItemStates,
  type ImportState,
  importStates,
} from '../../../../workflows/domain/knowledge/importStates.ts';
import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** An import, with how many of its documents are in which state. */
export interface CountedImport {
  id: string;
  collectionId: string;
  state: ImportState;
  run: number;
  counts: Record<ImportItemState, number>;
  createdAt: Date;
  endedAt: Date | null;
}

/** A document of an import, with what came of it. */
export interface ReadImportItem {
  id: string;
  kind: 'file' | 'address';
  source: string;
  state: ImportItemState;
  documentId: string | null;
  version: number | null;
  entryCount: number | null;
  failureType: string | null;
  failureMessage: string | null;
}

const COLUMNS = {
  id: true,
  collectionId: true,
  state: true,
  run: true,
  createdAt: true,
  endedAt: true,
} as const;

/** A part of the project's imports, newest first, and whether there are more. */
export async function readImportsPart(
  { projectId }: ProjectScope,
  {
    collectionId,
    state,
    skip,
    take,
  }: { collectionId: string | undefined; state: ImportState | undefined; skip: number; take: number },
): Promise<{ rows: CountedImport[]; more: boolean }> {
  const { database } = services();
  const rows = await database.knowledgeImport.findMany({
    where: {
      projectId,
      ...(collectionId === undefined ? {} : { collectionId }),
      ...(state === undefined ? {} : { state }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip,
    take: take + 1,
    select: COLUMNS,
  });
  const shown = rows.slice(0, take);
  const groups = await database.knowledgeImportItem.groupBy({
    by: ['importId', 'state'],
    where: { projectId, importId: { in: shown.map(({ id }) => id) } },
    _count: true,
  });
  return {
    rows: shown.map((row) => {
      const counts = noneOfAny();
      for (const { importId, state: itemState, _count } of groups) {
        if (importId === row.id) counts[oneOf(importItemStates, itemState)] = _count;
      }
      return { ...row, state: oneOf(importStates, row.state), counts };
    }),
    more: rows.length > take,
  };
}

/** An import with all its documents, in the order in which they were given. Null: the project has no such import. */
export async function readImport(
  { projectId }: ProjectScope,
  importId: string,
): Promise<(CountedImport & { items: ReadImportItem[] }) | null> {
  const row = await services().database.knowledgeImport.findFirst({
    where: { id: importId, projectId },
    select: {
      ...COLUMNS,
      items: {
        where: { projectId },
        orderBy: { position: 'asc' },
        select: {
          id: true,
          kind: true,
          source: true,
          state: true,
          documentId: true,
          version: true,
          entryCount: true,
          failureType: true,
          failureMessage: true,
        },
      },
    },
  });
  if (row === null) return null;
  const counts = noneOfAny();
  const items = row.items.map(({ kind, ...item }) => {
    const state = oneOf(importItemStates, item.state);
    counts[state] += 1;
    return { ...item, state, kind: kind === 'address' ? ('address' as const) : ('file' as const) };
  });
  return { ...row, state: oneOf(importStates, row.state), counts, items };
}

function noneOfAny(): Record<ImportItemState, number> {
  return { waiting: 0, working: 0, added: 0, unchanged: 0, failed: 0, cancelled: 0 };
}
