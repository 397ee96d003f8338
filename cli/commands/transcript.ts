import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { TranscriptFormat } from '../../workflows/contracts/api/messages.ts';
import { answerTo, NoServerError } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage.ts';

/** Writes a conversation's whole transcript into a file or to standard output, while it arrives. */
export async function transcriptCommand(
  session: Session,
  { id, format, output }: { id: string; format: TranscriptFormat | undefined; output: string | undefined },
): Promise<ExitCode> {
  const file = await answerTo(
    session.api.GET('/conversations/{conversationId}/transcript', {
      params: {
        path: { conversationId: id },
        query: { format: format ?? (session.json ? 'json' : 'markdown') },
      },
      parseAs: 'stream',
    }),
  );
  const text = Readable.fromWeb(file as ReadableStream<Uint8Array>);
  if (output === undefined) await print(session, text);
  else await save(text, output, session.url);
  return exitCodes.done;
}

/** On a terminal without what would control it. */
async function print({ out, interactive, url }: Session, text: Readable): Promise<void> {
  try {
    for await (const piece of text.setEncoding('utf8') as AsyncIterable<string>) {
      out(interactive ? plainText(piece) : piece);
    }
  } catch (error) {
    throw cutOff(url, error);
  }
}

async function save(text: Readable, output: string, url: string): Promise<void> {
  try {
    await pipeline(text, createWriteStream(output));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined || code === undefined) throw cutOff(url, error);
    throw new UsageError(`${output} can't be written (${code}).`);
  }
}

function cutOff(url: string, cause: unknown): NoServerError {
  return new NoServerError(
    `The transcript is incomplete: the connection to ${url} broke. Run the command again.`,
    { cause },
  );
}
