import { Link } from '@remix-run/react';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface AddLinkProps {
  to: string;
  className?: string | undefined;
  children: ReactNode;
}

/** The way to the page that makes a new one of what a page lists: its primary button. */
export function AddLink({ to, className, children }: AddLinkProps) {
  return (
    <Button asChild variant="primary" className={className}>
      <Link to={to}>
        <Plus aria-hidden />
        {children}
      </Link>
    </Button>
  );
}
