import { matchingExpressions } from '../../platform/expressions.ts';
import { watchedAt } from '../../workflows/domain/configAt.ts';
import type { MessageFacts } from '../../workflows/domain/message.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { factsOf, type MessageCost } from '../../workflows/domain/transcript/factsOf.ts';

/** What the workflow learns about a message in a scope's transcript. */
export function factsFor(
  team: TeamConfig,
  scope: string,
  message: TaskMessage & { seq: number },
  cost?: MessageCost,
): MessageFacts {
  const watched = watchedAt(team, scope);
  const { type, source, content, body } = message;
  const target = body?.kind === 'handoff' ? body.target : '';
  const matches =
    watched.expressions.length === 0
      ? []
      : matchingExpressions(watched.expressions, { type, source, content, target });
  return factsOf(message, watched, matches, cost);
}
