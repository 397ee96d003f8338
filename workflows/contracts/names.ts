/** The names by which processes find each other: the one file of them. */

/** The task queue where none is configured. */
export const DEFAULT_TASK_QUEUE = 'colloquy';

/** The workflow type of a conversation; equals the exported function's name, which Temporal records in histories. */
export const CONVERSATION_WORKFLOW = 'conversation';

/** The workflow of a conversation's run (from 0): one id, so that starting it twice is starting it once. */
export function conversationWorkflowId(conversationId: string, run: number): string {
  return run === 0 ? `conversation-${conversationId}` : `conversation-${conversationId}-${String(run)}`;
}

/** Search attributes, all of type Keyword, by which runs are found in Temporal's own UI. */
export const searchAttributeNames = {
  project: 'ColloquyProject',
  team: 'ColloquyTeam',
  state: 'ColloquyState',
} as const;
