import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveTextView } from '../../../data/messages/messageView.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { LiveMarkdown } from './LiveMarkdown.tsx';
import { MessageFrame } from './MessageFrame.tsx';

/** A lost worker is noticed only after ten seconds without a heartbeat; missing text is noticed much sooner. */
const STALLED_MS = 3_000;

/**
 * A message while it is being written. The page's announcer mentions it once to screen readers, not word by word.
 */
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

/** Whether a growing value has not changed for this long. */
function useStalled(value: string, afterMs: number): boolean {
  const [stalled, setStalled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStalled(value), afterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, afterMs]);
  return stalled === value;
}
