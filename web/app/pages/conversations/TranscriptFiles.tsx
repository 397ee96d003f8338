import { useTranslation } from 'react-i18next';
import { CopyTranscript } from './CopyTranscript.tsx';

/** The whole transcript to save, copy or print. */
export function TranscriptFiles({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('conversation');
  const path = `/conversations/${conversationId}`;
  const link = 'rounded text-brand-ink underline-offset-4 hover:underline';
  return (
    <section className="text-sm print:hidden">
      <h2 className="mb-2 text-xs font-medium text-ink-muted">{t('files.title')}</h2>
      <ul className="space-y-1.5">
        <li>
          <a href={`${path}/transcript?format=markdown`} download className={link}>
            {t('files.markdown')}
          </a>
        </li>
        <li>
          <a href={`${path}/transcript?format=json`} download className={link}>
            {t('files.json')}
          </a>
        </li>
        <li>
          <a href={`${path}?show=all&print`} target="_blank" rel="noreferrer" className={link}>
            {t('files.print')}
          </a>
        </li>
        <CopyTranscript address={`${path}/transcript?format=markdown`} />
      </ul>
    </section>
  );
}
