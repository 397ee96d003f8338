import type { ReactNode } from 'react';
import { Markdown } from '../../../../views/ui/Markdown.tsx';
import { shownText } from '../../../../views/text/shownText.ts';
import type { MessageView } from '../../../../data/conversations/view.ts';
import { Fold } from '../../../../views/ui/Fold.tsx';

/** A Magentic-One plan: the parts that one reads, and the whole message as the team got it. */
export function LedgerContent({
  said,
  message,
  body: { task, facts, plan },
}: {
  /** The whole message, drawn. */
  said: ReactNode;
  message: MessageView;
  body: { task: string; facts: string; plan: string };
}) {
  return (
    <div className="space-y-2">
      <Fold label="Task">
        <Markdown shown={shownText('message', message, 'body.task')}>{task}</Markdown>
      </Fold>
      <Fold label="Facts">
        <Markdown shown={shownText('message', message, 'body.facts')}>{facts}</Markdown>
      </Fold>
      <Fold label="Plan">
        <Markdown shown={shownText('message', message, 'body.plan')}>{plan}</Markdown>
      </Fold>
      <Fold label="The whole message to the team">{said}</Fold>
    </div>
  );
}
