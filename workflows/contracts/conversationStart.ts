import { factsOf, type MessageType } from '../domain/message.ts';
import { planOf, type TeamConfig } from '../domain/team.ts';
import { watchedTexts } from '../domain/terminations/observe.ts';
import type { ConversationInput } from './conversation.ts';
import { CONVERSATION_WORKFLOW, conversationWorkflowId, searchAttributeNames } from './names.ts';

/** The row of a conversation that is to be started, with what its team is and the task that stands in its transcript. */
export interface StartableConversation {
  id: string;
  projectId: string;
  teamVersionId: string;
  title: string;
  teamName: string;
  team: TeamConfig;
  task: { seq: number; type: MessageType; source: string; content: string }[];
}

/** Everything that Temporal needs to start a workflow, as plain JSON (platform/startWorkflow.ts takes it). */
export interface WorkflowStart<Input> {
  type: string;
  workflowId: string;
  input: Input;
  /** Shown in Temporal's own UI. */
  summary: string;
  details: string;
  /** Search attributes of type Keyword. */
  keywords: Record<string, string>;
  /** Whose share of the workers it uses, where the server shares them out fairly. */
  fairnessKey: string;
}

/** Temporal takes 400 bytes: as many characters fit in every script. */
const SUMMARY_LENGTH = 130;

/**
 * The start of a conversation's workflow, made from its row alone: whoever starts it (the web app, or the reconciler
 * after a crash) starts the same.
 */
export function conversationStart(conversation: StartableConversation): WorkflowStart<ConversationInput> {
  const watched = watchedTexts(conversation.team.termination);
  return {
    type: CONVERSATION_WORKFLOW,
    workflowId: conversationWorkflowId(conversation.id),
    input: {
      projectId: conversation.projectId,
      conversationId: conversation.id,
      teamVersionId: conversation.teamVersionId,
      plan: planOf(conversation.team),
      task: conversation.task.map((message) => factsOf(message, watched)),
      state: null,
    },
    summary: `${conversation.teamName}: ${conversation.title}`.slice(0, SUMMARY_LENGTH),
    details: `Team **${conversation.teamName}**, participants: ${conversation.team.participants.map(({ name }) => name).join(', ')}`,
    keywords: {
      [searchAttributeNames.project]: conversation.projectId,
      [searchAttributeNames.team]: conversation.teamName,
      [searchAttributeNames.state]: 'running',
    },
    fairnessKey: conversation.projectId,
  };
}
