/** AutoGen's names of the message types that a conversation can hold: first what participants say to each other. */
export const chatMessageTypes = [
  'TextMessage',
  'MultiModalMessage',
  'StopMessage',
  'HandoffMessage',
  'ToolCallSummaryMessage',
  'StructuredMessage',
] as const;

/** Then what only the manager and who watches are told. */
export const agentEventTypes = [
  'ToolCallRequestEvent',
  'ToolCallExecutionEvent',
  'ThoughtEvent',
  'MemoryQueryEvent',
  'UserInputRequestedEvent',
  'SelectSpeakerEvent',
  'SelectorEvent',
  'CodeGenerationEvent',
  'CodeExecutionEvent',
] as const;

export type ChatMessageType = (typeof chatMessageTypes)[number];
export type AgentEventType = (typeof agentEventTypes)[number];
export type MessageType = ChatMessageType | AgentEventType;

/** Who wrote the task, and who people are when they post into a conversation: AutoGen's name for them. */
export const USER_SOURCE = 'user';

/**
 * What the workflow knows of a message: enough to choose the next speaker and to decide whether it is over, and
 * bounded in size however long the text is. The text itself stands in the transcript. What is not there is none.
 */
export interface MessageFacts {
  seq: number;
  type: MessageType;
  source: string;
  /** Which of the team's watched texts the message contains (see watchedOf). */
  mentions: string[];
  /** Tokens of the model call that the message came from. */
  usage?: { promptTokens: number; completionTokens: number };
  /** What that call cost, where its price is known. */
  costMicroUsd?: number;
  /** Who a handoff is to. */
  target?: string;
  /** Which of the watched functions a tool execution ran. */
  functions?: string[];
  /** Which of the watched expressions hold for the message. */
  matches?: string[];
}

/** Whether a message is said to the other participants; all others are events. */
export function isChatMessage(message: { type: MessageType }): boolean {
  return (chatMessageTypes as readonly string[]).includes(message.type);
}
