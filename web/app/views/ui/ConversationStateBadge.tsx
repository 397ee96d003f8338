import { Badge } from './Badge.tsx';
import { classNames } from './classNames.ts';
import type { Tone } from './tones.ts';

/** The states that a conversation's row can be in (prisma/schema.prisma). */
export type ConversationStateName =
  'starting' | 'running' | 'waiting' | 'parked' | 'paused' | 'finished' | 'stopped' | 'cancelled' | 'failed';

type Look = { label: string; tone: Tone; mark: 'pulse' | 'dot' | 'ring' };

const LOOKS: Record<ConversationStateName, Look> = {
  starting: { label: 'Starting', tone: 'neutral', mark: 'pulse' },
  running: { label: 'Running', tone: 'blue', mark: 'pulse' },
  waiting: { label: 'Waiting for you', tone: 'amber', mark: 'dot' },
  parked: { label: 'Parked on an error', tone: 'orange', mark: 'dot' },
  paused: { label: 'Paused', tone: 'violet', mark: 'ring' },
  finished: { label: 'Finished', tone: 'green', mark: 'dot' },
  stopped: { label: 'Stopped', tone: 'neutral', mark: 'dot' },
  cancelled: { label: 'Cancelled', tone: 'neutral', mark: 'ring' },
  failed: { label: 'Failed', tone: 'red', mark: 'dot' },
};

function isConversationStateName(state: string): state is ConversationStateName {
  return Object.hasOwn(LOOKS, state);
}

/** A conversation's state in words and colour. A state that this version does not know is shown as it is. */
export function ConversationStateBadge({ state, className }: { state: string; className?: string }) {
  const look: Look = isConversationStateName(state)
    ? LOOKS[state]
    : { label: state, tone: 'neutral', mark: 'ring' };
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
      {look.label}
    </Badge>
  );
}
