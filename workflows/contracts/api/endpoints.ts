import type { z } from 'zod';
import { buildEndpoints } from './buildEndpoints.ts';
import { calendarEndpoints } from './calendarEndpoints.ts';
import { conversationEndpoints } from './conversationEndpoints.ts';
import { knowledgeEndpoints } from './knowledgeEndpoints.ts';
import { noticeEndpoints } from './noticeEndpoints.ts';
import { scheduleEndpoints } from './scheduleEndpoints.ts';
import { statusEndpoints } from './statusEndpoints.ts';
import { taskEndpoints } from './taskEndpoints.ts';
import { teamEndpoints } from './teamEndpoints.ts';

/** One endpoint of the API: its purpose, its input and its output. */
export interface ApiEndpoint {
  method: 'get' | 'post' | 'delete';
  /** Below /api/v1; `{name}` is a parameter. */
  path: string;
  tag:
    | 'Teams'
    | 'Conversations'
    | 'Tasks'
    | 'Knowledge'
    | 'Schedules'
    | 'Notices'
    | 'Calendars'
    | 'Builds'
    | 'Status';
  summary: string;
  description?: string;
  params: Record<string, z.ZodType>;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The fields of multipart/form-data that may be sent instead of the JSON body. Its handler reads them. */
  form?: z.ZodType;
  /** The body is taken as bytes and read elsewhere: `body` only describes it. */
  unread?: true;
  /** The JSON of the response on success; null for a stream of server-sent events or a file. */
  response: z.ZodType | null;
  /** Server-sent events by name. */
  events?: Record<string, z.ZodType>;
  /** The media types of a file, with the content of each. */
  file?: Record<string, z.ZodType>;
  /** The statuses with which this endpoint can refuse, besides those of all endpoints. */
  refusals: readonly number[];
}

/** All endpoints, by their operation id. */
export const apiEndpoints = {
  ...teamEndpoints,
  ...conversationEndpoints,
  ...taskEndpoints,
  ...knowledgeEndpoints,
  ...scheduleEndpoints,
  ...noticeEndpoints,
  ...calendarEndpoints,
  ...buildEndpoints,
  ...statusEndpoints,
} as const satisfies Record<string, ApiEndpoint>;

export type ApiOperation = keyof typeof apiEndpoints;
