import { useTranslation } from 'react-i18next';
import type { ConversationStateName } from '../../../../workflows/domain/recordStates.ts';
import { Badge } from './Badge.tsx';
import { classNames } from './classNames.ts';
import type { Tone } from './tones.ts';

type Look = { tone: Tone; mark: 'pulse' | 'dot' | 'ring' };

const LOOKS: Record<ConversationStateName, Look> = {
  starting: { tone: 'neutral', mark: 'pulse' },
  running: { tone: 'blue', mark: 'pulse' },
  waiting: { tone: 'amber', mark: 'dot' },
  parked: { tone: 'orange', mark: 'dot' },
  paused: { tone: 'violet', mark: 'ring' },
  sleeping: { tone: 'violet', mark: 'dot' },
  finished: { tone: 'green', mark: 'dot' },
  stopped: { tone: 'neutral', mark: 'dot' },
  cancelled: { tone: 'neutral', mark: 'ring' },
  failed: { tone: 'red', mark: 'dot' },
};

/** A conversation's state in words and colour. */
export function ConversationStateBadge({
  state,
  early = false,
  className,
}: {
  state: ConversationStateName;
  /** Whether it has finished without reaching its goal. */
  early?: boolean;
  className?: string;
}) {
  const { t } = useTranslation('states');
  const look = LOOKS[state];
  return (
    <Badge tone={early ? 'amber' : look.tone} className={className} data-state={state}>
      <span
        aria-hidden
        className={classNames(
          'size-1.5 rounded-full',
          look.mark === 'ring' ? 'border-[1.5px] border-current' : 'bg-current',
          look.mark === 'pulse' && 'animate-pulse-dot',
        )}
      />
      {early ? t('early.title') : t(`conversation.${state}`)}
    </Badge>
  );
}
