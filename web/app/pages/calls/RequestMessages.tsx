import { useTranslation } from 'react-i18next';
import type { RequestMessage } from '../../data/calls/rebuiltRequest.ts';
import { prettyJson } from '../../views/format/prettyJson.ts';
import { MachineText } from '../../views/text/MachineText.tsx';
import { Badge } from '../../views/ui/Badge.tsx';
import type { Tone } from '../../views/ui/tones.ts';

const TONES: Record<RequestMessage['role'], Tone> = {
  system: 'neutral',
  user: 'blue',
  assistant: 'teal',
  tool: 'amber',
};

/** The messages of a request in order, each with its role for the model. */
export function RequestMessages({ messages }: { messages: readonly RequestMessage[] }) {
  const { t } = useTranslation('calls');
  return (
    <ol className="space-y-2">
      {messages.map(({ role, name, content, images, toolCalls, toolCallId }, index) => (
        <li key={index} className="rounded-lg bg-sunken px-3.5 py-2.5">
          <div className="mb-1 flex flex-wrap items-center gap-2">
            <Badge tone={TONES[role]}>{role}</Badge>
            {name === null ? null : <span className="font-mono text-xs text-ink-muted">{name}</span>}
            {toolCallId === null ? null : (
              <span className="font-mono text-xs text-ink-muted wrap-anywhere">
                {t('request.resultOf', { id: toolCallId })}
              </span>
            )}
            {images === 0 ? null : <Badge>{t('request.images', { count: images })}</Badge>}
          </div>
          {content === '' ? null : (
            <p className="text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">{content}</p>
          )}
          {toolCalls.map((call) => (
            <div key={call.id} className="mt-2 rounded-lg bg-surface p-2.5">
              <MachineText label={`${call.name}, ${call.id}`} text={prettyJson(call.arguments)} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
