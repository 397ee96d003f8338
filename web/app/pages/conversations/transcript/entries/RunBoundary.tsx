import { useTranslation } from 'react-i18next';
import type { RunView } from '../../../../data/conversations/view.ts';
import { EndWords } from '../../EndWords.tsx';

/** Where a run that was followed by another ended, and why. */
export function RunEnd({ run, end }: { run: number; end: RunView | null }) {
  return (
    <li data-run-end={run} className="flex justify-center pt-4 text-center text-sm">
      <EndWords
        run={run}
        state={end?.state ?? null}
        stopReason={end?.stopReason ?? null}
        endedAt={end?.endedAt ?? null}
      />
    </li>
  );
}

/** Where a further run of the conversation begins. */
export function RunHeading({ run }: { run: number }) {
  const { t } = useTranslation('transcript');
  return (
    <li className="flex items-center gap-4 pt-5 pb-2" data-run={run}>
      <span aria-hidden className="h-px flex-1 bg-line" />
      <h3 className="text-sm font-semibold text-ink-muted">{t('run', { run: run + 1 })}</h3>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </li>
  );
}
