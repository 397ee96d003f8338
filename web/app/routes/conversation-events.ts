import type { LoaderFunctionArgs } from '@remix-run/node';
import { findConversation } from '../data/findConversation.server.ts';
import { pageChange } from '../data/pageMessage.ts';
import { parseId } from '../data/parseId.ts';
import { refuse } from '../errors/refuse.server.ts';
import type { ConversationEvents } from '../live/events.ts';
import { expiredStream } from '../live/eventStream.server.ts';
import type { Send } from '../live/hub.server.ts';
import { services } from '../services.server.ts';
import { setTextsApart } from '../text/pageTexts.server.ts';
import { liveHub } from '../live/liveHub.server.ts';
import { parseRevision } from '../live/parseRevision.ts';
import { streamFor } from '../live/streamFor.server.ts';
import { streamMember } from '../live/streamMember.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await streamMember(request);
  if (member === null) return expiredStream();
  const { scope } = member;
  const id = parseId(params['conversationId']);
  if (id === null || !(await findConversation(scope, id))) throw refuse(404);
  // What the browser has seen on an earlier connection counts more than what the page was loaded with.
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

/** Sends events in the order in which they came, though the texts of some have to be read first. */
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
