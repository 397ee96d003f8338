import { countOf } from '../../../views/format/count.ts';
import type { ConversationPageState } from '../../../data/conversations/conversationState.ts';
import { standingOf, type Standing } from '../standing.ts';
import type { TeamPlanView } from '../../../data/conversations/teamView.ts';
import { useNow } from '../../../views/hooks/useNow.ts';
import { isOver } from '../../../../../workflows/domain/recordStates.ts';
import { ConditionTree } from './ConditionTree.tsx';

export type EndConditionsProps = {
  state: ConversationPageState;
  plan: TeamPlanView;
  /** When the page was read. */
  readAtMs: number;
};

/** When a run is over, and how near that is. */
export function EndConditions({ state, plan, readAtMs }: EndConditionsProps) {
  const ticks = JSON.stringify(plan.termination).includes('"timeout"') && !isOver(state.conversation.state);
  const now = useNow(readAtMs, 1_000, ticks);
  const { condition, turns, basis } = standingOf(state, plan, now);
  return (
    <div className="space-y-2.5">
      {condition === null ? (
        <p className="text-[0.8125rem] text-ink-muted">No condition ends a run.</p>
      ) : (
        <ConditionTree condition={condition} />
      )}
      {turns.limit === null ? null : (
        <p className="text-[0.8125rem] text-ink-muted">
          {countOf(turns.taken, 'turn')} of at most {turns.limit}.
        </p>
      )}
      {condition === null ? null : <p className="text-xs text-ink-muted">{basisInWords(basis)}</p>}
    </div>
  );
}

function basisInWords(basis: Standing['basis']): string {
  switch (basis) {
    case 'end':
      return 'As it was when the run ended.';
    case 'counted':
      return 'As it was when the conditions were last looked at.';
    case 'estimated':
      return 'With what has been said since the turn began; the conditions are looked at when it is over.';
  }
}
