import type OpenAI from 'openai';
import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { ConversationActivities } from '../workflows/contracts/activityTypes.ts';
import { createFinishConversation } from './finishConversation.ts';
import { createGenerateReply } from './generateReply.ts';
import { createPrices } from './model/prices.ts';
import { createOpenTask } from './openTask.ts';
import { createRecordPost } from './recordPost.ts';
import { createRecordState } from './recordState.ts';
import { createSettleTask } from './settleTask.ts';
import { createTeamVersions } from './transcript/teamVersions.ts';

export interface ActivityClients {
  database: Database;
  logger: Logger;
  model: OpenAI;
  /** The model of agents that name none. */
  defaultModel: string;
}

/** Every activity of a conversation, made from the clients of the outside systems. */
export function createActivities(clients: ActivityClients): ConversationActivities {
  const readTeamVersion = createTeamVersions(clients.database);
  const now = () => performance.now();
  const shared = { ...clients, readTeamVersion };
  return {
    generateReply: createGenerateReply({ ...shared, readPrice: createPrices(clients.database, now), now }),
    openTask: createOpenTask(shared),
    settleTask: createSettleTask(shared),
    recordPost: createRecordPost(shared),
    recordState: createRecordState(shared),
    finishConversation: createFinishConversation(shared),
  };
}
