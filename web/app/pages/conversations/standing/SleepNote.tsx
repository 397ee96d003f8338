import { MoonStar } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { ConversationHead, RunView } from '../../../data/conversations/view.ts';
import { RelativeTime } from '../../../views/ui/RelativeTime.tsx';
import { EndWords } from '../EndWords.tsx';

/** What a standing conversation between two runs waits for, since when, and how its newest run ended. */
export function SleepNote({
  conversation,
  ended,
}: {
  conversation: ConversationHead;
  /** Its newest run. */
  ended: RunView | null;
}) {
  const { t } = useTranslation('standing');
  const { run, endedAt, waitingWakeUps, stopReason } = conversation;
  if (endedAt === null) return null;
  return (
    <div data-sleeping className="my-4 flex items-center gap-4 text-center text-sm">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <div className="max-w-[75%] space-y-3">
        <EndWords run={run} state={ended?.state ?? null} stopReason={stopReason} endedAt={null} />
        <div>
          <p className="flex items-center justify-center gap-1.5 font-semibold text-violet-ink">
            <MoonStar aria-hidden className="size-4 shrink-0" />
            <span>
              <Trans
                t={t}
                i18nKey="sleepingSince"
                components={{ time: <RelativeTime at={endedAt} className="font-semibold" /> }}
              />
            </span>
          </p>
          <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{t('waitsFor')}</p>
          {waitingWakeUps === 0 ? null : (
            <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{t('taking', { count: waitingWakeUps })}</p>
          )}
        </div>
      </div>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}
