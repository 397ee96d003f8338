import { watchedAt } from '../domain/configAt.ts';
import type { TeamConfig } from '../domain/team.ts';
import type { TaskMessage } from '../domain/transcript/entry.ts';

/** A task's message at its place in the transcript, with the team's expressions that hold for it. */
export type PlacedTaskMessage = TaskMessage & { seq: number; matches: string[] };

/** Which of some expressions hold for a message; platform/expressions.ts evaluates them. */
export type MatchExpressions = (
  expressions: readonly string[],
  message: { type: string; source: string; content: string; target: string },
) => string[];

/** Says which of the team's expressions hold for its task's messages. */
export function placeTask(
  team: TeamConfig,
  messages: readonly (TaskMessage & { seq: number })[],
  matching: MatchExpressions,
): PlacedTaskMessage[] {
  const { expressions } = watchedAt(team, '');
  return messages.map((message) => {
    const { type, source, content, body } = message;
    const target = body?.kind === 'handoff' ? body.target : '';
    return { ...message, matches: matching(expressions, { type, source, content, target }) };
  });
}

/** A task's messages with the sequence numbers from `firstSeq` on. */
export function numbered(
  messages: readonly TaskMessage[],
  firstSeq: number,
): (TaskMessage & { seq: number })[] {
  return messages.map((message, index) => ({ ...message, seq: firstSeq + index }));
}
