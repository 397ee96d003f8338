import { useTranslation } from 'react-i18next';
import type { LiveTextView } from '../../../data/conversations/view.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { LiveMarkdown } from './LiveMarkdown.tsx';
import { MessageFrame } from './MessageFrame.tsx';
import { useStalled } from './useStalled.ts';

/** That a worker is lost is known after ten seconds without a heartbeat; that no text comes, much sooner. */
const STALLED_MS = 3_000;

/** A message while it is being written. Screen readers are told of it once, by the page's announcer, not word by word. */
export function LiveMessage({ live }: { live: LiveTextView }) {
  const { t } = useTranslation('transcript');
  const { attempt, length, text } = live;
  const stalled = useStalled(`${String(attempt)}:${String(length ?? text.length)}`, STALLED_MS);
  return (
    <li data-live={live.seq} className="-mx-1.5 px-1.5 py-1.5">
      <MessageFrame
        name={live.source}
        of="agent"
        head={
          <>
            {stalled ? (
              <Badge tone="amber">{t('live.stalled')}</Badge>
            ) : (
              <Badge tone="blue">
                <span aria-hidden className="size-1.5 animate-pulse-dot rounded-full bg-current" />
                {t('live.writing')}
              </Badge>
            )}
            {live.attempt > 1 ? (
              <Badge tone="orange">{t('live.attempt', { attempt: live.attempt })}</Badge>
            ) : null}
          </>
        }
      >
        <LiveMarkdown text={live.text} />
        {live.length !== undefined && live.length > live.text.length ? (
          <p className="mt-2 border-t border-line pt-2 text-[0.8125rem] text-ink-muted">
            {t('live.soFar', { count: live.length })}
          </p>
        ) : null}
      </MessageFrame>
    </li>
  );
}
