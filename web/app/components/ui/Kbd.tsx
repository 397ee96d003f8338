import type { ReactNode } from 'react';

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-md border border-line bg-sunken px-1.5 py-0.5 text-center font-sans text-[0.6875rem] leading-none font-medium text-ink-muted">
      {children}
    </kbd>
  );
}
