/** A row's place in the run history, which is sorted by (createdAt, id), newest first. */
export interface HistoryPlace {
  createdAt: string;
  id: string;
}

/** The rows older or newer than a place; null for the newest page. */
export type HistoryCursor = { direction: 'older' | 'newer'; place: HistoryPlace } | null;

const PLACE = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A place for use in an address: milliseconds and id, so that nothing has to be escaped. */
export function formatPlace({ createdAt, id }: HistoryPlace): string {
  return `${String(new Date(createdAt).getTime())}_${id}`;
}

/** Parses a place from an address; null if it is invalid. */
export function parsePlace(value: string | null): HistoryPlace | null {
  const [, ms, id] = PLACE.exec(value ?? '') ?? [];
  if (ms === undefined || id === undefined) return null;
  const date = new Date(Number(ms));
  return Number.isNaN(date.getTime()) ? null : { createdAt: date.toISOString(), id };
}

/** The page that an address requests: `?older=…` or `?newer=…`. */
export function parseHistoryCursor(params: URLSearchParams): HistoryCursor {
  const older = parsePlace(params.get('older'));
  if (older !== null) return { direction: 'older', place: older };
  const newer = parsePlace(params.get('newer'));
  return newer === null ? null : { direction: 'newer', place: newer };
}
