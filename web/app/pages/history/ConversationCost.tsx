import type { ConversationHead } from '../../data/conversations/view.ts';
import { Money } from '../../views/ui/Money.tsx';

/** The known cost of a conversation: "unknown" or "at least" if incomplete, never nothing. */
export function ConversationCost({ head }: { head: ConversationHead }) {
  const leavesOut = head.unpricedCalls + head.unknownCalls > 0;
  if (leavesOut && head.costMicroUsd === 0) return <Money microUsd={null} />;
  return <Money microUsd={head.costMicroUsd} atLeast={leavesOut} />;
}
