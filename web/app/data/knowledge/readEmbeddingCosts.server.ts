import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** What the vectors of a collection have cost so far, its look-ups among it. */
export interface EmbeddingCost {
  tokens: number;
  costMicroUsd: number;
  /** Some requests have no known price, or nobody knows what came of them: it is at least this much. */
  atLeast: boolean;
}

export const NO_COST: EmbeddingCost = { tokens: 0, costMicroUsd: 0, atLeast: false };

/** By collection; one of which nothing was asked is left out. */
export async function readEmbeddingCosts(
  { projectId }: ProjectScope,
  collectionIds: readonly string[],
): Promise<Map<string, EmbeddingCost>> {
  const { embeddingCall } = services().database;
  const where = { projectId, collectionId: { in: [...collectionIds] } };
  const [sums, unpriced] = await Promise.all([
    embeddingCall.groupBy({ by: ['collectionId'], where, _sum: { tokens: true, costMicroUsd: true } }),
    embeddingCall.groupBy({
      by: ['collectionId'],
      where: { ...where, costMicroUsd: null, state: { in: ['completed', 'unknown'] } },
    }),
  ]);
  const withoutPrice = new Set(unpriced.map(({ collectionId }) => collectionId));
  return new Map(
    sums.flatMap(({ collectionId, _sum }) =>
      collectionId === null
        ? []
        : [
            [
              collectionId,
              {
                tokens: _sum.tokens ?? 0,
                costMicroUsd: Number(_sum.costMicroUsd ?? 0),
                atLeast: withoutPrice.has(collectionId),
              },
            ] as const,
          ],
    ),
  );
}
