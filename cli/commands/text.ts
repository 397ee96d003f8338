import type { ApiTextPiece } from '../../workflows/contracts/api/messages.ts';
import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import type { operations } from '../generated/api.ts';
import { plainText } from '../plainText.ts';
import type { Session } from '../session.ts';

type TextOwner = operations['readText']['parameters']['path']['textOwner'];

/** Prints the whole of a text, piece by piece; on a terminal without what would control it. */
export async function textCommand(
  { api, out, interactive }: Session,
  { id, path, owner }: { id: string; path: string; owner: string },
): Promise<ExitCode> {
  let next: number | null = 0;
  while (next !== null) {
    const piece: ApiTextPiece = await answerTo(
      api.GET('/texts/{textOwner}/{textId}', {
        // As it was typed: the server says what texts belong to.
        params: { path: { textOwner: owner as TextOwner, textId: id }, query: { path, offset: next } },
      }),
    );
    out(interactive ? plainText(piece.text) : piece.text);
    next = piece.next;
  }
  return exitCodes.done;
}
