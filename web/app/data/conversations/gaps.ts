import type { MessageView } from './view.ts';

/**
 * Messages of a transcript that the page has not loaded: the places from `from` up to, and without, `to`. A place counts
 * from 0 over all messages that the page would show (copies of an outer team's task are none of them).
 */
export interface Gap {
  from: number;
  to: number;
}

/** What is left of the gaps once the places from `from` up to, and without, `to` are there. */
export function withoutRange(gaps: readonly Gap[], from: number, to: number): Gap[] {
  return gaps.flatMap((gap) =>
    [
      { from: gap.from, to: Math.min(gap.to, from) },
      { from: Math.max(gap.from, to), to: gap.to },
    ].filter((left) => left.from < left.to),
  );
}

type Placed = Pick<MessageView, 'id' | 'position' | 'seq' | 'copied'>;

/** A gap, with the loaded messages on both sides of it; null: there is none on that side. */
export interface PlacedGap<Message extends Placed = Placed> extends Gap {
  before: Message | null;
  after: Message | null;
}

/** Where the gaps stand among the loaded messages, and which place each of these has. `messages` are in their order. */
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

/** Whether a message belongs into a gap, so that it will come with the rest of that. */
export function isWithin(gaps: readonly PlacedGap[], message: Placed): boolean {
  return gaps.some(
    ({ before, after }) =>
      (before === null || isBefore(before, message)) && (after === null || isBefore(message, after)),
  );
}

function isBefore(a: Placed, b: Placed): boolean {
  return a.position < b.position || (a.position === b.position && a.seq < b.seq);
}
