/** What stands for all values that came after the last one that has a line of its own. */
export const OTHER = 'other';

/** A longer value is cut: it is for a line of text that is read every few seconds. */
const MAX_LENGTH = 100;

/**
 * Keeps the number of a label's values in bounds, where people choose them: the first `most` stand for themselves, all
 * later ones are "other". Each value is a time series for as long as Prometheus keeps anything.
 */
export function boundedLabel(most: number): (value: string) => string {
  const known = new Set<string>();
  return (given) => {
    const value = given.slice(0, MAX_LENGTH);
    if (known.has(value)) return value;
    if (known.size >= most) return OTHER;
    known.add(value);
    return value;
  };
}
