import { z } from 'zod';
import {
  continueConversationBody,
  conversationPageSchema,
  conversationWithRunsSchema,
  deliverySchema,
  listConversationsQuery,
  postMessageBody,
  startConversationBody,
  startedSchema,
} from './conversations.ts';
import { changeEventSchema, liveEndEventSchema, liveEventSchema } from './events.ts';
import { id } from './fields.ts';
import { listMessagesQuery, messagesPageSchema, readTextQuery, textPieceSchema } from './messages.ts';
import { pendingWorkSchema } from './pending.ts';
import { answerTaskBody, listTasksQuery, taskListSchema, taskSchema } from './tasks.ts';
import {
  addedVersionSchema,
  addVersionBody,
  exportedTeamSchema,
  importReportSchema,
  importTeamsBody,
  teamConfig,
  teamSchema,
  teamVersionSchema,
} from './teams.ts';

/** One endpoint of the API: what it is for, and the shapes of what goes in and out. */
export interface ApiEndpoint {
  method: 'get' | 'post';
  /** Below /api/v1; `{name}` stands for a parameter. */
  path: string;
  tag: 'Teams' | 'Conversations' | 'Tasks';
  summary: string;
  description?: string;
  params: Record<string, z.ZodType>;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The answer where all went well; null: a stream of server-sent events. */
  response: z.ZodType | null;
  /** Server-sent events by their name. */
  events?: Record<string, z.ZodType>;
  /** The statuses of refusals that belong to this endpoint, beside those that each may give. */
  refusals: readonly number[];
}

const ofTeam = { teamId: id };
const ofConversation = { conversationId: id };

const versionQuery = z.strictObject({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('Which version; without it the newest.'),
});

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

/** All endpoints, by their operation id. */
export const apiEndpoints = {
  listTeams: {
    method: 'get',
    path: '/teams',
    tag: 'Teams',
    summary: 'The project’s teams, by name',
    params: {},
    response: z.object({ teams: z.array(teamSchema) }).meta({ id: 'Teams' }),
    refusals: [],
  },
  importTeams: {
    method: 'post',
    path: '/teams',
    tag: 'Teams',
    summary: 'Makes a team',
    description:
      'Of Colloquy’s own JSON, or of AutoGen’s. A team that is there already with the same content is not made again. `notes` says what could not be carried over.',
    params: {},
    body: importTeamsBody,
    response: importReportSchema,
    refusals: [409, 422],
  },
  readTeam: {
    method: 'get',
    path: '/teams/{teamId}',
    tag: 'Teams',
    summary: 'A team with the configuration of one version',
    params: ofTeam,
    query: versionQuery,
    response: teamSchema.extend({ config: teamConfig }).meta({ id: 'TeamWithConfig' }),
    refusals: [404],
  },
  listTeamVersions: {
    method: 'get',
    path: '/teams/{teamId}/versions',
    tag: 'Teams',
    summary: 'A team’s versions, newest first',
    params: ofTeam,
    response: z.object({ versions: z.array(teamVersionSchema) }).meta({ id: 'TeamVersions' }),
    refusals: [404],
  },
  addTeamVersion: {
    method: 'post',
    path: '/teams/{teamId}/versions',
    tag: 'Teams',
    summary: 'Makes a team’s next version',
    description:
      'Conversations keep the version that they run. What equals the newest version makes no other. With `basedOn`, what somebody has saved since is not written over: 409, and `newest` says which version that is and who saved it.',
    params: ofTeam,
    body: addVersionBody,
    response: addedVersionSchema,
    refusals: [404, 409, 422],
  },
  exportTeam: {
    method: 'get',
    path: '/teams/{teamId}/export',
    tag: 'Teams',
    summary: 'A team as AutoGen component JSON',
    params: ofTeam,
    query: versionQuery,
    response: exportedTeamSchema,
    refusals: [404],
  },
  listConversations: {
    method: 'get',
    path: '/conversations',
    tag: 'Conversations',
    summary: 'The project’s conversations, newest first',
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
    summary: 'How a conversation stands, and how each of its runs ended',
    params: ofConversation,
    response: conversationWithRunsSchema,
    refusals: [404],
  },
  continueConversation: {
    method: 'post',
    path: '/conversations/{conversationId}/runs',
    tag: 'Conversations',
    summary: 'Lets a conversation that has ended go on',
    description:
      'With a further task, or (null) where it stood. As in AutoGen, the transcript and the pattern go on; the termination condition and the turn limit begin anew.',
    params: ofConversation,
    body: continueConversationBody,
    response: startedSchema,
    refusals: [404, 409, 422],
  },
  listMessages: {
    method: 'get',
    path: '/conversations/{conversationId}/messages',
    tag: 'Conversations',
    summary: 'A conversation’s transcript',
    params: ofConversation,
    query: listMessagesQuery,
    response: messagesPageSchema,
    refusals: [404],
  },
  readText: {
    method: 'get',
    path: '/texts/{textOwner}/{textId}',
    tag: 'Conversations',
    summary: 'The whole of a long text, piece by piece',
    description:
      'Answers hold only the beginning of a long text, and say so in `truncated`. `textOwner` is what it belongs to (`message`, `tool-call`, `task`, `model-call`), `textId` its id. Ask again with the `next` of each piece.',
    params: { textOwner: z.enum(['message', 'tool-call', 'task', 'model-call']), textId: id },
    query: readTextQuery,
    response: textPieceSchema,
    refusals: [404],
  },
  postMessage: {
    method: 'post',
    path: '/conversations/{conversationId}/messages',
    tag: 'Conversations',
    summary: 'Says something in a conversation that goes on',
    params: ofConversation,
    body: postMessageBody,
    response: deliverySchema,
    refusals: [404, 409, 422, 503],
  },
  watchConversation: {
    method: 'get',
    path: '/conversations/{conversationId}/events',
    tag: 'Conversations',
    summary: 'A conversation as it happens',
    description:
      'Server-sent events. `change` has what the reader has not seen: first everything, or what came after the revision in `Last-Event-ID`, of a long transcript in several parts (the conversation reads as running until the last of them); of a long text at most 16,000 characters (4,000 within a body). `live` brings the first 64,000 characters of a text while it is written, `pending` says what is being tried again, and why. The stream goes on over further runs; `expired` says that the token counts no longer.',
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
  resumeConversation: steering('resume', 'Lets a paused conversation go on'),
  stopConversation: steering('stop', 'Stops a conversation after the turn under way'),
  fireExternalConditions: steering(
    'external',
    'Fires the external conditions of its teams at their next check; the rest of each condition decides whether that ends it',
  ),
  cancelConversation: steering('cancel', 'Cancels a conversation at once'),
  listTasks: {
    method: 'get',
    path: '/tasks',
    tag: 'Tasks',
    summary: 'What waits on a person, the most urgent first; or what was closed last (at most 100)',
    params: {},
    query: listTasksQuery,
    response: taskListSchema,
    refusals: [],
  },
  readTask: {
    method: 'get',
    path: '/tasks/{taskId}',
    tag: 'Tasks',
    summary: 'One wait on a person',
    params: { taskId: id },
    response: taskSchema,
    refusals: [404],
  },
  answerTask: {
    method: 'post',
    path: '/tasks/{taskId}/answer',
    tag: 'Tasks',
    summary: 'Decides what a conversation waits for',
    params: { taskId: id },
    body: answerTaskBody,
    response: deliverySchema,
    refusals: [404, 409, 422, 503],
  },
} as const satisfies Record<string, ApiEndpoint>;

export type ApiOperation = keyof typeof apiEndpoints;
