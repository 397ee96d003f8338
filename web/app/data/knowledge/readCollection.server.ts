import { orNull } from '../../../../platform/knowledge/orNull.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import type { CostedCollection } from './listCollections.server.ts';
import { NO_COST, readEmbeddingCosts } from './readEmbeddingCosts.server.ts';

/** A collection with what its vectors have cost; null: the project has none such. */
export async function readCollection(
  scope: ProjectScope,
  collectionId: string,
): Promise<CostedCollection | null> {
  const collection = await orNull(services().knowledge.reader.readCollection(scope.projectId, collectionId));
  if (collection === null) return null;
  const costs = await readEmbeddingCosts(scope, [collectionId]);
  return { ...collection, cost: costs.get(collectionId) ?? NO_COST };
}

/** The same by its name. */
export async function findCollection(scope: ProjectScope, name: string): Promise<CostedCollection | null> {
  const [found] = await services().knowledge.reader.findCollections(scope.projectId, [name]);
  return found === undefined ? null : readCollection(scope, found.id);
}
