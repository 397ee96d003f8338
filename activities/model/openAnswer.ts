import { createParser } from 'eventsource-parser';

/** An answer's body as it turned out to be: an event after another, or one value at the end. */
export type OpenedAnswer =
  { kind: 'events'; events: AsyncIterable<unknown> } | { kind: 'whole'; value: unknown };

/**
 * Opens the body of an answer. Its first character shows whether it is a stream, not its headers: gateways ignore
 * `stream` or send the wrong content type. Throws a SyntaxError if something in it is not JSON.
 */
export async function openAnswer(response: Response): Promise<OpenedAnswer> {
  const pieces = piecesOf(response);
  let head = '';
  while (head.trim() === '') {
    const { done, value } = await pieces.next();
    if (done === true) break;
    head += value;
  }
  if (!/^\s*[[{]/.test(head)) return { kind: 'events', events: eventsOf(head, pieces) };
  const parts = [head];
  for await (const piece of pieces) parts.push(piece);
  return { kind: 'whole', value: JSON.parse(parts.join('')) };
}

async function* piecesOf(response: Response): AsyncGenerator<string, void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      yield decoder.decode(read.value, { stream: true });
    }
  } finally {
    // A reader that stops early needs no more of it; a broken stream needs no cancelling.
    await reader.cancel().catch(() => undefined);
  }
}

/** The data of the events, each parsed as JSON, until the stream ends or an event says that it is done. */
async function* eventsOf(head: string, pieces: AsyncGenerator<string, void>): AsyncGenerator<unknown, void> {
  const waiting: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => waiting.push(data) });
  try {
    for (let piece: string | undefined = head; piece !== undefined; piece = await nextOf(pieces)) {
      parser.feed(piece);
      for (const data of waiting.splice(0)) {
        if (data.trim() === '[DONE]') return;
        if (data.trim() !== '') yield JSON.parse(data);
      }
    }
    // The last event may lack its empty line; an event that was cut in the middle does not count.
    parser.feed('\n\n');
    for (const data of waiting) {
      const last = readOrNull(data);
      if (last !== null) yield last;
    }
  } finally {
    await pieces.return();
  }
}

async function nextOf(pieces: AsyncGenerator<string, void>): Promise<string | undefined> {
  const { done, value } = await pieces.next();
  return done === true ? undefined : value;
}

function readOrNull(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
