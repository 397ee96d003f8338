/** AutoGen's names of the message types that a conversation can hold. */
export type MessageType = 'TextMessage';

/** Who wrote the task, and who people are when they post into a conversation: AutoGen's name for them. */
export const USER_SOURCE = 'user';

/**
 * What the workflow knows of a message: enough to choose the next speaker and to decide whether it is over, and
 * bounded in size however long the text is. The text itself stands in the transcript.
 */
export interface MessageFacts {
  seq: number;
  type: MessageType;
  source: string;
  /** Which of the team's watched texts the message contains (see watchedTexts). */
  mentions: string[];
}

/** The facts of a message, given the texts that the team's termination condition watches for. */
export function factsOf(
  message: { seq: number; type: MessageType; source: string; content: string },
  watched: readonly string[],
): MessageFacts {
  return {
    seq: message.seq,
    type: message.type,
    source: message.source,
    mentions: watched.filter((text) => message.content.includes(text)),
  };
}
