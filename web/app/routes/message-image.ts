import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readMessageImage } from '../data/messages/readMessageImage.server.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { requireWholeNumber } from '../data/requests/requireWholeNumber.server.ts';
import { fault } from '../languages/fault.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const conversationId = parseId(params['conversationId']);
  const messageId = parseId(params['messageId']);
  // The address counts from 1.
  const index = requireWholeNumber(params['part']) - 1;
  const image =
    conversationId === null || messageId === null
      ? null
      : await readMessageImage(scope, { conversationId, messageId, index });
  if (image === null) throw refuse(404, fault('conversation:faults.noImage'));
  return new Response(new Uint8Array(image.bytes), {
    headers: {
      'content-type': image.mediaType,
      'content-disposition': 'inline',
      // A message's images never change, and only signed-in people may see them.
      'cache-control': 'private, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
}
