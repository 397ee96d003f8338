import { ledNowhere } from '../../../../workflows/domain/patterns/askPattern.ts';
import type { MessageBody } from '../../../../workflows/domain/transcript/entry.ts';
import { factsOf } from '../../../../workflows/domain/transcript/factsOf.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { TeamPlanView } from '../../data/conversations/teamView.ts';

/**
 * The speakers whose messages matched no edge, if that ended the newest run rather than a condition, a limit or
 * the end of the graph. Empty if it ended in another way or is still running.
 */
export function endedEarly(
  { conversation, control, messages }: ConversationPageState,
  plan: TeamPlanView | null,
): string[] {
  if (control?.endedBy !== 'pattern' || plan === null || plan.drawn === null) return [];
  const ofRun = messages.filter(
    ({ run, scope, status, source }) =>
      run === conversation.run && scope === '' && status === 'final' && source !== plan.manager,
  );
  const spoken = ofRun.filter(({ source }) => plan.participants.some(({ name }) => name === source));
  const lastTurn = spoken.at(-1)?.turn;
  const last = spoken
    .filter(({ turn }) => turn === lastTurn)
    .map(({ seq, type, source, content, body }) =>
      factsOf({ seq, source, type, content, body: body as MessageBody | null }, plan.watched),
    );
  return ledNowhere(plan.drawn.pattern, last);
}
