import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../../data/messages/messageView.ts';
import { shownText } from '../../../../views/text/shownText.ts';
import { Fold } from '../../../../views/ui/Fold.tsx';
import { Markdown } from '../../../../views/ui/Markdown.tsx';

/** A Magentic-One plan: its readable parts, and the whole message as the team received it. */
export function LedgerContent({
  wholeMessage,
  message,
  body: { task, facts, plan },
}: {
  /** The rendered message itself. */
  wholeMessage: ReactNode;
  message: MessageView;
  body: { task: string; facts: string; plan: string };
}) {
  const { t } = useTranslation('transcript');
  return (
    <div className="space-y-2">
      <Fold label={t('ledger.task')}>
        <Markdown shown={shownText('message', message, 'body.task')}>{task}</Markdown>
      </Fold>
      <Fold label={t('ledger.facts')}>
        <Markdown shown={shownText('message', message, 'body.facts')}>{facts}</Markdown>
      </Fold>
      <Fold label={t('ledger.plan')}>
        <Markdown shown={shownText('message', message, 'body.plan')}>{plan}</Markdown>
      </Fold>
      <Fold label={t('ledger.whole')}>{wholeMessage}</Fold>
    </div>
  );
}
