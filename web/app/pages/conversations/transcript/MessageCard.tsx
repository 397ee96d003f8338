import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../data/calls/callView.ts';
import type { MessageView } from '../../../data/messages/messageView.ts';
import { shownText } from '../../../views/text/shownText.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Markdown } from '../../../views/ui/Markdown.tsx';
import { ClockTime } from './ClockTime.tsx';
import { BesideTheMessage } from './entries/BesideTheMessage.tsx';
import { MessageContent } from './entries/MessageContent.tsx';
import { SetAsideDraft } from './entries/SetAsideDraft.tsx';
import { EndingBadge, StatusBadge, TypeBadge } from './MessageBadges.tsx';
import { MessageFrame } from './MessageFrame.tsx';
import { MessageMeta } from './MessageMeta.tsx';
import type { ToolCallNode } from './transcriptNode.ts';

export type MessageCardProps = {
  conversationId: string;
  message: MessageView;
  /** All calls to a model for this place in the transcript. */
  calls: readonly CallView[];
  toolCalls: readonly ToolCallNode[];
  of: 'agent' | 'person';
};

/** One message. Rendered again only if it or one of its calls has changed: a transcript may contain thousands. */
export const MessageCard = memo(function MessageCard({
  conversationId,
  message,
  calls,
  toolCalls,
  of,
}: MessageCardProps) {
  const { t } = useTranslation('transcript');
  const { seq, status, source, person } = message;
  const setAside = status === 'rejected' || status === 'discarded';
  return (
    <li
      id={`message-${String(seq)}`}
      data-status={status}
      data-type={message.type}
      className="-mx-1.5 scroll-mt-28 px-1.5 py-1.5 [contain-intrinsic-size:auto_10rem] [content-visibility:auto]"
    >
      <MessageFrame
        name={nameOf(message)}
        of={of}
        look={status === 'draft' ? 'draft' : setAside ? 'aside' : 'plain'}
        head={
          <>
            {of === 'person' && person !== null && source !== 'user' ? (
              <span className="text-[0.8125rem] text-ink-muted">{person}</span>
            ) : null}
            {seq === 0 && source === 'user' ? <Badge>{t('task')}</Badge> : null}
            <TypeBadge type={message.type} />
            <StatusBadge message={message} />
            <EndingBadge ending={message.ending} />
            <span className="ml-auto flex items-center gap-2 text-xs text-ink-muted">
              <ClockTime at={message.createdAt} className="tabular" />
              <a
                href={`#message-${String(seq)}`}
                aria-label={t('messageLink', { seq })}
                className="tabular rounded hover:text-ink hover:underline"
              >
                #{seq}
              </a>
            </span>
          </>
        }
      >
        <BesideTheMessage message={message} />
        {setAside ? (
          <SetAsideDraft message={message} />
        ) : (
          <MessageContent conversationId={conversationId} message={message} toolCalls={toolCalls} />
        )}
        {message.draftContent === null ? null : (
          <details className="mt-3 text-sm">
            <summary className="w-fit rounded text-[0.8125rem] text-ink-muted hover:text-ink">
              {t('beforeEdit', { name: source })}
            </summary>
            <div className="mt-2 border-l-2 border-line pl-4 text-ink-muted">
              <Markdown shown={shownText('message', message, 'draftContent')}>
                {message.draftContent}
              </Markdown>
            </div>
          </details>
        )}
        <MessageMeta conversationId={conversationId} modelCallId={message.modelCallId} calls={calls} />
      </MessageFrame>
    </li>
  );
}, same);

/** People post as "user"; if the person is known, their name is shown. */
function nameOf({ source, person }: MessageView): string {
  return source === 'user' && person !== null ? person : source;
}

function same(before: MessageCardProps, after: MessageCardProps): boolean {
  return (
    before.message === after.message &&
    before.of === after.of &&
    before.calls.length === after.calls.length &&
    before.calls.every((call, index) => call === after.calls[index]) &&
    before.toolCalls.length === after.toolCalls.length &&
    before.toolCalls.every(({ call, task }, index) => {
      const node = after.toolCalls[index];
      return call === node?.call && task === node.task;
    })
  );
}
