import type { LoaderFunctionArgs } from '@remix-run/node';
import { findConversation } from '../data/conversations/readConversationHead.server.ts';
import type { ConversationEvents } from '../data/live/events.ts';
import { expiredStream } from '../data/live/eventStream.server.ts';
import { liveHub } from '../data/live/liveHub.server.ts';
import { parseRevision } from '../data/live/parseRevision.ts';
import { streamFor } from '../data/live/streamFor.server.ts';
import { streamMember } from '../data/live/streamMember.server.ts';
import type { Send } from '../data/live/watches.server.ts';
import { pageChange } from '../data/messages/pageMessage.ts';
import { parseId } from '../data/requests/parseId.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { setTextsApart } from '../data/texts/pageTexts.server.ts';
import { services } from '../services.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await streamMember(request);
  if (member === null) return expiredStream();
  const { scope } = member;
  const id = parseId(params['conversationId']);
  if (id === null || !(await findConversation(scope, id))) throw refuse(404);
  // The browser's progress on an earlier connection takes precedence over the page's revision.
  const after = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
  const revision = parseRevision(after);
  return streamFor<ConversationEvents>({ request, context }, (send) =>
    liveHub().watchConversation({
      ...scope,
      id,
      revision,
      send: inOrder(send),
    }),
  );
}

/** Sends events in order, although the texts of some have to be rendered first. */
function inOrder(send: Send<ConversationEvents>): Send<ConversationEvents> {
  let before = Promise.resolve();
  return (name, data, eventId) => {
    before = before
      .then(async () => {
        const ready = name === 'change' ? await pageTexts(data as ConversationEvents['change']) : data;
        send(name, ready as typeof data, eventId);
      })
      .catch((error: unknown) => services().logger.error({ err: error }, 'an event was not sent'));
  };
}

function pageTexts(change: ConversationEvents['change']): Promise<ConversationEvents['change']> {
  return setTextsApart({ ...pageChange(change), toolCalls: [...change.toolCalls] }, null);
}
