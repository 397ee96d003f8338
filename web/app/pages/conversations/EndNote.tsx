import { EndWords } from './EndWords.tsx';
import { isOver, type ConversationHead } from '../../data/conversations/view.ts';

/** The end of a conversation and its reason. */
export function EndNote({ conversation }: { conversation: ConversationHead }) {
  const { run, state, stopReason, endedAt } = conversation;
  if (!isOver(state)) return null;
  return (
    <div data-end={state} className="my-4 flex items-center gap-4 text-center text-sm">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <EndWords run={run === 0 ? null : run} state={state} stopReason={stopReason} endedAt={endedAt} />
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}
