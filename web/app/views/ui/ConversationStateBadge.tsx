import { useTranslation } from 'react-i18next';
import { Badge } from './Badge.tsx';
import { classNames } from './classNames.ts';
import type { Tone } from './tones.ts';

/** The states that a conversation's row can be in (prisma/schema.prisma). */
export type ConversationStateName =
  'starting' | 'running' | 'waiting' | 'parked' | 'paused' | 'finished' | 'stopped' | 'cancelled' | 'failed';

type Look = { tone: Tone; mark: 'pulse' | 'dot' | 'ring' };

const LOOKS: Record<ConversationStateName, Look> = {
  starting: { tone: 'neutral', mark: 'pulse' },
  running: { tone: 'blue', mark: 'pulse' },
  waiting: { tone: 'amber', mark: 'dot' },
  parked: { tone: 'orange', mark: 'dot' },
  paused: { tone: 'violet', mark: 'ring' },
  finished: { tone: 'green', mark: 'dot' },
  stopped: { tone: 'neutral', mark: 'dot' },
  cancelled: { tone: 'neutral', mark: 'ring' },
  failed: { tone: 'red', mark: 'dot' },
};

function isConversationStateName(state: string): state is ConversationStateName {
  return Object.hasOwn(LOOKS, state);
}

/** A conversation's state in words and colour. A state that this version does not know is shown as it is. */
export function ConversationStateBadge({ state, className }: { state: string; className?: string }) {
  const { t } = useTranslation('states');
  const known = isConversationStateName(state);
  const look: Look = known ? LOOKS[state] : { tone: 'neutral', mark: 'ring' };
  return (
    <Badge tone={look.tone} className={className} data-state={state}>
      <span
        aria-hidden
        className={classNames(
          'size-1.5 rounded-full',
          look.mark === 'ring' ? 'border-[1.5px] border-current' : 'bg-current',
          look.mark === 'pulse' && 'animate-pulse-dot',
        )}
      />
      {known ? t(`conversation.${state}`) : state}
    </Badge>
  );
}
