import { turnLimitReason } from '../../../../workflows/domain/conversation/checkTermination.ts';
import { ledNowhere } from '../../../../workflows/domain/patterns/askPattern.ts';
import type { MessageBody } from '../../../../workflows/domain/transcript/entry.ts';
import { factsOf } from '../../../../workflows/domain/transcript/factsOf.ts';
import type { ConversationPageState } from '../../data/conversations/conversationState.ts';
import type { TeamPlanView } from '../../data/conversations/teamView.ts';

/**
 * Whose words led to nobody, where the newest run ended by that: neither by a condition or a limit, nor because the way
 * was at its end. None: it ended in another way, or is not over.
 */
export function endedEarly(
  { conversation, control, messages }: ConversationPageState,
  plan: TeamPlanView | null,
): string[] {
  if (conversation.state !== 'finished' || control?.isEnd !== true || plan === null) return [];
  if (plan.drawn === null || (control.termination !== null && control.termination.fired !== null)) return [];
  if (plan.maxTurns !== null && conversation.stopReason === turnLimitReason(plan.maxTurns)) return [];
  const said = messages.filter(
    ({ run, scope, status, source }) =>
      run === conversation.run && scope === '' && status === 'final' && source !== plan.manager,
  );
  const spoken = said.filter(({ source }) => plan.participants.some(({ name }) => name === source));
  const lastTurn = spoken.at(-1)?.turn;
  const last = spoken
    .filter(({ turn }) => turn === lastTurn)
    .map(({ seq, type, source, content, body }) =>
      factsOf({ seq, source, type, content, body: body as MessageBody | null }, plan.watched),
    );
  return ledNowhere(plan.drawn.pattern, last);
}
