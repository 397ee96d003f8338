/** The names by which processes find each other: the one file of them. */

/** The task queue where none is configured. */
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

/** Search attributes, all of type Keyword, by which runs are found in Temporal's own UI. */
export const searchAttributeNames = {
  project: 'ColloquyProject',
  team: 'ColloquyTeam',
  state: 'ColloquyState',
} as const;
