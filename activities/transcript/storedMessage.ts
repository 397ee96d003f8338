import { factsOf, type MessageFacts, type MessageType } from '../../workflows/domain/message.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { watchedTexts } from '../../workflows/domain/terminations/observe.ts';

/** A message's row, as far as the facts of it go. */
export interface StoredMessage {
  seq: number;
  type: MessageType;
  source: string;
  content: string;
}

/** What the workflow is told of a stored message. */
export function factsFor(team: TeamConfig, message: StoredMessage): MessageFacts {
  return factsOf(message, watchedTexts(team.termination));
}
