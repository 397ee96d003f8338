/** The quality of a ranking, from 0 to 1. */
export interface Quality {
  /** The share of all answers that is among the first ten. */
  recall: number;
  /** Normalised discounted cumulative gain of the first ten. */
  ndcg: number;
}

const DEPTH = 10;

/** Judges the keys of what was found, best first; a repeated key counts only at its first position. */
export function qualityOf(found: readonly string[], gains: ReadonlyMap<string, number>): Quality {
  const seen = new Set<string>();
  let gained = 0;
  for (const [place, key] of found.slice(0, DEPTH).entries()) {
    if (gains.has(key) && !seen.has(key)) gained += discounted(gains.get(key) ?? 0, place);
    seen.add(key);
  }
  const best = [...gains.values()].toSorted((a, b) => b - a).slice(0, DEPTH);
  const ideal = best.reduce((sum, gain, place) => sum + discounted(gain, place), 0);
  const answers = [...seen].filter((key) => gains.has(key)).length;
  return { recall: answers / Math.min(gains.size, DEPTH), ndcg: gained / ideal };
}

function discounted(gain: number, place: number): number {
  return gain / Math.log2(place + 2);
}

export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { recall: mean(all.map(({ recall }) => recall)), ndcg: mean(all.map(({ ndcg }) => ndcg)) };
}
