export interface Percentiles {
  p50Ms: number;
  p95Ms: number;
}

/** To a tenth of a millisecond. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
