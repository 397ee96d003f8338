import { LRUCache } from 'lru-cache';
import type { Database } from '../../platform/database.ts';
import type { ModelPrice } from '../../workflows/domain/cost.ts';

/** A model's price as set in the project; null if none is set. */
export type ReadPrice = (projectId: string, model: string) => Promise<ModelPrice | null>;

/** A changed price counts from this long after. */
const KEPT_MS = 10_000;
const KEPT = 1_000;

/** Prices, reloaded when they are older than ten seconds. */
export function createPrices(database: Database, now: () => number): ReadPrice {
  const kept = new LRUCache<string, { price: ModelPrice | null }>({
    max: KEPT,
    ttl: KEPT_MS,
    // Asked each time: by default a time that was read a moment ago counts on.
    ttlResolution: 0,
    perf: { now },
  });
  return async (projectId, model) => {
    const key = `${projectId}/${model}`;
    const known = kept.get(key);
    if (known !== undefined) return known.price;
    const row = await database.modelPrice.findUnique({ where: { projectId_model: { projectId, model } } });
    const price =
      row === null
        ? null
        : {
            inputMicroUsdPerMillion: Number(row.inputMicroUsdPerMillion),
            outputMicroUsdPerMillion: Number(row.outputMicroUsdPerMillion),
          };
    kept.set(key, { price });
    return price;
  };
}
