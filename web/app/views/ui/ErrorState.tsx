import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type ErrorStateProps = {
  title: ReactNode;
  /** What happened and what people can do, without a stack trace. */
  description?: ReactNode;
  actions?: ReactNode;
};

/** A part of the page could not be loaded. Never shown if there is merely nothing. */
export function ErrorState({ title, description, actions }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 grid size-12 place-items-center rounded-2xl bg-red-soft text-red-ink">
        <TriangleAlert aria-hidden className="size-5.5" />
      </span>
      <p className="text-base font-semibold">{title}</p>
      {description ? (
        <p className="mt-1.5 max-w-md text-sm text-balance text-ink-muted">{description}</p>
      ) : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
