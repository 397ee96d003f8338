import { type MarkedRun, markedRuns } from './markedRuns.ts';
import type { SearchedPassage, SearchOutcome } from './searchOutcome.ts';

/** A passage as the search's page shows it: its text in parts, the words that were asked for marked. */
export type ShownPassage = Omit<SearchedPassage, 'text' | 'entryIds'> & { id: string; runs: MarkedRun[] };

/** What came of a search, as its page shows it. */
export type ShownSearch =
  | Exclude<SearchOutcome, { outcome: 'answered' }>
  | { outcome: 'answered'; passages: ShownPassage[]; latencyMs: number };

/** For the server, as markedRuns. */
export function shownSearch(found: SearchOutcome): ShownSearch {
  if (found.outcome !== 'answered') return found;
  const words = new Set(found.words);
  return {
    outcome: 'answered',
    latencyMs: found.latencyMs,
    passages: found.passages.map(({ text, entryIds, ...passage }) => ({
      ...passage,
      id: entryIds.join(' '),
      runs: markedRuns(text, words),
    })),
  };
}
