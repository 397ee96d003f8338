import type { Database } from '../../platform/database.ts';
import type { ModelPrice } from '../../workflows/domain/cost.ts';

/** A model's price as the project's operator has set it; null: nobody has. */
export type ReadPrice = (projectId: string, model: string) => Promise<ModelPrice | null>;

/** A changed price counts from this long after. */
const KEPT_MS = 10_000;

/** Prices, each read anew when it is older than ten seconds. */
export function createPrices(database: Database, now: () => number): ReadPrice {
  const kept = new Map<string, { price: ModelPrice | null; readAt: number }>();
  return async (projectId, model) => {
    const key = `${projectId}/${model}`;
    const known = kept.get(key);
    if (known !== undefined && now() - known.readAt < KEPT_MS) return known.price;
    const row = await database.modelPrice.findUnique({ where: { projectId_model: { projectId, model } } });
    const price =
      row === null
        ? null
        : {
            inputMicroUsdPerMillion: Number(row.inputMicroUsdPerMillion),
            outputMicroUsdPerMillion: Number(row.outputMicroUsdPerMillion),
          };
    kept.set(key, { price, readAt: now() });
    return price;
  };
}
