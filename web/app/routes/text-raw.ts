import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { readText } from '../data/texts/readText.server.ts';
import { NO_TEXT, requireTextAddress } from '../data/texts/requireTextAddress.server.ts';

/** The most characters held in memory at a time. */
const PIECE_CHARACTERS = 1_000_000;

/** A text in full as a file, sent in pieces. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const address = requireTextAddress(request, params);
  let piece = await readText(scope, address, { offset: 0, most: PIECE_CHARACTERS });
  if (piece === null) throw refuse(404, NO_TEXT);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (piece === null) {
        controller.close();
        return;
      }
      controller.enqueue(encoder.encode(piece.text));
      const { next } = piece;
      piece = next === null ? null : await readText(scope, address, { offset: next, most: PIECE_CHARACTERS });
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      // Sent as an attachment, so that HTML from outside is never shown as our page.
      'content-disposition': `attachment; filename="${address.owner}-${address.id}.txt"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
