import { z } from 'zod';
import {
  continueConversationBody,
  conversationPageSchema,
  conversationSchema,
  conversationWithRunsSchema,
  deliverySchema,
  listConversationsQuery,
  postMessageBody,
  setStandingBody,
  setWakesBody,
  startConversationBody,
  startedSchema,
  wakeConversationBody,
} from './conversations.ts';
import { changeEventSchema, liveEndEventSchema, liveEventSchema } from './events.ts';
import { id } from './fields.ts';
import {
  addedInboundWebhookSchema,
  addInboundWebhookBody,
  inboundWebhooksSchema,
  removedInboundWebhookSchema,
  rotateInboundWebhookBody,
} from './inboundWebhooks.ts';
import {
  listMessagesQuery,
  messagesPageSchema,
  readTextQuery,
  readTranscriptQuery,
  textPieceSchema,
  transcriptSchema,
} from './messages.ts';
import { pendingWorkSchema } from './pending.ts';
import {
  conversationReplaySchema,
  historySchema,
  readHistoryQuery,
  replayVerdictSchema,
  stepSchema,
} from './replay.ts';

const ofConversation = { conversationId: id };

function steering(verb: string, summary: string) {
  return {
    method: 'post',
    path: `/conversations/{conversationId}/${verb}`,
    tag: 'Conversations',
    summary,
    params: ofConversation,
    response: deliverySchema,
    refusals: [404, 409, 503],
  } as const;
}

/** The endpoints of conversations, by their operation id. */
export const conversationEndpoints = {
  listConversations: {
    method: 'get',
    path: '/conversations',
    tag: 'Conversations',
    summary: 'Lists the project’s conversations, newest first',
    params: {},
    query: listConversationsQuery,
    response: conversationPageSchema,
    refusals: [],
  },
  startConversation: {
    method: 'post',
    path: '/conversations',
    tag: 'Conversations',
    summary: 'Starts a team on a task',
    params: {},
    body: startConversationBody,
    response: startedSchema,
    refusals: [422],
  },
  readConversation: {
    method: 'get',
    path: '/conversations/{conversationId}',
    tag: 'Conversations',
    summary: 'Reads a conversation’s state and the outcome of each of its runs',
    params: ofConversation,
    response: conversationWithRunsSchema,
    refusals: [404],
  },
  continueConversation: {
    method: 'post',
    path: '/conversations/{conversationId}/runs',
    tag: 'Conversations',
    summary: 'Continues a conversation that has ended',
    description:
      'With another task, or (null) from where it stopped. As in AutoGen, the transcript and the pattern’s state are kept; the termination condition and the turn limit start over.',
    params: ofConversation,
    body: continueConversationBody,
    response: startedSchema,
    refusals: [404, 409, 422],
  },
  wakeConversation: {
    method: 'post',
    path: '/conversations/{conversationId}/wake',
    tag: 'Conversations',
    summary: 'Wakes a standing conversation, or an agent that waits',
    description:
      'Its next run begins at once, or when the run that is going has ended. Where agents wait by `wait_until`, in whatever conversation, that ends their waits instead. The same key again wakes it once.',
    params: ofConversation,
    body: wakeConversationBody,
    response: deliverySchema,
    refusals: [404, 409, 422, 429],
  },
  setStanding: {
    method: 'post',
    path: '/conversations/{conversationId}/standing',
    tag: 'Conversations',
    summary: 'Makes a conversation a standing one, or ends that',
    description:
      'What still waits to wake it is dropped when it is no longer standing. A run that is going is left alone.',
    params: ofConversation,
    body: setStandingBody,
    response: conversationSchema,
    refusals: [404, 409],
  },
  setWakes: {
    method: 'post',
    path: '/conversations/{conversationId}/wakes',
    tag: 'Conversations',
    summary: 'Changes which standing conversation its ends wake',
    description: 'It takes effect the next time a run ends.',
    params: ofConversation,
    body: setWakesBody,
    response: conversationSchema,
    refusals: [404, 409, 422],
  },
  listInboundWebhooks: {
    method: 'get',
    path: '/conversations/{conversationId}/webhooks',
    tag: 'Conversations',
    summary: 'Lists the webhooks that wake a standing conversation',
    params: ofConversation,
    response: inboundWebhooksSchema,
    refusals: [404],
  },
  addInboundWebhook: {
    method: 'post',
    path: '/conversations/{conversationId}/webhooks',
    tag: 'Conversations',
    summary: 'Makes a webhook that wakes a standing conversation',
    description:
      'A service posts to its `url`, signed with its `secret` as Standard Webhooks says. The secret is returned only this once.',
    params: ofConversation,
    body: addInboundWebhookBody,
    response: addedInboundWebhookSchema,
    refusals: [404, 409, 422],
  },
  rotateInboundWebhook: {
    method: 'post',
    path: '/conversations/{conversationId}/webhooks/{webhookId}/secret',
    tag: 'Conversations',
    summary: 'Gives a webhook another secret',
    description:
      'The secret that it replaces is accepted for as long as you say; older ones no longer are. The new secret is returned only this once.',
    params: { ...ofConversation, webhookId: id },
    body: rotateInboundWebhookBody,
    response: addedInboundWebhookSchema,
    refusals: [404, 409, 422],
  },
  removeInboundWebhook: {
    method: 'delete',
    path: '/conversations/{conversationId}/webhooks/{webhookId}',
    tag: 'Conversations',
    summary: 'Removes a webhook: its address accepts nothing any more',
    params: { ...ofConversation, webhookId: id },
    response: removedInboundWebhookSchema,
    refusals: [404],
  },
  listMessages: {
    method: 'get',
    path: '/conversations/{conversationId}/messages',
    tag: 'Conversations',
    summary: 'Reads a conversation’s transcript',
    params: ofConversation,
    query: listMessagesQuery,
    response: messagesPageSchema,
    refusals: [404],
  },
  readTranscript: {
    method: 'get',
    path: '/conversations/{conversationId}/transcript',
    tag: 'Conversations',
    summary: 'A conversation’s whole transcript as a file',
    description:
      'As Markdown or JSON, with every text in full. It is streamed: if something fails on the way, the connection breaks.',
    params: ofConversation,
    query: readTranscriptQuery,
    response: null,
    file: { 'text/markdown': z.string(), 'application/json': transcriptSchema },
    refusals: [404],
  },
  readText: {
    method: 'get',
    path: '/texts/{textOwner}/{textId}',
    tag: 'Conversations',
    summary: 'Reads a long text in full, piece by piece',
    description:
      'Other responses contain only the beginning of a long text and say so in `truncated`. `textOwner` is the kind of record that the text belongs to (`message`, `tool-call`, `task`, `model-call`), `textId` the record’s id. Repeat the request with the `next` of each piece.',
    params: { textOwner: z.enum(['message', 'tool-call', 'task', 'model-call']), textId: id },
    query: readTextQuery,
    response: textPieceSchema,
    refusals: [404],
  },
  postMessage: {
    method: 'post',
    path: '/conversations/{conversationId}/messages',
    tag: 'Conversations',
    summary: 'Posts a message to a running conversation',
    params: ofConversation,
    body: postMessageBody,
    response: deliverySchema,
    refusals: [404, 409, 422, 503],
  },
  watchConversation: {
    method: 'get',
    path: '/conversations/{conversationId}/events',
    tag: 'Conversations',
    summary: 'Streams a conversation as it happens',
    description:
      'Server-sent events. `change` contains what the reader has not seen yet: at first everything, or everything after the revision in `Last-Event-ID`. A long transcript arrives in several parts, and the conversation is reported as running until the last of them. A long text is cut at 16,000 characters (4,000 within a body). `live` contains the first 64,000 characters of a text while it is being written. `pending` says what is being retried, and why. The stream continues through later runs. `expired` means that the token is no longer valid.',
    params: ofConversation,
    response: null,
    events: {
      change: changeEventSchema,
      live: liveEventSchema,
      live_end: liveEndEventSchema,
      pending: pendingWorkSchema,
      expired: z.object({}),
    },
    refusals: [404],
  },
  pauseConversation: steering('pause', 'Pauses a conversation before its next turn'),
  resumeConversation: steering('resume', 'Resumes a paused conversation'),
  stopConversation: steering('stop', 'Stops a conversation after the current turn'),
  fireExternalConditions: steering(
    'external',
    'Fires the external conditions of a conversation’s teams at their next check; whether that ends the conversation depends on the rest of each condition',
  ),
  cancelConversation: steering('cancel', 'Cancels a conversation immediately'),
  replayConversation: {
    method: 'post',
    path: '/conversations/{conversationId}/replay',
    tag: 'Conversations',
    summary: 'Replays a conversation’s recorded histories with today’s workflow code',
    description:
      'Says whether they agree, or at which event they differ and how. No model and no tool is called, and nothing is written.',
    params: ofConversation,
    response: conversationReplaySchema,
    refusals: [404, 503],
  },
  readHistory: {
    method: 'get',
    path: '/conversations/{conversationId}/history',
    tag: 'Conversations',
    summary: 'A recorded history as a file, in Temporal’s JSON form',
    description: 'Texts of people and models are replaced, the same by the same, so that it still replays.',
    params: ofConversation,
    query: readHistoryQuery,
    response: null,
    file: { 'application/json': historySchema },
    refusals: [404, 503],
  },
  readStep: {
    method: 'get',
    path: '/conversations/{conversationId}/steps/{turn}',
    tag: 'Conversations',
    summary: 'Reads a conversation as it was after a turn',
    params: {
      ...ofConversation,
      turn: z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .describe('From 1.'),
    },
    response: stepSchema,
    refusals: [404],
  },
  replayHistory: {
    method: 'post',
    path: '/replay',
    tag: 'Conversations',
    summary: 'Replays a history with today’s workflow code',
    description:
      'A history in Temporal’s JSON form, of at most 16 MiB, as `GET /conversations/{conversationId}/history` or `temporal workflow show --output json` gives it. Its replay is ended after a minute or at 768 MiB of memory.',
    params: {},
    body: historySchema,
    unread: true,
    response: replayVerdictSchema,
    refusals: [503],
  },
} as const;
