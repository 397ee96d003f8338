import { useTranslation } from 'react-i18next';

/** How many tasks wait for a person; renders nothing if there are none or the number is not known. */
export function OpenTaskCount({ count }: { count: number | null }) {
  const { t } = useTranslation('frame');
  if (count === null || count === 0) return null;
  return (
    <span className="tabular min-w-5 rounded-full bg-rail-accent px-1.5 text-center text-[0.6875rem] leading-5 font-semibold text-rail">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('openTasks', { count })}</span>
    </span>
  );
}
