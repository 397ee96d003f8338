import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Response as HttpResponse } from 'express';
import type { ApiChangeEvent, ApiLiveEvent } from '../../../workflows/contracts/api/events.ts';
import type { ApiPendingWork } from '../../../workflows/contracts/api/pending.ts';
import type { HistoryRow } from '../../app/data/conversations/listConversations.server.ts';
import { readConversationHead } from '../../app/data/conversations/readConversationHead.server.ts';
import type { ChangeEvent, LiveTextEvent } from '../../app/data/live/events.ts';
import { eventStream } from '../../app/data/live/eventStream.server.ts';
import { liveHub } from '../../app/data/live/liveHub.server.ts';
import { parseRevision } from '../../app/data/live/parseRevision.ts';
import type { PendingWork } from '../../app/data/runs/pendingWorkView.ts';
import { findTokenHolder } from '../../app/data/tokens/findTokenHolder.server.ts';
import { services } from '../../app/services.server.ts';
import { bearerToken } from '../authenticate.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound } from '../problem.ts';
import { apiTask } from './tasks.ts';
import { conversationView, entryView, pendingView, runViews } from './views.ts';

interface Events {
  change: ApiChangeEvent;
  live: ApiLiveEvent;
  live_end: { seq: number };
  pending: ApiPendingWork;
  expired: Record<string, never>;
}

/** The operation that streams a conversation. */
export const watchOperations: Pick<OperationHandlers, 'watchConversation'> = {
  watchConversation: async ({ holder: { scope }, params: { conversationId } }, request, response) => {
    const row = await readConversationHead(scope, conversationId);
    if (row === null) throw notFound('conversation');
    if (request.method === 'HEAD') {
      response.status(200).type('text/event-stream').end();
      return;
    }
    const seen = parseRevision(request.get('last-event-id') ?? null);
    // A revision that the conversation has not reached was sent before the database was restored to an earlier state.
    const revision = seen > row.head.revision ? 0 : seen;
    const token = bearerToken(request);
    const readerGone = new AbortController();
    response.once('close', () => readerGone.abort());
    const stream = eventStream<Events>({
      readerGone: readerGone.signal,
      stopping: services().stopping,
      bufferedBytes: () => response.writableLength,
      mayRead: async () => (await findTokenHolder(token)) !== null,
      open: (send) =>
        liveHub().watchConversation({
          ...scope,
          id: conversationId,
          revision,
          send: (name, data, id) => {
            if (name === 'change') send('change', changeView(data as ChangeEvent, row), id);
            else if (name === 'live') send('live', liveView(data as LiveTextEvent));
            else if (name === 'live_end') send('live_end', data as { seq: number });
            else if (name === 'pending') send('pending', pendingView(data as PendingWork));
          },
        }),
    });
    await pass(stream, response);
  },
};

async function pass(stream: Response, response: HttpResponse): Promise<void> {
  response.status(200);
  stream.headers.forEach((value, name) => response.setHeader(name, value));
  response.flushHeaders();
  if (stream.body === null) return;
  try {
    for await (const chunk of Readable.fromWeb(stream.body as ReadableStream<Uint8Array>))
      response.write(chunk);
  } finally {
    response.end();
  }
}

function changeView(
  { conversation, runs, messages, tasks }: ChangeEvent,
  { team }: HistoryRow,
): ApiChangeEvent {
  return {
    conversation: conversationView({ head: conversation, team }),
    runs: runViews(conversation, runs),
    messages: messages
      .filter(({ superseded }) => !superseded)
      .map(entryView)
      .sort((a, b) => a.position - b.position || a.seq - b.seq),
    tasks: tasks.map((task) => apiTask(task, conversation)),
  };
}

function liveView({ seq, source, attempt, offset, text }: LiveTextEvent): ApiLiveEvent {
  return { seq, source, attempt, offset, text };
}
