import { BookMarked, Brain } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../../data/messages/messageView.ts';
import { shownText } from '../../../../views/text/shownText.ts';
import { Fold } from '../../../../views/ui/Fold.tsx';
import { Markdown } from '../../../../views/ui/Markdown.tsx';
import { LookUps } from './LookUps.tsx';

/** What precedes a message without being part of it: memories, what was looked up, and its author's thoughts. */
export function BesideTheMessage({ message }: { message: MessageView }) {
  const { t } = useTranslation('transcript');
  const { memories, thought } = message;
  const remembered = (memories ?? []).flat();
  const lookUps = message.lookUps ?? [];
  if (remembered.length === 0 && lookUps.length === 0 && thought === null) return null;
  return (
    <div className="mb-2.5 space-y-1">
      {remembered.length === 0 ? null : (
        <Fold
          label={
            <>
              <BookMarked aria-hidden className="size-3.5" />
              {t('memory', { count: remembered.length })}
            </>
          }
        >
          <ol className="list-decimal space-y-1 pl-4 text-[0.8125rem] text-ink-muted">
            {remembered.map(({ content }, index) => (
              <li key={index} className="whitespace-pre-wrap wrap-anywhere">
                {content}
              </li>
            ))}
          </ol>
        </Fold>
      )}
      <LookUps lookUps={lookUps} />
      {thought === null ? null : (
        <Fold
          label={
            <>
              <Brain aria-hidden className="size-3.5" />
              {t('reasoning')}
            </>
          }
        >
          <div className="text-ink-muted">
            <Markdown shown={shownText('message', message, 'thought')}>{thought}</Markdown>
          </div>
        </Fold>
      )}
    </div>
  );
}
