import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../../data/messages/messageView.ts';
import { shownText } from '../../../../views/text/shownText.ts';
import { Markdown } from '../../../../views/ui/Markdown.tsx';

/** A draft that did not become part of the transcript: the feedback, and the draft on request. */
export function SetAsideDraft({ message }: { message: MessageView }) {
  const { t } = useTranslation('transcript');
  return (
    <>
      {message.feedback === null ? null : (
        <blockquote className="rounded-lg bg-orange-soft px-3.5 py-2.5 text-sm whitespace-pre-wrap text-ink wrap-anywhere">
          <span className="mb-0.5 block text-xs font-medium text-orange-ink">
            {t('feedbackTo', { name: message.source })}
          </span>
          {message.feedback}
        </blockquote>
      )}
      <details className="mt-2">
        <summary className="w-fit rounded text-[0.8125rem] text-ink-muted hover:text-ink">
          {t('readDraft')}
        </summary>
        <div className="mt-2 text-ink-muted">
          <Markdown shown={shownText('message', message, 'content')}>{message.content}</Markdown>
        </div>
      </details>
    </>
  );
}
