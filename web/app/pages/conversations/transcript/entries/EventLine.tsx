import { Link } from '@remix-run/react';
import { ListChecks, UserRoundCheck } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { CallView } from '../../../../data/calls/callView.ts';
import type { MessageView } from '../../../../data/messages/messageView.ts';
import { useFormat } from '../../../../views/format/useFormat.ts';
import { MachineText } from '../../../../views/text/MachineText.tsx';
import { shownText } from '../../../../views/text/shownText.ts';
import { Fold } from '../../../../views/ui/Fold.tsx';

/** Whether a message is an event that is shown as a line, not as a card. */
export function isEventLine({ type }: Pick<MessageView, 'type'>): boolean {
  return type === 'SelectSpeakerEvent' || type === 'SelectorEvent' || type === 'ToolCallExecutionEvent';
}

export type EventLineProps = {
  conversationId: string;
  message: MessageView;
  /** The requests behind it: a selector's answers. */
  calls: readonly CallView[];
};

/** An event without a speaker: somebody was selected, or results were recorded. */
export function EventLine({ conversationId, message, calls }: EventLineProps) {
  const { t } = useTranslation('transcript');
  const isSelection = message.type !== 'ToolCallExecutionEvent';
  const Icon = isSelection ? UserRoundCheck : ListChecks;
  return (
    <li
      id={`message-${String(message.seq)}`}
      data-type={message.type}
      className="flex items-start gap-2.5 py-1 text-[0.8125rem] text-ink-muted sm:pl-13"
    >
      <Icon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <EventWords message={message} />
      </div>
      {calls.map(({ id }, index) => (
        <Link
          key={id}
          to={`/conversations/${conversationId}/calls/${id}`}
          className="rounded text-xs underline-offset-4 hover:text-ink hover:underline"
        >
          {index === 0 ? t('event.request') : t('event.requestNumber', { number: index + 1 })}
        </Link>
      ))}
      <a
        href={`#message-${String(message.seq)}`}
        aria-label={t('eventLink', { seq: message.seq })}
        className="tabular rounded text-xs hover:text-ink hover:underline"
      >
        #{message.seq}
      </a>
    </li>
  );
}

function EventWords({ message }: { message: MessageView }) {
  const { t } = useTranslation('transcript');
  const format = useFormat();
  const { type, source, content, body } = message;
  if (type === 'SelectSpeakerEvent') {
    const speakers = body?.kind === 'speakers' ? body.speakers : [content];
    return (
      <p>
        <Trans
          t={t}
          i18nKey={speakers.length > 1 ? 'event.nextInParallel' : 'event.next'}
          components={{ names: <Name text={speakers.join(', ')} /> }}
        />
      </p>
    );
  }
  if (type === 'SelectorEvent') {
    return (
      <p>
        <Trans
          t={t}
          i18nKey="event.answered"
          components={{
            name: <Plain text={source} />,
            answer: <Quote text={content.length > 500 ? `${content.slice(0, 500)}…` : content} />,
          }}
        />
      </p>
    );
  }
  const results = body?.kind === 'tool_results' ? body.results : [];
  const tools = format.list([...new Set(results.map(({ name }) => name))]);
  const label =
    tools === ''
      ? t('event.gotResultsOfCalls', { name: source })
      : t('event.gotResults', { name: source, tools });
  return (
    <Fold label={label}>
      <div className="space-y-2">
        {results.map(({ callId, name, content: result, isError }, index) => (
          <MachineText
            key={callId}
            label={t('resultOf', { tool: name })}
            text={result}
            shown={shownText('message', message, `body.results.${String(index)}.content`)}
            tone={isError ? 'error' : 'plain'}
          />
        ))}
      </div>
    </Fold>
  );
}

function Name({ text }: { text: string }) {
  return <span className="font-medium text-ink">{text}</span>;
}

function Plain({ text }: { text: string }) {
  return <span>{text}</span>;
}

function Quote({ text }: { text: string }) {
  return <q className="text-ink">{text}</q>;
}
