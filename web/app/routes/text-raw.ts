import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ProjectScope } from '../data/accounts/projectScope.server.ts';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { attachment } from '../data/requests/attachment.server.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { readText, type TextPiece } from '../data/texts/readText.server.ts';
import { NO_TEXT, requireTextAddress } from '../data/texts/requireTextAddress.server.ts';
import type { TextAddress } from '../data/texts/textSource.server.ts';

/** The most characters held in memory at a time. */
const PIECE_CHARACTERS = 1_000_000;

/** A text in full as a file, sent in pieces. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const address = requireTextAddress(request, params);
  const first = await readText(scope, address, { offset: 0, most: PIECE_CHARACTERS });
  if (first === null) throw refuse(404, NO_TEXT);
  return attachment({
    mediaType: 'text/plain',
    name: `${address.owner}-${address.id}.txt`,
    pieces: textPieces(scope, address, first),
  });
}

async function* textPieces(
  scope: ProjectScope,
  address: TextAddress,
  first: TextPiece,
): AsyncGenerator<string, void, undefined> {
  yield first.text;
  let { next } = first;
  while (next !== null) {
    const piece: TextPiece | null = await readText(scope, address, { offset: next, most: PIECE_CHARACTERS });
    yield piece?.text ?? '';
    next = piece?.next ?? null;
  }
}
