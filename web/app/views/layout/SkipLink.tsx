import { useTranslation } from 'react-i18next';

/** The first stop of the Tab key: past the navigation. The page's main element has the id `main`. */
export function SkipLink() {
  const { t } = useTranslation('frame');
  return (
    <a
      href="#main"
      className="print:hidden fixed top-2 left-2 z-50 -translate-y-20 rounded-lg bg-brand px-4 py-2 text-sm font-medium text-on-brand focus:translate-y-0"
    >
      {t('skipToContent')}
    </a>
  );
}
