import { PARSE_LIMITS, type ParseLimits } from './limits.ts';
import type { ReadDocument, ReaderAnswer, ReaderTask } from './protocol.ts';
import { runReader } from './readerProcess.ts';
import { RefusedDocument } from './refusedDocument.ts';

/** A document to be read; its bytes are taken as they come. */
export interface DocumentToRead extends Omit<ReaderTask, 'limits'> {
  bytes: AsyncIterable<Uint8Array>;
}

/** Reads documents in processes of their own. Throws RefusedDocument. */
export type DocumentReader = (document: DocumentToRead, signal: AbortSignal) => Promise<ReadDocument>;

/** Each takes up to a gigabyte. */
const MOST_AT_ONCE = 2;

/** `limits` and how many are read at once; others wait. */
export function createDocumentReader(
  limits: ParseLimits = PARSE_LIMITS,
  mostAtOnce: number = MOST_AT_ONCE,
): DocumentReader {
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = async () => {
    if (running < mostAtOnce) {
      running += 1;
      return;
    }
    // Whoever ends gives its place on.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const passTurn = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async ({ bytes, ...about }, signal) => {
    await turn();
    try {
      const answer = parseAnswer(await runReader({ ...about, limits }, bytes, signal));
      if (answer.kind === 'refused') throw new RefusedDocument(answer.refusal, answer.message);
      return { format: answer.format, document: answer.document };
    } finally {
      passTurn();
    }
  };
}

/** The line comes from our own code, which has touched a stranger's document: only its outline is believed. */
function parseAnswer(line: string): ReaderAnswer {
  const answer = JSON.parse(line) as ReaderAnswer | null;
  if (answer?.kind === 'read' || answer?.kind === 'refused') return answer;
  throw new Error('The reader of documents gave no answer');
}
