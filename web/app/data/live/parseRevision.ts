/** Parses a revision from a Last-Event-ID header or a query; 0 (everything) if it is invalid. */
export function parseRevision(value: string | null): number {
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : 0;
}
