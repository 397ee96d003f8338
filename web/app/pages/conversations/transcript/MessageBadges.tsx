import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../data/messages/messageView.ts';
import { Badge } from '../../../views/ui/Badge.tsx';

/** Types that get a badge because they are not obvious. */
const NAMED_TYPES = [
  'StopMessage',
  'HandoffMessage',
  'ToolCallSummaryMessage',
  'StructuredMessage',
  'CodeGenerationEvent',
  'CodeExecutionEvent',
] as const satisfies readonly MessageView['type'][];

/** How the model's answer ended, if it is not complete. */
export function EndingBadge({ ending }: Pick<MessageView, 'ending'>) {
  const { t } = useTranslation('transcript');
  return ending === null ? null : <Badge tone="orange">{t(`ending.${ending}`)}</Badge>;
}

/** The kind of message, if it is not obvious. */
export function TypeBadge({ type }: Pick<MessageView, 'type'>) {
  const { t } = useTranslation('transcript');
  const named = NAMED_TYPES.find((each) => each === type);
  return named === undefined ? null : <Badge>{t(`type.${named}`)}</Badge>;
}

/** What became of the message: a draft, rejected, discarded or edited. */
export function StatusBadge({ message }: { message: MessageView }) {
  const { t } = useTranslation('transcript');
  switch (message.status) {
    case 'draft':
      return <Badge tone="violet">{t('status.draft')}</Badge>;
    case 'rejected':
      return <Badge tone="orange">{t('status.rejected')}</Badge>;
    case 'discarded':
      return <Badge tone="neutral">{t('status.discarded')}</Badge>;
    case 'final':
      return message.draftContent === null ? null : (
        <Badge tone="violet">
          {message.person === null ? t('status.edited') : t('status.editedBy', { name: message.person })}
        </Badge>
      );
  }
}
