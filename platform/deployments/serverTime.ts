/** A time in the server's answer; 1970 where there is none. */
export function dateOf(timestamp: { seconds?: unknown } | null | undefined): Date {
  return new Date(Number(timestamp?.seconds ?? 0) * 1_000);
}
