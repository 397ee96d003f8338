import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** The launcher's value for its demo model; any other text is the operator's own. */
const DEMO_MODEL = 'demo-model';

/** Says on every page that no real model answers, if the environment says so. */
export function DemoBanner({ text }: { text: string }) {
  const { t } = useTranslation('frame');
  return (
    <aside
      aria-label={t('demo')}
      className="z-40 flex shrink-0 items-center justify-center gap-2 bg-amber-soft px-4 py-1.5 text-center text-[0.8125rem] font-medium text-amber-ink lg:sticky lg:top-0 lg:h-8 lg:py-0"
    >
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      <span>{text === DEMO_MODEL ? t('demoModel') : text}</span>
    </aside>
  );
}
