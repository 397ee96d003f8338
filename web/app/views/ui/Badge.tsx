import type { HTMLAttributes } from 'react';
import { classNames } from './classNames.ts';
import { type Tone, TONE_CLASSES } from './tones.ts';

export type BadgeProps = HTMLAttributes<HTMLSpanElement> & { tone?: Tone };

/** A word or two about something, in a colour that shows its meaning. */
export function Badge({ tone = 'neutral', className, ...rest }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap',
        TONE_CLASSES[tone],
        className,
      )}
      {...rest}
    />
  );
}
