/** The names by which processes find each other: the one file of them. */

/** The default task queue. */
export const DEFAULT_TASK_QUEUE = 'colloquy';

/** The workflow type of a conversation; equals the exported function's name, which Temporal records in histories. */
export const CONVERSATION_WORKFLOW = 'conversation';

/** The workflow of a conversation's run (from 0): one id, so that starting it twice is starting it once. */
export function conversationWorkflowId(conversationId: string, run: number): string {
  return run === 0 ? `conversation-${conversationId}` : `conversation-${conversationId}-${String(run)}`;
}

const WORKFLOW_ID = /^conversation-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-(\d{1,9}))?$/;

/** The conversation's run that a workflow is, by its id; null: it is another one's. */
export function runOfWorkflow(workflowId: string): { conversationId: string; run: number } | null {
  const [, conversationId, run = '0'] = WORKFLOW_ID.exec(workflowId) ?? [];
  return conversationId === undefined ? null : { conversationId, run: Number(run) };
}

/** The workflow type of a standing conversation; equals the exported function's name. */
export const STANDING_WORKFLOW = 'standing';

/** The workflow that sleeps for a standing conversation and begins its next run when something wakes it. */
export function standingWorkflowId(conversationId: string): string {
  return `standing-${conversationId}`;
}

/** The workflow type of writing a team's memory; equals the exported function's name. */
export const REMEMBER_WORKFLOW = 'remember';

/** The workflow that writes down what is remembered of a conversation's run. */
export function memoryWorkflowId(conversationId: string, run: number, unique: string): string {
  return `memory-${conversationId}-${String(run)}-${unique}`;
}

/** The workflow type of an import; equals the exported function's name. */
export const INGEST_UPLOAD_WORKFLOW = 'ingestUpload';

/** The workflow type of one document of an import; equals the exported function's name. */
export const INGEST_DOCUMENT_WORKFLOW = 'ingestDocument';

/** The workflow of an import's run (from 0). */
export function importWorkflowId(importId: string, run: number): string {
  return `knowledge-import-${importId}-${String(run)}`;
}

/** The workflow of a document of an import, in the import's run. */
export function documentWorkflowId(itemId: string, run: number): string {
  return `knowledge-document-${itemId}-${String(run)}`;
}

/** The workflow type of a schedule's run; equals the exported function's name. */
export const SCHEDULED_RUN_WORKFLOW = 'scheduledRun';

/** A schedule of ours in Temporal, made of its row's id. */
export function temporalScheduleId(scheduleId: string): string {
  return `schedule-${scheduleId}`;
}

/** What the server puts a run's time after, to make the id of its workflow. */
export function scheduledRunPrefix(scheduleId: string): string {
  return `scheduled-run-${scheduleId}`;
}

/** The workflow of a schedule's run: one id for each time, as the server makes it. */
export function scheduledRunWorkflowId(scheduleId: string, nominalAt: Date): string {
  return `${scheduledRunPrefix(scheduleId)}-${nominalAt.toISOString().replace(/\.\d+Z$/, 'Z')}`;
}

/** The workflow type of a search in documents; equals the exported function's name. */
export const SEARCH_KNOWLEDGE_WORKFLOW = 'searchKnowledge';

/** The workflow of a person's search. */
export function searchWorkflowId(searchId: string): string {
  return `knowledge-search-${searchId}`;
}

/** The workflow type of a notice; equals the exported function's name. */
export const SEND_NOTICE_WORKFLOW = 'sendNotice';

/** The workflow of a notice that is sent, for the first time (0) or again. */
export function noticeWorkflowId(noticeId: string, run: number): string {
  return `notice-${noticeId}-${String(run)}`;
}

/** Search attributes, all of type Keyword, by which runs are found in Temporal's own UI. */
export const searchAttributeNames = {
  project: 'ColloquyProject',
  team: 'ColloquyTeam',
  state: 'ColloquyState',
} as const;

/** The types of all workflows, by which histories know them. */
export const workflowTypes = [
  CONVERSATION_WORKFLOW,
  INGEST_UPLOAD_WORKFLOW,
  INGEST_DOCUMENT_WORKFLOW,
  REMEMBER_WORKFLOW,
  SCHEDULED_RUN_WORKFLOW,
  SEARCH_KNOWLEDGE_WORKFLOW,
  SEND_NOTICE_WORKFLOW,
  STANDING_WORKFLOW,
] as const;
