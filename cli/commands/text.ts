import type { ApiTextPiece } from '../../workflows/contracts/api/messages.ts';
import { answerTo } from '../apiClient.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import type { operations } from '../generated/api.ts';
import { plainText } from '../plainText.ts';
import type { Session } from '../session.ts';

type TextOwner = operations['readText']['parameters']['path']['textOwner'];

/** Prints a text in full, piece by piece; on a terminal without control characters. */
export async function textCommand(
  { api, out, interactive }: Session,
  { id, path, owner }: { id: string; path: string; owner: string },
): Promise<ExitCode> {
  let next: number | null = 0;
  while (next !== null) {
    const piece: ApiTextPiece = await answerTo(
      api.GET('/texts/{textOwner}/{textId}', {
        // Passed on as typed: the server lists the valid owners in its refusal.
        params: { path: { textOwner: owner as TextOwner, textId: id }, query: { path, offset: next } },
      }),
    );
    out(interactive ? plainText(piece.text) : piece.text);
    next = piece.next;
  }
  return exitCodes.done;
}
