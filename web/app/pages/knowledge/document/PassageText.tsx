import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentPart, PassagePlace, TextRange } from '../../../data/knowledge/documentParts.ts';
import { Card } from '../../../views/ui/Card.tsx';

export type PassageTextProps = {
  parts: readonly DocumentPart[];
  /** Of the text, from 1. */
  page: number;
  /** Words to bring into sight. */
  mark: TextRange | null;
};

/** A page of a document's text as it stands, with a line where each passage begins. */
export function PassageText({ parts, page, mark }: PassageTextProps) {
  const { t } = useTranslation('knowledge');
  const text = useRef<HTMLElement>(null);
  const place = mark === null ? '' : `${String(mark.from)}-${String(mark.to)} on ${String(page)}`;
  useEffect(() => {
    if (place !== '') text.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [place]);
  return (
    <section ref={text} aria-label={t('document.text')}>
      <Card className="divide-y divide-line">
        {parts.map(({ passage, runs, overlap }) => (
          <div key={passage?.ordinal ?? -1} className="px-4 py-4 sm:px-5">
            {passage === null ? null : <PassageHead passage={passage} />}
            <div className="wrap-anywhere whitespace-pre-wrap">
              {runs.map((run, index) =>
                run.marked ? (
                  <mark
                    key={index}
                    className="rounded-sm bg-amber-soft text-amber-ink"
                    title={t('document.cited')}
                  >
                    {run.text}
                  </mark>
                ) : (
                  <span key={index}>{run.text}</span>
                ),
              )}
            </div>
            {overlap === 0 ? null : (
              <p className="mt-2 text-[0.8125rem] text-ink-muted">
                {t('document.overlap', { count: overlap })}
              </p>
            )}
          </div>
        ))}
      </Card>
    </section>
  );
}

function PassageHead({ passage }: { passage: PassagePlace }) {
  const { t } = useTranslation('knowledge');
  const { ordinal, startOffset, endOffset, page, headingPath } = passage;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-muted">
      <li className="font-medium text-ink">{t('document.passage', { number: ordinal + 1 })}</li>
      {headingPath.length === 0 ? null : <li className="wrap-anywhere">{headingPath.join(' › ')}</li>}
      {page === null ? null : <li>{t('document.page', { page })}</li>}
      <li className="tabular">{t('document.range', { from: startOffset, to: endOffset })}</li>
    </ul>
  );
}
