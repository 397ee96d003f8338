import type { MessageView } from '../messages/messageView.ts';

/**
 * Messages that the page has not loaded: the places from `from` up to, but not including, `to`. Places count from
 * 0 over all messages that the page shows, which excludes copies of an outer team's task.
 */
export interface Gap {
  from: number;
  to: number;
}

/** The remaining gaps once the places from `from` up to, but not including, `to` are loaded. */
export function withoutRange(gaps: readonly Gap[], from: number, to: number): Gap[] {
  return gaps.flatMap((gap) =>
    [
      { from: gap.from, to: Math.min(gap.to, from) },
      { from: Math.max(gap.from, to), to: gap.to },
    ].filter((left) => left.from < left.to),
  );
}

type Placed = Pick<MessageView, 'id' | 'position' | 'seq' | 'copied'>;

/** A gap with the loaded messages on both sides; null if there is none on a side. */
export interface PlacedGap<Message extends Placed = Placed> extends Gap {
  before: Message | null;
  after: Message | null;
}

/** Places the gaps among the loaded messages, and assigns each message its place. `messages` must be in order. */
export function placeGaps<Message extends Placed>(
  messages: readonly Message[],
  gaps: readonly Gap[],
): { gaps: PlacedGap<Message>[]; places: Map<string, number> } {
  const places = new Map<string, number>();
  const placed: PlacedGap<Message>[] = [];
  const left = [...gaps];
  let before: Message | null = null;
  let place = 0;
  for (const message of messages) {
    for (let [gap] = left; gap !== undefined && gap.from <= place && !message.copied; [gap] = left) {
      placed.push({ ...gap, before, after: message });
      place = Math.max(place, gap.to);
      left.shift();
    }
    if (!message.copied) {
      places.set(message.id, place);
      place += 1;
    }
    before = message;
  }
  return { gaps: [...placed, ...left.map((gap) => ({ ...gap, before, after: null }))], places };
}

/** Whether a message falls into a gap, and will be loaded with it. */
export function isWithin(gaps: readonly PlacedGap[], message: Placed): boolean {
  return gaps.some(
    ({ before, after }) =>
      (before === null || isBefore(before, message)) && (after === null || isBefore(message, after)),
  );
}

function isBefore(a: Placed, b: Placed): boolean {
  return a.position < b.position || (a.position === b.position && a.seq < b.seq);
}
