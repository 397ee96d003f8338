import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat.ts';
import { rawTextPath, type ShownText, wholeTextPath } from './shownText.ts';

/** For screen readers only: tells the links of several texts apart. */
const HIDDEN = { hidden: <span className="sr-only" /> };

/** Says that a text is shown only in part, and links to the whole; renders nothing if it is complete. */
export function CutNote({ shown, what }: { shown: ShownText | null; what: string }) {
  const { t } = useTranslation('texts');
  const format = useFormat();
  if (shown === null || shown.wholeBytes === null) return null;
  return (
    <p
      data-cut
      className="mt-2 flex flex-wrap gap-x-3 gap-y-1 border-t border-line pt-2 text-[0.8125rem] text-ink-muted"
    >
      <span>{t('cut', { size: format.bytes(shown.wholeBytes) })}</span>
      <Link
        to={wholeTextPath(shown)}
        className="rounded font-medium text-brand-ink underline-offset-4 hover:underline"
      >
        <Trans t={t} i18nKey="readWhole" values={{ what }} components={HIDDEN} />
      </Link>
      <a
        href={rawTextPath(shown)}
        download
        className="rounded font-medium text-brand-ink underline-offset-4 hover:underline"
      >
        <Trans t={t} i18nKey="downloadWhat" values={{ what }} components={HIDDEN} />
      </a>
    </p>
  );
}
