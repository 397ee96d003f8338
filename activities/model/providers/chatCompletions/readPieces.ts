import { createParser } from 'eventsource-parser';
import { quoted } from '../../errorBody.ts';
import { ModelFailure } from '../../modelFailure.ts';

/** A longer answer than any model writes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What an answer's body holds: pieces of a stream, or a whole answer. `done`: the stream said that it is over. */
export type Piece = { kind: 'piece' | 'whole'; value: unknown } | { kind: 'done' };

/**
 * Reads a body to its end. Whether it is a stream or a whole answer is seen from its first character: gateways ignore
 * `stream`, and the headers of some say something else than what comes. Fails with a ModelFailure where it is neither.
 */
export async function* readPieces(response: Response): AsyncGenerator<Piece> {
  let whole = '';
  let form: 'unknown' | 'stream' | 'whole' = 'unknown';
  let events: { event: string | undefined; data: string }[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      events.push({ event, data });
    },
  });
  for await (const text of textOf(response)) {
    if (form !== 'stream') {
      whole += text;
      const [first] = whole.trimStart();
      if (form === 'unknown' && first !== undefined) form = /[a-z:]/i.test(first) ? 'stream' : 'whole';
      if (form !== 'stream') continue;
      parser.feed(whole);
    } else {
      parser.feed(text);
    }
    const came = events;
    events = [];
    for (const { data } of came) {
      if (data.trim() === '[DONE]') {
        yield { kind: 'done' };
        return;
      }
      if (data.trim() !== '') yield { kind: 'piece', value: parsed(data) };
    }
  }
  if (form !== 'stream') {
    yield { kind: 'whole', value: wholeOf(whole) };
    return;
  }
  // The last event may lack the empty line behind it; what is no JSON is one that was cut.
  parser.feed('\n\n');
  for (const { data } of events) {
    const value = data.trim() === '[DONE]' ? { kind: 'done' as const } : cutOrWhole(data);
    if (value !== null) yield value;
  }
  if (isNoStream(whole)) throw noAnswer(whole);
}

/** Text that only begins as a stream may: "upstream connect error". */
function isNoStream(beginning: string): boolean {
  return !/^\s*(data|event|id|retry|:)/.test(beginning);
}

async function* textOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  const { body } = response;
  if (body === null) return;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) {
      throw new ModelFailure('model_unexpected_answer', 'The answer is too long');
    }
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

function wholeOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw noAnswer(text);
  }
}

function noAnswer(text: string): ModelFailure {
  return new ModelFailure(
    'model_malformed_answer',
    `The model provider sent something that is not an answer: ${quoted(text)}`,
  );
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    throw new ModelFailure(
      'model_malformed_answer',
      `The model provider sent something within its stream that is not JSON: ${quoted(data)}`,
    );
  }
}

function cutOrWhole(data: string): Piece | null {
  try {
    return { kind: 'piece', value: JSON.parse(data) as unknown };
  } catch {
    return null;
  }
}
