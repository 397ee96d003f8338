import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { readText } from '../data/texts/readText.server.ts';
import { NO_TEXT, requireTextAddress } from '../data/texts/requireTextAddress.server.ts';

/** As much is held in memory at once. */
const PIECE_CHARACTERS = 1_000_000;

/** The whole of a text as a file, sent piece by piece. */
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
      // Nobody's HTML is shown as a page of ours.
      'content-disposition': `attachment; filename="${address.owner}-${address.id}.txt"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
