import { apiEndpoints } from '../../workflows/contracts/api/endpoints.ts';
import type { ApiTextPiece } from '../../workflows/contracts/api/messages.ts';
import { exitCodes, type ExitCode } from '../exitCodes.ts';
import { plainText } from '../plainText.ts';
import type { Session } from '../session.ts';

/** Prints the whole of a text, piece by piece; on a terminal without what would control it. */
export async function textCommand(
  { api, out, interactive }: Session,
  { id, path, owner }: { id: string; path: string; owner: string },
): Promise<ExitCode> {
  const address = `/texts/${encodeURIComponent(owner)}/${encodeURIComponent(id)}`;
  let next: number | null = 0;
  while (next !== null) {
    const query: string = new URLSearchParams({ path, offset: String(next) }).toString();
    const piece: ApiTextPiece = await api.get(`${address}?${query}`, apiEndpoints.readText.response);
    out(interactive ? plainText(piece.text) : piece.text);
    next = piece.next;
  }
  return exitCodes.done;
}
