import { useCallback, useEffect, useRef, useState } from 'react';
import type { TranscriptPart } from '../../../data/conversations/conversationState.ts';
import type { Gap } from '../../../data/conversations/gaps.ts';
import { PART_MESSAGES } from '../show.ts';

export interface TranscriptParts {
  /** Fetches the parts with these places if they are not loaded, starting with the last ones. */
  want: (places: readonly number[]) => void;
  /** Fetches the part that contains a message. */
  wantMessage: (seq: number) => Promise<FetchedPart>;
}

/** `none`: there is no such part; `away`: the server could not be reached, or refused. */
export type FetchedPart = 'fetched' | 'none' | 'away';

/** The most parts fetched at the same time, however fast somebody scrolls. */
const MOST_AT_ONCE = 2;
const PAUSE_AFTER_FAILURE_MS = 2_000;

/** Fetches parts of a transcript as they come into view. */
export function useTranscriptParts(
  conversationId: string,
  gaps: readonly Gap[],
  onPart: (part: TranscriptPart) => void,
): TranscriptParts {
  const underWay = useRef(new Set<number>());
  const wanted = useRef<readonly number[]>([]);
  const latest = useRef({ gaps, onPart });
  const [, setRetries] = useState(0);
  useEffect(() => {
    latest.current = { gaps, onPart };
  });

  const fetchPart = useCallback(
    async (query: string): Promise<FetchedPart> => {
      const response = await fetch(`/conversations/${conversationId}/messages?${query}`, {
        headers: { accept: 'application/json' },
      });
      const isPart = response.headers.get('content-type')?.includes('application/json') ?? false;
      if (response.status === 404) return 'none';
      if (!response.ok || !isPart) return 'away';
      latest.current.onPart((await response.json()) as TranscriptPart);
      return 'fetched';
    },
    [conversationId],
  );

  const next = useCallback((): void => {
    for (const from of wanted.current) {
      if (underWay.current.size >= MOST_AT_ONCE) return;
      if (underWay.current.has(from)) continue;
      underWay.current.add(from);
      const over = (fetched: boolean) => {
        underWay.current.delete(from);
        if (fetched) wanted.current = wanted.current.filter((each) => each !== from);
        // Places that are still in view are requested again.
        if (fetched) next();
        else setTimeout(() => setRetries((retries) => retries + 1), PAUSE_AFTER_FAILURE_MS);
      };
      fetchPart(`from=${String(from)}`).then(
        (outcome) => over(outcome === 'fetched'),
        () => over(false),
      );
    }
  }, [fetchPart]);

  const want = useCallback(
    (places: readonly number[]) => {
      const missing = places.filter((place) =>
        latest.current.gaps.some((gap) => gap.from <= place && place < gap.to),
      );
      wanted.current = [
        ...new Set(missing.map((place) => Math.floor(place / PART_MESSAGES) * PART_MESSAGES)),
      ];
      next();
    },
    [next],
  );
  const wantMessage = useCallback(
    (seq: number) => fetchPart(`around=${String(seq)}`).catch((): FetchedPart => 'away'),
    [fetchPart],
  );
  return { want, wantMessage };
}
