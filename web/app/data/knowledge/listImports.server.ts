import {
  type ImportItemState,
  importItemStates,
  type ImportState,
  importStates,
  ongoingImportStates,
} from '../../../../workflows/domain/knowledge/importStates.ts';
import { oneOf } from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** A document of an import, and how it stands. */
export interface ListedImportItem {
  id: string;
  source: string;
  state: ImportItemState;
  failureType: string | null;
  failureMessage: string | null;
}

export interface ListedImport {
  id: string;
  state: ImportState;
  createdAt: Date;
  items: ListedImportItem[];
}

const MOST = 10;

/** The imports into a collection that are under way or have failures, with all their documents; the newest first. */
export async function listImports(
  { projectId }: ProjectScope,
  collectionId: string,
): Promise<ListedImport[]> {
  const rows = await services().database.knowledgeImport.findMany({
    where: {
      projectId,
      collectionId,
      OR: [{ state: { in: [...ongoingImportStates] } }, { items: { some: { projectId, state: 'failed' } } }],
    },
    orderBy: { createdAt: 'desc' },
    take: MOST,
    select: {
      id: true,
      state: true,
      createdAt: true,
      items: {
        where: { projectId },
        orderBy: { position: 'asc' },
        select: { id: true, source: true, state: true, failureType: true, failureMessage: true },
      },
    },
  });
  return rows.map(({ state, items, ...row }) => ({
    ...row,
    state: oneOf(importStates, state),
    items: items.map((item) => ({ ...item, state: oneOf(importItemStates, item.state) })),
  }));
}
