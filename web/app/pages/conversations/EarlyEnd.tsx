import { CircleStop } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../views/format/useFormat.ts';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';

/** Explains a run that ended too early, and how to fix its team. */
export function EarlyEnd({ names, endedAt }: { names: readonly string[]; endedAt: string | null }) {
  const { t } = useTranslation('states');
  const format = useFormat();
  const values = { names: format.list(names) };
  return (
    <div data-end-early className="max-w-[75%]">
      <p className="flex items-center justify-center gap-1.5 font-semibold text-amber-ink">
        <CircleStop aria-hidden className="size-4 shrink-0" />
        {t('early.title')}
      </p>
      <p className="mt-0.5 text-[0.8125rem] text-ink-muted wrap-anywhere">
        {t('early.reason', values)} {t('early.mend', values)}
      </p>
      {endedAt === null ? null : <RelativeTime at={endedAt} className="text-xs text-ink-muted" />}
    </div>
  );
}
