/** No vector is stored with more: the width of the store's column. */
export const MOST_DIMENSIONS = 1536;

interface KnownModel {
  /** What it gives when nothing else is asked for. */
  dimensions: number;
  /** Whether it can be asked for fewer. */
  shortens: boolean;
}

/** Models whose vectors are known beforehand; of any other the first answer says it. */
const KNOWN: Record<string, KnownModel> = {
  'text-embedding-3-small': { dimensions: 1536, shortens: true },
  'text-embedding-3-large': { dimensions: 3072, shortens: true },
  'text-embedding-ada-002': { dimensions: 1536, shortens: false },
  // Of `npm start` without a model of one's own.
  demo: { dimensions: 1536, shortens: false },
};

/** Of how many dimensions a collection of this model's vectors is; null: that has to be said, or asked of the model. */
export function dimensionsOf(model: string): number | null {
  const known = knownModel(model);
  return known === null ? null : Math.min(known.dimensions, MOST_DIMENSIONS);
}

/**
 * What a request has to say of the dimensions, so that the model gives those of the collection; null: nothing. A server that does not
 * know the field refuses it, so that it is left out wherever the model gives the same without.
 */
export function dimensionsToAsk(model: string, dimensions: number): number | null {
  const known = knownModel(model);
  return known !== null && known.shortens && known.dimensions !== dimensions ? dimensions : null;
}

function knownModel(model: string): KnownModel | null {
  return Object.hasOwn(KNOWN, model) ? (KNOWN[model] ?? null) : null;
}
