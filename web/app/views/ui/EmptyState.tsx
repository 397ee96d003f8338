import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type EmptyStateProps = {
  icon?: LucideIcon;
  title: ReactNode;
  description?: ReactNode;
  /** What people can do about it. */
  actions?: ReactNode;
};

/** Says that there is nothing here, which is not an error, and what comes next. A failed query is an ErrorState. */
export function EmptyState({ icon: Icon, title, description, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      {Icon ? (
        <span className="mb-4 grid size-12 place-items-center rounded-2xl bg-brand-soft text-brand-ink">
          <Icon aria-hidden className="size-5.5" />
        </span>
      ) : null}
      <p className="text-base font-semibold">{title}</p>
      {description ? (
        <p className="mt-1.5 max-w-md text-sm text-balance text-ink-muted">{description}</p>
      ) : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
