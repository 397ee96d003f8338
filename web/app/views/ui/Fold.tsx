import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';

export type FoldProps = {
  label: ReactNode;
  open?: boolean;
  className?: string;
  children: ReactNode;
};

/** A section that people unfold to read more; secondary to the text around it. */
export function Fold({ label, open = false, className, children }: FoldProps) {
  return (
    <details className={classNames('group/fold text-sm', className)} open={open || undefined}>
      <summary className="flex w-fit list-none items-center gap-1 rounded text-[0.8125rem] text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 transition-transform group-open/fold:rotate-90"
        />
        {label}
      </summary>
      <div className="mt-2 border-l-2 border-line pl-4">{children}</div>
    </details>
  );
}
