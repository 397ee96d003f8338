import { useTranslation } from 'react-i18next';

/**
 * Stands for messages that are not loaded, when the page is rendered completely: in print, and before scripts run.
 */
export function NotLoaded({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation('transcript');
  return (
    <li data-not-loaded className="hidden py-2 text-center text-[0.8125rem] text-ink-muted print:block">
      {t('notLoaded', { count: to - from })}
    </li>
  );
}

/** The place of a message that is not loaded yet. */
export function Placeholder({ place }: { place: number }) {
  const { t } = useTranslation('transcript');
  return (
    <li data-placeholder={place} className="flex h-24 gap-3 py-1.5">
      <span className="sr-only">{t('loading')}</span>
      <span aria-hidden className="mt-1 size-8 shrink-0 rounded-full bg-sunken" />
      <span aria-hidden className="flex-1 rounded-2xl border border-line bg-sunken/50" />
    </li>
  );
}
