import { useTranslation } from 'react-i18next';
import { isAtRest } from '../../../../../workflows/domain/recordStates.ts';
import type { ConversationPageState } from '../../../data/conversations/conversationState.ts';
import type { TeamPlanView } from '../../../data/conversations/teamView.ts';
import { useNow } from '../../../views/hooks/useNow.ts';
import { endProgress } from '../endProgress.ts';
import { ConditionTree } from './ConditionTree.tsx';

export type EndConditionsProps = {
  state: ConversationPageState;
  plan: TeamPlanView;
  /** When the page was read. */
  readAtMs: number;
};

/** When a run ends, and how near that is. */
export function EndConditions({ state, plan, readAtMs }: EndConditionsProps) {
  const { t } = useTranslation('conversation');
  const ticks = JSON.stringify(plan.termination).includes('"timeout"') && !isAtRest(state.conversation);
  const now = useNow(readAtMs, 1_000, ticks);
  const { condition, turns, basis } = endProgress(state, plan, now);
  return (
    <div className="space-y-2.5">
      {condition === null || plan.termination === null ? (
        <p className="text-[0.8125rem] text-ink-muted">{t('ends.never')}</p>
      ) : (
        <ConditionTree condition={plan.termination} progress={condition} />
      )}
      {turns.limit === null ? null : (
        <p className="text-[0.8125rem] text-ink-muted">
          {t('ends.turns', { count: turns.taken, limit: turns.limit })}
        </p>
      )}
      {condition === null ? null : <p className="text-xs text-ink-muted">{t(`ends.basis.${basis}`)}</p>}
    </div>
  );
}
