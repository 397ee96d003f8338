/** A whole number with its thousands apart. */
export function formatCount(count: bigint | number): string {
  return new Intl.NumberFormat('en-US').format(count);
}

/** A count with its noun. @example countOf(1, 'turn') // "1 turn" */
export function countOf(count: bigint | number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${Number(count) === 1 ? singular : plural}`;
}
