import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView, MessageView } from '../../../data/conversations/view.ts';
import { shownText } from '../../../views/text/shownText.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Markdown } from '../../../views/ui/Markdown.tsx';
import { ClockTime } from './ClockTime.tsx';
import { BesideTheMessage } from './entries/BesideTheMessage.tsx';
import { MessageContent } from './entries/MessageContent.tsx';
import { MessageFrame } from './MessageFrame.tsx';
import { MessageMeta } from './MessageMeta.tsx';
import type { ToolCallNode } from './transcriptTree.ts';

export type MessageCardProps = {
  conversationId: string;
  message: MessageView;
  /** All calls to a model for this place in the transcript. */
  calls: readonly CallView[];
  toolCalls: readonly ToolCallNode[];
  of: 'agent' | 'person';
};

/** One message. Drawn anew only where it, or a call of its, has changed: a transcript may hold a thousand. */
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
          <SetAside message={message} />
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

/** People post as "user"; where we know who it was, that is who spoke. */
function nameOf({ source, person }: MessageView): string {
  return source === 'user' && person !== null ? person : source;
}

/** Types that are not plain to see. */
const NAMED_TYPES = [
  'StopMessage',
  'HandoffMessage',
  'ToolCallSummaryMessage',
  'StructuredMessage',
  'CodeGenerationEvent',
  'CodeExecutionEvent',
] as const satisfies readonly MessageView['type'][];

/** How the model's answer ended, where it is not simply whole. */
function EndingBadge({ ending }: Pick<MessageView, 'ending'>) {
  const { t } = useTranslation('transcript');
  return ending === null ? null : <Badge tone="orange">{t(`ending.${ending}`)}</Badge>;
}

/** What kind of message it is, where that is not plain to see. */
function TypeBadge({ type }: Pick<MessageView, 'type'>) {
  const { t } = useTranslation('transcript');
  const named = NAMED_TYPES.find((each) => each === type);
  return named === undefined ? null : <Badge>{t(`type.${named}`)}</Badge>;
}

function StatusBadge({ message }: { message: MessageView }) {
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

/** A draft that did not become part of the transcript: what was said of it, and itself on request. */
function SetAside({ message }: { message: MessageView }) {
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
