import { z } from 'zod';
import { type ConversationStateName, conversationStates } from '../../../../workflows/domain/recordStates.ts';
import { storableText } from '../../../../workflows/domain/storable.ts';

/** Which conversations the run history shows. Invalid values in the address are ignored. */
export interface HistoryFilters {
  state: ConversationStateName | null;
  teamId: string | null;
  /** Text to search for in titles and messages; empty for all. */
  search: string;
}

const schema = z.object({
  state: z.enum(conversationStates).nullable().catch(null),
  teamId: z.uuid().nullable().catch(null),
  search: z.string().trim().max(200).catch(''),
});

/** Reads the filters from a page's address. */
export function parseHistoryFilters(params: URLSearchParams): HistoryFilters {
  return schema.parse({
    state: params.get('state'),
    teamId: params.get('team'),
    search: storableText(params.get('q') ?? ''),
  });
}

/** The query string for the filters, without inactive ones. */
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
