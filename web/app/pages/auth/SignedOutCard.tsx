import type { ReactNode } from 'react';
import { Card } from '../../views/ui/Card.tsx';

/** The single card of a page for people who are not signed in. */
export function SignedOutCard({
  title,
  description,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <>
      <div className="mb-6 text-center">
        <h1 className="text-2xl font-semibold tracking-[-0.02em]">{title}</h1>
        {description ? <p className="mt-1.5 text-sm text-ink-muted">{description}</p> : null}
      </div>
      {children ? <Card className="space-y-5 p-5 sm:p-6">{children}</Card> : null}
    </>
  );
}
