import type { ChatMessage } from '../../../workflows/domain/request/outline.ts';
import { Badge } from '../components/ui/Badge.tsx';
import type { Tone } from '../components/ui/tones.ts';

export type RequestMessage = { role: ChatMessage['role']; name: string | null; content: string };

const TONES: Record<ChatMessage['role'], Tone> = { system: 'neutral', user: 'blue', assistant: 'teal' };

/** The messages of a request, one under the other, with the role that each has for the model. */
export function RequestMessages({ messages }: { messages: readonly RequestMessage[] }) {
  return (
    <ol className="space-y-2">
      {messages.map(({ role, name, content }, index) => (
        <li key={index} className="rounded-lg bg-sunken px-3.5 py-2.5">
          <div className="mb-1 flex items-center gap-2">
            <Badge tone={TONES[role]}>{role}</Badge>
            {name === null ? null : <span className="font-mono text-xs text-ink-muted">{name}</span>}
          </div>
          <p className="text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">{content}</p>
        </li>
      ))}
    </ol>
  );
}
