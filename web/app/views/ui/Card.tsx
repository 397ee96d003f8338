import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from './classNames.ts';

/** A raised surface for things that belong together. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return (
    <div
      className={classNames('rounded-xl border border-line bg-surface shadow-raised', className)}
      {...rest}
    />
  );
}

export type CardHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the right end. */
  actions?: ReactNode;
  /** The heading's level: one below the heading that the card belongs to. */
  level?: 2 | 3 | 4;
};

/** The title of a Card, with room for a sentence and buttons. */
export function CardHeader({ title, description, actions, level = 2 }: CardHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-3.5 sm:px-5">
      <div className="min-w-0">
        <Heading className="text-[0.9375rem] font-semibold text-ink">{title}</Heading>
        {description ? <p className="mt-0.5 text-sm text-ink-muted">{description}</p> : null}
      </div>
      {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
    </div>
  );
}

/** The content of a Card. */
export function CardBody({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div className={classNames('px-4 py-4 sm:px-5', className)} {...rest} />;
}
