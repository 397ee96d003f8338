/** AutoGen's names of the message types that a conversation can hold: first what participants say to each other. */
export const chatMessageTypes = [
  'TextMessage',
  'MultiModalMessage',
  'StopMessage',
  'HandoffMessage',
  'ToolCallSummaryMessage',
  'StructuredMessage',
] as const;

/** Then only the manager and those who watch receive it. */
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

export const messageTypes = [...chatMessageTypes, ...agentEventTypes] as const;

export type ChatMessageType = (typeof chatMessageTypes)[number];
export type AgentEventType = (typeof agentEventTypes)[number];
export type MessageType = ChatMessageType | AgentEventType;

/** Who wrote the task, and who people are when they post into a conversation: AutoGen's name for them. */
export const USER_SOURCE = 'user';

/**
 * What the workflow knows about a message: enough to choose the next speaker and to decide whether the run ends, and
 * bounded in size however long the text is. The text itself is in the transcript. Absent fields mean none.
 */
export interface MessageFacts {
  seq: number;
  type: MessageType;
  source: string;
  /** Which of the team's watched texts the message contains (see watchedOf). */
  mentions: string[];
  /** Tokens of the model call that the message came from. */
  usage?: { promptTokens: number; completionTokens: number };
  /** The cost of that call, if its price is known. */
  costMicroUsd?: number;
  /** Who a handoff is to. */
  target?: string;
  /** Which of the watched functions a tool execution ran. */
  functions?: string[];
  /** Which of the watched expressions hold for the message. */
  matches?: string[];
}

/** Whether a message is for the other participants; all others are events. */
export function isChatMessage(message: { type: MessageType }): boolean {
  return (chatMessageTypes as readonly string[]).includes(message.type);
}
