import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../../workflows/domain/knowledge/citations.ts';
import { CutNote } from '../text/CutNote.tsx';
import type { ShownText } from '../text/shownText.ts';
import { useTextHtml } from '../text/useTextHtml.ts';
import { withCitations } from '../text/withCitations.ts';

export type MarkdownProps = {
  children: string;
  /** The address of the text, if it may be cut or sent apart from its row. */
  shown?: ShownText;
  /** What its citation marks refer to. */
  citations?: readonly Citation[] | null | undefined;
};

/** A model's Markdown. It loads nothing from elsewhere, runs no HTML, and its links open apart and say nothing of us. */
export function Markdown({ children, shown, citations }: MarkdownProps) {
  const { t } = useTranslation('transcript');
  const read = useTextHtml('markdown', children, shown ?? null);
  const html = useMemo(
    () =>
      withCitations(read, citations ?? [], {
        passage: (number, place) => t('citations.passage', { number, place }),
        page: (page) => t('citations.page', { page }),
        unknown: t('citations.unknown'),
      }),
    [read, citations, t],
  );
  return (
    <>
      <div
        className="markdown"
        data-text={shown?.key}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <CutNote shown={shown ?? null} what="text" />
    </>
  );
}
