import { useTranslation } from 'react-i18next';
import type { ContentPart } from '../../../../../../workflows/domain/transcript/entry.ts';
import type { MessageView } from '../../../../data/messages/messageView.ts';
import { shownText } from '../../../../views/text/shownText.ts';
import { Markdown } from '../../../../views/ui/Markdown.tsx';

export type PartsContentProps = {
  conversationId: string;
  message: MessageView;
  parts: readonly ContentPart[];
};

/** Texts and images in order. Images come from this app's own address, which sends the stored bytes. */
export function PartsContent({ conversationId, message, parts }: PartsContentProps) {
  const { t } = useTranslation('transcript');
  return (
    <div className="space-y-3">
      {parts.map((part, index) =>
        part.kind === 'text' ? (
          <Markdown key={index} shown={shownText('message', message, `body.parts.${String(index)}.text`)}>
            {part.text}
          </Markdown>
        ) : (
          <img
            key={index}
            src={`/conversations/${conversationId}/messages/${message.id}/images/${String(index + 1)}`}
            alt={t('imageAlt')}
            loading="lazy"
            className="max-h-96 max-w-full rounded-lg border border-line bg-sunken"
          />
        ),
      )}
    </div>
  );
}
