import type { Database } from '../platform/database.ts';
import type { KnowledgeStore } from '../platform/knowledge/knowledgeStore.ts';
import type { Logger } from '../platform/logger.ts';
import type { ConversationActivities } from '../workflows/contracts/activityTypes.ts';
import type { KnowledgeActivities } from '../workflows/contracts/ingestion.ts';
import type { SearchActivities } from '../workflows/contracts/knowledgeSearch.ts';
import type { NoticeActivities } from '../workflows/contracts/notices.ts';
import type { ScheduleActivities } from '../workflows/contracts/schedules/scheduledRun.ts';
import type { StandingActivities } from '../workflows/contracts/standing.ts';
import { createAnnounce } from './conversations/announce.ts';
import { createFinishConversation } from './conversations/finishConversation.ts';
import { createRecordPost } from './conversations/recordPost.ts';
import { createRecordState } from './conversations/recordState.ts';
import { withAttemptLimit } from './execution/attemptLimit.ts';
import { createCloseInner } from './innerTeams/closeInner.ts';
import { createOpenInner } from './innerTeams/openInner.ts';
import type { EmbeddingConnection } from './knowledge/embed/embeddingConnection.ts';
import { createEmbedTexts } from './knowledge/embed/embedTexts.ts';
import { createKnowledgeActivities } from './knowledge/ingest/registry.ts';
import type { DocumentReader } from './knowledge/parse/documentReader.ts';
import { createSearchActivities } from './knowledge/search/registry.ts';
import { createManage } from './managers/manage.ts';
import { createRecallMemory } from './memory/recallMemory.ts';
import { createRecordMemoryFailure } from './memory/recordMemoryFailure.ts';
import { createWriteMemory } from './memory/writeMemory.ts';
import type { ModelClients } from './model/clients.ts';
import { createPrices } from './model/prices.ts';
import { createNoticeActivities } from './notices/registry.ts';
import type { Notifiers } from './people/registry.ts';
import { createGenerateReply } from './replies/generateReply.ts';
import { createLookUpKnowledge } from './replies/lookUpKnowledge.ts';
import { createRunCode } from './replies/runCode.ts';
import { createScheduleActivities } from './schedules/scheduleActivities.ts';
import { createTakeWakeUps } from './standing/takeWakeUps.ts';
import { createOpenTask } from './tasks/openTask.ts';
import { createRecordVotes } from './tasks/recordVotes.ts';
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
  knowledge: KnowledgeStore;
  embeddings: EmbeddingConnection;
  readDocument: DocumentReader;
  /** For documents at addresses; guarded. */
  fetch: typeof globalThis.fetch;
  notifiers: Notifiers;
  /** The address at which browsers find the app. */
  appUrl: string;
  /** The model of agents that name none. */
  defaultModel: string;
}

/** Every activity, made from the clients of the outside systems. */
export function createActivities(
  clients: ActivityClients,
): ConversationActivities &
  KnowledgeActivities &
  SearchActivities &
  NoticeActivities &
  ScheduleActivities &
  StandingActivities {
  const readTeamVersion = createTeamVersions(clients.database);
  const now = () => performance.now();
  const toolbox = storableToolbox(clients.toolbox);
  const readPrice = createPrices(clients.database, now);
  const embedTexts = createEmbedTexts({ ...clients, readPrice, now });
  const shared = { ...clients, toolbox, readTeamVersion, readPrice, embedTexts, now };
  return {
    generateReply: withAttemptLimit(createGenerateReply(shared)),
    lookUpKnowledge: withAttemptLimit(createLookUpKnowledge(shared)),
    callTool: withAttemptLimit(createCallTool(shared)),
    recordToolResults: withAttemptLimit(createRecordToolResults(shared)),
    runCode: withAttemptLimit(createRunCode(shared)),
    openInner: createOpenInner(shared),
    closeInner: createCloseInner(shared),
    manage: withAttemptLimit(createManage(shared)),
    announce: createAnnounce(shared),
    openTask: createOpenTask(shared),
    recordVotes: createRecordVotes(shared),
    settleTask: createSettleTask(shared),
    recordPost: createRecordPost(shared),
    recordState: createRecordState(shared),
    recallMemory: createRecallMemory(shared),
    writeMemory: withAttemptLimit(createWriteMemory(shared)),
    recordMemoryFailure: createRecordMemoryFailure(shared),
    finishConversation: createFinishConversation(shared),
    takeWakeUps: createTakeWakeUps(shared),
    ...createKnowledgeActivities(shared),
    ...createSearchActivities(shared),
    ...createNoticeActivities(shared),
    ...createScheduleActivities(shared),
  };
}
