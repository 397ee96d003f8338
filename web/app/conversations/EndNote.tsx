import { CircleCheck, CircleStop, CircleX, TriangleAlert } from 'lucide-react';
import { RelativeTime } from '../components/ui/RelativeTime.tsx';
import type { ConversationHead } from './view.ts';

const LOOKS = {
  finished: { icon: CircleCheck, words: 'Finished', tone: 'text-green-ink' },
  stopped: { icon: CircleStop, words: 'Stopped', tone: 'text-ink-muted' },
  cancelled: { icon: CircleX, words: 'Cancelled', tone: 'text-ink-muted' },
  failed: { icon: TriangleAlert, words: 'Failed', tone: 'text-red-ink' },
} as const;

/** The end of a conversation and its reason. */
export function EndNote({ conversation }: { conversation: ConversationHead }) {
  const { state, stopReason, endedAt } = conversation;
  if (!isEnd(state)) return null;
  const { icon: Icon, words, tone } = LOOKS[state];
  return (
    <div data-end={state} className="my-4 flex items-center gap-4">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <div className="max-w-[75%] text-center text-sm">
        <p className={`flex items-center justify-center gap-1.5 font-semibold ${tone}`}>
          <Icon aria-hidden className="size-4" />
          {words}
        </p>
        {stopReason === null || stopReason === words ? null : (
          <p className="mt-0.5 text-[0.8125rem] text-ink-muted wrap-anywhere">{stopReason}</p>
        )}
        {endedAt === null ? null : <RelativeTime at={endedAt} className="text-xs text-ink-muted" />}
      </div>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}

function isEnd(state: string): state is keyof typeof LOOKS {
  return Object.hasOwn(LOOKS, state);
}
