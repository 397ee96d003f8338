import type { LoaderFunctionArgs } from '@remix-run/node';
import { findConversation } from '../data/findConversation.server.ts';
import { pageChange } from '../data/pageMessage.ts';
import { parseId } from '../data/parseId.ts';
import { refuse } from '../errors/refuse.server.ts';
import type { ConversationEvents } from '../live/events.ts';
import { expiredStream } from '../live/eventStream.server.ts';
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
      send: (name, data, eventId) =>
        name === 'change'
          ? send(
              name,
              pageChange(data as ConversationEvents['change']) as ConversationEvents[typeof name],
              eventId,
            )
          : send(name, data, eventId),
    }),
  );
}
