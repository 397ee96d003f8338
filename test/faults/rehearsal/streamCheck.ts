/** An event of a conversation's stream, as a client gets it. */
export interface StreamEvent {
  name: string;
  id: string;
  data: unknown;
}

/** A message as the database has it at the end. */
export interface StoredMessage {
  seq: number;
  revision: number;
}

/** Follows what one reader gets over all its connections, and says what is wrong with it. */
export interface StreamCheck {
  /** The reader connects, having seen everything up to this revision. */
  opened: (after: number) => void;
  take: (event: StreamEvent) => void;
  /** The conversation's state as the reader knows it. */
  state: () => string;
  /** How often it connected again. */
  reconnects: () => number;
  events: () => number;
  /** What was lost, doubled or out of order; empty: nothing. `stored` is the transcript. */
  faults: (stored: readonly StoredMessage[]) => string[];
}

interface Change {
  conversation: { state: string };
  messages: { seq: number }[];
}

export function createStreamCheck(): StreamCheck {
  const faults: string[] = [];
  const seen = new Set<number>();
  let texts = new Map<string, number>();
  let first: number | undefined;
  let revision = 0;
  let state = '';
  let connections = 0;
  let events = 0;

  function change(id: string, { conversation, messages }: Change): void {
    const next = Number(id);
    if (!(next > revision)) faults.push(`revision ${id} came after ${String(revision)}`);
    revision = next;
    ({ state } = conversation);
    for (const { seq } of messages) {
      if (seen.has(seq)) faults.push(`message ${String(seq)} came twice`);
      seen.add(seq);
    }
  }

  function live({ seq, attempt, offset, text }: LiveText): void {
    const key = `${String(seq)}/${String(attempt)}`;
    const known = texts.get(key) ?? 0;
    if (offset > known)
      faults.push(`text of message ${String(seq)} goes on at ${String(offset)} after ${String(known)}`);
    texts.set(key, offset + text.length);
  }

  return {
    opened: (after) => {
      connections += 1;
      first ??= after;
      if (connections === 1) revision = after;
      if (after !== revision)
        faults.push(`connected again after ${String(after)}, having seen ${String(revision)}`);
      texts = new Map();
    },
    take: ({ name, id, data }) => {
      events += 1;
      if (name === 'change') change(id, data as Change);
      if (name === 'live') live(data as LiveText);
      if (name === 'expired') faults.push('the session has ended');
    },
    state: () => state,
    reconnects: () => Math.max(0, connections - 1),
    events: () => events,
    faults: (stored) => [
      ...faults,
      ...stored
        .filter((message) => message.revision > (first ?? 0) && !seen.has(message.seq))
        .map(({ seq }) => `message ${String(seq)} never came`),
    ],
  };
}

interface LiveText {
  seq: number;
  attempt: number;
  offset: number;
  text: string;
}
