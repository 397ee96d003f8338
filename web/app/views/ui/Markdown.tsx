import { CutNote } from '../text/CutNote.tsx';
import type { ShownText } from '../text/shownText.ts';
import { useTextHtml } from '../text/useTextHtml.ts';

export type MarkdownProps = {
  children: string;
  /** Where the text stands, where it may be cut or travel apart from its row. */
  shown?: ShownText;
};

/** A model's Markdown. It loads nothing from elsewhere, runs no HTML, and its links open apart and say nothing of us. */
export function Markdown({ children, shown }: MarkdownProps) {
  const html = useTextHtml('markdown', children, shown ?? null);
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
