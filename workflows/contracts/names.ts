/** The names by which processes find each other: the one file of them. */

/** The task queue where none is configured. */
export const DEFAULT_TASK_QUEUE = 'colloquy';

/** The workflow type of a conversation; equals the exported function's name, which Temporal records in histories. */
export const CONVERSATION_WORKFLOW = 'conversation';

/** The workflow of a conversation's row: one id, so that starting it twice is starting it once. */
export function conversationWorkflowId(conversationId: string): string {
  return `conversation-${conversationId}`;
}

/** Search attributes, all of type Keyword, by which runs are found in Temporal's own UI. */
export const searchAttributeNames = {
  project: 'ColloquyProject',
  team: 'ColloquyTeam',
  state: 'ColloquyState',
} as const;
