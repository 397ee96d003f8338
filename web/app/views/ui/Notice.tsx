import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { TONE_CLASSES } from './tones.ts';

const KINDS = {
  info: { icon: Info, tone: 'blue' },
  success: { icon: CircleCheck, tone: 'green' },
  warning: { icon: TriangleAlert, tone: 'amber' },
  error: { icon: CircleAlert, tone: 'red' },
} as const;

export type NoticeProps = {
  kind?: keyof typeof KINDS;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** A line or two that stays on the page until its reason is gone. */
export function Notice({ kind = 'info', title, children, actions, className }: NoticeProps) {
  const { icon: Icon, tone } = KINDS[kind];
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={classNames(
        'flex items-start gap-3 rounded-xl px-4 py-3 text-sm',
        TONE_CLASSES[tone],
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
      {actions ? <div className="flex shrink-0 gap-2">{actions}</div> : null}
    </div>
  );
}
