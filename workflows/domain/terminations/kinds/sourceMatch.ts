import { anyOf, messageKind } from '../kind.ts';

/** One of them has said something. */
export interface SourceMatch {
  kind: 'source_match';
  sources: string[];
}

export const sourceMatch = messageKind<SourceMatch>('source_match', {
  reason: ({ sources }, { source }) => (sources.includes(source) ? `'${source}' answered` : null),
  label: ({ sources }) => `${anyOf(sources)} has answered`,
});
