import { z } from 'zod';

export const CONVERSATION_STATES = [
  'starting',
  'running',
  'waiting',
  'parked',
  'paused',
  'finished',
  'stopped',
  'cancelled',
  'failed',
] as const;

/** Which conversations the run history shows. What a URL says that makes no sense is left out. */
export interface HistoryFilters {
  state: (typeof CONVERSATION_STATES)[number] | null;
  teamId: string | null;
  /** Looked for in titles and messages; empty: everything. */
  search: string;
}

const schema = z.object({
  state: z.enum(CONVERSATION_STATES).nullable().catch(null),
  teamId: z.uuid().nullable().catch(null),
  search: z.string().trim().max(200).catch(''),
});

/** The filters in a page's address. */
export function parseHistoryFilters(params: URLSearchParams): HistoryFilters {
  return schema.parse({
    state: params.get('state'),
    teamId: params.get('team'),
    search: params.get('q') ?? '',
  });
}

/** The address's part for filters, without those that filter nothing. */
export function historySearchParams(filters: HistoryFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.search !== '') params.set('q', filters.search);
  if (filters.state !== null) params.set('state', filters.state);
  if (filters.teamId !== null) params.set('team', filters.teamId);
  return params;
}

export function filtersAnything(filters: HistoryFilters): boolean {
  return filters.search !== '' || filters.state !== null || filters.teamId !== null;
}
