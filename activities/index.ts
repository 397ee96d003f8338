import type { Database } from '../platform/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { ConversationActivities } from '../workflows/contracts/activityTypes.ts';
import { createAnnounce } from './conversations/announce.ts';
import { createFinishConversation } from './conversations/finishConversation.ts';
import { createRecordPost } from './conversations/recordPost.ts';
import { createRecordState } from './conversations/recordState.ts';
import { withAttemptLimit } from './execution/attemptLimit.ts';
import { createCloseInner } from './innerTeams/closeInner.ts';
import { createOpenInner } from './innerTeams/openInner.ts';
import { createManage } from './managers/manage.ts';
import type { ModelClients } from './model/clients.ts';
import { createPrices } from './model/prices.ts';
import { createGenerateReply } from './replies/generateReply.ts';
import { createRunCode } from './replies/runCode.ts';
import { createOpenTask } from './tasks/openTask.ts';
import { createSettleTask } from './tasks/settleTask.ts';
import { createCallTool } from './toolCalls/callTool.ts';
import { createRecordToolResults } from './toolCalls/recordToolResults.ts';
import { storableToolbox } from './tools/storableToolbox.ts';
import type { Toolbox } from './tools/toolbox.ts';
import { createTeamVersions } from './transcript/teamVersions.ts';

export interface ActivityClients {
  database: Database;
  logger: Logger;
  models: ModelClients;
  toolbox: Toolbox;
  /** The model of agents that name none. */
  defaultModel: string;
}

/** Every activity of a conversation, made from the clients of the outside systems. */
export function createActivities(clients: ActivityClients): ConversationActivities {
  const readTeamVersion = createTeamVersions(clients.database);
  const now = () => performance.now();
  const toolbox = storableToolbox(clients.toolbox);
  const shared = {
    ...clients,
    toolbox,
    readTeamVersion,
    readPrice: createPrices(clients.database, now),
    now,
  };
  return {
    generateReply: withAttemptLimit(createGenerateReply(shared)),
    callTool: withAttemptLimit(createCallTool(shared)),
    recordToolResults: withAttemptLimit(createRecordToolResults(shared)),
    runCode: withAttemptLimit(createRunCode(shared)),
    openInner: createOpenInner(shared),
    closeInner: createCloseInner(shared),
    manage: withAttemptLimit(createManage(shared)),
    announce: createAnnounce(shared),
    openTask: createOpenTask(shared),
    settleTask: createSettleTask(shared),
    recordPost: createRecordPost(shared),
    recordState: createRecordState(shared),
    finishConversation: createFinishConversation(shared),
  };
}
