import { Link } from '@remix-run/react';
import { BookOpenText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { passagePath } from '../../../../../../workflows/domain/knowledge/passagePath.ts';
import type { LookUpView } from '../../../../data/messages/messageView.ts';
import { useFormat } from '../../../../views/format/useFormat.ts';
import { placeInWords } from '../../../../views/text/placeInWords.ts';
import { Fold } from '../../../../views/ui/Fold.tsx';

/** What was looked up in documents for a message, folded: each question, and the passages that it found. */
export function LookUps({ lookUps }: { lookUps: readonly LookUpView[] }) {
  const { t } = useTranslation('transcript');
  const format = useFormat();
  if (lookUps.length === 0) return null;
  const collections = [...new Set(lookUps.flatMap((lookUp) => lookUp.collections))];
  const count = lookUps.reduce((sum, { passages }) => sum + passages.length, 0);
  return (
    <Fold
      label={
        <>
          <BookOpenText aria-hidden className="size-3.5 shrink-0" />
          <span className="wrap-anywhere">
            {t('lookUps.label', { count, collections: format.list(collections) })}
          </span>
        </>
      }
    >
      <ol className="space-y-3 text-[0.8125rem]">
        {lookUps.map((lookUp, index) => (
          <li key={index}>
            <LookUp lookUp={lookUp} />
          </li>
        ))}
      </ol>
    </Fold>
  );
}

function LookUp({ lookUp: { question, passages, collections, latencyMs } }: { lookUp: LookUpView }) {
  const { t } = useTranslation('transcript');
  const format = useFormat();
  return (
    <>
      <p className="text-ink-muted">
        {t('lookUps.asked', { collections: format.list(collections), duration: format.duration(latencyMs) })}
      </p>
      <blockquote className="mt-1 line-clamp-4 border-l-2 border-line pl-2.5 whitespace-pre-wrap wrap-anywhere">
        {question}
      </blockquote>
      {passages.length === 0 ? <p className="mt-1.5 text-ink-muted">{t('lookUps.nothing')}</p> : null}
      <ul className="mt-1.5 space-y-1.5">
        {passages.map((passage) => (
          <PassageItem key={passage.number} passage={passage} />
        ))}
      </ul>
    </>
  );
}

function PassageItem({ passage }: { passage: LookUpView['passages'][number] }) {
  const { t } = useTranslation('transcript');
  const { number, score, beginning } = passage;
  return (
    <li className="wrap-anywhere">
      <span className="tabular text-ink-muted">[{number}]</span>{' '}
      <Link
        to={passagePath(passage)}
        className="rounded font-medium text-brand-ink underline-offset-4 hover:underline"
      >
        {placeInWords(passage, (page) => t('citations.page', { page }))}
      </Link>{' '}
      <span className="tabular text-ink-muted">
        {t('lookUps.score', { score: Math.round(score * 100) / 100 })}
      </span>
      <p className="line-clamp-2 text-ink-muted">{beginning}</p>
    </li>
  );
}
