import type { ReactNode } from 'react';
import { agentTone } from '../../../views/ui/agentTone.ts';
import { Avatar } from '../../../views/ui/Avatar.tsx';
import { classNames } from '../../../views/ui/classNames.ts';
import { TONE_CLASSES } from '../../../views/ui/tones.ts';

export type MessageFrameProps = {
  name: string;
  of: 'agent' | 'person';
  /** Beside the name: badges, the time, a link. */
  head?: ReactNode;
  /** How it differs from a message that is part of the transcript. */
  look?: 'plain' | 'draft' | 'aside';
  children: ReactNode;
};

const LOOKS = {
  plain: 'border-line bg-surface shadow-raised',
  draft: 'border-violet-ink/50 bg-surface shadow-raised',
  aside: 'border-dashed border-line-strong/60 bg-transparent',
} as const;

/** The speaker, and the card with their words. */
export function MessageFrame({ name, of, head, look = 'plain', children }: MessageFrameProps) {
  const inkOf = TONE_CLASSES[agentTone(name)].split(' ').at(-1);
  return (
    <div className="flex gap-3 sm:gap-4">
      <Avatar name={name} of={of} className="mt-2 max-sm:hidden" />
      <div className={classNames('min-w-0 flex-1 rounded-2xl border px-4 py-3 sm:px-5 sm:py-4', LOOKS[look])}>
        <div className="mb-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Avatar name={name} of={of} size="sm" className="sm:hidden" />
          <h3
            className={classNames('text-sm font-semibold wrap-anywhere', of === 'agent' ? inkOf : 'text-ink')}
          >
            {name}
          </h3>
          {head}
        </div>
        {children}
      </div>
    </div>
  );
}
