import { Link } from '@remix-run/react';
import { ListChecks, UserRoundCheck } from 'lucide-react';
import { shownText } from '../../../../views/text/shownText.ts';
import type { CallView, MessageView } from '../../../../data/conversations/view.ts';
import { Fold } from '../../../../views/ui/Fold.tsx';
import { MachineText } from '../../../../views/text/MachineText.tsx';

/** Whether a message is an event that takes a line, not a sheet. */
export function isEventLine({ type }: Pick<MessageView, 'type'>): boolean {
  return type === 'SelectSpeakerEvent' || type === 'SelectorEvent' || type === 'ToolCallExecutionEvent';
}

export type EventLineProps = {
  conversationId: string;
  message: MessageView;
  /** Requests behind it: a selector's answers. */
  calls: readonly CallView[];
};

/** An event of the transcript that nobody says: who was selected, that results were written down. */
export function EventLine({ conversationId, message, calls }: EventLineProps) {
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
          {index === 0 ? 'Request' : `Request ${String(index + 1)}`}
        </Link>
      ))}
      <a
        href={`#message-${String(message.seq)}`}
        className="tabular rounded text-xs hover:text-ink hover:underline"
      >
        <span className="sr-only">Event </span>#{message.seq}
      </a>
    </li>
  );
}

function EventWords({ message }: { message: MessageView }) {
  const { type, source, content, body } = message;
  if (type === 'SelectSpeakerEvent') {
    const speakers = body?.kind === 'speakers' ? body.speakers : [content];
    return (
      <p>
        {speakers.length > 1 ? 'Next, side by side: ' : 'Next: '}
        <span className="font-medium text-ink">{speakers.join(', ')}</span>
      </p>
    );
  }
  if (type === 'SelectorEvent') {
    return (
      <p>
        {source} answered{' '}
        <q className="text-ink">{content.length > 500 ? `${content.slice(0, 500)}…` : content}</q>
      </p>
    );
  }
  const results = body?.kind === 'tool_results' ? body.results : [];
  return (
    <Fold label={`${source} was given what came of ${names(results)}`}>
      <div className="space-y-2">
        {results.map(({ callId, name, content: result, isError }, index) => (
          <MachineText
            key={callId}
            label={`Result of ${name}`}
            text={result}
            shown={shownText('message', message, `body.results.${String(index)}.content`)}
            tone={isError ? 'error' : 'plain'}
          />
        ))}
      </div>
    </Fold>
  );
}

function names(results: readonly { name: string }[]): string {
  return new Intl.ListFormat('en').format([...new Set(results.map(({ name }) => name))]) || 'its calls';
}
