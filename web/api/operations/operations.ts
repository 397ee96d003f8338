import type { OperationHandlers } from '../operation.ts';
import { buildOperations } from './builds.ts';
import { calendarOperations } from './calendars.ts';
import { conversationOperations } from './conversations.ts';
import { importOperations } from './imports.ts';
import { inboundWebhookOperations } from './inboundWebhooks.ts';
import { knowledgeOperations } from './knowledge.ts';
import { knowledgeSearchOperations } from './knowledgeSearch.ts';
import { memoryOperations } from './memory.ts';
import { messageOperations } from './messages.ts';
import { noticeOperations } from './notices.ts';
import { replayOperations } from './replay.ts';
import { scheduleOperations } from './schedules.ts';
import { standingOperations } from './standing.ts';
import { statusOperations } from './status.ts';
import { steeringOperations } from './steering.ts';
import { taskOperations } from './tasks.ts';
import { teamOperations } from './teams.ts';
import { watchOperations } from './watch.ts';

/** A handler for every operation of the contract. */
export const operations: OperationHandlers = {
  ...teamOperations,
  ...memoryOperations,
  ...conversationOperations,
  ...standingOperations,
  ...inboundWebhookOperations,
  ...steeringOperations,
  ...messageOperations,
  ...watchOperations,
  ...replayOperations,
  ...taskOperations,
  ...knowledgeOperations,
  ...importOperations,
  ...knowledgeSearchOperations,
  ...scheduleOperations,
  ...noticeOperations,
  ...calendarOperations,
  ...buildOperations,
  ...statusOperations,
};
