import { useTranslation } from 'react-i18next';

/** A prompt, shown verbatim. */
export function Prompt({ children }: { children: string }) {
  const { t } = useTranslation('teams');
  if (children === '') return <>{t('none')}</>;
  return (
    <p className="rounded-lg bg-sunken px-3.5 py-3 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">
      {children}
    </p>
  );
}
