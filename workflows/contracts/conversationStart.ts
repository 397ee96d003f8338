import { watchedAt } from '../domain/configAt.ts';
import type { ConversationState } from '../domain/conversation/state.ts';
import { upgradeState } from '../domain/conversation/upgrade.ts';
import { inSummary } from '../domain/names/inSummary.ts';
import { planOf } from '../domain/plan.ts';
import type { TeamConfig } from '../domain/team.ts';
import type { TaskMessage } from '../domain/transcript/entry.ts';
import { factsOf } from '../domain/transcript/factsOf.ts';
import type { ConversationInput } from './conversation.ts';
import { CONVERSATION_WORKFLOW, conversationWorkflowId, searchAttributeNames } from './names.ts';

/** The row of a conversation to start, with its team and the task in its transcript. */
export interface StartableConversation {
  id: string;
  projectId: string;
  teamVersionId: string;
  title: string;
  teamName: string;
  team: TeamConfig;
  /** The messages of the run to start; none if it continues without a task. */
  task: (TaskMessage & { seq: number; matches?: string[] })[];
  /** Which run of the conversation, from 0. */
  run: number;
  /** How the run before it ended; null: it is the first. */
  ended: ConversationState | null;
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
  /** It ends by itself after this long, worker or not; absent: it may take as long as it takes. */
  timeoutSeconds?: number;
}

/** Temporal takes 20,000 bytes: as many characters fit in every script. */
const DETAILS_LENGTH = 6_000;

/**
 * The arguments that start a conversation's workflow, made only from its row: the web app and the reconciler (after a
 * crash) start the same workflow.
 */
export function conversationStart(conversation: StartableConversation): WorkflowStart<ConversationInput> {
  const watched = watchedAt(conversation.team, '');
  return {
    type: CONVERSATION_WORKFLOW,
    workflowId: conversationWorkflowId(conversation.id, conversation.run),
    input: {
      projectId: conversation.projectId,
      conversationId: conversation.id,
      teamVersionId: conversation.teamVersionId,
      plan: planOf(conversation.team),
      task: conversation.task.map((message) => factsOf(message, watched, message.matches)),
      state: null,
      ...(conversation.ended === null ? {} : { ended: upgradeState(conversation.ended) }),
    },
    summary: inSummary(`${conversation.teamName}: ${conversation.title}`),
    details:
      `Team **${conversation.teamName}**, participants: ${conversation.team.participants.map(({ name }) => name).join(', ')}`.slice(
        0,
        DETAILS_LENGTH,
      ),
    keywords: {
      [searchAttributeNames.project]: conversation.projectId,
      [searchAttributeNames.team]: conversation.teamName,
      [searchAttributeNames.state]: 'running',
    },
    fairnessKey: conversation.projectId,
  };
}
