import type { ConversationHead } from '../../data/conversations/view.ts';
import { Money } from '../../views/ui/Money.tsx';

/** What a conversation has cost as far as it is known: "unknown" or "at least", never nothing. */
export function ConversationCost({ head }: { head: ConversationHead }) {
  const leavesOut = head.unpricedCalls + head.unknownCalls > 0;
  if (leavesOut && head.costMicroUsd === 0) return <Money microUsd={null} />;
  return <Money microUsd={head.costMicroUsd} atLeast={leavesOut} />;
}
