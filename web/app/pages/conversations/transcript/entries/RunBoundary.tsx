import { useTranslation } from 'react-i18next';
import type { RunView } from '../../../../data/conversations/view.ts';
import { useFormat } from '../../../../views/format/useFormat.ts';
import { EndWords } from '../../EndWords.tsx';

/** The end of an earlier run, with its reason. */
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

/** The start of a later run, and what woke the conversation for it. */
export function RunHeading({ run, wokenBy }: { run: number; wokenBy: RunView['wokenBy'] }) {
  const { t } = useTranslation('transcript');
  const { t: ofStanding } = useTranslation('standing');
  const format = useFormat();
  const causes = wokenBy.map(({ source, name }) =>
    ofStanding(`wokenBy.${source}`, { name: name ?? ofStanding('somebody') }),
  );
  return (
    <li id={`run-${String(run)}`} className="flex scroll-mt-4 items-center gap-4 pt-5 pb-2" data-run={run}>
      <span aria-hidden className="h-px flex-1 bg-line" />
      <div className="max-w-[75%] text-center">
        <h3 className="text-sm font-semibold text-ink-muted">{t('run', { run: run + 1 })}</h3>
        {causes.length === 0 ? null : (
          <p className="mt-0.5 text-[0.8125rem] text-ink-muted wrap-anywhere">
            {format.list([...new Set(causes)])}
          </p>
        )}
      </div>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </li>
  );
}
