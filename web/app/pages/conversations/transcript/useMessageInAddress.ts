import { useEffect, useState } from 'react';
import { messageInAddress } from './messageInAddress.ts';
import type { FetchedPart } from './useTranscriptParts.ts';

const ASKS_AGAIN_MS = 2_000;

export interface MessageInAddressOptions {
  isVirtual: boolean;
  /** Where the message stands in the list; -1: it is not loaded. */
  indexOf: (seq: number) => number;
  scrollTo: (index: number, elementId: string) => void;
  /** Fetches the part that holds it. */
  fetch: (seq: number) => Promise<FetchedPart>;
  /** Changes whenever more is loaded. */
  loaded: unknown;
}

/** Goes to the message that the address names (#message-7), whether or not it is drawn, or even loaded. */
export function useMessageInAddress(options: MessageInAddressOptions): void {
  const { isVirtual, indexOf, scrollTo, fetch, loaded } = options;
  const [wanted, setWanted] = useState<number | null>(null);

  useEffect(() => {
    const look = () => setWanted(messageInAddress(window.location.hash));
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);

  // Once for each that is wanted: what is fetched changes `loaded`.
  const [asked, setAsked] = useState<number | null>(null);
  useEffect(() => {
    if (!isVirtual || wanted === null) return;
    const index = indexOf(wanted);
    if (index >= 0) {
      setWanted(null);
      setAsked(null);
      scrollTo(index, `message-${String(wanted)}`);
    } else if (asked !== wanted) {
      setAsked(wanted);
      void fetch(wanted).then((outcome) => {
        if (outcome === 'none') setWanted((still) => (still === wanted ? null : still));
        if (outcome === 'away') setTimeout(() => setAsked(null), ASKS_AGAIN_MS);
      });
    }
  }, [isVirtual, wanted, asked, indexOf, scrollTo, fetch, loaded]);
}
