import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { MemorySource } from '../../../data/memory/view.ts';

/** The words that an entry rests on, with a link to their message; null: a person wrote it. */
export function SourceNote({ source }: { source: MemorySource | null }) {
  const { t } = useTranslation('memories');
  if (source === null) return <p className="text-[0.8125rem] text-ink-muted">{t('source.person')}</p>;
  const { conversationId, conversationTitle, seq, quote } = source;
  return (
    <p className="text-[0.8125rem] wrap-anywhere text-ink-muted">
      {t('source.quote', { quote })}{' '}
      {conversationTitle === null ? (
        t('source.gone')
      ) : (
        <Link
          to={`/conversations/${conversationId}#message-${String(seq)}`}
          className="rounded text-brand-ink underline underline-offset-4"
        >
          {conversationTitle}
        </Link>
      )}
    </p>
  );
}
