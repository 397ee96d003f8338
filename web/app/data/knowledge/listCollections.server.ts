import type { Collection, ListedPart, ListPart } from '../../../../platform/knowledge/knowledgeReader.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { ListRequest } from '../lists/listPage.ts';
import { type EmbeddingCost, NO_COST, readEmbeddingCosts } from './readEmbeddingCosts.server.ts';
import { readStorePage } from './readStorePage.server.ts';

/** A collection with what its vectors have cost. */
export type CostedCollection = Collection & { cost: EmbeddingCost };

/** A page of the project's collections, by name. */
export async function listCollections(scope: ProjectScope, request: ListRequest) {
  return readStorePage(request, (part) => readCollectionsPart(scope, part));
}

/** A part of the project's collections, by name. */
export async function readCollectionsPart(
  scope: ProjectScope,
  part: ListPart,
): Promise<ListedPart<CostedCollection>> {
  const { rows, total } = await services().knowledge.reader.listCollections(scope.projectId, part);
  const costs = await readEmbeddingCosts(
    scope,
    rows.map(({ id }) => id),
  );
  return { rows: rows.map((row) => ({ ...row, cost: costs.get(row.id) ?? NO_COST })), total };
}
