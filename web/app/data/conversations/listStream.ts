import { z } from 'zod';
import { formatPlace, type HistoryPlace, parsePlace } from './historyCursor.ts';
import { type HistoryFilters, historySearchParams, parseHistoryFilters } from './historyFilters.ts';
import type { ConversationHead } from './view.ts';

/** The parameters of the stream for an open page of the run history. */
export interface ListStreamRequest {
  filters: HistoryFilters;
  newest: HistoryPlace | null;
  /** The rows on the page, with the revision that each shows. */
  rows: Map<string, number>;
}

const MOST_ROWS = 100;
const rowSchema = z.tuple([z.uuid(), z.coerce.number().int().nonnegative()]);

/** The address of the stream for these rows. */
export function listStreamPath(filters: HistoryFilters, heads: readonly ConversationHead[]): string {
  const params = historySearchParams(filters);
  params.set('rows', heads.map(({ id, revision }) => `${id}:${String(revision)}`).join(','));
  const newest = heads.reduce<HistoryPlace | null>(
    (best, head) => (best === null || head.createdAt > best.createdAt ? head : best),
    null,
  );
  if (newest !== null) params.set('newest', formatPlace(newest));
  return `/conversations/events?${params.toString()}`;
}

/** Parses such an address; invalid rows are ignored. */
export function parseListStream(params: URLSearchParams): ListStreamRequest {
  const rows = (params.get('rows') ?? '').split(',', MOST_ROWS).flatMap((row) => {
    const parsed = rowSchema.safeParse(row.split(':'));
    return parsed.success ? [parsed.data] : [];
  });
  return {
    filters: parseHistoryFilters(params),
    newest: parsePlace(params.get('newest')),
    rows: new Map(rows),
  };
}
