import { User } from 'lucide-react';
import { agentTone, initials } from './agentTone.ts';
import { classNames } from './classNames.ts';
import { TONE_CLASSES } from './tones.ts';

const SIZES = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-10 text-sm' } as const;

export type AvatarProps = {
  name: string;
  /** Agents are square and coloured by name; people are round and plain. */
  of?: 'agent' | 'person';
  size?: keyof typeof SIZES;
  className?: string;
};

/** The avatar of an agent or a person. Decorative: write the name beside it. */
export function Avatar({ name, of = 'agent', size = 'md', className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        'grid shrink-0 place-items-center font-semibold tracking-tight select-none',
        SIZES[size],
        of === 'agent'
          ? ['rounded-lg', TONE_CLASSES[agentTone(name)]]
          : 'rounded-full border border-line bg-sunken text-ink-muted',
        className,
      )}
    >
      {of === 'person' && name === '' ? <User className="size-1/2" /> : initials(name)}
    </span>
  );
}
