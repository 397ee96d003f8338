import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../../../workflows/domain/json.ts';
import type { HandoffContext } from '../../../../../../workflows/domain/transcript/entry.ts';
import type { MessageView } from '../../../../data/messages/messageView.ts';
import { prettyJson } from '../../../../views/format/prettyJson.ts';
import { MachineText } from '../../../../views/text/MachineText.tsx';
import { shownText } from '../../../../views/text/shownText.ts';
import { Fold } from '../../../../views/ui/Fold.tsx';

export type HandoffContentProps = {
  source: string;
  /** The rendered message itself. */
  wholeMessage: ReactNode;
  message: MessageView;
  body: { target: string; context: readonly HandoffContext[] };
};

/** Who hands over to whom, and what is passed along. */
export function HandoffContent({
  source,
  wholeMessage,
  message,
  body: { target, context },
}: HandoffContentProps) {
  const { t } = useTranslation('transcript');
  return (
    <>
      <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
        <span>{source}</span>
        <ArrowRight aria-label={t('handoff.to')} role="img" className="size-4 text-ink-muted" />
        <span>{target}</span>
      </p>
      {wholeMessage}
      {context.length === 0 ? null : (
        <Fold label={t('handoff.context', { count: context.length })} className="mt-2">
          <div className="space-y-2">
            {context.map((part, index) => (
              <ContextPart key={index} part={part} message={message} path={`body.context.${String(index)}`} />
            ))}
          </div>
        </Fold>
      )}
    </>
  );
}

function ContextPart({ part, message, path }: { part: HandoffContext; message: MessageView; path: string }) {
  const { t } = useTranslation('transcript');
  const shown = (rest: string) => shownText('message', message, `${path}.${rest}`);
  switch (part.kind) {
    case 'assistant_calls':
      return part.calls.map(({ id, name, arguments: given }, index) => (
        <MachineText
          key={id}
          label={t('handoff.called', { name: part.source, tool: name })}
          text={prettyJson(given)}
          shown={shown(`calls.${String(index)}.arguments`)}
        />
      ));
    case 'results':
      return part.results.map(({ callId, name, content, isError }, index) => (
        <MachineText
          key={callId}
          label={t('resultOf', { tool: name })}
          text={content}
          shown={shown(`results.${String(index)}.content`)}
          tone={isError ? 'error' : 'plain'}
        />
      ));
    case 'assistant_text':
    case 'user_text':
      return <MachineText label={part.source} text={part.content} shown={shown('content')} />;
    default:
      return assertNever(part);
  }
}
