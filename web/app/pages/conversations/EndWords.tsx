import { CircleCheck, CircleStop, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { outsideEndOf } from '../../../../workflows/domain/conversation/outsideEnds.ts';
import { type EndState, isOver } from '../../../../workflows/domain/recordStates.ts';
import type { ConversationHead } from '../../data/conversations/view.ts';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { EarlyEnd } from './EarlyEnd.tsx';

const LOOKS = {
  finished: { icon: CircleCheck, tone: 'text-green-ink' },
  stopped: { icon: CircleStop, tone: 'text-ink-muted' },
  cancelled: { icon: CircleX, tone: 'text-ink-muted' },
  failed: { icon: TriangleAlert, tone: 'text-red-ink' },
  unknown: { icon: CircleStop, tone: 'text-ink-muted' },
} as const satisfies Record<EndState | 'unknown', { icon: LucideIcon; tone: string }>;

export type EndWordsProps = {
  /** The run's number, from 0; null if it is the only one, which needs no number. */
  run: number | null;
  /** Null if the outcome is unknown. */
  state: EndState | null;
  stopReason: string | null;
  endedAt: string | null;
};

/** How a run ended, why, and when. */
export function EndWords({ run, state, stopReason, endedAt }: EndWordsProps) {
  const { t } = useTranslation('conversation');
  const end = state ?? 'unknown';
  const { icon: Icon, tone } = LOOKS[end];
  return (
    <div className="max-w-[75%]">
      <p className={`flex items-center justify-center gap-1.5 font-semibold ${tone}`}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {run === null ? t(`end.${end}`) : t(`endOfRun.${end}`, { run: run + 1 })}
      </p>
      <EndReason state={state} stopReason={stopReason} />
      {endedAt === null ? null : <RelativeTime at={endedAt} className="text-xs text-ink-muted" />}
    </div>
  );
}

/** Why a run ended: what ended it from outside in the reader's language, anything else in the words that are stored. */
function EndReason({ state, stopReason }: { state: EndState | null; stopReason: string | null }) {
  const { t } = useTranslation('conversation');
  if (stopReason === null || stopReason.toLowerCase() === state) return null;
  const outside = outsideEndOf({ state, stopReason });
  return (
    <p className="mt-0.5 text-[0.8125rem] text-ink-muted wrap-anywhere">
      {outside === null ? stopReason : t(`endFromOutside.${outside}`)}
    </p>
  );
}

/** The end of a conversation and its reason. */
export function EndNote({
  conversation,
  early,
}: {
  conversation: ConversationHead;
  /** The speakers whose messages matched no edge, if that ended it. */
  early: readonly string[];
}) {
  const { run, state, stopReason, endedAt } = conversation;
  if (!isOver(state)) return null;
  return (
    <div data-end={state} className="my-4 flex items-center gap-4 text-center text-sm">
      <span aria-hidden className="h-px flex-1 bg-line" />
      {early.length > 0 ? (
        <EarlyEnd names={early} endedAt={endedAt} />
      ) : (
        <EndWords run={run === 0 ? null : run} state={state} stopReason={stopReason} endedAt={endedAt} />
      )}
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}
