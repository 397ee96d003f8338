import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { readConversationTitle } from '../data/conversations/readConversationTitle.server.ts';
import { TRANSCRIPT_FORMATS, transcriptFile } from '../data/messages/transcriptFile.server.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { fault } from '../languages/fault.ts';

/** The whole transcript as a file, `?format=markdown` or `json`, sent piece by piece. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  const id = parseId(params['conversationId']);
  const asked = new URL(request.url).searchParams.get('format') ?? 'markdown';
  const format = TRANSCRIPT_FORMATS.find((each) => each === asked);
  const title = id === null ? null : await readConversationTitle(scope, id);
  if (id === null || title === null || format === undefined) {
    throw refuse(404, fault('conversation:faults.notFound'));
  }
  const pieces = transcriptFile(scope, { id, title }, format);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
  const [type, ending] = format === 'json' ? ['application/json', 'json'] : ['text/markdown', 'md'];
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      // Nobody's HTML is shown as a page of ours.
      'content-disposition': `attachment; filename="conversation-${id}.${ending}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
