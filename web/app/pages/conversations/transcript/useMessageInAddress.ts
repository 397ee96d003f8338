import { useEffect, useState } from 'react';
import { messageInAddress } from './messageInAddress.ts';
import type { FetchedPart } from './useTranscriptParts.ts';

const ASKS_AGAIN_MS = 2_000;

export interface MessageInAddressOptions {
  isVirtual: boolean;
  /** The message's index in the list; -1 if it is not loaded. */
  indexOf: (seq: number) => number;
  scrollTo: (index: number, elementId: string) => void;
  /** Fetches the part that contains it. */
  fetch: (seq: number) => Promise<FetchedPart>;
  /** Changes whenever more is loaded. */
  loaded: unknown;
}

/** Scrolls to the message in the address (#message-7), even if it is not rendered or loaded yet. */
export function useMessageInAddress(options: MessageInAddressOptions): void {
  const { isVirtual, indexOf, scrollTo, fetch, loaded } = options;
  const [wanted, setWanted] = useState<number | null>(null);

  useEffect(() => {
    const look = () => setWanted(messageInAddress(window.location.hash));
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);

  // Each message is requested once, because every fetch changes `loaded`.
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
